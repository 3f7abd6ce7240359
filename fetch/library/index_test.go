package library

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"citemap/fetch/library/record"
	"citemap/fetch/library/scan"
	"citemap/fetch/packed"
	"citemap/graph"
)

// indexed writes a snapshot large enough to have an index, packed in a form, and that.
func indexed(t *testing.T, f packed.Form) (name, index string) {
	t.Helper()
	var text bytes.Buffer
	text.WriteString(header1)
	for i := range 2000 {
		fmt.Fprintf(&text, `{"paperId":"%040x","externalIds":{"CorpusId":"%d"},"title":"Paper %d","year":%d,"abstract":"%s","citationCount":%d,"references":["%040x","p%d"]}`+"\n",
			7919*i%2000, i, i, 1900+i%100, strings.Repeat("x", 9000), i, i/2, i%9)
	}
	text.WriteString(`{"paperId":"p3","aliases":["p4"],"citations":["p5","p3"]}` + "\n" + `{"paperId":"p5"}` + "\n")
	name = filepath.Join(t.TempDir(), "s.jsonl")
	writePacked(t, name, f, text.Bytes())
	s, err := ScanFile(name)
	if err != nil || s.Note != "" {
		t.Fatal(err, s.Note)
	}
	var out bytes.Buffer
	if err := s.WriteIndex(&out); err != nil {
		t.Fatal(err)
	}
	index = IndexName(name)
	if err := os.WriteFile(index, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name, index
}

func writePacked(t *testing.T, name string, f packed.Form, text []byte) {
	t.Helper()
	var b bytes.Buffer
	w := packed.NewWriter(&b, f)
	_, err := w.Write(text)
	if err = errors.Join(err, w.Close(), os.WriteFile(name, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// TestIndex: what is read by an index is what is read without it, packed in blocks or not.
func TestIndex(t *testing.T) {
	forms := []packed.Form{packed.Zstd, packed.Plain, packed.Gzip}
	if testing.Short() {
		forms = forms[:1] // the scan of each is the same
	}
	for _, f := range forms {
		t.Run(f.String(), func(t *testing.T) { checkIndex(t, f) })
	}
}

func checkIndex(t *testing.T, f packed.Form) {
	name, index := indexed(t, f)
	s, err := ScanFile(name)
	if err != nil || s.Note != "" {
		t.Fatal(err, s.Note)
	}
	if err := os.Remove(index); err != nil {
		t.Fatal(err)
	}
	want, err := openWhole(name)
	if err != nil {
		t.Fatal(err)
	}
	compareGraphs(t, graph.New(&graph.Corpus{Columns: s.Papers}), graph.New(&graph.Corpus{Papers: want.Papers}))
	for _, place := range []int{0, 7, 1999, 2000, 2001} {
		if got := s.Papers.Paper(place); !reflect.DeepEqual(*got, want.Papers[place]) {
			t.Errorf("paper %d is %+v, want %+v", place, *got, want.Papers[place])
		}
	}
	if place, found := s.Source().(*replay).byName("corpusid:77"); !found || want.Papers[place].IDs.Of(graph.CorpusID) != "77" {
		t.Errorf("CorpusId:77 is paper %d, %v", place, found)
	}
}

// TestIndexIsNotTrusted: an index that is not the file's own and whole is not used,
// and nothing comes of it.
func TestIndexIsNotTrusted(t *testing.T) {
	name, index := indexed(t, packed.Plain)
	whole, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	head := bytes.IndexByte(whole, '\n')
	damaged := map[string][]byte{
		"empty": nil, "cut": whole[:len(whole)-1], "longer": append(bytes.Clone(whole), 0), "cut in its head": whole[:20],
		"other version": bytes.Replace(whole, []byte("citemap-index 1"), []byte("citemap-index 2"), 1),
		"no numbers":    bytes.Replace(whole, []byte(`"keys":2000`), []byte(`"keys":-200`), 1),
		"huge":          bytes.Replace(whole, []byte(`"told":2`), []byte(`"told":9`), 1),
	}
	for what, b := range damaged {
		if err := os.WriteFile(index, b, 0o600); err != nil {
			t.Fatal(err)
		}
		checkNotUsed(t, name, what)
	}
	checkFlipped(t, name, index, whole, head+1)
	if err := os.WriteFile(index, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	then := time.Unix(1_000_000_000, 0)
	if err := os.Chtimes(name, then, then); err != nil {
		t.Fatal(err)
	}
	checkNotUsed(t, name, "of an earlier state")
}

// checkFlipped flips bytes all over an index from a place on. Without an index all of
// the snapshot is read, which takes its time: here only the index is.
func checkFlipped(t *testing.T, name, index string, whole []byte, from int) {
	t.Helper()
	s, err := ScanFile(name)
	if err != nil {
		t.Fatal(err)
	}
	read := func(b []byte) (*scan.Papers, string) {
		if err := os.WriteFile(index, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return readIndex(name, scan.Options{Decode: record.Decode, At: s.stamp.At, Size: s.stamp.Size}, *s.stamp)
	}
	if p, note := read(whole); p == nil || note != "" {
		t.Fatalf("the whole index: %q", note)
	}
	step := 997
	if testing.Short() {
		step = 29_989
	}
	for at := from; at < len(whole); at += step {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		if p, note := read(flipped); p != nil || !strings.Contains(note, "s.jsonl.index is not used: ") || strings.Contains(note, "\n") {
			t.Errorf("byte %d: said %q", at, note)
		}
	}
}

func checkNotUsed(t *testing.T, name, what string) {
	t.Helper()
	s, err := ScanFile(name)
	if err != nil || s.Papers.Len() != 2002 {
		t.Fatalf("%s: %v", what, err)
	}
	if !strings.Contains(s.Note, "s.jsonl.index is not used: ") || strings.Contains(s.Note, "\n") {
		t.Errorf("%s: said %q", what, s.Note)
	}
}

// TestNoIndexOfSmall: a snapshot that is read in no time has no index.
func TestNoIndexOfSmall(t *testing.T) {
	name := filepath.Join(t.TempDir(), "s.jsonl")
	if err := os.WriteFile(name, []byte(small), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := ScanFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.WriteIndex(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "an index helps only with") {
		t.Error(err)
	}
}
