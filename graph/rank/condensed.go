package rank

import (
	"citemap/graph"
	"citemap/graph/path"
)

// A span is a run of papers in an order: those from begin up to, but not
// including, end.
type span struct{ begin, end uint32 }

// condensed gives the papers in an order in which every citation runs from a
// later to an earlier place, except inside strongly connected components:
// those of more than one paper stand together, sorted, and are the cycles.
// Where no citation runs forward in time, the order is that of Nodes.
func condensed(g *graph.Graph) (order []graph.Node, cycles []span) {
	c := path.Strong(g)
	order = make([]graph.Node, 0, g.Len())
	for i := range c.Len() {
		begin := len(order)
		order = append(order, c.Members(i)...)
		if c.Size(i) > 1 {
			cycles = append(cycles, span{uint32(begin), uint32(len(order))})
		}
	}
	return order, cycles
}
