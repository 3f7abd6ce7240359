package rank

import (
	"slices"

	"citemap/graph"
)

// core gives the core number of each paper: the largest k such that the paper
// belongs to a set of papers each joined to at least k others of the set
// (Seidman 1983, doi:10.1016/0378-8733(83)90028-X). Papers are joined where
// one cites the other; the direction does not count, nor does a citation back.
// By taking away papers of the least degree first, in linear time (Batagelj
// and Zaversnik 2003, arXiv:cs/0310049).
func core(g *graph.Graph) []float64 {
	near := g.Neighbours()
	p := newPeeling(near)
	for _, n := range p.order { // the order of papers ahead changes on the way
		for _, m := range near.Of(n) {
			if p.degree[m] > p.degree[n] {
				p.lower(m)
			}
		}
	}
	return counts(g, func(n graph.Node) int { return int(p.degree[n]) })
}

// A peeling holds papers by the degree that is left of them: those of degree d
// begin at begins[d] in order.
type peeling struct {
	degree []uint32
	order  []graph.Node
	place  []uint32 // in order
	begins []uint32
}

func newPeeling(near *graph.Rows) *peeling {
	n := near.Len()
	p := &peeling{degree: make([]uint32, n), order: make([]graph.Node, n), place: make([]uint32, n)}
	most := uint32(0)
	for i := range p.degree {
		p.degree[i] = near.Start[i+1] - near.Start[i]
		most = max(most, p.degree[i])
	}
	p.begins = make([]uint32, most+2)
	for _, d := range p.degree {
		p.begins[d+1]++
	}
	for d := range most + 1 {
		p.begins[d+1] += p.begins[d]
	}
	next := slices.Clone(p.begins)
	for i, d := range p.degree {
		p.order[next[d]], p.place[i] = graph.Node(i), next[d]
		next[d]++
	}
	return p
}

// lower takes one from the degree of a paper: it changes places with the first
// of its degree, which then begins behind it.
func (p *peeling) lower(n graph.Node) {
	d := p.degree[n]
	first := p.order[p.begins[d]]
	p.order[p.place[n]], p.order[p.begins[d]] = first, n
	p.place[first], p.place[n] = p.place[n], p.begins[d]
	p.begins[d]++
	p.degree[n]--
}
