package rank_test

import (
	"math"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// strolled follows the walker of Visited step by step.
func strolled(g *graph.Graph, starts []graph.Node, d float64) []float64 {
	near := g.Neighbours()
	x := make([]float64, g.Len())
	for range 300 {
		y := make([]float64, g.Len())
		restart := 1.0
		for n := range graph.Node(g.Len()) {
			for _, m := range near.Of(n) {
				y[m] += d * x[n] / float64(len(near.Of(n)))
				restart -= d * x[n] / float64(len(near.Of(n)))
			}
		}
		for _, n := range starts {
			y[n] += restart / float64(len(starts))
		}
		x = y
	}
	return x
}

func TestVisitedAgainstTheWalkItself(t *testing.T) {
	for seed := range uint64(60) {
		g := graph.New(graphtest.Random(seed, 10+int(seed)))
		starts := g.Listed()
		if len(starts) == 0 {
			continue
		}
		share := strolled(g, starts, 0.7)
		for n, got := range rank.Visits(g, starts, 0.7, 1e-9) {
			if math.Abs(got-share[n]) > 2e-9 {
				t.Fatalf("seed %d: paper %d is visited %v of the time, want %v", seed, n, got, share[n])
			}
		}
		for _, least := range []float64{0.3, 0.03, 0.004, 1e-5} {
			var want []graph.Node
			for n, x := range share {
				if math.Abs(x-least) < 1e-9 {
					t.Fatalf("seed %d: %v is too near %v to tell", seed, x, least)
				}
				if x > least {
					want = append(want, graph.Node(n))
				}
			}
			if got := rank.Visited(g, starts, 0.7, least); !slices.Equal(got, want) {
				t.Fatalf("seed %d: %v are visited for %v or more, want %v", seed, got, least, want)
			}
		}
	}
}

// Of papers that cite each other a start and its one neighbour share the time as
// 1 to 0.7, and one without citations has all of it.
func TestVisitedExactly(t *testing.T) {
	for name, c := range map[string]struct {
		corpus *graph.Corpus
		least  float64
		want   int
	}{
		"a pair, just":          {graphtest.Corpus("a", graphtest.Cites("a@2020", "b"), graphtest.Cites("b@2020", "a")), 0.7 / 1.7, 2},
		"a pair, hardly":        {graphtest.Corpus("a", graphtest.Cites("a@2020", "b"), graphtest.Cites("b@2020", "a")), 0.7/1.7 + 1e-9, 1},
		"alone":                 {graphtest.Corpus("a", graphtest.Paper("a@2020"), graphtest.Paper("b@2020")), 1, 1},
		"one alone, one not":    {graphtest.Corpus("a c", graphtest.Cites("a@2020", "b"), graphtest.Paper("c@2020")), 0.3 / 1.3, 3},
		"one alone, too little": {graphtest.Corpus("a c", graphtest.Cites("a@2020", "b"), graphtest.Paper("c@2020")), 0.3/1.3 + 1e-9, 2},
	} {
		g := graph.New(c.corpus)
		if got := rank.Visited(g, g.Listed(), 0.7, c.least); len(got) != c.want {
			t.Errorf("%s: %d papers are visited for %v or more, want %d", name, len(got), c.least, c.want)
		}
	}
}
