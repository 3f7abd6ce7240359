package fetch_test

import (
	"bytes"
	"encoding/json"
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
	"citemap/fetch/semanticscholar"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// stumbling is a service that answers with a status whenever it is asked for an
// id, or with lists around it where only those are at fault.
func stumbling(service http.Handler, id string, status int, listsOnly bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
		if bytes.Contains(body, []byte(id)) && (!listsOnly || strings.Contains(r.URL.RawQuery, "references.")) {
			w.WriteHeader(status)
			fmt.Fprint(w, `{"message":"it is broken"}`)
			return
		}
		service.ServeHTTP(w, r)
	}
}

func (b *bench) behind(h http.Handler) {
	server := httptest.NewServer(h)
	b.t.Cleanup(server.Close)
	b.url = server.URL
}

// One id at which the service stumbles costs no other entry its paper, is named
// with the service's words, and is asked for again by the next run.
func TestABadIDCostsNoOtherEntry(t *testing.T) {
	for _, status := range []int{500, 504, 400} {
		b := newBench(t, 60, 2, 2)
		bad := b.entries[17].IDs.Of(graph.S2)
		b.behind(stumbling(b.server, bad, status, false))
		file := filepath.Join(t.TempDir(), "library")
		began := time.Now()
		c, err := b.gather(b.library(file, time.Minute), fetch.Options{EntriesOnly: true})
		if err != nil || time.Since(began) > 20*time.Second {
			t.Fatalf("%d: %v after %s", status, err, time.Since(began))
		}
		for i, e := range c.Entries {
			want := graph.StatusResolved
			if i == 17 {
				want = graph.StatusMissing
			}
			if e.Status != want {
				t.Errorf("%d: entry %d is %s: %s", status, i, e.Status, e.Note)
			}
		}
		note := fmt.Sprintf("Semantic Scholar could not answer for S2:%s (%d: it is broken): the next run asks again", bad, status)
		if got := c.Entries[17].Note; got != note && got != strings.Replace(note, "S2:", "", 1) {
			t.Errorf("%d: note %q, want %q", status, got, note)
		}
		b.behind(b.server)
		if c, err = b.gather(b.library(file, time.Minute), fetch.Options{EntriesOnly: true}); err != nil || c.Entries[17].Status != graph.StatusResolved {
			t.Errorf("%d: the next run: %s, %v", status, c.Entries[17].Status, err)
		}
	}
}

// Where it is only the lists that fail, the paper is there and its list failed.
func TestABadListCostsNoOtherList(t *testing.T) {
	b := newBench(t, 10, 3, 3)
	bad := b.entries[3].IDs.Of(graph.S2)
	b.behind(stumbling(b.server, bad, 500, true))
	c, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range c.Entries {
		state := c.Paper(e.Paper).References.State
		if want := map[bool]graph.State{true: graph.Failed, false: graph.Known}[i == 3]; e.Status != graph.StatusResolved || state != want {
			t.Errorf("entry %d is %s, references %s, want %s", i, e.Status, state, want)
		}
	}
}

// A list of which fewer references come than are counted is cut, also when it
// is read back.
func TestALongListThatEndsEarlyIsCut(t *testing.T) {
	for _, test := range []struct {
		given, counted, budget int
		ids                    int
		state                  graph.State
	}{
		{9000, 10500, 0, 9000, graph.Cut},
		{1500, 10500, 3, 1000, graph.Cut}, // no budget for the pages
		{1500, 1500, 0, 1500, graph.Known},
		{1000, 1033, 0, 1000, graph.Cut},
		{40, 40, 0, 40, graph.Known},
		{40, 150, 0, 40, graph.Cut},
	} {
		papers := []graph.Paper{{ID: "p", Title: "A survey of everything", References: graph.References{State: graph.Known}, Referenced: &test.counted}}
		for i := range test.given {
			id := graph.PaperID(fmt.Sprintf("%040x", i))
			papers[0].References.IDs = append(papers[0].References.IDs, id)
			papers = append(papers, graph.Paper{ID: id, Title: fmt.Sprintf("Cited work %d", i)})
		}
		papers[0].ID = graph.PaperID(strings.Repeat("f", 40))
		b := &bench{t: t, server: apitest.New(papers), entries: []graph.Entry{entry(1, papers[0].Title, graph.ExternalIDs{{Scheme: graph.S2, Value: string(papers[0].ID)}})}}
		b.behind(b.server)
		file := filepath.Join(t.TempDir(), "library")
		for range 2 {
			c, err := b.gather(b.library(file, time.Minute), fetch.Options{Budget: test.budget})
			if err != nil {
				t.Fatal(err)
			}
			if r := c.Paper(c.Entries[0].Paper).References; r.State != test.state || len(r.IDs) != test.ids {
				t.Errorf("%d of %d: %s, %d ids", test.given, test.counted, r.State, len(r.IDs))
			}
		}
	}
}

// rerouted is a service that has named paper "old" anew, "new", while the lists
// of some papers call it by its old name still.
func rerouted(hex func(string) string) http.HandlerFunc {
	cites := func(names ...string) []any {
		list := []any{}
		for _, n := range names {
			list = append(list, map[string]any{"paperId": hex(n), "title": "Title of " + n, "year": 2001})
		}
		return list
	}
	paper := func(name string, references, citations []any) map[string]any {
		return map[string]any{"paperId": hex(name), "title": "Title of " + name, "year": 2001, "references": references, "citations": citations,
			"referenceCount": len(references), "citationCount": len(citations)}
	}
	renamed := paper("new", cites("base"), cites("a", "b", "c"))
	known := map[string]any{
		hex("old"): renamed, hex("new"): renamed,
		hex("a"): paper("a", cites("old", "base"), cites()), hex("b"): paper("b", cites("new", "base"), cites()), hex("c"): paper("c", cites("old"), cites()),
		hex("list"): paper("list", cites("old"), cites("a", "d")), hex("d"): paper("d", cites("old", "list"), cites()), hex("base"): paper("base", cites(), cites()),
	}
	return func(w http.ResponseWriter, r *http.Request) {
		var asked struct{ IDs []string }
		_ = json.NewDecoder(r.Body).Decode(&asked)
		out := []any{}
		for _, id := range asked.IDs {
			out = append(out, known[id])
		}
		_ = json.NewEncoder(w).Encode(out)
	}
}

// Whoever cites a paper under the id that it had cites it under the id that it
// has, whether the list holds the old id, the new one, both or neither, and also
// when it is read back.
func TestAReroutedIDKeepsItsCitingPapers(t *testing.T) {
	hex := func(name string) string { return fmt.Sprintf("%040x", name) }
	for _, list := range [][]string{{"old"}, {"old", "list"}, {"list", "new", "old"}, {"new", "old", "list"}} {
		b := &bench{t: t}
		for i, name := range list {
			b.entries = append(b.entries, entry(i+1, "", graph.ExternalIDs{{Scheme: graph.S2, Value: hex(name)}}))
		}
		b.behind(rerouted(hex))
		file, first := filepath.Join(t.TempDir(), "library"), ""
		for range 2 {
			c, err := b.gather(b.library(file, time.Minute), fetch.Options{})
			if err != nil {
				t.Fatal(err)
			}
			g := graph.New(c)
			var citing []string
			for n := range graph.Node(g.Len()) {
				if g.Paper(n).ID == graph.PaperID(hex("new")) {
					for _, m := range g.Citing(n) {
						citing = append(citing, strings.TrimPrefix(g.Paper(m).Title, "Title of "))
					}
				}
			}
			slices.Sort(citing)
			want := "a b c"
			if slices.Contains(list, "list") {
				want = "a b c d list"
			}
			if got := strings.Join(citing, " "); got != want || c.Paper(graph.PaperID(hex("old"))) == nil {
				t.Errorf("%v: cited by %s, want %s", list, got, want)
			}
			if bytes := b.bytes(c); first == "" {
				first = bytes
			} else if bytes != first {
				t.Errorf("%v: read back as another corpus", list)
			}
		}
	}
}

// A title at which the service stumbles does not end the run.
func TestABadTitleFailsAlone(t *testing.T) {
	b := newBench(t, 3, 2, 2)
	for i := range b.entries {
		b.entries[i].IDs = nil
	}
	bad := b.entries[1].Title
	b.behind(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("query") == bad {
			w.WriteHeader(500)
			return
		}
		b.server.ServeHTTP(w, r)
	}))
	source := semanticscholar.NewClient(api.Config{BaseURL: b.url, Rate: 1e5, Patience: time.Minute})
	c, err := b.gather(source, fetch.Options{EntriesOnly: true})
	if err != nil || c.Entries[0].Status != graph.StatusResolved || c.Entries[2].Status != graph.StatusResolved {
		t.Fatalf("%+v, %v", c.Entries, err)
	}
	if e := c.Entries[1]; e.Status != graph.StatusMissing || !strings.Contains(e.Note, "could not answer for the title") || !strings.Contains(e.Note, "500: Internal Server Error") {
		t.Errorf("%s: %s", e.Status, e.Note)
	}
}
