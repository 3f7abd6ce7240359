// Package community finds the communities of a citation graph, groups of
// papers that cite each other more than chance would have it, and names them
// after the words of their titles.
package community

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// Leiden finds communities by the algorithm of Traag, Waltman and van Eck
// (2019, doi:10.1038/s41598-019-41695-z): papers move to the best neighbouring
// community, each community is refined into well-connected parts, the parts
// become the nodes of a smaller graph, and so on until nothing changes; the
// whole is repeated from its own result while that gains a thousandth, or for as
// many passes as are asked for. Every community is connected, and a paper joined to no other is a community of one.
func Leiden(g *graph.Graph, o Options) *Partition {
	base := newNetwork(g, o.Quality)
	of := identity(base.len())
	if len(base.to) == 0 {
		return newPartition(g, of)
	}
	l := newSearch(base, o)
	quality := l.quality(base, of)
	for range cmp.Or(o.Passes, maxPasses) {
		of = l.pass(base, of)
		before := quality
		quality = l.quality(base, of)
		if quality-before <= enough*float64(len(base.to))/2 {
			break
		}
	}
	return newPartition(g, of)
}

// pass is one run of the algorithm from given communities to better ones, all
// connected: it ends when each community is one node of the graph of parts.
func (l *search) pass(base *network, of []uint32) []uint32 {
	x, node := base, identity(base.len())
	for {
		l.move(x, of)
		if count(of) == x.len() {
			break
		}
		part, parts := compact(l.refine(x, of))
		if parts == x.len() { // chance merged nothing
			part, parts = compact(x.components(of))
			of = slices.Clone(part)
		}
		x, of = x.merged(part, parts, &l.tally), communitiesOf(part, parts, of)
		for n := range node {
			node[n] = part[node[n]]
		}
	}
	for n := range node {
		node[n] = of[node[n]]
	}
	of, _ = compact(node)
	return of
}

// communitiesOf carries the communities of nodes over to the parts that the
// nodes became.
func communitiesOf(part []uint32, parts int, of []uint32) []uint32 {
	of, _ = compact(of)
	out := make([]uint32, parts)
	for v, p := range part {
		out[p] = of[v]
	}
	return out
}
