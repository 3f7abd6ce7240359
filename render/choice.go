package render

import (
	"slices"

	"citemap/graph"
	"citemap/graph/study"
)

// A choice is a paper that is to be drawn, and why.
type choice struct {
	node graph.Node
	role Role
	rank int
}

// choose picks the papers to draw: the listed ones (the most influential,
// where they are too many), the first gaps, then context. Where no list was
// given, half of the map goes to the most influential papers of the corpus.
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
	for _, n := range around(f.Graph, chosen, o.Papers-len(chosen), influence) {
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

// around picks up to n papers off the list around those already chosen: each
// time the most influential one that cites a chosen paper or is cited by one.
// Listed papers are not context, even where they did not fit.
func around(g *graph.Graph, chosen []choice, n int, influence func(a, b graph.Node) int) []graph.Node {
	met := map[graph.Node]bool{}
	for _, c := range chosen {
		met[c.node] = true
	}
	for _, l := range g.Listed() {
		met[l] = true
	}
	var out, border []graph.Node
	meet := func(p graph.Node) {
		for _, row := range [][]graph.Node{g.References(p), g.Citing(p)} {
			for _, q := range row {
				if !met[q] {
					met[q] = true
					border = append(border, q)
				}
			}
		}
	}
	for _, c := range chosen {
		meet(c.node)
	}
	for len(out) < n && len(border) > 0 {
		best := slices.MinFunc(border, influence)
		i := slices.Index(border, best)
		border = slices.Delete(border, i, i+1)
		out = append(out, best)
		meet(best)
	}
	return out
}
