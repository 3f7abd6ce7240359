package library

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/library/record"
	"citemap/fetch/packed"
	"citemap/graph"
)

func TestReadSnapshot(t *testing.T) {
	s := readSmall(t)
	if want := (Header{Taken: graph.Date{Year: 2026, Month: 11, Day: 22}, Source: "a test", Licence: "CC0"}); s.Header != want {
		t.Errorf("header %+v, want %+v", s.Header, want)
	}
	three, four := 3, 4
	want := []graph.Paper{
		{
			ID: "a", Aliases: []graph.PaperID{"a2"}, IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/abc"}}, Title: "Automata",
			Authors: []string{"Ada A.", "Bo B."}, Date: graph.Date{Year: 1999, Month: 5, Day: 2}, References: graph.References{State: graph.Empty},
		},
		{
			ID: "b", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "cs/0101001"}, {Scheme: graph.CorpusID, Value: "7"}}, Title: "Bandits", Date: graph.Date{Year: 2001},
			Global: &three, Referenced: &four, References: graph.References{State: graph.Known, IDs: []graph.PaperID{"a", "nowhere", "a"}},
		},
		{
			ID: "c", Title: "Cost <of> \"citing\" \u2013 a  line", Date: graph.Date{Year: 2003}, Abstract: "...", Venue: "V", URL: "https://example.org/c",
			References: graph.References{State: graph.Known, From: "semanticscholar", IDs: []graph.PaperID{"b", "a"}},
		},
		{ID: "d", Date: graph.Date{Year: 2004}, References: graph.References{State: graph.Withheld}},
		{ID: "title:0123456789abcdef", Title: "A line in somebody's bibliography", Stub: true},
	}
	if !reflect.DeepEqual(s.Papers, want) {
		t.Errorf("papers:\n%+v\nwant:\n%+v", s.Papers, want)
	}
}

func TestReferencesState(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want graph.State
	}{
		{``, graph.Unasked},
		{`,"references":null`, graph.Unasked},
		{`,"references":[]`, graph.Empty},
		{`,"references":["x"]`, graph.Known},
		{`,"references":[],"referencesState":"known"`, graph.Known}, // all its references are unlinked
		{`,"references":["x"],"referencesState":"cut","referenceCount":9`, graph.Cut},
		{`,"references":["x"],"referenceCount":9`, graph.Known}, // nobody said that it is cut
		{`,"references":null,"referencesState":"failed"`, graph.Failed},
		{`,"references":[],"referencesState":"withheld"`, graph.Withheld},
		{`,"referencesState":"withheld"`, graph.Withheld},
		{`,"referencesState":null,"references":["x"]`, graph.Known},
	} {
		p, err := record.Decode([]byte(`{"paperId":"p"` + tt.keys + `}`))
		if err != nil || p.References.State != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.keys, p.References.State, err, tt.want)
		}
		checkRoundTrip(t, p)
	}
}

func TestIdentifiersOfARecord(t *testing.T) {
	for _, tt := range []struct{ ids, want string }{
		{`{"CorpusId":12}`, "[CorpusId:12]"},
		{`{"DOI":"10.48550/arXiv.2305.11206"}`, "[arXiv:2305.11206]"},
		{`{"DOI":"10.48550/arXiv.2305.11206","ArXiv":"2305.11206v3"}`, "[arXiv:2305.11206]"},
		{`{"DOI":null,"MAG":"x","DBLP":"conf/x/Y","":"z"}`, "[DBLP:conf/x/Y]"},
		{`null`, "[]"},
	} {
		p, err := record.Decode([]byte(`{"paperId":"p","externalIds":` + tt.ids + `}`))
		if got := fmt.Sprint(p.IDs); err != nil || got != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.ids, got, err, tt.want)
		}
		checkRoundTrip(t, p)
	}
}

func checkRoundTrip(t testing.TB, p graph.Paper) {
	t.Helper()
	line, err := record.Encode(&p)
	if err != nil {
		t.Fatal(err)
	}
	again, err := record.Decode(line)
	if err != nil || !reflect.DeepEqual(p, again) {
		t.Errorf("wrote %s\nread %+v, %v\nwant %+v", line, again, err, p)
	}
}

func TestWriteSnapshot(t *testing.T) {
	const want = `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"a test","licence":"CC0"}
{"paperId":"a","externalIds":{"DOI":"10.1000/abc"},"title":"Automata","year":1999,"publicationDate":"1999-05-02","authors":[{"name":"Ada A."},{"name":"Bo B."}],"referencesState":"empty","references":[],"aliases":["a2"]}
{"paperId":"b","externalIds":{"ArXiv":"cs/0101001","CorpusId":"7"},"title":"Bandits","year":2001,"citationCount":3,"referenceCount":4,"referencesState":"known","references":["a","nowhere","a"]}
{"paperId":"c","title":"Cost <of> \"citing\" – a  line","year":2003,"venue":"V","abstract":"...","url":"https://example.org/c","referencesState":"known","referencesFrom":"semanticscholar","references":["b","a"]}
{"paperId":"d","year":2004,"referencesState":"withheld","references":null}
{"paperId":"title:0123456789abcdef","title":"A line in somebody's bibliography","referencesState":"unasked","references":null,"stub":true}
`
	s := readSmall(t)
	if got := written(t, s); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
	slices.Reverse(s.Papers)
	if got := written(t, s); got != want {
		t.Error("the order of the papers shows in the snapshot")
	}
	if s.Papers[0].ID != "title:0123456789abcdef" {
		t.Error("writing changed the snapshot")
	}
	again, err := readWhole("again", strings.NewReader(want))
	if err != nil || written(t, again) != want {
		t.Errorf("read and written again: %v", err)
	}
}

func written(t testing.TB, s *Snapshot) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSnapshot(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteSnapshotRefuses(t *testing.T) {
	for _, tt := range []struct {
		want   string
		papers []graph.Paper
	}{
		{"write snapshot: paper x is there twice", []graph.Paper{{ID: "x"}, {ID: "y"}, {ID: "x"}}},
		{"write snapshot: a paper without a paperId", []graph.Paper{{Title: "nameless"}}},
	} {
		if err := WriteSnapshot(&bytes.Buffer{}, &Snapshot{Papers: tt.papers}); err == nil || err.Error() != tt.want {
			t.Errorf("error %v, want %s", err, tt.want)
		}
	}
	if err := WriteSnapshot(fullDisk{}, readSmall(t)); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestSaveSnapshot(t *testing.T) {
	folder := t.TempDir()
	s := readSmall(t)
	for _, name := range []string{"s.jsonl", "s.jsonl.gz", "s.GZ", "s.jsonl.zst"} {
		path := filepath.Join(folder, name)
		var first, second bytes.Buffer
		if err := errors.Join(SaveSnapshot(&first, path, s), SaveSnapshot(&second, path, s)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: other bytes the second time", name)
		}
		if f := packed.Of(first.Bytes()); f != packed.ByName(name) {
			t.Errorf("%s: is %s", name, f)
		}
		if err := os.WriteFile(path, first.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		again, err := openWhole(path)
		if err != nil || !reflect.DeepEqual(s, again) {
			t.Errorf("%s: read %+v, %v", name, again, err)
		}
		if err := SaveSnapshot(fullDisk{}, path, s); !errors.Is(err, errFull) {
			t.Errorf("%s: on a full disk: %v", name, err)
		}
	}
	if err := SaveSnapshot(io.Discard, "s.gz", &Snapshot{Papers: []graph.Paper{{}}}); err == nil {
		t.Error("a snapshot that cannot be written is no error")
	}
}

func TestReadSnapshotRefuses(t *testing.T) {
	const one = `{"paperId":"a"}` + "\n"
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	fmt.Fprint(z, small)
	z.Close()
	for _, tt := range []struct{ name, text, want string }{
		{"empty", "", `s:1: not a snapshot: the first line must be {"format":"citemap-snapshot","version":1,...}; "citemap snapshot LIST -o FILE" writes one`},
		{"a list", "# Papers\n", "s:1: not a snapshot"},
		{"other JSON", `{"format":"x"}`, "s:1: not a snapshot"},
		{"no header", one, "s:1: not a snapshot"},
		{"newer", `{"format":"citemap-snapshot","version":2}`, "s:1: snapshot version 2, and this citemap reads version 1: use the citemap that wrote it, or make the snapshot again"},
		{"date", `{"format":"citemap-snapshot","version":1,"taken":"May 1"}`, `s:1: taken: date "May 1": want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"not JSON", header1 + "\n" + one + "oops\n" + one, "s:4: not JSON: invalid character 'o' looking for beginning of value"},
		{"cut off", header1 + `{"paperId":"a`, "s:2: not JSON: unexpected end of JSON input"},
		{"two on a line", header1 + `{"paperId":"a"} {"paperId":"b"}`, "s:2: not JSON: invalid character '{' after top-level value"},
		{"an array", header1 + `[1]`, "s:2: want a JSON object, not a JSON array"},
		{"null", header1 + `null`, "s:2: a paper without a paperId"},
		{"no id", header1 + `{"title":"x"}`, "s:2: a paper without a paperId"},
		{"references of objects", header1 + `{"paperId":"a","references":[{"paperId":"b"}]}`, "s:2: references holds a JSON object, which does not belong there"},
		{"year as text", header1 + `{"paperId":"a","year":"1999"}`, "s:2: year holds a JSON string, which does not belong there"},
		{"bad state", header1 + `{"paperId":"a","referencesState":"lost"}`, `s:2: not JSON: unknown state of references "lost": want one of unasked, known, empty, withheld, failed, cut`},
		{"known without list", header1 + `{"paperId":"a","referencesState":"known"}`, `s:2: referencesState is "known", and there are no references`},
		{"cut without list", header1 + `{"paperId":"a","referencesState":"cut"}`, `s:2: referencesState is "cut", and there are no references`},
		{"list of unknown", header1 + `{"paperId":"a","referencesState":"failed","references":["b"]}`, `s:2: referencesState is "failed", and there are references: want known or cut`},
		{"bad identifier", header1 + `{"paperId":"a","externalIds":{"MAG":[1]}}`, "s:2: not JSON: an identifier is neither text nor a number: [1]"},
		{"twice", header1 + one + `{"paperId":"b"}` + "\n" + one, "s:4: paper a again, first on line 2"},
		{"cut gzip", zipped.String()[:zipped.Len()-20], "s:"},
		{"bad gzip", "\x1f\x8b", "s: read gzip: unexpected EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readWhole("s", strings.NewReader(tt.text))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("error %v\nwant  %s", err, tt.want)
			}
		})
	}
	if _, err := openWhole(filepath.Join(t.TempDir(), "none.jsonl")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want %v", err, os.ErrNotExist)
	}
}

func TestReadSnapshotTakes(t *testing.T) {
	for name, text := range map[string]string{
		"a byte order mark": "\ufeff" + small,
		"carriage returns":  strings.ReplaceAll(small, "\n", "\r\n"),
		"no last line feed": strings.TrimSuffix(small, "\n"),
		"a time of day":     strings.Replace(small, "2026-11-22", "2026-11-22T10:00:00Z", 1),
	} {
		s, err := readWhole(name, strings.NewReader(text))
		if err != nil || written(t, s) != written(t, readSmall(t)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRealSnapshots reads the two real citation graphs; their sizes are as
// published: SNAP cit-HepTh, and the AAN of 2012.
func TestRealSnapshots(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	for _, tt := range []struct {
		file               string
		papers, references int
	}{
		{"hepth", 27770, 352768},
		{"aan", 19267, 0},
	} {
		path := filepath.Join("../../../shared/graphs", tt.file+".snapshot.jsonl.gz")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is not here", path)
		}
		s, err := openWhole(path)
		if err != nil {
			t.Fatal(err)
		}
		references := 0
		for i := range s.Papers {
			references += len(s.Papers[i].References.IDs)
		}
		if len(s.Papers) != tt.papers || tt.references > 0 && references != tt.references {
			t.Errorf("%s: %d papers, %d references, want %d and %d", tt.file, len(s.Papers), references, tt.papers, tt.references)
		}
	}
}

func BenchmarkReadSnapshot(b *testing.B) {
	for b.Loop() {
		if _, err := openWhole("../../../shared/graphs/hepth.snapshot.jsonl.gz"); err != nil {
			b.Skip(err)
		}
	}
}
