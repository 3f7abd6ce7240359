package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	shortest "gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
	leiden "citemap/graph/community"
	"citemap/graph/graphtest"
	"citemap/graph/path"
	"citemap/graph/rank"
)

// A question is put to each of the engines that can answer it.
type question struct {
	name   string
	key    string                         // igraph's name for it; "": it is not asked
	most   int                            // citations of a graph that it is put to; 0: any number
	ours   func(s *subject) (note string) // what is to be said of the answer
	gonum  func(s *subject)
	enough int // citations beyond which gonum is not asked
}

// fits reports whether the question is put to a graph of that size.
func (q *question) fits(s *subject) bool { return q.most == 0 || s.graph.Citations() <= q.most }

// twenty papers spread over time, for a personalised walk.
func twenty(s *subject) []float64 {
	teleport := make([]float64, s.graph.Len())
	for n := 0; n < len(teleport); n += max(1, len(teleport)/20) {
		teleport[n] = 1
	}
	return teleport
}

func questions(s *subject) []question {
	var walk *rank.Walk
	return []question{
		{name: "order and components", key: "components", enough: 1e7,
			ours:  func(s *subject) string { walk = rank.NewWalk(s.graph); return "" },
			gonum: func(s *subject) { topo.TarjanSCC(s.graph.Directed()) }},
		{name: "PageRank, once these are known", key: "pagerank", enough: 2e6,
			ours:  func(*subject) string { walk.PageRank(0.85); return "" },
			gonum: func(s *subject) { network.PageRankSparse(s.graph.Directed(), 0.85, 1e-9) }},
		{name: "PageRank, plain power iteration of ours",
			ours: func(s *subject) string {
				apart := distance(power(s.graph), walk.PageRank(0.85))
				return fmt.Sprintf("L1 distance to the line above %.0e", apart)
			}},
		{name: "personalised PageRank from 20 papers", key: "personalised",
			ours: func(s *subject) string { walk.Personalised(twenty(s), 0.85); return "" }},
		{name: "HITS", key: "authority", enough: 2e6, most: 2e6,
			ours:  func(s *subject) string { rank.NewScoreboard(s.graph).Scores(rank.Authority); return "" },
			gonum: func(s *subject) { network.HITS(s.graph.Directed(), 1e-10) }},
		{name: "k-core", key: "core", enough: 600_000,
			ours:  func(s *subject) string { rank.NewScoreboard(s.graph).Scores(rank.Core); return "" },
			gonum: func(s *subject) { topo.DegeneracyOrdering(graphtest.NewUndirected(s.graph.Neighbours())) }},
		{name: "shortest path, newest to oldest", enough: 2e6,
			ours: func(s *subject) string { path.ShortestChains(s.graph, graph.Node(s.graph.Len()-1), 0, 1); return "" },
			gonum: func(s *subject) {
				d := s.graph.Directed()
				shortest.DijkstraFromTo(d.Node(int64(s.graph.Len()-1)), d.Node(0), d)
			}},
		{name: "age-rescaled PageRank", ours: func(s *subject) string { rank.NewScoreboard(s.graph).Scores(rank.RescaledPageRank); return "" }},
		{name: "Leiden, modularity", key: "leiden", most: 2e6, enough: 99_000,
			ours: func(s *subject) string {
				p := leiden.Leiden(s.graph, leiden.Options{})
				return fmt.Sprintf("modularity %.4f", p.Modularity(s.graph))
			},
			gonum: louvain},
		{name: "Leiden, one pass", key: "leiden", most: 2e6,
			ours: func(s *subject) string {
				p := leiden.Leiden(s.graph, leiden.Options{Passes: 1})
				return fmt.Sprintf("modularity %.4f", p.Modularity(s.graph))
			}},
		{name: "betweenness, exact, all cores", key: "betweenness", most: 400_000,
			ours: func(s *subject) string { rank.BetweennessOf(s.graph, 0); return "" }},
		{name: "betweenness, exact, one core", key: "betweenness", most: 400_000,
			ours: func(s *subject) string { oneCore(func() { rank.BetweennessOf(s.graph, 0) }); return "" }},
		{name: "betweenness, as citemap rank gives it",
			ours: func(s *subject) string {
				rank.NewScoreboard(s.graph).Scores(rank.Betweenness)
				return fmt.Sprintf("from %d papers", rank.Sources(s.graph))
			}},
		{name: "acyclic form and Search Path Counts",
			ours: func(s *subject) string {
				a := path.NewAcyclic(s.graph)
				path.NewSPC(a).MainPath(path.Global)
				return fmt.Sprintf("%d citations dropped", len(a.Dropped))
			}},
	}
}

// louvain is gonum's way to communities.
func louvain(s *subject) {
	g := simple.NewUndirectedGraph()
	for n := range graph.Node(s.graph.Len()) {
		for _, cited := range s.graph.References(n) {
			g.SetEdge(simple.Edge{F: simple.Node(n), T: simple.Node(cited)})
		}
	}
	community.Modularize(g, 1, rand.NewPCG(1, 1))
}

// power is PageRank by its formula, iterated over the compressed rows.
func power(g *graph.Graph) []float64 {
	n := float64(g.Len())
	x, y := make([]float64, g.Len()), make([]float64, g.Len())
	for i := range x {
		x[i] = 1 / n
	}
	for change := 1.0; change > 1e-9; {
		lost := 0.0
		clear(y)
		for p := range x {
			references := g.References(graph.Node(p))
			if len(references) == 0 {
				lost += x[p]
				continue
			}
			share := 0.85 * x[p] / float64(len(references))
			for _, q := range references {
				y[q] += share
			}
		}
		change = 0
		for q := range y {
			y[q] += 0.15/n + 0.85*lost/n
			change += math.Abs(y[q] - x[q])
		}
		x, y = y, x
	}
	return x
}

func distance(x, y []float64) (sum float64) {
	for i := range x {
		sum += math.Abs(x[i] - y[i])
	}
	return sum
}

// median times a function, until it has run so often or for long enough.
func median(runs int, f func()) time.Duration {
	var took []time.Duration
	for total := time.Duration(0); len(took) < runs && total < 20*time.Second; {
		began := time.Now()
		f()
		took = append(took, time.Since(began))
		total += took[len(took)-1]
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// oneCore runs a function on one core.
func oneCore(f func()) {
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	f()
}
