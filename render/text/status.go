package text

import (
	"strings"

	"charm.land/lipgloss/v2"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

var statusColours = map[graph.Status]lipgloss.Style{
	graph.StatusResolved: colour("2"), graph.StatusMissing: colour("1"), graph.StatusUnasked: colour("3"),
	graph.StatusDuplicate: colour("3"), graph.StatusMismatch: colour("3"),
}

// toldReferences says so where anybody was asked for the list.
func toldReferences(f *study.Findings, e graph.Entry) string {
	if n, found := f.Graph.Find(e.Paper); found && f.Graph.State(n) == graph.Unasked {
		return ""
	}
	return references(f, e)
}

// references says what is known of the reference list of an entry's paper:
// "84 references", "references withheld".
func references(f *study.Findings, e graph.Entry) string {
	n, found := f.Graph.Find(e.Paper)
	if !found {
		return ""
	}
	if p := f.Graph.Paper(n); p.References.State != graph.Known {
		return "references " + strings.Replace(render.ListState(p), graph.Unasked.String(), "not asked for", 1)
	}
	return count(len(f.Graph.References(n)), "reference")
}
