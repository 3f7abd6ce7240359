package gap

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/gap/evidence"
)

// PoolSize is how many candidates join the list in the system.
const PoolSize = 200

// base is the first look at all papers, indexed by graph.Node: v is
// co-citation with the list in which citing papers that cite much of the list
// count more, p personalised PageRank; each divided by its maximum over the
// papers off the list, and 0 for the listed ones.
type base struct {
	v, p, score []float64
	pool        []graph.Node // the best off the list
}

// look gives the base of the query, which is made once.
func (q *query) look() *base {
	if q.based == nil {
		q.based = q.newBase()
		q.based.pool = q.best(q.based, PoolSize)
	}
	return q.based
}

// newBase measures
//
//	y(u) = sum over listed l cited by u of cites(l)^-0.3
//	V(c) = cites(c)^-0.5 * sum over citing papers u of c of y(u)^1.5 / sqrt(refs(u))
//	base = log(V/max + 1e-4) + 0.7 log(PPR/max + 1e-4)
//
// where cites and refs are local counts.
func (q *query) newBase() *base {
	b := &base{v: q.offList(q.vicinity()), p: q.offList(q.visits()), score: make([]float64, q.g.Len())}
	for c := range b.score {
		b.score[c] = math.Log(b.v[c]+evidence.Floor) + 0.7*math.Log(b.p[c]+evidence.Floor)
	}
	return b
}

// vicinity is V.
func (q *query) vicinity() []float64 {
	y, v := make([]float64, q.g.Len()), make([]float64, q.g.Len())
	for _, l := range q.listed {
		share := math.Pow(q.cites[l], -0.3)
		for _, u := range q.g.Citing(l) {
			y[u] += share
		}
	}
	for u, share := range y {
		if share == 0 {
			continue
		}
		references := q.g.References(graph.Node(u))
		share *= math.Sqrt(share) / math.Sqrt(float64(len(references)))
		for _, c := range references {
			v[c] += share
		}
	}
	for c := range v {
		v[c] /= math.Sqrt(q.cites[c])
	}
	return v
}

// best gives the n papers off the list of highest base score, ties by PaperID.
func (q *query) best(b *base, n int) []graph.Node {
	var scores []float64
	for c, score := range b.score {
		if !q.onList[c] {
			scores = append(scores, score)
		}
	}
	slices.Sort(scores)
	var nodes []graph.Node
	for c := range graph.Node(q.g.Len()) {
		if !q.onList[c] && b.score[c] >= scores[max(0, len(scores)-n)] {
			nodes = append(nodes, c)
		}
	}
	slices.SortFunc(nodes, func(a, c graph.Node) int {
		return cmp.Or(cmp.Compare(b.score[c], b.score[a]), q.g.ByID(a, c))
	})
	return nodes[:min(n, len(nodes))]
}
