package fix

import (
	"slices"

	"citemap/fetch/list/span"
	"citemap/graph"
)

// isPage tells whether an address is the one by which an entry names its paper.
func (w *round) isPage(l span.Link, entry int) bool {
	return w.Entries[entry].IDs.Of(graph.Link) == l.Text
}

// isOfPaper tells whether an address is of the paper of an entry.
func (w *round) isOfPaper(l span.Link, entry int) bool {
	if l.Page.Scheme == graph.Link || w.isPage(l, entry) {
		return true // of a publisher, and there is no other paper
	}
	of := []graph.ExternalIDs{w.Entries[entry].IDs}
	if first := w.advice[entry].Same; first >= 0 {
		of = append(of, w.Entries[first].IDs)
	}
	if p := w.advice[entry].Paper; p != nil {
		of = append(of, p.IDs, graph.ExternalIDs{{Scheme: graph.S2, Value: string(p.ID)}})
	}
	return l.Page.Scheme != "" && slices.ContainsFunc(of, func(ids graph.ExternalIDs) bool { return ids.Of(l.Page.Scheme) == l.Page.Value })
}
