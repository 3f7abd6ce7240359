package gap

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// Options says what may be offered. The zero value offers everything.
type Options struct {
	Exclude []graph.PaperID // never offered, but still evidence; ids or aliases
	Kinds   []Kind          // only these, each age-fair within itself; none means all, by score
	Text    bool            // likeness in text counts in the score, as far as embeddings are known
}

// Find ranks the papers off the list. Candidates are the papers that a listed
// paper cites, that cite a listed paper, or that are cited together with one.
// The best 200 by a first look (see newBase) join the list in a ridge system
// and are scored by
//
//	0.7 log(V + 1e-4) + 0.7 log(PPR + 1e-4) + 3 log(max(E,0)/max E + 0.03)
//
// with E(c) the sum over listed papers of their contributions to c; the others
// follow below in the order of the first look. Where too few papers around the
// list cite it for that, the answer is thin and ordered as Found.Thin says.
func Find(g *graph.Graph, o Options) Found {
	if len(g.Listed()) == 0 {
		return Found{Thin: "No listed paper was found in the corpus, so nothing can be said to be missing."}
	}
	q := NewGround(g).newQuery(g.Listed())
	j := q.judge()
	if o.Text {
		q.addLikeness(j.scores, j.pool)
	}
	r := newReasoner(q, j)
	found := Found{Thin: j.thin}
	for _, c := range q.candidates(o.Exclude) {
		found.Gaps = append(found.Gaps, r.gap(c, rank.Round(j.scores[c])))
	}
	found.sort(g)
	found.beFair(g)
	if len(o.Kinds) > 0 {
		found.keep(o.Kinds)
	}
	r.describe(found.Gaps)
	return found
}

// sort puts the best first.
func (f *Found) sort(g *graph.Graph) {
	slices.SortFunc(f.Gaps, func(a, b Gap) int {
		byCount := 0
		if f.Thin != "" {
			byCount = cmp.Compare(len(b.CitedBy), len(a.CitedBy))
		}
		return cmp.Or(byCount, cmp.Compare(b.Score, a.Score), g.ByID(a.Node, b.Node))
	})
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
