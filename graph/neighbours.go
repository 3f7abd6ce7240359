package graph

// Neighbours are the papers that each paper cites or is cited by, each once:
// the simple undirected graph. Those of n are All[Start[n]:Start[n+1]], sorted.
type Neighbours struct {
	Start []uint32
	All   []Node
}

// Neighbours makes the undirected view of the graph.
func (g *Graph) Neighbours() *Neighbours {
	x := &Neighbours{Start: make([]uint32, g.Len()+1), All: make([]Node, 0, 2*g.Citations())}
	for n := range Node(g.Len()) {
		x.All = appendUnion(x.All, g.References(n), g.Citing(n))
		x.Start[n+1] = uint32(len(x.All))
	}
	return x
}

// Of gives the neighbours of a paper. Not to be changed.
func (x *Neighbours) Of(n Node) []Node { return x.All[x.Start[n]:x.Start[n+1]] }

// appendUnion appends the union of two sorted rows.
func appendUnion(out, a, b []Node) []Node {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// Knowing gives the graph as it would be if the reference lists of those
// papers were known and no others.
func (g *Graph) Knowing(known func(Node) bool) *Graph {
	out := *g
	out.references = rows{start: make([]uint32, len(g.references.start))}
	for n := range Node(g.Len()) {
		if known(n) {
			out.references.all = append(out.references.all, g.References(n)...)
		}
		out.references.start[n+1] = uint32(len(out.references.all))
	}
	out.citing = out.references.reversed()
	return &out
}

// With gives the same graph with another list.
func (g *Graph) With(listed []Node) *Graph {
	out := *g
	out.listed = listed
	return &out
}
