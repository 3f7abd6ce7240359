package gap

import (
	"fmt"
	"math"
	"slices"

	"citemap/graph"
)

// A judgement is the score of every paper for one list, indexed by graph.Node.
type judgement struct {
	scores []float64
	thin   string // see Found
	pool   []graph.Node
	found  *solution // of the ridge system over the pool; nil where the answer is thin
}

// judge scores all papers by the ridge system, or by the formula where the
// corpus is too thin for it. Scores of listed papers mean nothing.
func (q *query) judge() judgement {
	if why := q.thin(); why != "" {
		return judgement{scores: q.formula(), thin: why}
	}
	b := q.newBase()
	j := judgement{pool: q.best(b, poolSize)}
	s := &system{Ground: q.Ground, items: slices.Concat(q.listed, j.pool), listed: len(q.listed), recent: q.recent(), recipe: q.recipe}
	found, ok := s.solve()
	if !ok {
		return judgement{scores: q.formula(), thin: "The citations around the list could not be solved for, so papers are ordered by how many listed papers cite them, then by co-citation."}
	}
	j.found = found
	j.scores = below(b, j.pool)
	lowest := math.Inf(1)
	most := max(slices.Max(append(slices.Clone(found.explained), 0)), 1e-12)
	for i, c := range j.pool {
		e := max(found.explained[i], 0) / most
		j.scores[c] = 0.7*math.Log(b.v[c]+floorBase) + 0.7*math.Log(b.p[c]+floorBase) + q.recipe.explained*math.Log(e+floorRidge)
		lowest = min(lowest, j.scores[c])
	}
	inPool := make([]bool, len(j.scores))
	for _, c := range j.pool {
		inPool[c] = true
	}
	for c := range j.scores {
		if !inPool[c] {
			j.scores[c] += lowest
		}
	}
	return j
}

// below gives the papers outside the pool the scores that keep them below it
// in the order of the base: at most 0, to be counted from the lowest of the pool.
func below(b *base, pool []graph.Node) []float64 {
	scores := slices.Clone(b.score)
	if len(pool) == 0 {
		return scores
	}
	last := b.score[pool[len(pool)-1]]
	for c := range scores {
		scores[c] -= last
	}
	return scores
}

// thin says why co-citation cannot be trusted, "" where it can. Nearly all of
// it comes from papers off the list that cite the list: it takes one of them
// for each listed paper.
func (q *query) thin() string {
	around := q.around()
	if around >= len(q.listed) {
		return ""
	}
	few := "No paper off the list with known references cites a listed paper"
	if around > 0 {
		few = fmt.Sprintf("Only %s off the list with known references can be seen to cite a listed paper", papers(around))
	}
	return few + ", too few to judge by co-citation: gaps are ordered by how many listed papers cite them, then by score."
}
