package render

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// A choice is a paper that is to be drawn, and why.
type choice struct {
	node graph.Node
	role Role
	rank int
}

// choose picks the papers to draw: the listed ones (the most influential,
// where they are too many), the first gaps, then the context that ties them
// together. Where no list was given, half of the map goes to the most
// influential papers of the corpus.
func choose(f *study.Findings, o Options) []choice {
	influence := byInfluence(f)
	listed := slices.Clone(f.Graph.Listed())
	slices.SortFunc(listed, influence)
	var chosen []choice
	onMap := map[graph.Node]bool{}
	add := func(c choice) {
		if len(chosen) < o.Papers && !onMap[c.node] {
			onMap[c.node] = true
			chosen = append(chosen, c)
		}
	}
	for _, n := range listed {
		add(choice{node: n, role: Listed})
	}
	for i, gap := range f.Gaps.Gaps[:min(o.Gaps, len(f.Gaps.Gaps))] {
		add(choice{node: gap.Node, role: Gap, rank: i + 1})
	}
	if len(listed) == 0 {
		for _, n := range foremost(f.Graph.Len(), (o.Papers+1)/2, influence) {
			add(choice{node: n, role: Context})
		}
	}
	for _, n := range newBorder(f.Graph, chosen).best(o.Papers-len(chosen), influence) {
		add(choice{node: n, role: Context})
	}
	return chosen
}

// foremost gives the first n of all papers in an order.
func foremost(papers, n int, order func(a, b graph.Node) int) []graph.Node {
	all := make([]graph.Node, papers)
	for i := range all {
		all[i] = graph.Node(i)
	}
	slices.SortFunc(all, order)
	return all[:min(n, papers)]
}

// byInfluence orders papers by local citations, then PageRank, then PaperID.
func byInfluence(f *study.Findings) func(a, b graph.Node) int {
	pageRank := f.ScoresBy(rank.PageRank)
	return func(a, b graph.Node) int {
		return cmp.Or(
			cmp.Compare(f.Graph.LocalCitations(b), f.Graph.LocalCitations(a)),
			cmp.Compare(pageRank[b], pageRank[a]),
			cmp.Compare(f.Graph.Paper(a).ID, f.Graph.Paper(b).ID),
		)
	}
}
