package study

import (
	"sync"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/gap"
	"citemap/graph/rank"
)

// A Part is some papers of a corpus with the citations among them alone.
type Part struct {
	// Papers are nodes of Findings.Graph, rising; Graph has the i-th of them as
	// its node i. Neither is to be changed.
	Papers []graph.Node
	Graph  *graph.Graph

	scores      *rank.Scoreboard
	communities func() (*community.Partition, []string)
}

// partOf makes a part of papers and their graph; apart is whether there are others.
func partOf(papers []graph.Node, g *graph.Graph, apart bool) *Part {
	return &Part{papers, g, rank.NewScoreboard(g), sync.OnceValues(func() (*community.Partition, []string) {
		p := community.Leiden(g, gap.TopicOptions(g, apart))
		return p, community.Labels(g, p)
	})}
}

// ScoresBy gives a measure of the papers, in their order, taken among them
// alone. Not to be changed.
func (p *Part) ScoresBy(m rank.Measure) []float64 { return p.scores.Scores(m) }

// all gives every paper of a graph.
func all(g *graph.Graph) []graph.Node {
	papers := make([]graph.Node, g.Len())
	for n := range papers {
		papers[n] = graph.Node(n)
	}
	return papers
}
