package path_test

import (
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// everyChain gives all ways of so many citations, by trying all.
func everyChain(g *graph.Graph, way []graph.Node, cited graph.Node, citations int) (found [][]graph.Node) {
	last := way[len(way)-1]
	if citations == 0 {
		if last == cited {
			found = append(found, slices.Clone(way))
		}
		return found
	}
	for _, r := range g.References(last) {
		found = append(found, everyChain(g, append(way, r), cited, citations-1)...)
	}
	return found
}

func TestShortestChainsAgainstAllChains(t *testing.T) {
	met := 0
	for seed := range uint64(40) {
		g := graph.New(graphtest.Random(seed, 30))
		for citing := range graph.Node(g.Len()) {
			cited := graph.Node(seed*7) % graph.Node(g.Len())
			var want [][]graph.Node
			for citations := 0; want == nil && citations < 7; citations++ {
				want = everyChain(g, []graph.Node{citing}, cited, citations)
			}
			// IDs of Random rise as their nodes do within a year; order by ID.
			slices.SortFunc(want, func(a, b []graph.Node) int {
				return slices.CompareFunc(a, b, func(n, m graph.Node) int {
					return slices.Compare([]byte(g.Paper(n).ID), []byte(g.Paper(m).ID))
				})
			})
			got := path.ShortestChains(g, citing, cited, 1000)
			if want == nil && len(got.Papers) > 0 && len(got.Papers[0]) < 8 || want != nil && !slices.EqualFunc(got.Papers, want, slices.Equal[[]graph.Node]) {
				t.Fatalf("seed %d, %d to %d: %v, want %v", seed, citing, cited, got.Papers, want)
			}
			if n, exact := got.Count.Uint64(); !exact || int(n) != len(got.Papers) {
				t.Fatalf("seed %d, %d to %d: %v counted, %d given", seed, citing, cited, got.Count, len(got.Papers))
			}
			met += max(0, len(want)-1)
		}
	}
	if met == 0 {
		t.Error("no pair of papers had two chains")
	}
}

func TestShortestChainsAreBounded(t *testing.T) {
	g := diamonds(300)
	got := path.ShortestChains(g, node(t, g, "k000300"), node(t, g, "k000000"), 5)
	if len(got.Papers) != 5 || got.Count.Log2() != 300 {
		t.Errorf("%d chains of 2^%v, want 5 of 2^300", len(got.Papers), got.Count.Log2())
	}
	for name, g := range nasty() {
		if g.Len() == 0 {
			continue
		}
		if got := path.ShortestChains(g, 0, 0, 3); len(got.Papers) != 1 || len(got.Papers[0]) != 1 {
			t.Errorf("%s: from a paper to itself: %v", name, got.Papers)
		}
		path.ShortestChains(g, graph.Node(g.Len()-1), 0, 3)
	}
}
