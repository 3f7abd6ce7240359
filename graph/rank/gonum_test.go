package rank_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/topo"
	"gonum.org/v1/gonum/stat"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// Every measure is what gonum makes of the same citations, on 200 random
// graphs and on the shared ones. Age-fair scores are gonum's scores less the
// mean of their window by gonum's statistics; CiteRank, which gonum does not
// have, is held to its series in its own tests.
func TestEveryMeasureAgainstGonum(t *testing.T) {
	seeds, fields := uint64(200), []string{"aan", "hepth"}
	if testing.Short() {
		seeds, fields = 20, nil
	}
	for seed := range seeds {
		c := graphtest.Random(seed, 5+int(seed%60))
		for i := range c.Papers {
			if n := i * 7 % 30; i%4 > 0 {
				c.Papers[i].Global, c.Papers[i].Influential = &n, &n
			}
		}
		g := graph.New(c)
		compare(t, fmt.Sprint("seed ", seed), g, network.Betweenness(g.Directed()))
	}
	for _, name := range fields {
		compare(t, name, field(t, name), nil) // gonum would take hours for betweenness
	}
}

func compare(t *testing.T, name string, g *graph.Graph, betweenness map[int64]float64) {
	t.Helper()
	board := rank.NewScoreboard(g)
	check := func(m rank.Measure, within float64, want []float64) {
		t.Helper()
		for n, x := range board.Scores(m) {
			if math.Abs(x-want[n]) > within || rank.Known(x) != rank.Known(want[n]) {
				t.Fatalf("%s, paper %d: %s %v, by gonum %v", name, n, m, x, want[n])
			}
		}
	}
	hits := network.HITS(g.Directed(), 1e-11)
	half := scoresOf(g, network.PageRankSparse(g.Directed(), 0.5, 1e-14))
	check(rank.Local, 0, cited(g))
	check(rank.PageRank, 1e-9, scoresOf(g, network.PageRankSparse(g.Directed(), 0.85, 1e-12)))
	check(rank.Hub, 1e-6, byNode(g, func(n int64) float64 { return hits[n].Hub }))
	check(rank.Authority, 1e-6, byNode(g, func(n int64) float64 { return hits[n].Authority }))
	check(rank.Core, 0, cores(g))
	check(rank.RescaledLocal, 1e-8, deviations(g, cited(g)))
	check(rank.RescaledPageRank, 1e-4, deviations(g, half))
	if betweenness != nil {
		check(rank.Betweenness, 1e-8, scoresOf(g, betweenness))
	}
	global := byNode(g, func(n int64) float64 {
		if count := g.Paper(graph.Node(n)).Global; count != nil {
			return float64(*count)
		}
		return math.NaN()
	})
	check(rank.Global, 0, global)
	check(rank.Influential, 0, byNode(g, func(n int64) float64 { // counted alike above; AAN and HepTh have none
		return global[n]
	}))
}

func byNode(g *graph.Graph, score func(int64) float64) []float64 {
	out := make([]float64, g.Len())
	for n := range out {
		out[n] = score(int64(n))
	}
	return out
}

func scoresOf(g *graph.Graph, scores map[int64]float64) []float64 {
	return byNode(g, func(n int64) float64 { return scores[n] })
}

func cited(g *graph.Graph) []float64 {
	return byNode(g, func(n int64) float64 { return float64(g.Directed().To(n).Len()) })
}

// cores gives the largest k of the k-cores that each paper is in: gonum gives
// those of each core that are in none beyond.
func cores(g *graph.Graph) []float64 {
	out := make([]float64, g.Len())
	_, shells := topo.DegeneracyOrdering(graphtest.NewUndirected(g.Neighbours()))
	for k, papers := range shells {
		for _, n := range papers {
			out[n.ID()] = float64(k)
		}
	}
	return out
}

// deviations is Rescaled of papers of which only the year is known, by year.
func deviations(g *graph.Graph, scores []float64) []float64 {
	lowest := slices.Min(scores)
	byYear := map[int][]float64{}
	for n, x := range scores {
		year := g.Paper(graph.Node(n)).Date.Year
		byYear[year] = append(byYear[year], x)
	}
	peers := min(max(len(scores)/10, 40), 1000, len(scores))
	mean, spread := map[int]float64{}, map[int]float64{}
	var around []float64
	for year, own := range byYear {
		window := slices.Clone(own)
		for away := 1; len(window) < peers; away++ {
			window = append(append(window, byYear[year-away]...), byYear[year+away]...)
		}
		slices.Sort(window)
		mean[year], spread[year] = stat.PopMeanStdDev(window, nil)
		for _, x := range own {
			if x-lowest > 1e-12 && spread[year] > 1e-12 {
				around = append(around, spread[year])
			}
		}
	}
	slices.Sort(around)
	least := 0.0
	if len(around) > 0 {
		least = stat.Quantile(0.02, stat.Empirical, around, nil)
	}
	return byNode(g, func(n int64) float64 {
		year := g.Paper(graph.Node(n)).Date.Year
		if spread[year] <= 1e-12 {
			return 0
		}
		return (scores[n] - mean[year]) / (spread[year] + least)
	})
}
