package fetch_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
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

// An openAlex is a stand-in for the service over a shelf of listed papers, of
// which paper n cites the works of numbers first(n) to first(n)+references.
type openAlex struct {
	references int
	step       int          // how many works further on the next list begins
	gone       map[int]bool // works that there are no more
	broke      bool         // there is no credit for lists of works
	lists      int          // requests for reference lists
	pages      int          // requests for works together
	looks      map[int]int  // how often each work was asked for
	url        string
}

func (o *openAlex) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/works/")
	var n int
	switch {
	case r.URL.Path == "/works" && strings.HasPrefix(r.URL.Query().Get("filter"), "doi:"): // for notices
		_, _ = io.WriteString(w, `{"meta":{"count":0},"results":[]}`)
	case r.URL.Path == "/works" && o.broke:
		w.Header().Set("X-RateLimit-Remaining", "0")
		w.WriteHeader(http.StatusTooManyRequests)
	case r.URL.Path == "/works":
		o.pages++
		var works []string
		for _, name := range strings.Split(strings.TrimPrefix(r.URL.Query().Get("filter"), "openalex:W"), "|W") {
			if _, err := fmt.Sscanf(name, "%d", &n); err == nil && o.look(n) {
				works = append(works, o.work(n))
			}
		}
		_, _ = fmt.Fprintf(w, `{"meta":{"count":%d},"results":[%s]}`, len(works), strings.Join(works, ","))
	case strings.HasPrefix(name, "doi:10.1000/"):
		o.lists++
		_, _ = fmt.Sscanf(name, "doi:10.1000/%d", &n)
		_, _ = io.WriteString(w, o.list(n))
	default:
		if _, err := fmt.Sscanf(name, "W%d", &n); err != nil || !o.look(n) {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, o.work(n))
	}
}

func (o *openAlex) look(n int) (there bool) {
	o.looks[n]++
	return !o.gone[n]
}

func (o *openAlex) work(n int) string {
	return fmt.Sprintf(`{"id":"https://openalex.org/W%d","doi":"https://doi.org/10.2000/%d","display_name":"Work number %d of the shelf","publication_year":1999}`, n, n, n)
}

func (o *openAlex) list(n int) string {
	var names []string
	for i := range o.references {
		names = append(names, fmt.Sprintf(`"https://openalex.org/W%d"`, 5_000_000_000+n*o.step+i))
	}
	return fmt.Sprintf(`{"id":"https://openalex.org/W44%08d","doi":"https://doi.org/10.1000/%d","referenced_works_count":%d,"referenced_works":[%s]}`,
		n, n, len(names), strings.Join(names, ","))
}

// serve puts it on a loopback address.
func (o *openAlex) serve(t *testing.T) {
	o.looks = map[int]int{}
	server := httptest.NewServer(o)
	t.Cleanup(server.Close)
	o.url = server.URL
}

// A shelf is listed papers of which all but the first few are withheld.
type shelf struct {
	t       *testing.T
	api     *apitest.Server
	url     string
	entries []graph.Entry
	crossed int // requests to Crossref
}

func newShelf(t *testing.T, papers int) *shelf {
	s := &shelf{t: t}
	var known []graph.Paper
	for n := range papers {
		known = append(known, graph.Paper{
			ID: hex(100 + n), Title: fmt.Sprintf("Listed paper number %d", n), Authors: []string{"Ada Author"}, Date: graph.Date{Year: 2020},
			IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: fmt.Sprintf("10.1000/%d", n)}}, References: graph.References{State: graph.Withheld},
		})
		s.entries = append(s.entries, entry(n+1, "", graph.ExternalIDs{{Scheme: graph.S2, Value: string(hex(100 + n))}}))
	}
	s.api = apitest.New(known)
	server := httptest.NewServer(s.api)
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

// gather gathers with OpenAlex and a Crossref that knows nothing, and gives what
// was planned once the entries were resolved, at most, to each source.
func (s *shelf) gather(o *openAlex, file string, options fetch.Options) (*graph.Corpus, map[string]int) {
	s.t.Helper()
	l, err := library.Open(file, library.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	defer l.Close()
	planned := map[string]int{}
	options.Planned = func(stages []fetch.Stage) {
		for _, x := range stages {
			planned[x.Source] += x.Requests
		}
	}
	options.Fallbacks = []fetch.Source{
		l.Source(openalex.NewClient(api.Config{BaseURL: o.url, Rate: 1e5, Patience: time.Second})),
		l.Source(crossref.NewClient(api.Config{BaseURL: serveText(s.t, &s.crossed, nil), Rate: 1e5, Patience: time.Second})),
	}
	c, err := fetch.Gather(s.t.Context(), l.Source(semanticscholar.NewClient(api.Config{BaseURL: s.url, Rate: 1e5, Patience: time.Minute})), s.entries, options)
	if err != nil {
		s.t.Fatal(err)
	}
	return c, planned
}

// Six withheld lists that share their references: a look-up each, and each
// reference once, a hundred a request; the second run asks nothing.
func TestSixListsThatShareTheirReferences(t *testing.T) {
	o := &openAlex{references: 80, step: 20}
	o.serve(t)
	s := newShelf(t, 6)
	file := filepath.Join(t.TempDir(), "library")
	c, planned := s.gather(o, file, fetch.Options{})
	t.Logf("%d lists and %d pages of OpenAlex, %d of Crossref; planned %v", o.lists, o.pages, s.crossed, planned)
	if o.lists != 6 || o.pages != 2 || len(o.looks) != 180 || s.crossed != 0 {
		t.Errorf("%d lists, %d pages, %d works, %d requests to Crossref", o.lists, o.pages, len(o.looks), s.crossed)
	}
	if sent := o.lists + o.pages; planned["OpenAlex"] < sent || s.api.Requests() > 1+planned["Semantic Scholar"] {
		t.Errorf("planned %v, %d sent to OpenAlex, %d to Semantic Scholar", planned, sent, s.api.Requests())
	}
	for n, times := range o.looks {
		if times != 1 {
			t.Errorf("W%d was asked for %d times", n, times)
		}
	}
	for n := range 6 {
		p := c.Paper(hex(100 + n))
		if p.References.State != graph.Known || len(p.References.IDs) != 80 || p.References.From != "openalex" || p.References.IDs[0] != graph.PaperID(fmt.Sprintf("DOI:10.2000/%d", 5_000_000_000+n*20)) {
			t.Errorf("paper %d: %s, %d references", n, p.References.State, len(p.References.IDs))
		}
	}
	before := o.lists + o.pages + s.crossed + s.api.Requests()
	again, planned := s.gather(o, file, fetch.Options{})
	if after := o.lists + o.pages + s.crossed + s.api.Requests(); after != before || planned["OpenAlex"] != 0 || len(again.Papers) != len(c.Papers) {
		t.Errorf("the second run sent %d requests, planned %v", after-before, planned)
	}
}

// Works that OpenAlex has no more are missing from a list, which says so.
func TestAListThatLacksWorksIsCut(t *testing.T) {
	o := &openAlex{references: 50, step: 50, gone: map[int]bool{5_000_000_003: true, 5_000_000_007: true}}
	o.serve(t)
	s := newShelf(t, 2)
	file := filepath.Join(t.TempDir(), "library")
	for range 2 {
		c, _ := s.gather(o, file, fetch.Options{})
		cut, whole := c.Paper(hex(100)), c.Paper(hex(101))
		if cut.References.State != graph.Cut || len(cut.References.IDs) != 48 || *cut.Referenced != 50 || whole.References.State != graph.Known || len(whole.References.IDs) != 50 {
			t.Errorf("%s %d of %d, %s %d", cut.References.State, len(cut.References.IDs), *cut.Referenced, whole.References.State, len(whole.References.IDs))
		}
	}
}

// Without credit for lists of works each is looked up by itself, once.
func TestSharedListsWithoutCredit(t *testing.T) {
	o := &openAlex{references: 40, step: 10, broke: true}
	o.serve(t)
	s := newShelf(t, 6)
	c, _ := s.gather(o, filepath.Join(t.TempDir(), "library"), fetch.Options{})
	if len(o.looks) != 90 || c.Paper(hex(105)).References.State != graph.Known {
		t.Errorf("%d works, %s", len(o.looks), c.Paper(hex(105)).References.State)
	}
	for n, times := range o.looks {
		if times != 1 {
			t.Errorf("W%d was asked for %d times", n, times)
		}
	}
}

// The budget holds for all sources together, whatever it is: no run sends more
// than it was told to plan, or than its plan says, and what it left out is told.
func TestTheBudgetHoldsForFallbacks(t *testing.T) {
	for _, budget := range []int{1, 2, 3, 5, 8, 12, 20, 60, 200} {
		o := &openAlex{references: 90, step: 60}
		o.serve(t)
		s := newShelf(t, 40)
		file := filepath.Join(t.TempDir(), "library")
		c, planned := s.gather(o, file, fetch.Options{Budget: budget})
		sent := o.lists + o.pages + s.crossed + s.api.Requests()
		total := 1 // the entries, before the plan
		for _, n := range planned {
			total += n
		}
		if sent > budget || sent > total || total > budget {
			t.Errorf("budget %d: %d requests, planned %v", budget, sent, planned)
		}
		if planned["OpenAlex"] < o.lists+o.pages || planned["Crossref"] < s.crossed {
			t.Errorf("budget %d: %d and %d requests, planned %v", budget, o.lists+o.pages, s.crossed, planned)
		}
		told := 0
		for i := range c.Papers {
			if c.Papers[i].References.State.Told() {
				told++
			}
		}
		t.Logf("budget %d: %d requests (%d lists, %d pages), %d lists known, beyond %+v", budget, sent, o.lists, o.pages, told, c.Beyond)
		if budget == 1 {
			continue // nobody was asked around the list, and so nothing is withheld
		}
		if whole := told == 40 && !slices.ContainsFunc(c.Papers, func(p graph.Paper) bool { return p.References.State == graph.Cut }); whole == (c.Beyond.Lists > 0) {
			t.Errorf("budget %d: %d lists told, beyond %+v", budget, told, c.Beyond)
		}
		again, _ := s.gather(o, file, fetch.Options{Budget: budget})
		if more := o.lists + o.pages + s.crossed + s.api.Requests() - sent; more != 0 || again.Beyond != c.Beyond {
			t.Errorf("budget %d: the same again took %d more", budget, more)
		}
	}
}
