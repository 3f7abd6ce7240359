package fetch_test

import (
	"fmt"
	"io"
	"net/http"
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
	"citemap/graph"
)

func hex(n int) graph.PaperID { return graph.PaperID(fmt.Sprintf("%040d", n)) }

// withheld are a listed paper whose references the publisher keeps back, two
// papers that it cites, and one that is not what a fallback takes it for.
func withheld() []graph.Paper {
	paper := func(n int, title string) graph.Paper {
		return graph.Paper{
			ID: hex(n), Title: title, Date: graph.Date{Year: 2000 + n}, Authors: []string{"Ada Author"},
			IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/%d", n)}}, References: graph.References{State: graph.Known},
		}
	}
	listed := paper(9, "A survey of everything that was known")
	listed.References.State = graph.Withheld
	other := paper(3, "Nothing of the kind")
	other.IDs = graph.ExternalIDs{{Scheme: graph.MAG, Value: "2000000003"}}
	return []graph.Paper{listed, paper(1, "The first paper on the matter"), paper(2, "The second paper on the matter"), other}
}

// serveText serves fixed answers by path, and counts, but for those about notices.
func serveText(t *testing.T, requests *int, answers map[string]string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("rows") {
			_, _ = io.WriteString(w, `{"status":"ok","message":{"items":[]}}`)
			return
		}
		*requests++
		if r.URL.Path == "/works" {
			_, _ = io.WriteString(w, page(r, answers))
			return
		}
		body, found := answers[r.URL.Path]
		if !found {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// page is OpenAlex's page of the works that a filter names.
func page(r *http.Request, answers map[string]string) string {
	var works []string
	for _, name := range strings.Split(strings.TrimPrefix(r.URL.Query().Get("filter"), "openalex:"), "|") {
		if body, found := answers["/works/"+name]; found {
			works = append(works, body)
		}
	}
	return fmt.Sprintf(`{"meta":{"count":%d},"results":[%s]}`, len(works), strings.Join(works, ","))
}

// What Semantic Scholar may not show is asked of the fallbacks in turn; the
// papers they name become the same papers as Semantic Scholar's, unless the
// titles say that an id is wrong.
func TestFallbacks(t *testing.T) {
	service := apitest.New(withheld())
	server := httptest.NewServer(service)
	defer server.Close()
	work := func(n int, title string) string {
		return fmt.Sprintf(`{"id":"https://openalex.org/W430000000%d","doi":"https://doi.org/10.1000/%d","display_name":"%s","publication_year":200%d}`, n, n, title, n)
	}
	const list = `{"id":"https://openalex.org/W4300000009","doi":"https://doi.org/10.1000/9","title":"A survey of everything that was known","referenced_works_count":%d,"referenced_works":[%s]}`
	full := map[string]string{
		"/works/doi:10.1000/9": fmt.Sprintf(list, 2, `"https://openalex.org/W4300000001","https://openalex.org/W2000000003"`),
		"/works/W4300000001":   work(1, "The first paper on the matter"),
		"/works/W2000000003":   `{"id":"https://openalex.org/W2000000003","display_name":"A paper that nobody but OpenAlex knows","publication_year":2003}`,
	}
	bare := map[string]string{"/works/doi:10.1000/9": fmt.Sprintf(list, 0, "")}
	const deposited = `{"status":"ok","message":{"DOI":"10.1000/9","reference-count":1,"reference":[{"key":"r1","DOI":"10.1000/2"}]}}`
	for _, test := range []struct {
		name     string
		openAlex map[string]string
		from     string
		cites    []graph.PaperID
		sources  string
	}{
		{"OpenAlex knows it", full, "openalex", []graph.PaperID{hex(1), fetch.StubID("A paper that nobody but OpenAlex knows", 2003, nil)}, "Semantic Scholar, OpenAlex"},
		{"OpenAlex has no list, Crossref does", bare, "crossref", []graph.PaperID{hex(2)}, "Semantic Scholar, Crossref"},
	} {
		file, requests := filepath.Join(t.TempDir(), "library"), 0
		l, err := library.Open(file, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		s2 := semanticscholar.NewClient(api.Config{BaseURL: server.URL, Rate: 1e5, Patience: time.Minute})
		oa := openalex.NewClient(api.Config{BaseURL: serveText(t, &requests, test.openAlex), Rate: 1e5, Patience: time.Second})
		cr := crossref.NewClient(api.Config{BaseURL: serveText(t, &requests, map[string]string{"/works/10.1000/9": deposited}), Rate: 1e5, Patience: time.Second})
		gather := func() *graph.Corpus {
			c, err := fetch.Gather(t.Context(), l.Source(s2), []graph.Entry{entry(1, "", graph.ExternalIDs{{Scheme: graph.S2, Value: string(hex(9))}})},
				fetch.Options{Fallbacks: []fetch.Source{l.Source(oa), l.Source(cr)}})
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		p := gather().Paper(hex(9))
		before := requests
		again := gather()
		var names []string
		for _, s := range again.Sources {
			names = append(names, s.Name)
		}
		if fmt.Sprint(p.References.IDs) != fmt.Sprint(test.cites) || p.References.From != test.from || p.References.State != graph.Known || strings.Join(names, ", ") != test.sources {
			t.Errorf("%s: %+v by %v", test.name, p.References, names)
		}
		if requests != before || fmt.Sprint(again.Paper(hex(9)).References) != fmt.Sprint(p.References) {
			t.Errorf("%s: the second time took %d requests and gave %+v", test.name, requests-before, again.Paper(hex(9)).References)
		}
	}
}

// A fallback that does not answer is told of and done without.
func TestFallbackDown(t *testing.T) {
	server := httptest.NewServer(apitest.New(withheld()))
	defer server.Close()
	down := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }))
	defer down.Close()
	var warned []string
	c, err := fetch.Gather(t.Context(), semanticscholar.NewClient(api.Config{BaseURL: server.URL, Rate: 1e5}),
		[]graph.Entry{entry(1, "", graph.ExternalIDs{{Scheme: graph.S2, Value: string(hex(9))}})},
		fetch.Options{
			Fallbacks: []fetch.Source{openalex.NewClient(api.Config{BaseURL: down.URL, Rate: 1e5, Patience: -1})},
			Warn:      func(text string) { warned = append(warned, text) },
		})
	if err != nil || len(warned) != 1 || !strings.HasPrefix(warned[0], "continuing without OpenAlex: ") || c.Paper(hex(9)).References.State != graph.Withheld {
		t.Errorf("%v, warned %q, %+v", err, warned, c.Paper(hex(9)).References)
	}
}

// What a fallback names stays on the list whoever knows it: the source, nobody,
// or nobody and without a title. What it told of a paper that the source knows
// is kept with it, but for its counts.
func TestNoReferenceIsLost(t *testing.T) {
	papers := withheld()
	counted := 7
	papers[1].Global, papers[1].IDs = &counted, graph.ExternalIDs{{Scheme: graph.PubMed, Value: "77"}}
	server := httptest.NewServer(apitest.New(papers))
	defer server.Close()
	requests := 0
	url := serveText(t, &requests, map[string]string{
		"/works/doi:10.1000/9": `{"id":"https://openalex.org/W9","doi":"https://doi.org/10.1000/9","referenced_works_count":4,"referenced_works":["W2000000001","W2","W3","W4"]}`,
		"/works/W2000000001":   `{"id":"https://openalex.org/W2000000001","ids":{"mag":"2000000001","pmid":"77"},"display_name":"The first paper on the matter","publication_year":2001,"cited_by_count":9999}`,
		"/works/W2":            `{"id":"https://openalex.org/W2","doi":"https://doi.org/10.1000/2","display_name":"The second paper on the matter"}`,
		"/works/W3":            `{"id":"https://openalex.org/W3","doi":"https://doi.org/10.1000/77"}`,
		"/works/W4":            `{"id":"https://openalex.org/W4","display_name":"A paper of which nobody has an id"}`,
	})
	c, err := fetch.Gather(t.Context(), semanticscholar.NewClient(api.Config{BaseURL: server.URL, Rate: 1e5}),
		[]graph.Entry{entry(1, "", graph.ExternalIDs{{Scheme: graph.S2, Value: string(hex(9))}})},
		fetch.Options{Fallbacks: []fetch.Source{openalex.NewClient(api.Config{BaseURL: url, Rate: 1e5, Patience: -1})}})
	if err != nil {
		t.Fatal(err)
	}
	list := c.Paper(hex(9)).References
	want := fmt.Sprint([]graph.PaperID{hex(1), hex(2), "DOI:10.1000/77", fetch.StubID("A paper of which nobody has an id", 0, nil)})
	if list.State != graph.Known || fmt.Sprint(list.IDs) != want {
		t.Errorf("%s %v, want %s", list.State, list.IDs, want)
	}
	if g := graph.New(c); g.Citations() != 4 || g.Cleaned.Nowhere != 0 {
		t.Errorf("%d citations, %+v", g.Citations(), g.Cleaned)
	}
	if p := c.Paper(hex(1)); p == nil || p.Global == nil || *p.Global != counted || p.IDs.Of(graph.MAG) != "2000000001" || len(p.Authors) != 1 {
		t.Errorf("%+v", p)
	}
}
