package render

import "citemap/graph"

// among is the citation graph of the drawn papers alone.
type among struct {
	graph *graph.Graph
	place []int // of each node: its paper's index in Map.Papers
}

// newAmong has all citations among the drawn papers.
func (m *Map) newAmong(whole *graph.Graph, all []Citation) among {
	drawn := &graph.Corpus{Papers: make([]graph.Paper, len(m.Papers))}
	for i, p := range m.Papers {
		of := whole.Paper(p.Node)
		drawn.Papers[i] = graph.Paper{ID: p.ID, Title: of.Title, Date: of.Date}
	}
	for _, c := range all {
		references := &drawn.Papers[c.Citing].References
		references.State = graph.Known
		references.IDs = append(references.IDs, m.Papers[c.Cited].ID)
	}
	a := among{graph.New(drawn), make([]int, len(m.Papers))}
	for i, p := range m.Papers {
		if n, found := a.graph.Find(p.ID); found {
			a.place[n] = i
		}
	}
	return a
}
