package fetch_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
	"citemap/graph/gap"
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

// A snapshot replays alike with what is known beyond the graph and without it: the
// same gaps with the same scores, of which only the reasons say more.
func TestSnapshotsWithAndWithoutDetails(t *testing.T) {
	papers := apitest.Described(apitest.Neighbourhood(12, 30, 30, 1), 1)
	bare := slices.Clone(papers)
	for i := range bare {
		p := &bare[i]
		p.Types, p.Contexts, p.Embedding = nil, nil, nil
	}
	find := func(papers []graph.Paper) (*graph.Graph, gap.Found) {
		var text strings.Builder
		if err := library.WriteSnapshot(&text, &library.Snapshot{Papers: papers}); err != nil {
			t.Fatal(err)
		}
		s, err := library.Scan("f", strings.NewReader(text.String()))
		if err != nil {
			t.Fatal(err)
		}
		c, err := fetch.Frozen(t.Context(), s.Source(), s.Corpus(), benchOf(t, papers, 12).entries)
		if err != nil {
			t.Fatal(err)
		}
		g := graph.New(c)
		return g, gap.Find(g, gap.Options{})
	}
	g, with := find(papers)
	_, without := find(bare)
	quoted, alike := 0, 0
	for i, x := range with.Gaps {
		y := without.Gaps[i]
		if x.Node != y.Node || x.Score != y.Score || len(y.Contexts) > 0 || y.Alike != nil {
			t.Fatalf("gap %d: %s %v, without details %v %v", i+1, g.ID(x.Node), x.Score, y.Node, y.Score)
		}
		if len(x.Contexts) > 0 {
			quoted++
		}
		if x.Alike != nil {
			alike++
		}
	}
	if len(with.Gaps) != len(without.Gaps) || quoted < 50 || alike != 200 {
		t.Errorf("%d gaps, %d without details; %d quoted, %d with likeness", len(with.Gaps), len(without.Gaps), quoted, alike)
	}
}
