package gap

import (
	"math"
	"slices"
	"sync"

	"citemap/graph"
	"citemap/graph/gap/evidence"
	"citemap/graph/rank"
)

// A Ground is what questions to one graph share.
type Ground struct {
	g       *graph.Graph
	cites   []float64 // how often each paper is cited, 1 at least
	words   func() *evidence.Words
	weights evidence.Weights // what the evidence is worth
}

// NewGround prepares a graph. A paper counts as cited as often as the source
// says it is, where that is known and more than the corpus knows of: a corpus
// around a list holds few of the papers that cite a famous one.
func NewGround(g *graph.Graph) *Ground {
	x := &Ground{g: g, cites: make([]float64, g.Len()), weights: evidence.Learned}
	x.words = sync.OnceValue(func() *evidence.Words { return evidence.NewWords(g) })
	for n := range x.cites {
		x.cites[n] = float64(max(1, g.LocalCitations(graph.Node(n))))
		if global := g.Global(graph.Node(n)); global != nil {
			x.cites[n] = max(x.cites[n], float64(*global))
		}
	}
	return x
}

// Knowing gives the ground as it would be if the reference lists of those papers,
// by node, were known and no others. How often a paper is cited stays as it is.
func (x *Ground) Knowing(known []bool) *Ground {
	out := NewGround(x.g.Knowing(func(n graph.Node) bool { return known[n] }))
	out.cites, out.words, out.weights = x.cites, x.words, x.weights
	return out
}

// Weighing gives the ground on which the evidence is worth what these weights say.
func (x *Ground) Weighing(w evidence.Weights) *Ground {
	out := *x
	out.weights = w
	return &out
}

// A query is one list put to one graph. Measures are indexed by graph.Node.
type query struct {
	*Ground
	listed []graph.Node
	onList []bool

	similarity []float64 // the co-citation with the list, as it comes
	based      *base     // see look
}

// newQuery puts a list to a graph.
func (x *Ground) newQuery(listed []graph.Node) *query {
	q := &query{Ground: x, listed: listed, onList: make([]bool, x.g.Len())}
	for _, l := range listed {
		q.onList[l] = true
	}
	q.similarity = q.cocitation()
	return q
}

// cocitation is S(c) = sum over listed l of cocitations(c,l)/sqrt(n(c) n(l)),
// where n says how often a paper is cited.
func (q *query) cocitation() []float64 {
	s := make([]float64, q.g.Len())
	for _, l := range q.listed {
		share := 1 / math.Sqrt(q.cites[l])
		for _, u := range q.g.Citing(l) {
			for _, c := range q.g.References(u) {
				s[c] += share
			}
		}
	}
	for c := range s {
		s[c] /= math.Sqrt(q.cites[c])
	}
	return s
}

// visits is personalised PageRank from the list with damping 0.7 (see rank.Visits).
func (q *query) visits() []float64 { return rank.Visits(q.g, q.listed, 0.7, 1e-9) }

// offList gives a measure divided by its maximum over the papers off the list,
// and 0 for the listed papers.
func (q *query) offList(measure []float64) []float64 {
	x := slices.Clone(measure)
	most := 1e-12
	for n := range x {
		if q.onList[n] {
			x[n] = 0
		}
		most = max(most, x[n])
	}
	for n := range x {
		x[n] /= most
	}
	return x
}

// formula is log(S/max + 1e-4) + 0.5 log(PPR/max + 1e-4), each maximum taken
// over the papers off the list.
func (q *query) formula() []float64 {
	s, p := q.offList(q.similarity), q.offList(q.visits())
	for c := range s {
		s[c] = math.Log(s[c]+evidence.Floor) + 0.5*math.Log(p[c]+evidence.Floor)
	}
	return s
}

// citedByList counts for each paper the listed papers that cite it.
func (q *query) citedByList() []int {
	counts := make([]int, q.g.Len())
	for _, l := range q.listed {
		for _, c := range q.g.References(l) {
			counts[c]++
		}
	}
	return counts
}

// around counts the papers off the list with known references that cite it.
func (q *query) around() int {
	seen := map[graph.Node]bool{}
	for _, l := range q.listed {
		for _, u := range q.g.Citing(l) {
			if !q.onList[u] {
				seen[u] = true
			}
		}
	}
	return len(seen)
}

// candidates gives the papers that may be offered, by node.
func (q *query) candidates(exclude []graph.PaperID) []graph.Node {
	excluded := map[graph.Node]bool{}
	for _, id := range exclude {
		if n, found := q.g.Find(id); found {
			excluded[n] = true
		}
	}
	var out []graph.Node
	for n := range graph.Node(q.g.Len()) {
		if !q.onList[n] && !excluded[n] && q.touches(n) {
			out = append(out, n)
		}
	}
	return out
}

// touches reports whether anything but a long walk ties the paper to the list.
func (q *query) touches(n graph.Node) bool {
	listed := func(m graph.Node) bool { return q.onList[m] }
	return q.similarity[n] > 0 || slices.ContainsFunc(q.g.References(n), listed) || slices.ContainsFunc(q.g.Citing(n), listed)
}
