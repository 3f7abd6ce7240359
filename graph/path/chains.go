package path

import (
	"slices"

	"citemap/graph"
)

// Chains are the shortest ways over citations from one paper to another.
type Chains struct {
	// Papers are the ways that were asked for: each begins with the citing
	// paper, each paper cites the next, and the last is the cited one. They are in
	// the order of PaperIDs, the first that differs telling.
	Papers [][]graph.Node
	Count  Count // how many there are
}

// ShortestChains gives the ways of the fewest citations from a paper to one that
// it cites directly or over others, so many at most. No way: none. From a paper to
// itself one way leads, of no citation. Linear in what leads to the cited paper
// and in what it gives.
func ShortestChains(g *graph.Graph, citing, cited graph.Node, most int) Chains {
	s := &descent{graph: g, steps: make([]int32, g.Len()), ways: make([]Count, g.Len()), most: most}
	s.climb(citing, cited)
	c := Chains{Count: s.ways[citing]}
	if !c.Count.IsZero() {
		s.follow([]graph.Node{citing})
	}
	c.Papers = s.found
	return c
}

// A descent knows how far papers are from the cited one.
type descent struct {
	graph *graph.Graph
	steps []int32 // citations from the paper down to the cited one, and 1; 0: not met
	ways  []Count // of so few citations
	most  int
	found [][]graph.Node
}

// climb goes from the cited paper to those that cite it, nearest first, until
// all that are as near as the citing one are met.
func (s *descent) climb(citing, cited graph.Node) {
	s.steps[cited], s.ways[cited] = 1, NewCount(1)
	for ahead := []graph.Node{cited}; len(ahead) > 0; ahead = ahead[1:] {
		n := ahead[0]
		if s.steps[citing] > 0 && s.steps[n] >= s.steps[citing] {
			return
		}
		for _, m := range s.graph.Citing(n) {
			if s.steps[m] == 0 {
				s.steps[m] = s.steps[n] + 1
				ahead = append(ahead, m)
			}
			if s.steps[m] == s.steps[n]+1 {
				s.ways[m] = s.ways[m].Plus(s.ways[n])
			}
		}
	}
}

// follow goes on with a way to the cited paper by all references that are one
// step nearer.
func (s *descent) follow(way []graph.Node) {
	last := way[len(way)-1]
	if s.steps[last] == 1 {
		s.found = append(s.found, slices.Clone(way))
		return
	}
	var nearer []graph.Node
	for _, r := range s.graph.References(last) {
		if s.steps[r] > 0 && s.steps[r] == s.steps[last]-1 {
			nearer = append(nearer, r)
		}
	}
	slices.SortFunc(nearer, func(a, b graph.Node) int { return s.graph.ByID(a, b) })
	for _, r := range nearer {
		if len(s.found) >= s.most {
			return
		}
		s.follow(append(way, r))
	}
}
