package html

import (
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// A collection gathers the papers of a report.
type collection struct {
	findings *study.Findings
	ranking  *study.Ranking
	place    map[graph.Node]int // in papers
	nodes    []graph.Node       // by place
	papers   []paper
	listed   map[graph.Node]bool
	gaps     map[graph.Node]int // number, from 1
	placed   func(graph.Node) int
}

func newCollection(f *study.Findings) *collection {
	c := &collection{findings: f, papers: []paper{}, place: map[graph.Node]int{}, listed: map[graph.Node]bool{}, gaps: map[graph.Node]int{}, placed: placeByPageRank(f)}
	for _, n := range f.Graph.Listed() {
		c.listed[n] = true
	}
	for i, x := range f.Gaps.Gaps {
		c.gaps[x.Node] = i + 1
	}
	return c
}

// placeByPageRank gives the place of a paper by PageRank, from 1; papers of one score
// share one.
func placeByPageRank(f *study.Findings) func(graph.Node) int {
	scores := f.ScoresBy(rank.PageRank)
	rising := slices.Sorted(slices.Values(scores))
	return func(n graph.Node) int {
		more, _ := slices.BinarySearchFunc(rising, scores[n], func(x, score float64) int {
			if x > score {
				return 0
			}
			return -1
		})
		return 1 + len(rising) - more
	}
}

// add gives the place of a paper, which from then on has one.
func (c *collection) add(n graph.Node) int {
	if i, there := c.place[n]; there {
		return i
	}
	c.place[n] = len(c.papers)
	c.nodes = append(c.nodes, n)
	c.papers = append(c.papers, newPaper(c.findings, n))
	return c.place[n]
}
