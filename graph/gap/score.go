package gap

import (
	"math"

	"citemap/graph"
)

// evidence is what speaks for each paper, indexed by graph.Node.
type evidence struct {
	similarity []float64 // S
	visits     []float64 // PPR
}

// gather measures how each paper stands to the list:
//
//	S(c)   = sum over listed l of cocitations(c, l) / sqrt(n(c) n(l))
//	PPR(c) = personalised PageRank on the simple undirected graph
//
// where n(x) is the number of local citations of x.
func gather(g *graph.Graph, listed []graph.Node) evidence {
	return evidence{similarity(g, listed), Visits(g, listed, 0.7, 1e-6)}
}

func similarity(g *graph.Graph, listed []graph.Node) []float64 {
	s := make([]float64, g.Len())
	for _, l := range listed {
		share := 1 / math.Sqrt(float64(max(1, g.LocalCitations(l))))
		for _, u := range g.Citing(l) {
			for _, c := range g.References(u) {
				s[c] += share
			}
		}
	}
	for c := range s {
		if n := g.LocalCitations(graph.Node(c)); n > 0 {
			s[c] /= math.Sqrt(float64(n))
		}
	}
	return s
}

// Visits is personalised PageRank: the share of time, all papers together 1,
// that a walker spends on each paper who at every step follows a citation in
// either direction with chance damping and else restarts at a listed paper,
// each as likely; at a paper without citations the walker restarts. Two papers
// that cite each other are joined once. It ends when the L1 change falls below
// tolerance. No listed paper: all zero.
func Visits(g *graph.Graph, listed []graph.Node, damping, tolerance float64) []float64 {
	x := make([]float64, g.Len())
	if len(listed) == 0 {
		return x
	}
	degree := degrees(g)
	restart := 1 / float64(len(listed))
	for _, l := range listed {
		x[l] = restart
	}
	next, share := make([]float64, len(x)), make([]float64, len(x))
	for change := math.Inf(1); change >= tolerance; x, next = next, x {
		lost := 1 - damping
		for n := range x {
			if share[n] = 0; degree[n] > 0 {
				share[n] = damping * x[n] / degree[n]
			} else {
				lost += damping * x[n]
			}
		}
		for n := range next {
			next[n] = fromNeighbours(g, graph.Node(n), share)
		}
		for _, l := range listed {
			next[l] += lost * restart
		}
		change = 0
		for n := range x {
			change += math.Abs(next[n] - x[n])
		}
	}
	return x
}

// fromNeighbours adds up the shares of the papers that n cites or is cited by,
// each once: both rows are sorted, so a paper in both is met at the same time.
func fromNeighbours(g *graph.Graph, n graph.Node, share []float64) float64 {
	sum := 0.0
	eachNeighbour(g, n, func(m graph.Node) { sum += share[m] })
	return sum
}

func degrees(g *graph.Graph) []float64 {
	d := make([]float64, g.Len())
	for n := range d {
		eachNeighbour(g, graph.Node(n), func(graph.Node) { d[n]++ })
	}
	return d
}

func eachNeighbour(g *graph.Graph, n graph.Node, visit func(graph.Node)) {
	out, in := g.References(n), g.Citing(n)
	for len(out) > 0 && len(in) > 0 {
		switch m := min(out[0], in[0]); {
		case out[0] == in[0]:
			out, in = out[1:], in[1:]
			visit(m)
		case out[0] == m:
			out = out[1:]
			visit(m)
		default:
			in = in[1:]
			visit(m)
		}
	}
	for _, m := range out {
		visit(m)
	}
	for _, m := range in {
		visit(m)
	}
}
