package gap

import "citemap/graph"

// Solved is the answer of the ridge system, for the test against the oracle:
// by candidate of the pool its score, what explains it and each listed
// paper's contribution.
type Solved struct {
	Score, Explained float64
	Contributions    []float64
}

// Solve asks the ridge system alone, by the published recipe, which is the oracle's.
func Solve(g *graph.Graph, listed []graph.Node) map[graph.Node]Solved {
	q := NewGround(g).newQuery(listed)
	q.recipe = published
	j := q.judge()
	if j.found == nil {
		return nil
	}
	out := map[graph.Node]Solved{}
	for i, c := range j.pool {
		s := Solved{Score: j.scores[c], Explained: j.found.explained[i]}
		for l := range listed {
			s.Contributions = append(s.Contributions, j.found.contributions.At(l, i))
		}
		out[c] = s
	}
	return out
}

// Visits is the walk that the formula takes.
func Visits(g *graph.Graph, listed []graph.Node, damping, tolerance float64) []float64 {
	return visits(g.Neighbours(), listed, damping, tolerance)
}
