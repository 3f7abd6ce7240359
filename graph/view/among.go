package view

import "citemap/graph"

// among gives the citation graph of the drawn papers alone. They must come by
// rising Node; node i of it is then papers[i].
func among(whole *graph.Graph, papers []Paper) *graph.Graph {
	drawn := make([]bool, whole.Len())
	for _, p := range papers {
		drawn[p.Node] = true
	}
	c := &graph.Corpus{Papers: make([]graph.Paper, len(papers))}
	for i, p := range papers {
		of := whole.Paper(p.Node)
		c.Papers[i] = graph.Paper{ID: of.ID, Title: of.Title, Date: of.Date}
		for _, cited := range whole.References(p.Node) {
			if drawn[cited] {
				references := &c.Papers[i].References
				references.State = graph.Known
				references.IDs = append(references.IDs, whole.Paper(cited).ID)
			}
		}
	}
	return graph.New(c)
}
