package edit

import (
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

// A round is what a dialog knows of the answers so far.
type round struct {
	findings *study.Findings
	kinds    []gap.Kind
	left     map[graph.Node]bool // gaps that were not shown yet
	listed   []graph.Node        // with those that were wanted
	solved   int                 // of them, when the list was last asked
}

// longer reports whether anything was wanted since the list was last asked.
func (r *round) longer() bool {
	return len(r.listed) > max(r.solved, len(r.findings.Graph.Listed()))
}

// again gives what is left of the gaps in the order of the longer list.
func (r *round) again() []gap.Gap {
	r.solved = len(r.listed)
	found := gap.Find(r.findings.Graph.With(r.listed), gap.Options{Kinds: r.kinds})
	return slices.DeleteFunc(found.Gaps, func(x gap.Gap) bool { return !r.left[x.Node] })
}
