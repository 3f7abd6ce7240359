package fetch_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// Two requests more bring the kinds and embeddings of list and candidates, and how
// one listed paper cites. A library keeps them, and then nothing is asked.
func TestDetailsOfListAndCandidates(t *testing.T) {
	papers := apitest.Described(apitest.Neighbourhood(12, 30, 30, 1), 1)
	b, file := benchOf(t, papers, 12), filepath.Join(t.TempDir(), "library")
	cold, err := b.gather(b.library(file, time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked, known := b.server.Requests(), graph.NewIndex(papers)
	embedded, quoting := 0, 0
	for i := range cold.Papers {
		p := &cold.Papers[i]
		place, _ := known.Place(p.ID)
		if len(p.Embedding) > 0 {
			embedded++
			if !reflect.DeepEqual(p.Embedding, papers[place].Embedding) || !slices.Equal(p.Types, papers[place].Types) {
				t.Errorf("%s has another embedding or other types, %v", p.ID, p.Types)
			}
		}
		if len(p.Contexts) > 0 {
			quoting++
			if !reflect.DeepEqual(p.Contexts, papers[place].Contexts) {
				t.Errorf("%s cites as %+v", p.ID, p.Contexts)
			}
		}
	}
	if embedded != 212 || quoting != 1 {
		t.Errorf("%d papers with embeddings, want 200 candidates and 12 listed; %d that say how they cite, want 1", embedded, quoting)
	}
	more := 0
	for _, call := range b.server.Log() {
		if strings.Contains(call.Fields, "embedding") || strings.Contains(call.Fields, "contexts") {
			more++
		}
	}
	if more != 2 {
		t.Errorf("%d requests for details and passages, want 2", more)
	}
	warm, err := b.gather(b.library(file, time.Minute), fetch.Options{})
	if err != nil || b.server.Requests() != asked || b.bytes(warm) != b.bytes(cold) {
		t.Errorf("the same again: %d more requests, the same corpus %v, %v", b.server.Requests()-asked, b.bytes(warm) == b.bytes(cold), err)
	}
}

// With a budget that is hardly enough for the rest, details are done without.
func TestDetailsGiveWay(t *testing.T) {
	papers := apitest.Described(apitest.Neighbourhood(3, 12, 12, 1), 1)
	b := benchOf(t, papers, 3)
	c, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{Budget: 4})
	if err != nil || b.server.Requests() > 4 || len(c.Papers) < 20 {
		t.Errorf("%d requests, %d papers, %v", b.server.Requests(), len(c.Papers), err)
	}
}
