package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/exchange"
)

var update = flag.Bool("update", false, "write the goldens anew")

func small() *study.Findings {
	n := 7
	listed := graphtest.Cites("arXiv:2001.00001@2020-01-02", "DOI:10.1/x", "gap")
	listed.IDs = graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2001.00001"}}
	listed.Authors, listed.Venue, listed.Global = []string{"Ann Lee"}, "Venue", &n
	listed.Contexts = []graph.Context{{Cited: "gap", Texts: []string{"We train as in [2]."}, Intents: []string{"methodology"}, Influential: true}}
	listed.Embedding = graph.NewEmbedding([]float32{1, 0})
	missing := graphtest.Paper("gap@2019")
	missing.Embedding, missing.Types = graph.NewEmbedding([]float32{3, 4}), []string{"Review"}
	missing.Notice = &graph.Notice{Kind: graph.Retraction, DOI: "10.1000/notice", Date: graph.Date{Year: 2024, Month: 5}}
	c := graphtest.Corpus("arXiv:2001.00001", listed, missing)
	c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: 9, Title: "Unknown", Status: graph.StatusMissing, Note: "nobody knows it"})
	c.Sources = []graph.Provenance{{Name: "a test", Licence: "none"}}
	c.Oldest, c.Newest = graph.Date{Year: 2026, Month: 11, Day: 1}, graph.Date{Year: 2026, Month: 11, Day: 22}
	return study.Of(c, study.Options{})
}

// answers writes every JSON answer of a study.
func answers(f *study.Findings) map[string]func(io.Writer) error {
	head := func(verb string) exchange.Head { return exchange.Head{Verb: verb, Lists: []string{"list.md"}} }
	all := map[string]func(io.Writer) error{
		"rank": func(w io.Writer) error {
			return exchange.Rank(w, head("rank"), f, f.Ranking(rank.PageRank, false), rank.Shown, 0)
		},
		"gaps":  func(w io.Writer) error { return exchange.Gaps(w, head("gaps"), f, 0) },
		"check": func(w io.Writer) error { return exchange.Check(w, head("check"), f, nil, 3) },
		"path": func(w io.Writer) error {
			return exchange.Paths(w, head("path"), f, f.MainPath(path.BySPC, path.Global))
		},
		"topics":   func(w io.Writer) error { return exchange.Topics(w, head("topics"), f, f.AllTopics(0), 0) },
		"report":   func(w io.Writer) error { return exchange.Report(w, head("report"), f, 2) },
		"search":   func(w io.Writer) error { return exchange.Search(w, head("search"), f, "gap", f.Search("gap"), 5) },
		"coverage": func(w io.Writer) error { return exchange.Coverage(w, head("coverage"), f) },
	}
	if f.Graph.Len() > 0 {
		all["neighbours"] = func(w io.Writer) error {
			return exchange.Neighbours(w, head("neighbours"), f, 0, f.Foremost(f.Graph.References(0)), f.Foremost(f.Graph.Citing(0)), 0)
		}
	}
	return all
}

func TestGoldens(t *testing.T) {
	for name, write := range answers(small()) {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		golden := "testdata/" + name + ".json"
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s differs from %s (-update writes it anew):\n%s", name, golden, got.String())
		}
	}
}

// Every key of version 1 is there, lists are never null, and no control
// character gets through, whatever the titles hold.
func TestContract(t *testing.T) {
	paper := []string{"id", "title", "year", "date", "authors", "venue", "externalIds", "url", "globalCitations", "localCitations", "listed", "referencesState"}
	keys := map[string][]string{
		"rank":  {"measure", "papers"},
		"gaps":  {"gaps", "topics"},
		"check": {"entries"},
	}
	rows := map[string][]string{
		"rank":  {"rank", "score", "paper"},
		"gaps":  {"rank", "score", "kind", "paper", "citedBy", "cites", "reasons", "nearest", "together", "expected", "confidence", "survey", "belongs", "strength", "contexts", "alike", "likeness"},
		"check": {"file", "line", "text", "title", "section", "ids", "status", "paper", "note", "read"},
	}
	for _, f := range []*study.Findings{small(), study.Of(graphtest.Nasty(), study.Options{}), study.Of(&graph.Corpus{}, study.Options{})} {
		for name, write := range answers(f) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			if i := strings.IndexFunc(b.String(), func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
				t.Errorf("%s holds a control character: %q", name, b.String()[max(0, i-20):i+5])
			}
			var answer map[string]any
			if err := json.Unmarshal(b.Bytes(), &answer); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			want(t, name, answer, append([]string{"citemap", "verb", "list", "asOf", "coverage"}, keys[name]...))
			want(t, name, answer["coverage"].(map[string]any), []string{"entries", "resolved", "withReferences", "papers", "citations"})
			for _, list := range keys[name] {
				all, isList := answer[list].([]any)
				if !isList && list != "measure" {
					t.Errorf("%s: %s is %v", name, list, answer[list])
				}
				for _, row := range all {
					want(t, name+" row", row.(map[string]any), rows[name])
					if p, there := row.(map[string]any)["paper"].(map[string]any); there {
						want(t, name+" paper", p, paper)
					}
				}
			}
		}
	}
}

func want(t *testing.T, name string, object map[string]any, keys []string) {
	t.Helper()
	for _, key := range keys {
		if _, there := object[key]; !there {
			t.Errorf("%s lacks the key %s", name, key)
		}
	}
}

func TestTablesAreHarmless(t *testing.T) {
	f := study.Of(graphtest.Nasty(), study.Options{})
	for name, table := range map[string]exchange.Table{
		"rank": exchange.RankTable(f, f.Ranking(rank.Local, false), []rank.Measure{rank.Local, rank.Global}, 0), "gaps": exchange.GapsTable(f, 0), "check": exchange.CheckTable(f),
		"path": exchange.PathsTable(f, f.MainPath(path.BySPC, path.Global)), "topics": exchange.TopicsTable(f, f.AllTopics(0), 0),
	} {
		var b bytes.Buffer
		if err := table.CSV(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != len(table.Rows)+1 {
			t.Fatalf("%s: %d rows, %v", name, len(rows), err)
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				if cell != "" && strings.ContainsRune("=+@", rune(cell[0])) {
					t.Errorf("%s: a spreadsheet runs %q in column %s", name, cell, rows[0][i])
				}
			}
		}
		b.Reset()
		if err := table.TSV(&b); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
			if strings.Count(line, "\t") != len(table.Columns)-1 {
				t.Errorf("%s: a row of other cells: %q", name, line)
			}
		}
		b.Reset()
		if err := table.Markdown(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "<script") || strings.Contains(b.String(), "<img") {
			t.Errorf("%s: HTML gets through to Markdown:\n%s", name, b.String())
		}
	}
}

// TestGitHub holds the annotations: one line each, with GitHub's escapes.
func TestGitHub(t *testing.T) {
	c := &graph.Corpus{Entries: []graph.Entry{
		{File: "a,b:c%.md", Line: 3, Title: "50% of it: all, one", Status: graph.StatusMissing, Note: "nobody knows it"},
		{File: "l.md", Line: 4, Title: "Fine", Status: graph.StatusResolved},
		{File: "l.md", Line: 5, Title: "Doubtful", Status: graph.StatusResolved, Note: "ambiguous"},
		{File: "l.md", Line: 6, IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2001.00001"}}, Status: graph.StatusDuplicate, Note: "the same\r\nas before"},
		{File: "l.md", Line: 7, Title: "Wrong", Status: graph.StatusMismatch, Note: "other title"},
		{File: "-", Line: 8, Title: "Later", Status: graph.StatusUnasked},
	}}
	var b bytes.Buffer
	if err := exchange.CheckGitHub(&b, study.Cover(c)); err != nil {
		t.Fatal(err)
	}
	want := `::error file=a%2Cb%3Ac%25.md,line=3,title=Paper not found::50%25 of it: all, one: nobody knows it
::notice file=l.md,line=5,title=Entry to look at::Doubtful: ambiguous
::warning file=l.md,line=6,title=Duplicate entry::arXiv:2001.00001: the same as before
::error file=l.md,line=7,title=Id and title disagree::Wrong: other title
::notice title=Not asked yet::Later
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := exchange.CheckGitHub(&b, study.Of(graphtest.Nasty(), study.Options{})); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		if line != "" && !strings.HasPrefix(line, "::") {
			t.Errorf("a line that is no annotation: %q", line)
		}
	}
}
