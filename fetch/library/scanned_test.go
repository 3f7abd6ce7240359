package library

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/packed"
	"citemap/graph"
	"citemap/graph/titles"
)

// unusual are lines that encoding/json reads, or refuses, in ways of its own.
var unusual = []string{
	`{"paperId":"a","PaperID":"b","references":["b"]}`,
	`{"paperId":"a","paperId":"b"}`,
	`{"paperId":"a","references":["b"],"references":null}`,
	`{"paperId":"a","references":["b","c"],"references":[null]}`,
	`{"paperId":"a","paper\u0049d":"b"}`,
	`{"paperId":"\u0061","title":"\ud83d\ude00\n","year":-3}`,
	`{"paperId":" a ","references":[" b ","","b\u0000c"]}`,
	`{"references":["a"],"year":2001,"publicationDate":"2001-02-30","paperId":"a"}`,
	`{"paperId":"a","publicationDate":" 2001-02 ","year":1999}`,
	`{"paperId":"a","year":1e3}`,
	`{"paperId":"a","year":99999999999999999999}`,
	`{"paperId":"a","year":01}`,
	`{"paperId":"a","citationCount":-0,"influentialCitationCount":5}`,
	`{"paperId":"a","citationCount":null,"citationCount":7}`,
	`{"paperId":"a","referencesState":"cut","references":[]}`,
	`{"paperId":"a","referencesState":null,"references":[""]}`,
	`{"paperId":"a","citations":["b",null,"a"],"citationsCut":true,"stub":null}`,
	`{"paperId":"b","aliases":["a","c"],"references":["c","b"]}`,
	`{"paperId":"b","externalIds":{"DOI":"10.48550/arXiv.2305.11206","ArXiv":null,"CorpusId":007}}`,
	`{"paperId":"b","externalIds":{"DOI":"10.1000/X Y","doi":"10.1/x","PubMedCentral":"pmc1","MAG":12,"ACL":"p02-1040"}}`,
	`{"paperId":"a","authors":[{"name":"x"},null,{"NAME":1}]}`,
	`{"paperId":"a","authors":[{"name":"x","affiliations":[{"n":[1,2,{}]}]}],"contexts":{"b":{"texts":["x"]}}}`,
	`{"paperId":"a","abstract":"\x"}`,
	"{\"paperId\":\"a\",\"abstract\":\"tab\tin it\"}",
	"{\"paperId\":\"a\",\"title\":\"\xff\xfe\",\"venue\":\"\u0085\"}",
	"{\"paperId\":\"a\",\"\u017ftub\":true}",
	` { "paperId" : "a" , "references" : [ "b" , "c" ] } ` + "\r",
	`{"paperId":"0123456789abcdef0123456789abcdef01234567","references":["0123456789ABCDEF0123456789abcdef01234567","0123456789abcdef0123456789abcdef0123456g"]}`,
	`{"paperId":"0123456789ABCDEF0123456789abcdef01234567","references":["0123456789abcdef0123456789abcdef01234567"]}`,
	`{"paperId":"\ud800","references":["\udc00\ud800","\ud83d\ude00"],"title":"\ud800x"}`,
	`{"paperId":"a","citationCount":1e400}`, `{"paperId":"a","other":` + strings.Repeat("9", 400) + `.5e-999}`, `{"paperId":"a","year":-}`, `{"paperId":"a","year":+1}`,
	"{\"paperId\":\"a\"\x00}", "\ufeff{\"paperId\":\"a\"}", "{\"paperId\":\"a\"}\r\r", "{\"paperId\"\n:\"a\"}", "\v", `{"paperId":"a"}{"paperId":"b"}`, `{"paperId":"a"} // it`,
	`{"":"","paperId":"a","":1}`, `{"paperId":null}`, `{"paperId":"a","references":"b"}`, `{"paperId":"a","references":{"0":"b"}}`, `{"paperId":["a"]}`, `{"paperId":"a","stub":1}`,
	`{"x":` + strings.Repeat("[", 10_001) + strings.Repeat("]", 10_001) + `,"paperId":"a"}`, `{"x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `,"paperId":"a"}`,
	"\u00a0", `[]`, `nul`, `{"paperId":"a"}}`, `{"paperId":"a",}`, strings.Repeat(`{"x":`, 70) + strings.Repeat(`}`, 70),
}

func TestScan(t *testing.T) {
	checkScan(t, small)
	for i, line := range unusual {
		checkScan(t, header1+line)
		others := unusual[i:]
		if testing.Short() {
			others = others[:1]
		}
		for _, other := range others {
			checkScan(t, header1+line+"\n"+other+"\n\n")
		}
	}
	checkScan(t, header1+`{"paperId":"c"}`+"\n"+`{"paperId":"a"}`+"\n"+`{"paperId":"c"}`+"\n"+`{"paperId":"a"}`+"\n"+`{"paperId":"a"}`)
}

// FuzzScan: a snapshot that is scanned is the one that encoding/json reads.
func FuzzScan(f *testing.F) {
	f.Add(strings.TrimPrefix(small, header1))
	for i, line := range unusual {
		f.Add(line + "\n" + unusual[len(unusual)-1-i])
	}
	f.Fuzz(func(t *testing.T, lines string) { checkScan(t, header1+lines) })
}

// checkScan holds a scan to the reader that decodes everything.
func checkScan(t *testing.T, text string) {
	t.Helper()
	want, wanted := readWhole("s", strings.NewReader(text))
	s, err := Scan("s", strings.NewReader(text))
	if fmt.Sprint(err) != fmt.Sprint(wanted) {
		t.Fatalf("%q:\nscan:  %v\nwhole: %v", text, err, wanted)
	}
	if err == nil {
		compareScan(t, s, want)
	}
}

func compareScan(t *testing.T, s *Scanned, want *Snapshot) {
	t.Helper()
	if s.Header != want.Header || s.Papers.Len() != len(want.Papers) {
		t.Fatalf("header %+v, %d papers, want %+v and %d", s.Header, s.Papers.Len(), want.Header, len(want.Papers))
	}
	c := &graph.Corpus{Columns: s.Papers}
	for place := range want.Papers {
		p := &want.Papers[place]
		if got := c.At(place); !reflect.DeepEqual(got, p) || s.Papers.ID(place) != p.ID || s.Papers.Title(place) != p.Title {
			t.Errorf("paper %d is %+v (%s, %q)\nwant %+v", place, got, s.Papers.ID(place), s.Papers.Title(place), p)
		}
		for _, name := range names(p) {
			if !slices.Contains(s.Papers.Names(name), place) {
				t.Errorf("paper %d is not met as %q", place, name)
			}
		}
	}
	got, whole := graph.New(c), graph.New(&graph.Corpus{Papers: want.Papers})
	compareGraphs(t, got, whole)
	compareParts(t, got, whole)
	compareSources(t, s, want)
	if err := s.Papers.Err(); err != nil {
		t.Error(err)
	}
}

func compareGraphs(t *testing.T, got, want *graph.Graph) {
	t.Helper()
	if got.Cleaned != want.Cleaned || got.Len() != want.Len() {
		t.Fatalf("%d papers, %+v, want %d and %+v", got.Len(), got.Cleaned, want.Len(), want.Cleaned)
	}
	for n := range graph.Node(want.Len()) {
		p := want.Paper(n)
		if got.ID(n) != p.ID || got.Date(n) != p.Date || got.State(n) != p.References.State || !reflect.DeepEqual(got.Global(n), p.Global) || !reflect.DeepEqual(got.Influential(n), p.Influential) {
			t.Errorf("node %d is %s of %s, want %s of %s", n, got.ID(n), got.Date(n), p.ID, p.Date)
		}
		if !slices.Equal(got.References(n), want.References(n)) || !slices.Equal(got.Citing(n), want.Citing(n)) {
			t.Errorf("%s: cites %v, cited by %v, want %v and %v", p.ID, got.References(n), got.Citing(n), want.References(n), want.Citing(n))
		}
		for _, id := range append([]graph.PaperID{p.ID}, p.Aliases...) {
			a, _ := got.Find(id)
			if b, _ := want.Find(id); a != b {
				t.Errorf("%s is node %d, want %d", id, a, b)
			}
		}
	}
}

// compareParts holds what is among every other paper of one graph to the other's.
func compareParts(t *testing.T, got, want *graph.Graph) {
	t.Helper()
	var papers []graph.Node
	for n := 0; n < want.Len(); n += 2 {
		papers = append(papers, graph.Node(n))
	}
	got, want = got.Among(papers), want.Among(papers)
	for n := range graph.Node(want.Len()) {
		at, found := got.Find(want.ID(n))
		if at != n || !found || !slices.Equal(got.References(n), want.References(n)) || !slices.Equal(got.Citing(n), want.Citing(n)) || !slices.Equal(got.PlacesByID(), want.PlacesByID()) {
			t.Errorf("among %v: %s cites %v, want %v", papers, want.ID(n), got.References(n), want.References(n))
		}
	}
}

func compareSources(t *testing.T, s *Scanned, want *Snapshot) {
	t.Helper()
	one, other := s.Source().(*replay), want.Source().(*replay)
	for i := range want.Papers {
		for _, name := range names(&want.Papers[i]) {
			a, _ := one.byName(name)
			if b, _ := other.byName(name); a != b {
				t.Errorf("%q is paper %d, want %d", name, a, b)
			}
		}
		title := titles.Key(want.Papers[i].Title)
		if a, b := one.byTitle([]string{title}), other.byTitle(nil); title != "" && a[title] != b[title] {
			t.Errorf("the title %q is paper %d, want %d", title, a[title], b[title])
		}
	}
}

// TestScanFile: a file that is read again for what is asked gives what one gives
// whose text is kept, and says so when it has changed meanwhile.
func TestScanFile(t *testing.T) {
	var text strings.Builder
	text.WriteString(header1)
	for i := range 60_000 {
		fmt.Fprintf(&text, `{"paperId":"%040x","title":"Paper %d","year":%d,"abstract":"%s","references":["%040x","p%d"]}`+"\n", 7919*i%60_000, i, 1900+i%100, strings.Repeat("x", 200), i/2, i%9)
	}
	fmt.Fprintln(&text, `{"paperId":"p3"}`)
	if text.Len() < mostKept {
		t.Fatalf("%d bytes are kept in memory", text.Len())
	}
	want, err := readWhole("s", strings.NewReader(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []packed.Form{packed.Plain, packed.Gzip, packed.Zstd} {
		t.Run(f.String(), func(t *testing.T) { checkScanFile(t, f, text.String(), want) })
	}
	checkErrors(t, text.String()+`{"paperId":"p3"}`+"\n")
	checkErrors(t, text.String()+"oops")
}

func checkScanFile(t *testing.T, f packed.Form, text string, want *Snapshot) {
	name := filepath.Join(t.TempDir(), "s.jsonl")
	writePacked(t, name, f, []byte(text))
	s, err := ScanFile(name)
	if err != nil {
		t.Fatal(err)
	}
	compareGraphs(t, graph.New(&graph.Corpus{Columns: s.Papers}), graph.New(&graph.Corpus{Papers: want.Papers}))
	for _, place := range []int{0, 1, 30_000, 60_000} {
		if got := s.Papers.Paper(place); !reflect.DeepEqual(*got, want.Papers[place]) {
			t.Errorf("paper %d is %+v, want %+v", place, *got, want.Papers[place])
		}
	}
	if err := os.WriteFile(name, []byte(header1), 0o600); err != nil {
		t.Fatal(err)
	}
	if f != packed.Plain {
		return // all of it has been asked for by now, and is kept
	}
	p := s.Papers.Paper(7)
	if err := s.Papers.Err(); p.ID != want.Papers[7].ID || err == nil || !strings.Contains(err.Error(), "the file has changed since this run began") {
		t.Errorf("of a file that has changed: %+v, %v", p, err)
	}
}

// TestScanErrors: what is wrong deep in a large file is told of its first line.
func TestScanErrors(t *testing.T) {
	var text strings.Builder
	text.WriteString(header1 + strings.Repeat("\n", 1000))
	for i := range 9_000 {
		fmt.Fprintf(&text, `{"paperId":"p%d","abstract":"%s"}`+"\n", i, strings.Repeat("x", 300))
	}
	good := text.String()
	for _, tail := range []string{"oops\n" + `{"year":"x"}`, `{"paperId":"p7"}` + "\n" + `{"paperId":"p5"}`, strings.Repeat(" ", maxLine+1)} {
		checkErrors(t, good+tail+"\n"+good)
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	fmt.Fprint(z, good)
	z.Close()
	checkErrors(t, zipped.String())
	checkErrors(t, zipped.String()[:zipped.Len()/2])
	for _, f := range []packed.Form{packed.Gzip, packed.Zstd} {
		var b bytes.Buffer
		w := packed.NewWriter(&b, f)
		w.Write([]byte(good))
		w.Close()
		checkErrors(t, b.String())
		checkErrors(t, b.String()[:b.Len()/2])
		checkErrors(t, b.String()[:b.Len()/2]+"x"+b.String()[b.Len()/2+1:])
	}
}

func checkErrors(t *testing.T, text string) {
	t.Helper()
	_, wanted := readWhole("s", strings.NewReader(text))
	if _, err := Scan("s", strings.NewReader(text)); fmt.Sprint(err) != fmt.Sprint(wanted) {
		t.Errorf("scan:  %v\nwhole: %v", err, wanted)
	}
	name := filepath.Join(t.TempDir(), "s.jsonl")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := ScanFile(name)
	if got := strings.ReplaceAll(fmt.Sprint(err), name, "s"); got != fmt.Sprint(wanted) {
		t.Errorf("scan:  %v\nwhole: %v", got, wanted)
	}
}
