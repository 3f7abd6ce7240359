package rank_test

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// power is PageRank as its formula reads, iterated on a dense vector: slow
// and obvious.
func power(g *graph.Graph) []float64 {
	n := float64(g.Len())
	x := make([]float64, g.Len())
	for i := range x {
		x[i] = 1 / n
	}
	for range 400 {
		y := make([]float64, len(x))
		for p := range x {
			references := g.References(graph.Node(p))
			for q := range y {
				if len(references) == 0 {
					y[q] += 0.85 * x[p] / n
				}
			}
			for _, q := range references {
				y[q] += 0.85 * x[p] / float64(len(references))
			}
		}
		for q := range y {
			y[q] += 0.15 / n
		}
		x = y
	}
	return x
}

func TestPageRankAgainstPowerIterationAndGonum(t *testing.T) {
	for seed := range uint64(60) {
		g := graph.New(graphtest.Random(seed, 30))
		got, want := rank.Scores(g, rank.PageRank), power(g)
		oracle := network.PageRankSparse(g.Directed(), 0.85, 1e-12)
		sum, apart, fromGonum := 0.0, 0.0, 0.0
		for n := range got {
			sum += got[n]
			apart += math.Abs(got[n] - want[n])
			fromGonum += math.Abs(got[n] - oracle[int64(n)])
		}
		if apart > 1e-9 || fromGonum > 1e-8 || math.Abs(sum-1) > 1e-9 {
			t.Fatalf("seed %d: L1 to power iteration %g, to gonum %g, sum %v", seed, apart, fromGonum, sum)
		}
	}
}

// The example of the Wikipedia article "PageRank" (figure "PageRanks for a
// simple network", damping 0.85): the percentages printed there.
func TestPageRankOfThePublishedExample(t *testing.T) {
	g := graph.New(graphtest.Corpus("",
		graphtest.Cites("B", "C"), graphtest.Cites("C", "B"), graphtest.Cites("D", "A", "B"), graphtest.Cites("E", "B", "D", "F"),
		graphtest.Cites("F", "B", "E"), graphtest.Cites("g1", "B", "E"), graphtest.Cites("g2", "B", "E"), graphtest.Cites("g3", "B", "E"),
		graphtest.Cites("g4", "E"), graphtest.Cites("g5", "E")))
	scores := rank.Scores(g, rank.PageRank)
	for id, percent := range map[graph.PaperID]float64{"A": 3.3, "B": 38.4, "C": 34.3, "D": 3.9, "E": 8.1, "F": 3.9, "g1": 1.6, "g5": 1.6} {
		n, _ := g.Find(id)
		if math.Abs(100*scores[n]-percent) > 0.05 {
			t.Errorf("PageRank of %s: %.2f %%, published %.1f %%", id, 100*scores[n], percent)
		}
	}
}

func TestRenamingPapersRenamesTheRanking(t *testing.T) {
	c := graphtest.Random(7, 40)
	renamed := &graph.Corpus{}
	for _, p := range c.Papers {
		p.ID = "z" + p.ID
		p.References.IDs = slices.Clone(p.References.IDs)
		for i := range p.References.IDs {
			p.References.IDs[i] = "z" + p.References.IDs[i]
		}
		renamed.Papers = append(renamed.Papers, p)
	}
	g, h := graph.New(c), graph.New(renamed)
	for _, m := range rank.Shown {
		a, b := rank.Order(g, rank.Scores(g, m)), rank.Order(h, rank.Scores(h, m))
		for i := range a {
			if "z"+g.Paper(a[i]).ID != h.Paper(b[i]).ID {
				t.Fatalf("%s, place %d: %s became %s", m, i+1, g.Paper(a[i]).ID, h.Paper(b[i]).ID)
			}
		}
	}
}

func TestEmptyAndUncitedCorpora(t *testing.T) {
	empty := graph.New(&graph.Corpus{})
	lonely := graph.New(graphtest.Corpus("", graphtest.Paper("a"), graphtest.Paper("b")))
	for _, name := range rank.Names() {
		var m rank.Measure
		if err := m.Set(name); err != nil {
			t.Fatal(err)
		}
		if got := rank.Scores(empty, m); len(got) != 0 {
			t.Errorf("%s of no paper: %v", m, got)
		}
		scores := rank.Scores(lonely, m)
		if len(scores) != 2 || scores[0] != scores[1] || math.IsNaN(scores[0]) {
			t.Errorf("%s of two papers without citations: %v", m, scores)
		}
		if order := rank.Order(lonely, scores); lonely.Paper(order[0]).ID != "a" {
			t.Errorf("%s: a tie did not go to the smaller PaperID", m)
		}
	}
}

func TestUnknownMeasureListsTheChoices(t *testing.T) {
	var m rank.Measure
	err := m.Set("impact")
	if err == nil || err.Error() != `unknown measure "impact": want one of local, pagerank, authority, hub, global` {
		t.Errorf("error: %v", err)
	}
}
