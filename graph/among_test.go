package graph_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// The graph among some papers is that of a corpus that holds nothing else.
func TestAmongIsTheGraphOfASmallerCorpus(t *testing.T) {
	for seed := range uint64(80) {
		c := graphtest.Random(seed, 5+int(seed))
		g := graph.New(c)
		r := rand.New(rand.NewPCG(seed, 1))
		var papers []graph.Node
		fewer := &graph.Corpus{Entries: c.Entries}
		for n := range graph.Node(g.Len()) {
			if r.IntN(3) > 0 {
				papers = append(papers, n)
				fewer.Papers = append(fewer.Papers, *g.Paper(n))
			}
		}
		sameGraphs(t, g.Among(papers), graph.New(fewer))
	}
	g := graph.New(graphtest.Nasty())
	sameGraphs(t, g.Among(nil), graph.New(&graph.Corpus{}))
}

func sameGraphs(t *testing.T, got, want *graph.Graph) {
	t.Helper()
	if got.Len() != want.Len() || got.Citations() != want.Citations() || got.Today() != want.Today() || !slices.Equal(got.Listed(), want.Listed()) {
		t.Fatalf("%d papers, %d citations to %v, listed %v; want %d, %d, %v, %v", got.Len(), got.Citations(), got.Today(), got.Listed(),
			want.Len(), want.Citations(), want.Today(), want.Listed())
	}
	for n := range graph.Node(want.Len()) {
		if got.ID(n) != want.ID(n) || !slices.Equal(got.References(n), want.References(n)) || !slices.Equal(got.Citing(n), want.Citing(n)) {
			t.Fatalf("%d is %s and cites %v, want %s that cites %v", n, got.ID(n), got.References(n), want.ID(n), want.References(n))
		}
		if at, found := got.Find(want.ID(n)); !found || at != n {
			t.Fatalf("%s is found at %d (%v), want %d", want.ID(n), at, found, n)
		}
	}
	if !slices.Equal(got.PlacesByID(), want.PlacesByID()) {
		t.Fatalf("places by id %v, want %v", got.PlacesByID(), want.PlacesByID())
	}
}
