package rank

import (
	"math"
	"slices"

	"citemap/graph"
)

// A span is a run of papers in an order: those from begin up to, but not
// including, end.
type span struct{ begin, end uint32 }

// condensed gives the papers in an order in which every citation runs from a
// later to an earlier place, except inside strongly connected components:
// those of more than one paper stand together, sorted, and are the cycles.
// Where no citation runs forward in time, the order is that of Nodes.
//
// It is Tarjan's algorithm (1972, doi:10.1137/0201010) from the newest paper to the
// oldest along the citing papers, linear in papers and citations. Most papers are
// finished when they are met, as all that cite them are.
func condensed(citing *graph.Rows) (order []graph.Node, cycles []span) {
	n := citing.Len()
	c := &condensation{citing: citing, index: make([]uint32, n), order: make([]graph.Node, n), left: n}
	for root := n - 1; root >= 0; root-- {
		if c.index[root] == 0 && !c.finished(graph.Node(root)) {
			c.dive(graph.Node(root))
		}
	}
	slices.Reverse(c.cycles)
	return c.order, c.cycles
}

// A condensation is an order in the making, filled from its end.
type condensation struct {
	citing *graph.Rows
	index  []uint32 // when a paper was met, from 1 on; done: its component is complete
	count  uint32

	path []step       // from the root to the paper looked at
	open []graph.Node // met, and of no complete component yet

	order  []graph.Node
	left   int // places that are free
	cycles []span
}

// A step is a paper on the path.
type step struct {
	paper graph.Node
	next  uint32 // of its citing papers, as a place in all
	low   uint32 // the index of the earliest open paper that is known to lie in its component
}

const done = math.MaxUint32

// finished orders a paper of which all citing papers are ordered.
func (c *condensation) finished(n graph.Node) bool {
	for _, m := range c.citing.Of(n) {
		if c.index[m] != done {
			return false
		}
	}
	c.index[n] = done
	c.left--
	c.order[c.left] = n
	return true
}

func (c *condensation) dive(root graph.Node) {
	c.meet(root)
	for len(c.path) > 0 {
		top := len(c.path) - 1
		s := &c.path[top]
		if s.next < c.citing.Start[s.paper+1] {
			m := c.citing.All[s.next]
			s.next++
			switch i := c.index[m]; {
			case i == 0 && !c.finished(m):
				c.meet(m)
			case i != 0 && i != done:
				s.low = min(s.low, i)
			}
			continue
		}
		left := *s
		c.path = c.path[:top]
		if left.low == c.index[left.paper] {
			c.complete(left.paper)
		} else {
			c.path[top-1].low = min(c.path[top-1].low, left.low)
		}
	}
}

func (c *condensation) meet(n graph.Node) {
	c.count++
	c.index[n] = c.count
	c.open = append(c.open, n)
	c.path = append(c.path, step{n, c.citing.Start[n], c.count})
}

// complete orders the component of which a paper was met first.
func (c *condensation) complete(first graph.Node) {
	begin := len(c.open) - 1
	for c.open[begin] != first {
		begin--
	}
	members := c.open[begin:]
	for _, n := range members {
		c.index[n] = done
	}
	slices.Sort(members)
	end := c.left
	c.left -= len(members)
	copy(c.order[c.left:end], members)
	if len(members) > 1 {
		c.cycles = append(c.cycles, span{uint32(c.left), uint32(end)})
	}
	c.open = c.open[:begin]
}
