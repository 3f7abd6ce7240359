package rank

import (
	"cmp"
	"slices"
	"sync"

	"citemap/graph"
)

// A Scoreboard holds the scores of a graph's papers, each measure computed
// when it is first asked for. Several goroutines may use it at once.
type Scoreboard struct {
	g *graph.Graph

	mu     sync.Mutex
	scores map[Measure][]float64
	walk   *Walk

	hubs, authorities []float64
}

// NewScoreboard gives the scoreboard of a graph. It computes nothing yet.
func NewScoreboard(g *graph.Graph) *Scoreboard {
	return &Scoreboard{g: g, scores: map[Measure][]float64{}}
}

// Scores gives a measure of every paper, indexed by graph.Node and rounded to
// twelve significant digits, so that the order of papers does not hang on the last
// bits of a sum. An empty graph gives an empty slice. The slice belongs to the
// scoreboard and is not to be changed.
func (s *Scoreboard) Scores(m Measure) []float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, done := s.scores[m]; !done {
		s.scores[m] = rounded(measures[m].of(s))
	}
	return s.scores[m]
}

// prepared gives the walk on which PageRank and its like stand.
func (s *Scoreboard) prepared() *Walk {
	if s.walk == nil {
		s.walk = NewWalk(s.g)
	}
	return s.walk
}

func (s *Scoreboard) hits() (hubs, authorities []float64) {
	if s.hubs == nil {
		s.hubs, s.authorities = hits(s.g)
	}
	return s.hubs, s.authorities
}

func (s *Scoreboard) local() []float64 { return counts(s.g, s.g.LocalCitations) }

func (s *Scoreboard) global() []float64 {
	return told(s.g, func(p *graph.Paper) *int { return p.Global })
}

func (s *Scoreboard) influential() []float64 {
	return told(s.g, func(p *graph.Paper) *int { return p.Influential })
}

// Order gives the nodes from the highest score to the lowest, those of unknown
// score last, ties by PaperID.
func Order(g *graph.Graph, scores []float64) []graph.Node {
	nodes := make([]graph.Node, len(scores))
	for n := range nodes {
		nodes[n] = graph.Node(n)
	}
	slices.SortFunc(nodes, func(a, b graph.Node) int {
		// cmp.Compare holds NaN to be less than any number.
		return cmp.Or(cmp.Compare(scores[b], scores[a]), g.ByID(a, b))
	})
	return nodes
}
