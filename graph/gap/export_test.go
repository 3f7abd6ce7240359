package gap

import (
	"citemap/graph"
	"citemap/graph/gap/evidence"
)

// Solved is what a system says of a candidate, for the tests against the
// oracles: its score, what explains it and each listed paper's contribution; of
// ours its signs.
type Solved struct {
	Score, Explained     float64
	Contributions, Signs []float64
}

// Published solves the published system alone.
func Published(g *graph.Graph, listed []graph.Node) map[graph.Node]Solved {
	q := NewGround(g).newQuery(listed)
	b := q.look()
	scores, found, ok := q.newCase(b).Published()
	if !ok {
		return nil
	}
	return solved(b.pool, scores, found)
}

// Ours weighs the evidence.
func Ours(g *graph.Graph, listed []graph.Node) map[graph.Node]Solved {
	j := NewGround(g).Ask(listed).Judgement()
	if j.found == nil {
		return nil
	}
	scores := make([]float64, len(j.pool))
	for i, c := range j.pool {
		scores[i] = j.scores[c]
	}
	out := solved(j.pool, scores, j.found)
	return out
}

func solved(pool []graph.Node, scores []float64, found *evidence.Finding) map[graph.Node]Solved {
	out := map[graph.Node]Solved{}
	for i, c := range pool {
		s := Solved{Score: scores[i], Explained: found.Explained[i]}
		listed, _ := found.Contributions.Dims()
		for l := range listed {
			s.Contributions = append(s.Contributions, found.Contributions.At(l, i))
		}
		if found.Signs != nil {
			s.Signs = found.Signs[i]
		}
		out[c] = s
	}
	return out
}
