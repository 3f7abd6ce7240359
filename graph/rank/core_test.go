package rank_test

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// peeled is the core number as its definition reads: for each k, papers of
// fewer than k neighbours are taken away until there is none.
func peeled(g *graph.Graph) []float64 {
	core := make([]float64, g.Len())
	near := g.Neighbours()
	for k := 1; k < g.Len(); k++ {
		in := make([]bool, g.Len())
		for n := range in {
			in[n] = true
		}
		for changed := true; changed; {
			changed = false
			for n := range in {
				left := 0
				for _, m := range near.Of(graph.Node(n)) {
					if in[m] {
						left++
					}
				}
				if in[n] && left < k {
					in[n], changed = false, true
				}
			}
		}
		for n := range in {
			if in[n] {
				core[n] = float64(k)
			}
		}
	}
	return core
}

func TestCoreAgainstItsDefinition(t *testing.T) {
	for seed := range uint64(100) {
		g := dense(seed, 5+int(seed)%30)
		if seed%2 == 0 {
			g = graph.New(graphtest.Random(seed, 40))
		}
		got, want := rank.Scores(g, rank.Core), peeled(g)
		for n := range got {
			if got[n] != want[n] {
				t.Fatalf("seed %d, paper %s: core %v, want %v", seed, g.Paper(graph.Node(n)).ID, got[n], want[n])
			}
		}
	}
}
