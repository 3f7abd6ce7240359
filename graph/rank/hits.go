package rank

import (
	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
)

// hits gives Kleinberg's hub and authority scores (1999,
// doi:10.1145/324133.324140), each vector of 2-norm 1, as gonum computes them
// to a change below 1e-10. All scores are 0 where there is no citation.
func hits(g *graph.Graph) (hubs, authorities []float64) {
	hubs, authorities = make([]float64, g.Len()), make([]float64, g.Len())
	if g.Citations() == 0 { // gonum would divide by zero and never end
		return hubs, authorities
	}
	for id, s := range network.HITS(g.Directed(), 1e-10) {
		hubs[id], authorities[id] = s.Hub, s.Authority
	}
	return hubs, authorities
}
