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
	walk   walker
	cited  func() []float64 // how many papers cite each; nil: the graph knows

	hubs, authorities []float64
}

// NewStreamed gives the scoreboard of a graph that holds no citations, as a stream tells
// them: of the measures that Streams names.
func NewStreamed(g *graph.Graph, s *Stream) *Scoreboard {
	return &Scoreboard{g: g, scores: map[Measure][]float64{}, walk: s, cited: s.Local}
}

// NewWalked is NewStreamed where a walk holds the citations.
func NewWalked(g *graph.Graph, w *Walk) *Scoreboard {
	return &Scoreboard{g: g, scores: map[Measure][]float64{}, walk: w, cited: w.local}
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
func (s *Scoreboard) prepared() walker {
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

func (s *Scoreboard) local() []float64 {
	if s.cited != nil {
		return s.cited()
	}
	return counts(s.g, s.g.LocalCitations)
}

func (s *Scoreboard) global() []float64 {
	return told(s.g, s.g.Global)
}

func (s *Scoreboard) influential() []float64 {
	return told(s.g, s.g.Influential)
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

// Leading gives the first n of Order.
func Leading(g *graph.Graph, scores []float64, n int) []graph.Node {
	before := func(a, b graph.Node) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), g.ByID(a, b)) }
	var best []graph.Node
	sorted := false // the first n are, and no other of those met comes before them
	for p := range graph.Node(len(scores)) {
		if sorted && cmp.Compare(scores[p], scores[best[n-1]]) < 0 {
			continue
		}
		if best = append(best, p); len(best) >= 2*n { // a sort in n papers, at most
			slices.SortFunc(best, before)
			best, sorted = best[:n], true
		}
	}
	slices.SortFunc(best, before)
	return best[:min(n, len(best))]
}
