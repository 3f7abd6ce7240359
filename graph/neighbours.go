package graph

// Neighbours gives the papers that each paper cites or is cited by, each once:
// the simple undirected graph.
func (g *Graph) Neighbours() *Rows {
	x := &Rows{Start: make([]uint32, g.Len()+1), All: make([]Node, 0, 2*g.Citations())}
	for n := range Node(g.Len()) {
		x.All = appendUnion(x.All, g.References(n), g.Citing(n))
		x.Start[n+1] = uint32(len(x.All))
	}
	return x
}

// NeighboursOf gives the papers that n cites or is cited by, each once, sorted.
func (g *Graph) NeighboursOf(n Node) []Node { return appendUnion(nil, g.References(n), g.Citing(n)) }

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
	out.references = g.references.Only(func(citing, _ Node) bool { return known(citing) })
	out.citing = out.references.Reversed()
	return &out
}

// With gives the same graph with another list.
func (g *Graph) With(listed []Node) *Graph {
	out := *g
	out.listed = listed
	return &out
}
