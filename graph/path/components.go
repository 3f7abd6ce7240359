package path

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
)

// none is the number of what has none: a paper's component or place, the steps
// to a paper that cannot be reached.
const none = math.MaxUint32

// Components part the papers of a graph into numbered groups: every paper is
// in exactly one.
type Components struct {
	of      []uint32
	start   []uint32 // the members of i are members[start[i]:start[i+1]]
	members []graph.Node
}

// Len is the number of components.
func (c *Components) Len() int { return len(c.start) - 1 }

// Members gives the papers of a component, sorted. Not to be changed.
func (c *Components) Members(i int) []graph.Node { return c.members[c.start[i]:c.start[i+1]] }

// Size is the number of papers of a component, at least 1.
func (c *Components) Size(i int) int { return int(c.start[i+1] - c.start[i]) }

// Strong finds the strongly connected components: two papers share one if a
// path of citations leads from each to the other, which takes a cycle. They
// are numbered so that a citation between two components always runs from the
// higher number to the lower; where no citation runs forward in time, the
// component of a paper is its Node. By gonum's topo.TarjanSCC (Tarjan 1972,
// doi:10.1137/0201010), linear in papers and citations.
func Strong(g *graph.Graph) *Components { return strong(g.Directed()) }

// strong takes gonum's components in the order in which they are complete: the
// cited ones before those that cite them.
func strong(d graph.Directed) *Components {
	found := topo.TarjanSCC(d)
	of := make([]uint32, d.Nodes().Len())
	for i, members := range found {
		for _, n := range members {
			of[n.ID()] = uint32(i)
		}
	}
	return newComponents(of, len(found))
}

// newComponents groups the papers by the number of their component.
func newComponents(of []uint32, count int) *Components {
	c := &Components{of: of, start: make([]uint32, count+1), members: make([]graph.Node, len(of))}
	for _, i := range of {
		c.start[i+1]++
	}
	for i := range count {
		c.start[i+1] += c.start[i]
	}
	next := slices.Clone(c.start)
	for n, i := range of {
		c.members[next[i]] = graph.Node(n)
		next[i]++
	}
	return c
}
