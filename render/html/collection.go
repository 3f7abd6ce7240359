package html

import (
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
	places   []int              // by Node: the place by PageRank, from 1
}

// places gives the place of each paper by PageRank, from 1; papers of one score
// share one.
func places(f *study.Findings) []int {
	scores := f.ScoresBy(rank.PageRank)
	out := make([]int, len(scores))
	order := rank.Order(f.Graph, scores)
	for i, n := range order {
		if out[n] = i + 1; i > 0 && scores[n] == scores[order[i-1]] {
			out[n] = out[order[i-1]]
		}
	}
	return out
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
