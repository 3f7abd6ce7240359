package main

import (
	"slices"

	"citemap/graph"
)

// newestCiting is how many citing papers of each listed one citemap gathers.
const newestCiting = 50

// halves parts the papers of a list in turn, so that nobody chose which are hidden.
func halves(g *graph.Graph, ids []graph.PaperID) (given, hidden []*graph.Paper) {
	for i, id := range ids {
		n, found := g.Find(id)
		switch {
		case !found:
		case i%2 == 0:
			given = append(given, g.Paper(n))
		default:
			hidden = append(hidden, g.Paper(n))
		}
	}
	return given, hidden
}

// excerpt gives the papers around the listed ones: these, what they cite, the
// newest papers citing them, and what all of those cite. Of the last the reference
// lists hold only what is in the excerpt, and are cut where that is not all.
func excerpt(g *graph.Graph, listed []*graph.Paper) []graph.Paper {
	whole := make(map[graph.Node]bool)
	for _, p := range listed {
		n, _ := g.Find(p.ID)
		citing := g.Citing(n)
		for _, near := range slices.Concat([]graph.Node{n}, g.References(n), citing[max(0, len(citing)-newestCiting):]) {
			whole[near] = true
		}
	}
	kept := make(map[graph.Node]bool)
	for n := range whole {
		kept[n] = true
		for _, cited := range g.References(n) {
			kept[cited] = true
		}
	}
	var papers []graph.Paper
	for n := range graph.Node(g.Len()) {
		if kept[n] {
			papers = append(papers, cutTo(g, n, kept))
		}
	}
	return papers
}

// cutTo is a paper with those of its references that are kept.
func cutTo(g *graph.Graph, n graph.Node, kept map[graph.Node]bool) graph.Paper {
	p := *g.Paper(n)
	if p.References.State != graph.Known {
		return p
	}
	var ids []graph.PaperID
	for _, cited := range g.References(n) {
		if kept[cited] {
			ids = append(ids, g.ID(cited))
		}
	}
	slices.Sort(ids)
	all := len(g.References(n))
	p.References.IDs, p.Referenced = ids, &all
	if len(ids) < all {
		p.References.State = graph.Cut
	}
	return p
}
