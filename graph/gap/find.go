package gap

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// Options says what may be offered. The zero value offers everything.
type Options struct {
	Exclude []graph.PaperID // never offered, but still evidence; ids or aliases
	Kinds   []Kind          // only these; none means all
}

// Find ranks the papers off the list by
//
//	log(S/max + 1e-4) + 0.5 log(PPR/max + 1e-4)
//
// with S and PPR as gather measures them, each divided by its maximum over the
// candidates. Candidates are the papers that a listed paper cites, that cite a
// listed paper, or that are cited together with one. Where too few papers
// around the list cite it for S to say much, the answer is thin and ordered as
// Found.Thin says.
func Find(g *graph.Graph, o Options) Found {
	q := newQuery(g, o)
	if len(q.listed) == 0 {
		return Found{Thin: "No listed paper was found in the corpus, so nothing can be said to be missing."}
	}
	found := Found{Thin: q.thin()}
	scores := q.scores()
	for _, c := range q.candidates {
		found.Gaps = append(found.Gaps, q.gap(c, scores[c]))
	}
	slices.SortFunc(found.Gaps, func(a, b Gap) int {
		byCount := 0
		if found.Thin != "" {
			byCount = cmp.Compare(len(b.CitedBy), len(a.CitedBy))
		}
		return cmp.Or(byCount, cmp.Compare(b.Score, a.Score), cmp.Compare(g.Paper(a.Node).ID, g.Paper(b.Node).ID))
	})
	if len(o.Kinds) > 0 {
		found.Gaps = slices.DeleteFunc(found.Gaps, func(x Gap) bool { return !slices.Contains(o.Kinds, x.Kind) })
	}
	return found
}

// A query is one list put to one graph.
type query struct {
	g          *graph.Graph
	listed     []graph.Node
	onList     map[graph.Node]bool
	evidence   evidence
	candidates []graph.Node
	citing     int // papers of the corpus whose reference list is known and not empty
}

func newQuery(g *graph.Graph, o Options) *query {
	q := &query{g: g, listed: g.Listed(), onList: map[graph.Node]bool{}}
	for _, l := range q.listed {
		q.onList[l] = true
	}
	excluded := map[graph.Node]bool{}
	for _, id := range o.Exclude {
		if n, found := g.Find(id); found {
			excluded[n] = true
		}
	}
	q.evidence = gather(g, q.listed)
	for n := range graph.Node(g.Len()) {
		if len(g.References(n)) > 0 {
			q.citing++
		}
		if !q.onList[n] && !excluded[n] && q.touches(n) {
			q.candidates = append(q.candidates, n)
		}
	}
	return q
}

// touches reports whether anything but a long walk ties the paper to the list.
func (q *query) touches(n graph.Node) bool {
	listed := func(m graph.Node) bool { return q.onList[m] }
	return q.evidence.similarity[n] > 0 ||
		slices.ContainsFunc(q.g.Citing(n), listed) || slices.ContainsFunc(q.g.References(n), listed)
}

// thin says why co-citation cannot be trusted, "" where it can. Nearly all of
// it comes from papers off the list that cite the list: it takes one of them
// for each listed paper.
func (q *query) thin() string {
	around := map[graph.Node]bool{}
	for _, l := range q.listed {
		for _, u := range q.g.Citing(l) {
			if !q.onList[u] {
				around[u] = true
			}
		}
	}
	if len(around) >= len(q.listed) {
		return ""
	}
	few := "No paper off the list whose references are known cites it"
	if n := len(around); n > 0 {
		few = fmt.Sprintf("No more than %s off the list whose references are known cite it", papers(n))
	}
	return few + ", too few to judge by co-citation: ordered by how many listed papers cite a paper, then by score."
}

// scores gives the score of every candidate, rounded so that ties are ties.
func (q *query) scores() map[graph.Node]float64 {
	var maxS, maxP float64
	for _, c := range q.candidates {
		maxS = max(maxS, q.evidence.similarity[c])
		maxP = max(maxP, q.evidence.visits[c])
	}
	scores := make(map[graph.Node]float64, len(q.candidates))
	for _, c := range q.candidates {
		scores[c] = rank.Round(math.Log(share(q.evidence.similarity[c], maxS)+1e-4) +
			0.5*math.Log(share(q.evidence.visits[c], maxP)+1e-4))
	}
	return scores
}

func share(x, most float64) float64 {
	if most == 0 {
		return 0
	}
	return x / most
}
