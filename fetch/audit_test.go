package fetch_test

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/crossref"
	"citemap/fetch/library"
	"citemap/fetch/openalex"
	"citemap/fetch/semanticscholar"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// audited are listed papers of 40 references, of 8, of a list that is kept back
// and of one that nobody else knows, with what those cite.
func audited() (papers []graph.Paper, entries []graph.Entry) {
	for i, length := range []int{40, 8, 0, 3} {
		p := graph.Paper{
			ID: hex(i + 1), Title: fmt.Sprintf("Audited paper number %d", i), Date: graph.Date{Year: 2020},
			IDs:        graph.ExternalIDs{{Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/%d", i+1)}},
			References: graph.References{State: graph.Known},
		}
		if length == 0 {
			p.References.State = graph.Withheld
		}
		for j := range length {
			p.References.IDs = append(p.References.IDs, hex(100+j))
		}
		papers = append(papers, p)
		entries = append(entries, entry(i+1, p.Title, graph.ExternalIDs{{Scheme: graph.S2, Value: string(p.ID)}}))
	}
	for j := range 40 {
		papers = append(papers, graph.Paper{ID: hex(100 + j), Title: fmt.Sprintf("Cited number %d", j), Date: graph.Date{Year: 2000}})
	}
	return papers, entries
}

// Each listed paper's reference list is held against the counts of others, with
// a request a paper within the budget, which the plan tells.
func TestAudit(t *testing.T) {
	papers, entries := audited()
	service := apitest.New(papers)
	server := httptest.NewServer(service)
	defer server.Close()
	work := func(n, counted int) string {
		return fmt.Sprintf(`{"id":"https://openalex.org/W430000000%d","doi":"https://doi.org/10.1000/%d","referenced_works_count":%d,"referenced_works":[]}`, n, n, counted)
	}
	deposited := func(n, counted int) string {
		return fmt.Sprintf(`{"status":"ok","message":{"DOI":"10.1000/%d","reference-count":%d}}`, n, counted)
	}
	var others int
	url := serveText(t, &others, map[string]string{
		"/works/doi:10.1000/1": work(1, 41), "/works/doi:10.1000/2": work(2, 9), "/works/doi:10.1000/3": work(3, 0),
		"/works/10.1000/1": deposited(1, 62), "/works/10.1000/2": deposited(2, 9), "/works/10.1000/3": deposited(3, 5),
	})
	file := filepath.Join(t.TempDir(), "library")
	sources := func() (fetch.Source, []fetch.Source) {
		l, err := library.Open(file, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		return l.Source(semanticscholar.NewClient(api.Config{BaseURL: server.URL, Rate: 100000})), []fetch.Source{
			l.Source(openalex.NewClient(api.Config{BaseURL: url, Rate: 100000})), l.Source(crossref.NewClient(api.Config{BaseURL: url, Rate: 100000})),
		}
	}
	source, audit := sources()
	stages, err := fetch.Plan(t.Context(), source, entries, fetch.Options{EntriesOnly: true, Audit: audit})
	if err != nil {
		t.Fatal(err)
	}
	asks := func(stage fetch.Stage) bool { return stage.Source == "Crossref" && stage.Requests == len(entries) }
	if !slices.ContainsFunc(stages, asks) || others+service.Requests() > 0 {
		t.Errorf("planned %+v after %d requests", stages, others+service.Requests())
	}
	want := []string{
		"40 known, OpenAlex 41, Crossref 62, short", "8 known, OpenAlex 9, Crossref 9", "0 withheld, Crossref 5, short",
	}
	for run, requests := range []int{8, 8} {
		source, audit := sources()
		c, err := fetch.Gather(t.Context(), source, entries, fetch.Options{EntriesOnly: true, Audit: audit})
		if err != nil {
			t.Fatal(err)
		}
		if got := audits(c); !slices.Equal(got, want) {
			t.Errorf("run %d: %q, want %q", run, got, want)
		}
		if others != requests || service.Requests() != 2 {
			t.Errorf("run %d: asked others %d times, want %d; the source %d times, want 2", run, others, requests, service.Requests())
		}
		if len(c.Sources) != 3 || !slices.Equal(c.Auditors, []string{"OpenAlex", "Crossref"}) {
			t.Errorf("sources %v, auditors %v", c.Sources, c.Auditors)
		}
	}
}

// An audit spends no more than the budget, and takes nothing from the others'
// lists into the corpus.
func TestAuditKeepsToTheBudget(t *testing.T) {
	papers, entries := audited()
	server := httptest.NewServer(apitest.New(papers))
	defer server.Close()
	var others int
	url := serveText(t, &others, map[string]string{
		"/works/10.1000/1": `{"status":"ok","message":{"DOI":"10.1000/1","reference":[{"DOI":"10.1000/900"}],"reference-count":62}}`,
	})
	source := semanticscholar.NewClient(api.Config{BaseURL: server.URL, Rate: 100000})
	audit := []fetch.Source{crossref.NewClient(api.Config{BaseURL: url, Rate: 100000})}
	c, err := fetch.Gather(t.Context(), source, entries, fetch.Options{EntriesOnly: true, Audit: audit, Budget: 3})
	if err != nil {
		t.Fatal(err)
	}
	if others != 1 || len(c.Papers) != len(papers) {
		t.Errorf("asked others %d times, want 1; %d papers, want %d", others, len(c.Papers), len(papers))
	}
	if got := audits(c); !slices.Equal(got, []string{"40 known, Crossref 62, short"}) {
		t.Errorf("%q", got)
	}
}

func audits(c *graph.Corpus) (out []string) {
	for _, a := range c.Audits() {
		says := fmt.Sprintf("%d %s", a.Has, a.Paper.References.State)
		for _, n := range a.Counts {
			says += fmt.Sprintf(", %s %d", n.Source, n.References)
		}
		if a.Short() {
			says += ", short"
		}
		out = append(out, says)
	}
	return out
}
