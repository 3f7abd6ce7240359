package rank_test

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// Scores fall to 0 or stay well above it: nothing of the iteration is left
// over for other programs to stumble at.
func TestHITSLeavesNoResidue(t *testing.T) {
	for seed := range uint64(200) {
		g := graph.New(graphtest.Random(seed, 5+int(seed%60)))
		whole := network.HITS(g.Directed(), 1e-13)
		for _, m := range []rank.Measure{rank.Hub, rank.Authority} {
			for n, x := range rank.Scores(g, m) {
				want := whole[int64(n)].Hub
				if m == rank.Authority {
					want = whole[int64(n)].Authority
				}
				if math.Abs(x-want) > 1e-7 || x != 0 && x < 1e-10 {
					t.Fatalf("seed %d, paper %d: %s %g, gonum's without a group taken out %g", seed, n, m, x, want)
				}
			}
		}
	}
}

// star is a paper with so many citing papers.
func star(hub string, citing int) (papers []graph.Paper) {
	for i := range citing {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("%s%06d", hub, i), hub))
	}
	return papers
}

// Of two groups the stronger has all, however near the weaker one comes; groups
// that are equally strong share.
func TestHITSOfGroups(t *testing.T) {
	for _, test := range []struct {
		x, y         int
		wantX, wantY float64
	}{{301, 300, 1, 0}, {30_001, 30_000, 1, 0}, {300, 300, math.Sqrt(0.5), math.Sqrt(0.5)}} {
		g := of(append(star("x", test.x), star("y", test.y)...)...)
		scores := rank.Scores(g, rank.Authority)
		x, _ := g.Find("x")
		y, _ := g.Find("y")
		if math.Abs(scores[x]-test.wantX) > 1e-9 || math.Abs(scores[y]-test.wantY) > 1e-9 {
			t.Errorf("%d and %d citing papers: authorities %v and %v", test.x, test.y, scores[x], scores[y])
		}
	}
}

// Two groups that share one citing paper and are all but equally strong: gonum
// would take a million rounds to tell them apart.
func TestHITSEndsOnANarrowGap(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	g := of(append(append(star("x", 20_001), star("y", 20_000)...), graphtest.Cites("both", "x", "y"))...)
	scores := rank.Scores(g, rank.Authority)
	x, _ := g.Find("x")
	y, _ := g.Find("y")
	if scores[x] < scores[y] || scores[x] > 1 || math.IsNaN(scores[y]) {
		t.Errorf("authorities %v and %v", scores[x], scores[y])
	}
}
