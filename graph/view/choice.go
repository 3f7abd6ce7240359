package view

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// A Paper is a paper that is drawn, and why.
type Paper struct {
	Node      graph.Node
	Role      Role
	Rank      int          // of a gap: its place among all gaps, from 1; else 0
	Strength  gap.Strength // of a gap
	CitedHere int          // how many of the drawn papers cite it
	Community int          // index into View.Communities; -1: none
}

// choose picks the papers to draw: the listed ones, the first gaps, then the context
// that ties them together. Gaps keep their part of the room: where the list is too
// long, those of its papers are drawn that most ties join to the gaps and to each
// other. Where no list was given, half of the room goes to the most
// influential papers of the corpus. They come by rising Node.
func choose(f *study.Findings, o Options) []Paper {
	influence := byInfluence(f)
	gaps := f.Gaps.Gaps[:min(o.Gaps, o.Papers, len(f.Gaps.Gaps))]
	listed := byTies(f.Graph, gaps, influence)
	var chosen []Paper
	met := map[graph.Node]bool{}
	add := func(n graph.Node, r Role, rank int) {
		if len(chosen) < o.Papers && !met[n] {
			met[n] = true
			p := Paper{Node: n, Role: r, Rank: rank, Community: -1}
			if rank > 0 {
				p.Strength = f.Gaps.Gaps[rank-1].Strength
			}
			chosen = append(chosen, p)
		}
	}
	for _, n := range listed[:min(len(listed), o.Papers-len(gaps))] {
		add(n, Listed, 0)
	}
	for i, gap := range gaps {
		add(gap.Node, Gap, i+1)
	}
	if len(listed) == 0 {
		for _, n := range foremost(f.Graph.Len(), (o.Papers+1)/2, influence) {
			add(n, Context, 0)
		}
	}
	for _, n := range borderOf(f.Graph, chosen).best(o.Papers-len(chosen), weights[Context], influence) {
		add(n, Context, 0)
	}
	slices.SortFunc(chosen, func(a, b Paper) int { return cmp.Compare(a.Node, b.Node) })
	return chosen
}

// byTies gives the listed papers, those first that most citations join to the gaps that
// are drawn and to each other; of as many, in an order.
func byTies(g *graph.Graph, gaps []gap.Gap, order func(a, b graph.Node) int) []graph.Node {
	listed := slices.Clone(g.Listed())
	drawn := map[graph.Node]bool{}
	for _, n := range listed {
		drawn[n] = true
	}
	for _, gap := range gaps {
		drawn[gap.Node] = true
	}
	ties := map[graph.Node]int{}
	for _, n := range listed {
		for _, all := range [][]graph.Node{g.References(n), g.Citing(n)} {
			for _, other := range all {
				if drawn[other] {
					ties[n]++
				}
			}
		}
	}
	slices.SortFunc(listed, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(ties[b], ties[a]), order(a, b)) })
	return listed
}

// borderOf gives the border of the chosen papers. A listed paper that did not
// fit is no context.
func borderOf(g *graph.Graph, chosen []Paper) *border {
	b := newBorder(g)
	b.bar(g.Listed())
	for _, p := range chosen {
		b.bar([]graph.Node{p.Node})
	}
	for _, p := range chosen {
		b.draw(p.Node, weights[p.Role])
	}
	return b
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
		by := cmp.Or(cmp.Compare(f.Graph.LocalCitations(b), f.Graph.LocalCitations(a)), cmp.Compare(pageRank[b], pageRank[a]))
		if by == 0 {
			by = f.Graph.ByID(a, b)
		}
		return by
	}
}
