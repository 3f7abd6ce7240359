package rank_test

import (
	"math"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// traffic is CiteRank as the sum that its authors write, over years alone.
func traffic(g *graph.Graph, today int) []float64 {
	part, total, sum := make([]float64, g.Len()), make([]float64, g.Len()), 0.0
	for n := range part {
		part[n] = math.Exp(-float64(today-g.Paper(graph.Node(n)).Date.Year) / 2.6)
	}
	for range 200 {
		next := make([]float64, g.Len())
		for n, x := range part {
			total[n] += x
			references := g.References(graph.Node(n))
			for _, r := range references {
				next[r] += 0.5 * x / float64(len(references))
			}
		}
		part = next
	}
	for _, x := range total {
		sum += x
	}
	for n := range total {
		total[n] /= sum
	}
	return total
}

func TestCiteRankAgainstItsSeries(t *testing.T) {
	for seed := range uint64(50) {
		g := graph.New(graphtest.Random(seed, 60))
		if off := apart(rank.Scores(g, rank.CiteRank), traffic(g, 1995)); off > 1e-9 {
			t.Fatalf("seed %d: off by %g", seed, off)
		}
	}
}

// By hand: half of those who read "new" go on to "old", and half of those to
// the undated paper, where nobody starts.
func TestCiteRankByHand(t *testing.T) {
	g := of(graphtest.Cites("new@2010", "old"), graphtest.Cites("old@2005", "undated"), graphtest.Paper("undated"))
	start := math.Exp(-5 / 2.6)
	want := map[graph.PaperID]float64{"new": 1, "old": start + 0.5, "undated": (start + 0.5) / 2}
	sum := want["new"] + want["old"] + want["undated"]
	for n, got := range rank.Scores(g, rank.CiteRank) {
		id := g.Paper(graph.Node(n)).ID
		if math.Abs(got-want[id]/sum) > 1e-11 {
			t.Errorf("%s: %v, want %v", id, got, want[id]/sum)
		}
	}
}

// One misdated paper is nobody's today: it counts as of today, and all others as before.
func TestCiteRankHeedsNoMisdatedPaper(t *testing.T) {
	for seed := range uint64(10) {
		c := graphtest.Random(seed, 120)
		scores := func(date graph.Date) map[graph.PaperID]float64 {
			c.Papers[7].Date = date
			g, byID := graph.New(c), map[graph.PaperID]float64{}
			for n, x := range rank.Scores(g, rank.CiteRank) {
				byID[g.Paper(graph.Node(n)).ID] = x
			}
			return byID
		}
		want := scores(graph.New(c).Today())
		for id, x := range scores(graph.Date{Year: 2109}) {
			if math.Abs(x-want[id]) > 1e-11 {
				t.Fatalf("seed %d: %s scores %v, where its date is right %v", seed, id, x, want[id])
			}
		}
	}
}
