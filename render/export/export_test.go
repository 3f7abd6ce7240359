package export_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/export"
)

var update = flag.Bool("update", false, "write the goldens anew")

// small is a corpus of few papers that show each kind of fact, known and not.
func small() *study.Findings {
	lima := graphtest.Cites("arXiv:2305.11206@2023-05-18", "DOI:10.1038/s1", "attention", "survey", "twin")
	lima.Title, lima.IDs = "LIMA: Less Is More for Alignment", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}, {Scheme: graph.CorpusID, Value: "258822910"}}
	lima.Authors, lima.Venue = []string{"Chunting Zhou", "Pengfei Liu", "Ann van der Berg Jr."}, "Neural Information Processing Systems"
	lima.Contexts = []graph.Context{
		{Cited: "attention", Texts: []string{"We train as in [2]."}, Intents: []string{"background", "methodology"}, Influential: true}, {Cited: "twin", Texts: []string{"See [7]."}},
	}
	global := 812
	lima.Global = &global
	nature := graphtest.Cites("DOI:10.1038/s1@2021-07", "attention")
	nature.Title, nature.IDs = `A 50% "rise" in \TeX & H_2O {x} of C# <i>in vivo</i>`, graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1038/s1"}, {Scheme: graph.PubMed, Value: "123"}}
	nature.Authors, nature.Venue = []string{"Müller, Ö.", "The Gemini Team", "Zhou C."}, "Nature"
	attention := graphtest.Paper("attention@2017")
	attention.Title, attention.Venue, attention.Authors = "Attention Is All You Need", "arXiv.org", []string{"Ashish Vaswani"}
	attention.IDs = graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}
	survey := graphtest.Cites("survey@2024-01-02", "attention", "arXiv:2305.11206")
	survey.Title, survey.Authors, survey.Types = "深度学习的综述", []string{"王小明"}, []string{"JournalArticle", "Review"}
	twin := graphtest.Paper("twin@2023")
	twin.Title, twin.Authors = "LIMA: Less Is More for Alignment", []string{"Chunting Zhou"}
	twin.Notice = &graph.Notice{Kind: graph.Retraction, DOI: "10.1000/notice", Date: graph.Date{Year: 2024}}
	c := graphtest.Corpus("arXiv:2305.11206 attention survey", lima, nature, attention, survey, twin, graphtest.Paper("bare"))
	c.Sources = []graph.Provenance{{Name: "a test", Licence: "none"}}
	c.Oldest, c.Newest = graph.Date{Year: 2026, Month: 11, Day: 1}, graph.Date{Year: 2026, Month: 11, Day: 22}
	return study.Of(c, study.Options{})
}

func all(f *study.Findings, measures ...rank.Measure) *export.Export {
	return export.New(f, export.Select(f, export.Corpus, nil, 0), measures)
}

func write(t *testing.T, f export.Format, x *export.Export) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, x); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

func TestGoldens(t *testing.T) {
	x := all(small(), rank.PageRank, rank.RescaledPageRank, rank.Core, rank.Influential)
	for _, f := range export.Formats() {
		if f.Binary {
			continue
		}
		got, golden := write(t, f, x), "testdata/small."+f.Extension
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s (-update writes it anew):\n%s", f.Name, golden, got)
		}
	}
}

// corpora are what every format has to bear.
func corpora() map[string]*study.Findings {
	return map[string]*study.Findings{
		"small": small(), "nasty": study.Of(nasty(), study.Options{}), "random": study.Of(graphtest.Random(7, 60), study.Options{}),
		"empty": study.Of(&graph.Corpus{}, study.Options{}),
	}
}

// nasty adds hostile identifiers to the hostile titles.
func nasty() *graph.Corpus {
	c := graphtest.Nasty()
	for i := range c.Papers {
		evil := graphtest.Titles[i%len(graphtest.Titles)]
		c.Papers[i].IDs = graph.ExternalIDs{{Scheme: graph.ACL, Value: evil}, {Scheme: graph.ArXiv, Value: evil}, {Scheme: graph.DOI, Value: "10.1/" + evil}, {Scheme: graph.PubMed, Value: evil}}
	}
	for i, id := range []string{"", "x\x00", "x", `q"\`, "</node>", "=1+1", " x"} {
		p := graphtest.Cites("z" + id)
		p.ID, p.Authors = graph.PaperID(id), []string{"A and B", "C, D, E, F", "{", "}", `\`, "and"}
		p.References.IDs = []graph.PaperID{"n00"}
		p.Date.Year = []int{0, -5, 123456, 2020}[i%4]
		c.Papers = append(c.Papers, p)
	}
	slices.SortFunc(c.Papers, graph.ComparePapers)
	return c
}

// The same papers give the same bytes, valid and without control characters.
func TestCleanAndStable(t *testing.T) {
	for name, findings := range corpora() {
		for _, f := range export.Formats() {
			x := all(findings, rank.All()...)
			got := write(t, f, x)
			if !bytes.Equal(got, write(t, f, x)) {
				t.Errorf("%s, %s: written twice it differs", name, f.Name)
			}
			if f.Binary {
				continue
			}
			control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' || r == 0x202E }
			if i := bytes.IndexFunc(got, control); i >= 0 || !utf8.Valid(got) {
				t.Errorf("%s, %s: a control character or no UTF-8 at %d", name, f.Name, i)
			}
		}
	}
}

func TestWellFormed(t *testing.T) {
	for name, findings := range corpora() {
		x := all(findings, rank.All()...)
		for _, f := range export.Formats() {
			if err := fault(f, write(t, f, x), findings.Graph.Len()); err != nil {
				t.Errorf("%s, %s: %v", name, f.Name, err)
			}
		}
	}
}

// Whatever a title, a name or an id holds, the files stay well-formed.
func FuzzText(f *testing.F) {
	for _, title := range graphtest.Titles {
		f.Add(title, title)
	}
	f.Fuzz(func(t *testing.T, title, id string) {
		p := graphtest.Cites("a@2020", "b")
		p.Title, p.Authors, p.Venue, p.URL = title, []string{title, "Ann " + title}, title, "https://example.org/"+title
		p.IDs = graph.ExternalIDs{{Scheme: graph.ArXiv, Value: id}, {Scheme: graph.DOI, Value: id}}
		other := graphtest.Paper("b")
		other.Title = title
		c := graphtest.Corpus("a", p, other)
		c.Papers[0].ID = graph.PaperID(id)
		slices.SortFunc(c.Papers, graph.ComparePapers)
		x := all(study.Cover(c))
		for _, format := range export.Formats() {
			if err := fault(format, write(t, format, x), 2); err != nil {
				t.Errorf("%s: %v", format.Name, err)
			}
		}
	})
}

func TestSelect(t *testing.T) {
	f := small()
	names := func(nodes []graph.Node) (ids []string) {
		for _, n := range nodes {
			ids = append(ids, string(f.Graph.Paper(n).ID))
		}
		return ids
	}
	best := f.Gaps.Gaps[0].Node
	drawn := []graph.Node{f.Graph.Listed()[0], best, best}
	tests := []struct {
		what export.What
		n    int
		want int
	}{{export.Corpus, 0, 6}, {export.Map, 0, 2}, {export.List, 0, 3}, {export.Gaps, 1, 1}, {export.Gaps, 0, len(f.Gaps.Gaps)}}
	for _, test := range tests {
		s := export.Select(f, test.what, drawn, test.n)
		if len(s.Papers) != test.want || !slices.IsSorted(s.Papers) {
			t.Errorf("%s of %d: %v", test.what, test.n, names(s.Papers))
		}
	}
}

// Only the citations among the papers selected are written.
func TestCitationsAmongTheSelected(t *testing.T) {
	f := small()
	csvFormat, _ := export.ByName("citations-csv")
	got := string(write(t, csvFormat, export.New(f, export.Select(f, export.List, nil, 0), nil)))
	want := "citing,cited,spc,mainPath,intents,influential\narXiv:2305.11206,attention,0.5,true,background; methodology,true\narXiv:2305.11206,survey,,false,,\n" +
		"survey,attention,0.5,false,,\nsurvey,arXiv:2305.11206,0.5,true,,\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWhatHasATextForm(t *testing.T) {
	for _, name := range export.WhatNames() {
		var w export.What
		if err := w.Set(name); err != nil || w.String() != name {
			t.Errorf("%s: %v, %v", name, w, err)
		}
	}
	var w export.What
	if err := w.Set("all"); err == nil || !strings.Contains(err.Error(), "corpus, map, list, gaps") {
		t.Errorf("the error lists no choices: %v", err)
	}
}

func TestByFile(t *testing.T) {
	tests := map[string]string{
		"a.graphml": "graphml", "x/My.Papers.CSV": "papers-csv", "b.citations.parquet": "citations-parquet", "l.bib": "bibtex", "l.csl.json": "csl-json",
		"a.csv": "", "a.json": "", "graphml": "", "a.": "",
	}
	for path, want := range tests {
		if f, found := export.ByFile(path); f.Name != want || found != (want != "") {
			t.Errorf("%s: %q", path, f.Name)
		}
	}
	for _, f := range export.Formats() {
		if got, _ := export.ByFile("list." + f.Extension); got.Name != f.Name {
			t.Errorf("%s: its extension is taken for %s", f.Name, got.Name)
		}
		if got, _ := export.ByName(f.Name); got.Name != f.Name {
			t.Errorf("%s is not found", f.Name)
		}
	}
}

// broken refuses to be written to after so many bytes.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestErrorsOfTheWriter(t *testing.T) {
	x := all(small())
	for _, f := range export.Formats() {
		if err := f.Write(&broken{10}, x); err == nil {
			t.Errorf("%s: no word of the full disk", f.Name)
		}
	}
}

// Keys are unique, plain, and those that a person would guess.
func TestKeys(t *testing.T) {
	f, _ := export.ByName("bibtex")
	bib := string(write(t, f, all(small())))
	for _, want := range []string{"@misc{vaswani2017,", "@article{muller2021,", "@misc{zhou2023,", "@inproceedings{zhou2023a,", "@misc{title,"} {
		if !strings.Contains(bib, want) {
			t.Errorf("no %s in\n%s", want, bib)
		}
	}
}

// Every format is found under its name, every other name leads to one.
func TestByName(t *testing.T) {
	for _, f := range export.Formats() {
		if got, found := export.ByName(f.Name); !found || got.Name != f.Name {
			t.Errorf("%s: %s %v", f.Name, got.Name, found)
		}
	}
	for other, want := range map[string]string{"csv": "papers-csv", "bib": "bibtex", "net": "pajek", "markdown": "md"} {
		if got, _ := export.ByName(other); got.Name != want {
			t.Errorf("%s: %q, want %s", other, got.Name, want)
		}
	}
	if _, found := export.ByName("xls"); found {
		t.Error("there is a format xls")
	}
}
