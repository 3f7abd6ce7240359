package study

import (
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// A Part is some papers of a corpus with the citations among them alone.
type Part struct {
	// Papers are nodes of Findings.Graph, rising; Graph has the i-th of them as
	// its node i. Neither is to be changed.
	Papers []graph.Node
	Graph  *graph.Graph

	scores *rank.Scoreboard
}

// newPart takes papers, which must rise, out of the findings' graph.
func newPart(f *Findings, papers []graph.Node) *Part {
	if len(papers) == f.Graph.Len() {
		return &Part{papers, f.Graph, f.scores}
	}
	c := &graph.Corpus{Papers: make([]graph.Paper, len(papers)), Entries: f.Corpus.Entries}
	for i, n := range papers {
		c.Papers[i] = *f.Graph.Paper(n)
	}
	slices.SortFunc(c.Papers, graph.ComparePapers)
	// The order of a graph is by date and PaperID: that of the papers left.
	g := graph.New(c)
	return &Part{papers, g, rank.NewScoreboard(g)}
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
