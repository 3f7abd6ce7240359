package path

import (
	"math"

	"citemap/graph"
)

// none is the component of a paper that has none yet.
const none = math.MaxUint32

// A search is one run of Tarjan's depth-first search. Its stacks are slices,
// since a chain of citations can be as long as the corpus.
type search struct {
	references func(graph.Node) []graph.Node

	place []uint32 // when the paper was met, counted from 1; 0: not yet
	low   []uint32 // the earliest place that was seen from the paper onwards
	of    []uint32 // its component, once that is complete
	count int      // complete components
	met   uint32   // papers met

	open []graph.Node // met, but without a component yet
	way  []step       // from the root to the paper where the search stands
}

// A step is a paper on the way, with the references still to be followed.
type step struct {
	paper graph.Node
	left  []graph.Node
}

// strong numbers the strongly connected components of n papers in the order
// in which they are complete: the cited ones before those that cite them.
func strong(n int, references func(graph.Node) []graph.Node) (of []uint32, count int) {
	s := &search{references: references, place: make([]uint32, n), low: make([]uint32, n), of: make([]uint32, n)}
	for i := range s.of {
		s.of[i] = none
	}
	for root := range graph.Node(n) {
		if s.place[root] == 0 {
			s.from(root)
		}
	}
	return s.of, s.count
}

func (s *search) from(root graph.Node) {
	for s.enter(root); len(s.way) > 0; {
		here := &s.way[len(s.way)-1]
		if len(here.left) == 0 {
			s.leave(here.paper)
			continue
		}
		r := here.left[0]
		here.left = here.left[1:]
		switch {
		case s.place[r] == 0:
			s.enter(r)
		case s.of[r] == none:
			s.low[here.paper] = min(s.low[here.paper], s.place[r])
		}
	}
}

func (s *search) enter(n graph.Node) {
	s.met++
	s.place[n], s.low[n] = s.met, s.met
	s.open = append(s.open, n)
	s.way = append(s.way, step{n, s.references(n)})
}

// leave goes back from a paper whose references are all followed. If nothing
// met before it was seen from there, it and the open papers after it are a
// component.
func (s *search) leave(n graph.Node) {
	s.way = s.way[:len(s.way)-1]
	if len(s.way) > 0 {
		citing := s.way[len(s.way)-1].paper
		s.low[citing] = min(s.low[citing], s.low[n])
	}
	if s.low[n] != s.place[n] {
		return
	}
	for last := graph.Node(none); last != n; {
		last = s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.of[last] = uint32(s.count)
	}
	s.count++
}
