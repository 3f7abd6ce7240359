package gap

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// Evidence is what a list says of the papers off it: their scores and, of those
// among which the papers that belong are looked for, the signs by which the
// chance of each is told.
type Evidence struct {
	*query
	j judgement

	// Papers are the pool of the ridge system, the best first by score; where
	// the corpus is too thin for it, all candidates, first those that most
	// listed papers cite.
	Papers []graph.Node
	Signs  [][]float64 // of each paper, in the order of the weights of its table
	Thin   bool
}

// A shorter list than any that the weights were fitted on is taken for one of
// so many papers.
const fewestHeld = 3

// Evidence puts a list to the graph.
func (x *Ground) Evidence(listed []graph.Node) *Evidence {
	q := x.newQuery(listed)
	e := &Evidence{query: q, j: q.judge()}
	e.Papers, e.Thin = slices.Clone(e.j.pool), e.j.thin != ""
	if e.Thin {
		e.Papers = q.candidates(nil)
	}
	e.sign()
	return e
}

// sign puts the papers in order and collects their signs.
func (e *Evidence) sign() {
	citedBy := e.citedByList()
	slices.SortFunc(e.Papers, func(a, b graph.Node) int {
		byCount := 0
		if e.Thin {
			byCount = cmp.Compare(citedBy[b], citedBy[a])
		}
		return cmp.Or(byCount, cmp.Compare(rank.Round(e.j.scores[b]), rank.Round(e.j.scores[a])), e.g.ByID(a, b))
	})
	explained := map[graph.Node]float64{}
	for i, c := range e.j.pool {
		explained[c] = e.j.found.explained[i]
	}
	standing := e.standings()
	k := float64(max(len(e.listed), fewestHeld))
	for i, c := range e.Papers {
		signs := []float64{1, 2 / math.Sqrt(k), math.Log1p(float64(i)), math.Log1p(float64(citedBy[c])), float64(citedBy[c]) / k}
		if !e.Thin {
			signs = append(signs, standing[i], standing[i]*2/math.Sqrt(k), math.Log(max(explained[c], 0)+0.02), math.Log1p(float64(e.together(c))))
		}
		e.Signs = append(e.Signs, signs)
	}
}

// standings gives the score of each paper in standard deviations from their mean.
func (e *Evidence) standings() []float64 {
	n, mean, spread := float64(len(e.Papers)), 0.0, 0.0
	for _, c := range e.Papers {
		mean += e.j.scores[c] / n
	}
	for _, c := range e.Papers {
		spread += (e.j.scores[c] - mean) * (e.j.scores[c] - mean) / n
	}
	out := make([]float64, len(e.Papers))
	for i, c := range e.Papers {
		out[i] = (e.j.scores[c] - mean) / (math.Sqrt(spread) + 1e-6)
	}
	return out
}

// together counts the listed papers that a paper is cited together with.
func (e *Evidence) together(c graph.Node) int {
	seen := map[graph.Node]bool{}
	for _, u := range e.g.Citing(c) {
		for _, l := range e.g.References(u) {
			if e.onList[l] {
				seen[l] = true
			}
		}
	}
	return len(seen)
}
