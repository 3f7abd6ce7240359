package fetch_test

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/crossref"
	"citemap/fetch/library"
	"citemap/fetch/openalex"
	"citemap/fetch/semanticscholar"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/fetch/worktest"
	"citemap/graph"
)

// A watch is a neighbourhood and what OpenAlex and Crossref know of its papers.
type watch struct {
	*bench
	works *worktest.Server
	url   string
}

func newWatch(t *testing.T, papers []graph.Paper, listed int) *watch {
	t.Helper()
	w := &watch{bench: benchOf(t, papers, listed), works: &worktest.Server{}}
	server := httptest.NewServer(w.works)
	t.Cleanup(server.Close)
	w.url = server.URL
	return w
}

// gather gathers with a library as of a day.
func (w *watch) gather(file string, day time.Time, o fetch.Options) *graph.Corpus {
	w.t.Helper()
	now := func() time.Time { return day }
	l, err := library.Open(file, library.Options{Now: now})
	if err != nil {
		w.t.Fatal(err)
	}
	defer l.Close()
	config := func(path string) api.Config {
		return api.Config{BaseURL: w.url + path, Rate: 1e5, Patience: time.Second, Now: now}
	}
	o.Fallbacks = []fetch.Source{l.Source(openalex.NewClient(config("/openalex"))), l.Source(crossref.NewClient(config("/crossref")))}
	o.Warn = func(text string) { w.t.Errorf("warned: %s", text) }
	c, err := fetch.Gather(w.t.Context(), l.Source(semanticscholar.NewClient(api.Config{BaseURL: w.bench.url, Rate: 1e5, Now: now})), w.entries, o)
	if err != nil {
		w.t.Fatal(err)
	}
	return c
}

// notices gives what is known of notices, a paper a line.
func notices(c *graph.Corpus) string {
	var lines []string
	for i := range c.Papers {
		if p := &c.Papers[i]; p.Notice != nil {
			lines = append(lines, p.Title+" "+p.Notice.String())
		}
	}
	return strings.Join(lines, "\n")
}

// three are listed papers with a DOI each.
func three() []graph.Paper {
	var papers []graph.Paper
	for i, title := range []string{"The first paper on the matter", "The second paper on the matter", "The third paper on the matter"} {
		papers = append(papers, graph.Paper{
			ID: hex(i + 1), Title: title, Date: graph.Date{Year: 2000 + i}, Authors: []string{"Ada Author"},
			IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/%d", i+1)}}, References: graph.References{State: graph.Empty},
		})
	}
	return papers
}

func TestNotices(t *testing.T) {
	day := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	retraction := worktest.Update{Type: "retraction", DOI: "10.1000/NOTICE", Date: []int{2024, 5, 1}}
	for _, test := range []struct {
		name  string
		works []worktest.Work
		want  string
	}{
		{"both say so", []worktest.Work{{DOI: "10.1000/1", Title: "The first paper on the matter", Retracted: true, Updates: []worktest.Update{retraction}}},
			"The first paper on the matter retracted: 10.1000/notice (2024-05-01)"},
		{"OpenAlex alone", []worktest.Work{{DOI: "10.1000/2", Title: "RETRACTED: The second paper on the matter", Retracted: true}},
			"The second paper on the matter retracted"},
		{"the gravest of several", []worktest.Work{{DOI: "10.1000/3", Title: "The third paper on the matter (Retracted Article)", Updates: []worktest.Update{
			{Type: "erratum", DOI: "10.1000/e"}, retraction, {Type: "expression_of_concern", DOI: "10.1000/c"}}}},
			"The third paper on the matter retracted: 10.1000/notice (2024-05-01)"},
		{"a correction", []worktest.Work{{DOI: "10.1000/1", Title: "The First Paper on the Matter", Updates: []worktest.Update{{Type: "corrigendum", DOI: "10.1000/c", Date: []int{2020}}}}},
			"The first paper on the matter corrected: 10.1000/c (2020)"},
		{"a new version is no notice", []worktest.Work{{DOI: "10.1000/1", Title: "The first paper on the matter", Updates: []worktest.Update{{Type: "new_version", DOI: "10.1000/v2"}, {Type: "addendum"}}}}, ""},
		{"the id is another paper's", []worktest.Work{{DOI: "10.1000/1", Title: "Something else altogether", Retracted: true, Updates: []worktest.Update{retraction}}}, ""},
		{"nobody says what it is called", []worktest.Work{{DOI: "10.1000/1", Retracted: true}}, ""},
		{"nobody knows the papers", nil, ""},
	} {
		w := newWatch(t, three(), 3)
		w.works.Works = test.works
		file := filepath.Join(t.TempDir(), "library")
		c := w.gather(file, day, fetch.Options{EntriesOnly: true})
		if got := notices(c); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		for _, e := range c.Entries {
			p := c.Paper(e.Paper)
			if e.Status != graph.StatusResolved || p.Notice != nil && !strings.Contains(e.Note, p.Notice.String()) || p.Notice == nil && e.Note != "" {
				t.Errorf("%s: entry %d is %s: %q", test.name, e.Line, e.Status, e.Note)
			}
		}
		if c.Noticed != 3 {
			t.Errorf("%s: %d papers asked about", test.name, c.Noticed)
		}
		if n := w.works.Requests(); n != 2 {
			t.Errorf("%s: %d requests, want one of each", test.name, n)
		}
		// What is known holds for thirty days, what is not for a week.
		again := w.gather(file, day.AddDate(0, 0, 6), fetch.Options{EntriesOnly: true})
		if got := notices(again); got != test.want || w.works.Requests() != 2 {
			t.Errorf("%s: again %q, %d requests", test.name, got, w.works.Requests())
		}
		if w.gather(file, day.AddDate(0, 0, 31), fetch.Options{EntriesOnly: true}); w.works.Requests() != 4 {
			t.Errorf("%s: %d requests after a month, want 4", test.name, w.works.Requests())
		}
	}
}

// Candidates are asked about too, within the budget, and the plan says so.
func TestNoticesOfCandidates(t *testing.T) {
	papers := apitest.Neighbourhood(12, 30, 30, 1)
	w := newWatch(t, papers, 12)
	for _, p := range papers {
		if doi := p.IDs.Of(graph.DOI); doi != "" {
			w.works.Works = append(w.works.Works, worktest.Work{DOI: doi, Title: p.Title, Retracted: true})
		}
	}
	planned := 0
	c := w.gather(filepath.Join(t.TempDir(), "library"), time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), fetch.Options{Planned: func(stages []fetch.Stage) {
		for _, s := range stages {
			if s.Name == "retractions and corrections" {
				planned += s.Requests
			}
		}
	}})
	listed, candidates := 0, 0
	for i := range c.Papers {
		if p := &c.Papers[i]; p.Retracted() {
			if isListed(c, p.ID) {
				listed++
			} else {
				candidates++
			}
		}
	}
	if listed == 0 || candidates < 20 || candidates > 50 {
		t.Errorf("%d listed papers and %d candidates retracted", listed, candidates)
	}
	if n := w.works.Requests(); n > 4 || planned < n {
		t.Errorf("%d requests, %d planned", n, planned)
	}
	if len(c.Sources) != 2 || c.Sources[1].Name != "OpenAlex" {
		t.Errorf("sources %+v", c.Sources)
	}
}

func isListed(c *graph.Corpus, id graph.PaperID) bool {
	for _, e := range c.Entries {
		if e.Paper == id {
			return true
		}
	}
	return false
}
