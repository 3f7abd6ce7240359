package eval

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
)

// NewerLooks is how many newer gaps a person looks at.
const NewerLooks = 20

// Newer says how much comes back of the newest part of lists: of each list the
// newest third is hidden, and what is asked for are those of it that at most one
// paper of the corpus cites, which co-citation does not see.
type Newer struct {
	Lists, Papers int // lists that have such papers; those papers, of all lists

	// Recall is the mean over lists of the share of them among the first
	// NewerLooks newer gaps, Error its standard error; ByScore the same in the
	// order of all gaps.
	Recall, Error, ByScore float64
}

// newest is what comes of one list.
type newest struct {
	papers          int
	recall, byScore float64
}

// EvaluateNewer hides the newest third of each list.
func EvaluateNewer(c *graph.Corpus, lists []HoldOut) Newer {
	byList := inParallel(len(lists), func(i int) newest { return hideNewest(c, lists[i]) })
	var out Newer
	var recalls []float64
	for _, n := range byList {
		if n.papers == 0 {
			continue
		}
		out.Lists++
		out.Papers += n.papers
		out.ByScore += n.byScore
		recalls = append(recalls, n.recall)
	}
	out.ByScore /= float64(max(out.Lists, 1))
	out.Recall, out.Error = meanAndError(recalls)
	return out
}

// hideNewest hides the newest third of a list and looks for what of it is hardly
// cited; no papers where there is none.
func hideNewest(c *graph.Corpus, list HoldOut) newest {
	cut := *c.Without(list.Exclude).Until(list.AsOf)
	g := graph.New(&cut)
	papers := nodesOf(g, list.Papers)
	slices.Sort(papers) // which is by date
	given := papers[:len(papers)-len(papers)/3]
	var wanted []graph.PaperID
	for _, n := range papers[len(given):] {
		if g.LocalCitations(n) <= 1 {
			wanted = append(wanted, g.ID(n))
		}
	}
	if len(wanted) == 0 {
		return newest{}
	}
	cut.Entries = nil
	for _, n := range given {
		cut.Entries = append(cut.Entries, graph.Entry{Status: graph.StatusResolved, Paper: g.ID(n)})
	}
	g = graph.New(&cut)
	newer := gap.Find(g, gap.Options{Kinds: []gap.Kind{gap.Newer}}).Gaps
	out := newest{papers: len(wanted), recall: firstOf(g, newer, wanted)}
	slices.SortStableFunc(newer, func(a, b gap.Gap) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), g.ByID(a.Node, b.Node))
	})
	out.byScore = firstOf(g, newer, wanted)
	return out
}

// firstOf is the share of the wanted papers among the first gaps.
func firstOf(g *graph.Graph, gaps []gap.Gap, wanted []graph.PaperID) float64 {
	found := 0
	for _, x := range gaps[:min(len(gaps), NewerLooks)] {
		if slices.Contains(wanted, g.ID(x.Node)) {
			found++
		}
	}
	return float64(found) / float64(len(wanted))
}
