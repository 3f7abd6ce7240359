package gap

import (
	"math"
	"slices"

	"citemap/graph"
)

// A textSpace holds the listed papers of which an embedding is known, as unit
// vectors.
type textSpace struct {
	nodes   []graph.Node
	vectors [][]float32
	near    float64 // how alike half of the listed papers are at least to the nearest other one; above 1 where too few are known
}

// fewTexts is how many listed papers are too few to say how alike those of a list
// are.
const fewTexts = 3

func newTextSpace(g *graph.Graph, listed []graph.Node) *textSpace {
	t := &textSpace{near: 2}
	for _, l := range listed {
		if v := g.Paper(l).Embedding.Unit(); v != nil {
			t.nodes, t.vectors = append(t.nodes, l), append(t.vectors, v)
		}
	}
	if len(t.nodes) < fewTexts {
		return t
	}
	likeness := make([]float64, len(t.nodes))
	for i, v := range t.vectors {
		_, likeness[i], _ = t.nearestTo(v, i)
	}
	slices.Sort(likeness)
	t.near = likeness[len(likeness)/2]
	return t
}

// close reports whether a likeness is as high as half of the listed papers have
// to another.
func (t *textSpace) close(likeness float64) bool { return likeness >= t.near }

// nearest gives the listed paper that a paper is most alike to, the first of
// several, and the cosine of their embeddings; known is false without any.
func (t *textSpace) nearest(p *graph.Paper) (l graph.Node, likeness float64, known bool) {
	v := p.Embedding.Unit()
	if v == nil {
		return 0, 0, false
	}
	return t.nearestTo(v, -1)
}

func (t *textSpace) nearestTo(v []float32, but int) (l graph.Node, likeness float64, known bool) {
	for i, other := range t.vectors {
		if i == but || len(other) != len(v) {
			continue
		}
		if x := math.Round(graph.Dot(v, other)*1e6) / 1e6; !known || x > likeness {
			l, likeness, known = t.nodes[i], x, true
		}
	}
	return l, likeness, known
}

// textWeight is the weight of likeness in text in the score, in the score's own
// units for each standard deviation of it within the pool. It is a guess: there
// was no field with embeddings to measure it on.
const textWeight = 0.5

// withLikeness gives the scores with, for each paper of the pool, how alike it is in
// text to the nearest listed one, in standard deviations from the mean of those whose
// embedding is known; the others are held for average.
func (q *query) withLikeness(scores []float64, pool []graph.Node) []float64 {
	out := slices.Clone(scores)
	for c, x := range q.likeInText(pool) {
		out[c] += textWeight * x
	}
	return out
}

// weighText adds the same to what newer gaps are worth, which like the score is a
// logarithm: half a unit is about what a standard deviation of the likeness of
// titles adds.
func (q *query) weighText(gaps []Gap) {
	var nodes []graph.Node
	for _, x := range gaps {
		if x.newness != nil {
			nodes = append(nodes, x.Node)
		}
	}
	like := q.likeInText(nodes)
	for _, x := range gaps {
		if x.newness != nil {
			x.newness.worth += textWeight * like[x.Node]
		}
	}
}

// likeInText gives those papers whose embedding is known, with how alike each is
// to the nearest listed one, in standard deviations from their mean.
func (q *query) likeInText(papers []graph.Node) map[graph.Node]float64 {
	text := newTextSpace(q.g, q.listed)
	var known []graph.Node
	var likeness []float64
	for _, c := range papers {
		if _, x, ok := text.nearest(q.g.Paper(c)); ok {
			known, likeness = append(known, c), append(likeness, x)
		}
	}
	out := map[graph.Node]float64{}
	mean, deviation := spread(likeness)
	for i, c := range known {
		if deviation > 0 {
			out[c] = (likeness[i] - mean) / deviation
		}
	}
	return out
}
