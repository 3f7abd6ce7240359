package gap

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// Around the best candidates of a first look a gathering goes one step further
// (see Ground.Best): how often they are cited together with each other is what the
// ridge system lacks most. So many candidates, and so many of the newest
// papers citing each, bring a gathered corpus to within .004 of the whole one.
const (
	BestCandidates = 40
	BestCiting     = 50
)

// Best gives the first n candidates by score, off the list, ties by PaperID.
func (x *Ground) Best(listed []graph.Node, n int) []graph.Node {
	if len(listed) == 0 {
		return nil
	}
	return x.Ask(listed).leading(n)
}

func (q *Answer) leading(n int) []graph.Node {
	scores := q.Scores(Citemap)
	candidates := q.candidates(nil)
	slices.SortFunc(candidates, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(rank.Round(scores[b]), rank.Round(scores[a])), q.g.ByID(a, b))
	})
	return candidates[:min(n, len(candidates))]
}
