package text

import (
	"charm.land/lipgloss/v2"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

var statusColours = map[graph.Status]lipgloss.Style{
	graph.StatusResolved: colour("2"), graph.StatusMissing: colour("1"), graph.StatusUnasked: colour("3"),
	graph.StatusDuplicate: colour("3"), graph.StatusMismatch: colour("3"),
}

// references says what is known of the reference list of an entry's paper.
func references(f *study.Findings, e graph.Entry) string {
	n, found := f.Graph.Find(e.Paper)
	if !found {
		return ""
	}
	if p := f.Graph.Paper(n); p.References.State != graph.Known {
		return render.ListState(p)
	}
	return comma(len(f.Graph.References(n)))
}
