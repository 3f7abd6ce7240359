package fetch_test

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// A list that the service does not page to its end is cut, and one that it does
// is known; from the library as well.
func TestLongReferenceListsAreCutWhereTheirPagesAre(t *testing.T) {
	const length = 2300
	long := graph.Paper{ID: hex(1), Title: "A very long survey", Date: graph.Date{Year: 2020}, References: graph.References{State: graph.Known}}
	papers := []graph.Paper{}
	for i := range length {
		p := graph.Paper{ID: hex(100 + i), Title: fmt.Sprintf("Cited number %d", i), Date: graph.Date{Year: 2000}}
		long.References.IDs = append(long.References.IDs, p.ID)
		papers = append(papers, p)
	}
	for _, broken := range []bool{false, true} {
		t.Run(fmt.Sprintf("broken: %v", broken), func(t *testing.T) {
			b := &bench{t: t, server: apitest.New(append(papers, long))}
			b.server.BrokenReferences = broken
			b.entries = []graph.Entry{entry(1, long.Title, graph.ExternalIDs{{Scheme: graph.S2, Value: string(long.ID)}})}
			server := httptest.NewServer(b.server)
			defer server.Close()
			b.url = server.URL
			file := filepath.Join(t.TempDir(), "library")
			for range 2 {
				c, err := b.gather(b.library(file, time.Minute), fetch.Options{})
				if err != nil {
					t.Fatal(err)
				}
				got, v := c.Paper(long.ID), graph.Cover(c, graph.New(c))
				if !broken && (got.References.State != graph.Known || len(got.References.IDs) != length || v.WithReferences != 1) {
					t.Errorf("%s, %d references, coverage %+v", got.References.State, len(got.References.IDs), v)
				}
				if want := (graph.Cuts{Papers: 1, Given: 1000, Counted: length}); broken && (got.References.State != graph.Cut || v.CutReferences != want || v.WithReferences != 0) {
					t.Errorf("%s, coverage %+v", got.References.State, v)
				}
			}
		})
	}
}
