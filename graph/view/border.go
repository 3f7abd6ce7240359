package view

import (
	"cmp"
	"math/bits"
	"slices"

	"citemap/graph"
)

// A border is the papers that are not drawn and cite one that is, or are cited
// by one. What such a paper is worth as context is how well it ties the drawn ones
// together: the sum of its ties, where a tie to a paper of weight w that has d
// ties already counts w/(1+d), so that papers on the rim come before those
// that many tie already. A paper with a single tie joins nothing and is worth 0.
type border struct {
	graph  *graph.Graph
	joined map[graph.Node][]graph.Node // neighbours of drawn papers
	weight []int64                     // of the drawn papers; 0: not drawn
	degree []int64                     // ties that drawn papers have among themselves
	barred []bool                      // never of the border

	papers []graph.Node
	ties   []int64 // of the papers of the border, with drawn papers
	sum    []int64 // of what their ties count, in units of 1/unit
}

// unit keeps sums exact, so that they do not depend on the order of addition.
const unit = 1 << 24

// newBorder gives the border of a map without papers.
func newBorder(g *graph.Graph) *border {
	n := g.Len()
	return &border{
		graph: g, joined: map[graph.Node][]graph.Node{}, barred: make([]bool, n),
		weight: make([]int64, n), degree: make([]int64, n), ties: make([]int64, n), sum: make([]int64, n),
	}
}

// bar keeps papers out of the border; for those that a later draw would find there.
func (b *border) bar(papers []graph.Node) {
	for _, p := range papers {
		b.barred[p] = true
	}
}

// draw takes a paper among the drawn ones; ties to it count by its weight.
func (b *border) draw(p graph.Node, weight int64) {
	b.weight[p] = weight
	b.joined[p] = b.graph.NeighboursOf(p)
	for _, q := range b.joined[p] {
		if b.weight[q] > 0 {
			b.degree[p]++
			b.degree[q]++
			b.recount(q, b.degree[q]-1)
			continue
		}
		if b.ties[q] == 0 && !b.barred[q] {
			b.papers = append(b.papers, q)
		}
		b.ties[q]++
	}
	for _, q := range b.joined[p] {
		if b.weight[q] == 0 {
			b.sum[q] += b.tie(p, b.degree[p])
		}
	}
}

// tie is what a tie to p counts when p has so many.
func (b *border) tie(p graph.Node, degree int64) int64 { return b.weight[p] * unit / (1 + degree) }

// recount takes in that p has one more tie than before.
func (b *border) recount(p graph.Node, before int64) {
	change := b.tie(p, b.degree[p]) - b.tie(p, before)
	for _, q := range b.joined[p] {
		if b.weight[q] == 0 {
			b.sum[q] += change
		}
	}
}

// worth grows with the papers that p ties and, slowly, with its influence: by one
// part for each doubling of the papers that cite it.
func (b *border) worth(p graph.Node) int64 {
	influence := int64(bits.Len(uint(b.graph.LocalCitations(p)) + 1))
	return b.sum[p] * (b.ties[p] - 1) / b.ties[p] * influence
}

// best draws up to n papers of the border with a weight, each time the one of
// most worth, ties by order.
func (b *border) best(n int, weight int64, order func(a, b graph.Node) int) []graph.Node {
	var out []graph.Node
	for len(out) < n && len(b.papers) > 0 {
		first := 0
		for i, p := range b.papers {
			by := cmp.Compare(b.worth(b.papers[first]), b.worth(p))
			if by == 0 { // seldom, and an order takes longer
				by = order(p, b.papers[first])
			}
			if by < 0 {
				first = i
			}
		}
		p := b.papers[first]
		b.papers = slices.Delete(b.papers, first, first+1)
		b.draw(p, weight)
		out = append(out, p)
	}
	return out
}
