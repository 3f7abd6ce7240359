package export

import (
	"fmt"
	"slices"
	"sync"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
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

// New prepares a selection for writing, with the scores of its papers by the
// measures given. Scores, communities and links are computed when a format asks for
// them.
func New(f *study.Findings, s Selection, measures []rank.Measure) *Export {
	e := &Export{
		findings: f, papers: s.Papers, what: s.What, joined: s.Joined, places: make([]int32, f.Graph.Len()),
		listed: map[graph.Node]bool{}, gaps: map[graph.Node]int{},
	}
	f.Graph.ReadAhead(s.Papers)
	for n := range e.places {
		e.places[n] = -1
	}
	for i, n := range s.Papers {
		e.places[n] = int32(i)
		e.ids = append(e.ids, render.Clean(string(f.Graph.ID(n))))
	}
	distinguish(e.ids, func(i int) string { return fmt.Sprintf("~%d", i+2) })
	for _, n := range f.Graph.Listed() {
		e.listed[n] = true
	}
	for i, x := range f.Gaps.Gaps {
		e.gaps[x.Node] = i + 1
	}
	e.columns = append(e.known(), e.scores(measures)...)
	e.traffic = sync.OnceValue(func() *study.Traffic { return f.Part(e.papers).Traffic() })
	e.shared = sync.OnceValue(e.pairs)
	return e
}
