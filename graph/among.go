package graph

// Among gives the graph of some papers, which must rise, with the citations among
// them alone: its node i is the i-th of them. Its listed papers are those of the
// list that are among them, and its Today is that of a corpus of nothing else. No
// paper is read for it.
func (g *Graph) Among(papers []Node) *Graph {
	now := make([]Node, g.Len()) // from 1; 0: not among them
	for i, n := range papers {
		now[n] = Node(i) + 1
	}
	out := &Graph{columns: g.columns, references: g.references.among(papers, now)}
	out.citing = out.references.Reversed()
	if g.columns == nil {
		for _, n := range papers {
			out.papers = append(out.papers, g.papers[n])
		}
		out.name()
	} else {
		for _, n := range papers {
			out.places = append(out.places, g.places[n])
		}
		out.setAt()
	}
	for _, l := range g.listed {
		if now[l] > 0 {
			out.listed = append(out.listed, now[l]-1)
		}
	}
	out.setToday(&Corpus{})
	return out
}

// among gives the rows of some nodes without what leads elsewhere; now has the new
// number of each node, from 1.
func (r *Rows) among(nodes, now []Node) *Rows {
	out := &Rows{Start: make([]uint32, len(nodes)+1)}
	for i, n := range nodes {
		for _, m := range r.Of(n) {
			if now[m] > 0 {
				out.All = append(out.All, now[m]-1)
			}
		}
		out.Start[i+1] = uint32(len(out.All))
	}
	return out
}
