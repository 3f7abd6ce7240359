package gap

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/gap/evidence"
	"citemap/graph/rank"
)

// A Judgement is what a list says of the papers off it.
type Judgement struct {
	// Papers are those among which the papers that belong are looked for, the
	// best first: the pool of the ridge system, or, where the corpus is too thin
	// for it, all candidates.
	Papers   []graph.Node
	Signs    [][]float64 // of each: what speaks for it, in the order of the weights
	Recalled float64     // the share of the list that it would bring back itself; see evidence
	Thin     string      // why the corpus is too thin, as Found tells; "" where it is not

	scores  []float64              // of all papers, by node; those of listed papers mean nothing
	belongs map[graph.Node]float64 // of Papers
	others  float64                // the chance of any other candidate
	pool    []graph.Node           // the candidates of found, in its order
	found   *evidence.Finding      // nil where the corpus is too thin
}

// Belongs is the chance that a paper belongs; see Gap.
func (j *Judgement) Belongs(c graph.Node) float64 {
	if chance, known := j.belongs[c]; known {
		return chance
	}
	return j.others
}

// judge weighs what speaks for the papers, or goes by the formula where the
// corpus is too thin for it.
func (q *query) judge() *Judgement {
	if why := q.thin(); why != "" {
		return q.judgeThin(why)
	}
	b := q.look()
	j := &Judgement{pool: b.pool, belongs: map[graph.Node]float64{}}
	found, ok := q.newCase(b).Weigh()
	if !ok {
		return q.judgeThin("The citations around the list could not be solved for, so papers are ordered by how many listed papers cite them, then by co-citation.")
	}
	j.found, j.others, j.Recalled = found, q.weights.Below, found.Recalled
	odds := make([]float64, len(j.pool))
	for i := range j.pool {
		odds[i] = rank.Round(evidence.Odds(q.weights.Scored, found.Signs[i], len(q.listed)))
	}
	for i, chance := range evidence.Chances(odds, len(q.listed), found.Recalled) {
		j.belongs[j.pool[i]] = chance
		j.others = min(j.others, chance)
	}
	j.others = evidence.Thousandths(j.others)
	j.scores = q.above(b, odds)
	j.order(q, found.Signs)
	return j
}

// newCase is a list with its pool.
func (q *query) newCase(b *base) *evidence.Case {
	c := &evidence.Case{Graph: q.g, Cites: q.cites, Words: q.words(), Listed: q.listed, Candidates: b.pool}
	for _, n := range b.pool {
		c.Near, c.Walk = append(c.Near, b.v[n]), append(c.Walk, b.p[n])
	}
	return c
}

// order lists the pool, the best first, with its signs.
func (j *Judgement) order(q *query, signs [][]float64) {
	places := make([]int, len(j.pool))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int {
		a1, b1 := j.pool[a], j.pool[b]
		return cmp.Or(cmp.Compare(j.scores[b1], j.scores[a1]), q.g.ByID(a1, b1))
	})
	for _, i := range places {
		j.Papers, j.Signs = append(j.Papers, j.pool[i]), append(j.Signs, signs[i])
	}
}

// judgeThin orders all candidates by how many listed papers cite them, then by
// the formula.
func (q *query) judgeThin(why string) *Judgement {
	j := &Judgement{Thin: why, scores: q.formula(), Papers: q.candidates(nil), belongs: map[graph.Node]float64{}}
	citedBy := q.citedByList()
	slices.SortFunc(j.Papers, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(citedBy[b], citedBy[a]), cmp.Compare(rank.Round(j.scores[b]), rank.Round(j.scores[a])), q.g.ByID(a, b))
	})
	for i, c := range j.Papers {
		signs := evidence.Thin(i, citedBy[c], len(q.listed))
		j.Signs = append(j.Signs, signs)
		j.belongs[c] = evidence.ThinChance(evidence.Odds(q.weights.Thin, signs, len(q.listed)))
	}
	return j
}

// above gives the scores of all papers: those of a pool as they are, and the
// others below them in the order of the base.
func (q *query) above(b *base, scores []float64) []float64 {
	out, lowest := b.below(), math.Inf(1)
	for _, s := range scores {
		lowest = min(lowest, s)
	}
	for c := range out {
		out[c] += lowest
	}
	for i, c := range b.pool {
		out[c] = scores[i]
	}
	return out
}

// below gives the papers outside the pool the scores that keep them below it
// in the order of the base: at most 0, to be counted from the lowest of the pool.
func (b *base) below() []float64 {
	scores := slices.Clone(b.score)
	last := b.score[b.pool[len(b.pool)-1]]
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

// published ranks as the method published with its oracle.
func (q *query) published() []float64 {
	if q.thin() == "" {
		b := q.look()
		if scores, _, ok := q.newCase(b).Published(); ok {
			return q.above(b, scores)
		}
	}
	return q.judgeThin("").ordered(q)
}

// ordered gives scores in the order of Find.
func (j *Judgement) ordered(q *query) []float64 {
	scores := slices.Clone(j.scores)
	if j.found == nil {
		for c, n := range q.citedByList() {
			scores[c] += 100 * float64(n) // more than the formula can differ by
		}
	}
	return scores
}
