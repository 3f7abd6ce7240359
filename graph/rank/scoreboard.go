package rank

import (
	"cmp"
	"math"
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

// Known reports whether a score is known.
func Known(score float64) bool { return !math.IsNaN(score) }

func counts(g *graph.Graph, count func(graph.Node) int) []float64 {
	scores := make([]float64, g.Len())
	for n := range scores {
		scores[n] = float64(count(graph.Node(n)))
	}
	return scores
}

// told gives a count that the source may not have told.
func told(g *graph.Graph, count func(*graph.Paper) *int) []float64 {
	scores := make([]float64, g.Len())
	for n := range scores {
		scores[n] = math.NaN()
		if c := count(g.Paper(graph.Node(n))); c != nil {
			scores[n] = float64(*c)
		}
	}
	return scores
}

// rounded rounds scores in place.
func rounded(scores []float64) []float64 {
	for n, x := range scores {
		scores[n] = Round(x)
	}
	return scores
}

// nothing is the size below which a score is 0: no measure tells numbers apart
// that are so small, and below 1e-307 other programs do not read them.
const nothing = 1e-290

// Round rounds to twelve significant digits, and what is smaller than any score
// can be to 0.
func Round(x float64) float64 {
	if math.Abs(x) < nothing {
		return 0
	}
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	scale := math.Pow(10, 11-math.Floor(math.Log10(math.Abs(x))))
	if math.IsInf(scale, 0) || scale == 0 {
		return x
	}
	return math.Round(x*scale) / scale
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
