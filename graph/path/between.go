package path

import "citemap/graph"

// Shortest gives a path of the fewest citations from a paper to one that it
// cites directly or over others: the citing paper first, each citing the next.
// Among such paths it takes, at every paper, the reference of the smaller
// PaperID. nil where no path leads there; the paper alone where both are one.
// A breadth-first search, linear in what leads to the cited paper.
func Shortest(g *graph.Graph, citing, cited graph.Node) []graph.Node {
	steps := unreached(g.Len())
	steps[cited] = 0
	for ahead := []graph.Node{cited}; len(ahead) > 0 && steps[citing] == none; ahead = ahead[1:] {
		for _, n := range g.Citing(ahead[0]) {
			if steps[n] == none {
				steps[n] = steps[ahead[0]] + 1
				ahead = append(ahead, n)
			}
		}
	}
	return descend(g, g.References, steps, citing)
}

// Longest gives a path of the most citations of the acyclic form from a paper
// to one that it cites directly or over others, in the order and with the ties
// of Shortest. nil where no path of the acyclic form leads there, even if one
// over dropped citations does. Linear.
func (a *Acyclic) Longest(citing, cited graph.Node) []graph.Node {
	if a.place[citing] < a.place[cited] {
		return nil
	}
	steps := unreached(a.Len())
	steps[cited] = 0
	for _, n := range a.order[a.place[cited]+1 : a.place[citing]+1] {
		for _, r := range a.References(n) {
			if steps[r] != none && (steps[n] == none || steps[r] >= steps[n]) {
				steps[n] = steps[r] + 1
			}
		}
	}
	return descend(a.graph, a.References, steps, citing)
}

// unreached is how many steps each paper is from the cited one: none yet.
func unreached(papers int) []uint32 {
	steps := make([]uint32, papers)
	for n := range steps {
		steps[n] = none
	}
	return steps
}

// descend walks from a paper one step nearer at a time, to the papers of the
// smallest PaperID.
func descend(g *graph.Graph, references func(graph.Node) []graph.Node, steps []uint32, n graph.Node) []graph.Node {
	if steps[n] == none {
		return nil
	}
	papers := []graph.Node{n}
	for steps[n] > 0 {
		next := graph.Node(none)
		for _, r := range references(n) {
			if steps[r] == steps[n]-1 && (next == none || g.ByID(r, next) < 0) {
				next = r
			}
		}
		papers, n = append(papers, next), next
	}
	return papers
}
