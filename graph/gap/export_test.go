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
func Solve(g *graph.Graph, listed []graph.Node, asOf int) map[graph.Node]Solved {
	q := newGround(g).newQuery(listed, asOf)
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

// QualityOf scores sorted ranks.
var QualityOf = quality

// Scores puts a list to a graph and asks one method.
func Scores(g *graph.Graph, listed []graph.Node, m Method, asOf int) []float64 {
	return newGround(g).newQuery(listed, asOf).scores(m)
}
