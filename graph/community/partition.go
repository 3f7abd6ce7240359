package community

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// A Partition puts every paper into one community. Communities are numbered
// from 0 by size, the largest first, ties by their smallest PaperID.
type Partition struct {
	Of []int32 // the community of each graph.Node

	groups *groups
}

// Len is the number of communities.
func (p *Partition) Len() int { return len(p.groups.start) - 1 }

// Size is the number of papers of a community.
func (p *Partition) Size(c int) int { return len(p.groups.of(c)) }

// Members gives the papers of a community in Node order. Not to be changed.
func (p *Partition) Members(c int) []graph.Node { return p.groups.of(c) }

// newPartition numbers communities as a Partition does.
func newPartition(g *graph.Graph, of []uint32) *Partition {
	of, n := compact(of)
	members := grouped(of, n)
	first, order := make([]graph.Node, n), identity(n)
	for c, nodes := range members.each {
		first[c] = smallestID(g, nodes)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(len(members.of(int(b))), len(members.of(int(a)))), g.ByID(first[a], first[b]))
	})
	number := make([]uint32, n)
	for i, c := range order {
		number[c] = uint32(i)
	}
	p := &Partition{Of: make([]int32, len(of))}
	for v, c := range of {
		of[v] = number[c]
		p.Of[v] = int32(number[c])
	}
	p.groups = grouped(of, n)
	return p
}

// smallestID gives the node of the smallest PaperID.
func smallestID(g *graph.Graph, nodes []graph.Node) graph.Node {
	return slices.MinFunc(nodes, g.ByID)
}

// Quality measures the partition by what Leiden maximises; see Quality for the
// formula and unit. Without citations it is 0 by either.
func (p *Partition) Quality(g *graph.Graph, o Options) float64 {
	x := newNetwork(g, o.Quality)
	if len(x.to) == 0 {
		return 0
	}
	l, pairs := newSearch(x, o), float64(len(x.to))/2
	quality := l.quality(x, p.numbers())
	if o.Quality == CPM {
		return quality + l.cost*float64(x.len())/2
	}
	return quality / pairs
}

// Modularity is the partition's modularity at resolution 1.
func (p *Partition) Modularity(g *graph.Graph) float64 { return p.Quality(g, Options{}) }

func (p *Partition) numbers() []uint32 {
	out := make([]uint32, len(p.Of))
	for v, c := range p.Of {
		out[v] = uint32(c)
	}
	return out
}
