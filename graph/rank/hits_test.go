package rank_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

func TestHITSAgainstGonum(t *testing.T) {
	for seed := range uint64(60) {
		g := graph.New(graphtest.Random(seed, 40))
		hubs, authorities := rank.Scores(g, rank.Hub), rank.Scores(g, rank.Authority)
		for id, want := range network.HITS(g.Directed(), 1e-10) {
			if math.Abs(hubs[id]-want.Hub) > 1e-9 || math.Abs(authorities[id]-want.Authority) > 1e-9 {
				t.Fatalf("seed %d: hub %v, authority %v; gonum %+v", seed, hubs[id], authorities[id], want)
			}
		}
	}
}

// Two groups of papers that are all but equally strong: the scores end.
func TestHITSEndsOnANarrowGap(t *testing.T) {
	var papers []graph.Paper
	for _, hub := range []string{"x", "y"} {
		for i := range 300 {
			papers = append(papers, graphtest.Cites(hub+string(rune('a'+i%26))+string(rune('a'+i/26)), hub))
		}
	}
	papers = append(papers, graphtest.Cites("x one more", "x"))
	g := of(papers...)
	x, _ := g.Find("x")
	if got := rank.Scores(g, rank.Authority)[x]; math.Abs(got-1) > 1e-6 {
		t.Errorf("authority of the strongest: %v", got)
	}
}
