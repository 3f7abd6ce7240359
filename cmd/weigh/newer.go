package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
)

// newerLooks is how many newer gaps a person looks at.
const newerLooks = 20

// newest is what comes back of the newest third of lists, which is hidden. What
// is asked for are those papers of it that at most one paper of the corpus cites,
// which co-citation does not see.
type newest struct {
	papers  int       // of all lists
	recall  []float64 // by list: the share of them among the first newer gaps
	byScore []float64 // the same in the order of all gaps
}

// judgeNewer says of a field how much of the newest thirds of the lists comes back.
func judgeNewer(w io.Writer, name string, c *graph.Corpus, lists []eval.HoldOut) error {
	var all newest
	for _, n := range inParallel(lists, func(l eval.HoldOut) newest { return hideNewest(c, l) }) {
		all.papers += n.papers
		all.recall, all.byScore = append(all.recall, n.recall...), append(all.byScore, n.byScore...)
	}
	if len(all.recall) < 2 {
		_, err := fmt.Fprintf(w, "%-12s too few lists whose newest papers are hardly cited\n", name)
		return err
	}
	mean, spread := stat.MeanStdDev(all.recall, nil)
	_, err := fmt.Fprintf(w, "%-12s %4d lists  %4d papers  recall@%d %.3f ± %.3f  in the order of all gaps %.3f\n", name,
		len(all.recall), all.papers, newerLooks, mean, spread/math.Sqrt(float64(len(all.recall))), stat.Mean(all.byScore, nil))
	return err
}

// hideNewest hides the newest third of a list and looks for what of it is hardly
// cited; without a list where there is none.
func hideNewest(c *graph.Corpus, list eval.HoldOut) newest {
	cut := *c.Without(list.Exclude).Until(list.AsOf)
	g := graph.New(&cut)
	given, wanted := partNewest(g, list.Papers)
	if len(wanted) == 0 {
		return newest{}
	}
	cut.Entries = nil
	for _, n := range given {
		cut.Entries = append(cut.Entries, graph.Entry{Status: graph.StatusResolved, Paper: g.ID(n)})
	}
	g = graph.New(&cut)
	newer := gap.Find(g, gap.Options{Kinds: []gap.Kind{gap.Newer}}).Gaps
	out := newest{papers: len(wanted), recall: []float64{shareAmong(newer, wanted)}}
	slices.SortFunc(newer, func(a, b gap.Gap) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), g.ByID(a.Node, b.Node))
	})
	out.byScore = []float64{shareAmong(newer, wanted)}
	return out
}

// partNewest parts a list: the older two thirds, and what of the newest third is
// hardly cited.
func partNewest(g *graph.Graph, ids []graph.PaperID) (given, wanted []graph.Node) {
	var papers []graph.Node
	for _, id := range ids {
		if n, found := g.Find(id); found {
			papers = append(papers, n)
		}
	}
	slices.Sort(papers) // which is by date
	papers = slices.Compact(papers)
	given = papers[:len(papers)-len(papers)/3]
	for _, n := range papers[len(given):] {
		if g.LocalCitations(n) <= 1 {
			wanted = append(wanted, n)
		}
	}
	return given, wanted
}

// shareAmong is the share of the wanted papers that are among the first gaps.
func shareAmong(gaps []gap.Gap, wanted []graph.Node) float64 {
	found := 0.0
	for _, x := range gaps[:min(len(gaps), newerLooks)] {
		if slices.Contains(wanted, x.Node) {
			found++
		}
	}
	return found / float64(len(wanted))
}
