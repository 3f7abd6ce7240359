package export

import (
	"slices"

	"citemap/graph"
	"citemap/graph/study"
)

// A Selection is the papers to export; what joins them goes with them.
type Selection struct {
	What   What
	Papers []graph.Node // in Node order, so from the oldest to the newest; each once
	Joined Joined       // by what
}

// Select picks the papers to export. drawn are those on the map, which only
// Map needs; n limits Gaps to the best n of them, 0 to none.
func Select(f *study.Findings, w What, drawn []graph.Node, n int) Selection {
	s := Selection{What: w}
	switch w {
	case Map:
		s.Papers = slices.Clone(drawn)
	case List:
		s.Papers = slices.Clone(f.Graph.Listed())
	case Gaps:
		for i, x := range f.Gaps.Gaps {
			if n <= 0 || i < n {
				s.Papers = append(s.Papers, x.Node)
			}
		}
	default:
		for p := range graph.Node(f.Graph.Len()) {
			s.Papers = append(s.Papers, p)
		}
	}
	slices.Sort(s.Papers)
	s.Papers = slices.Compact(s.Papers)
	return s
}
