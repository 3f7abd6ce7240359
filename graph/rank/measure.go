// Package rank measures how much each paper of a citation graph carries the
// others. A measure gives one score a paper, indexed by graph.Node.
package rank

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"citemap/graph"
)

// A Measure is one way to measure influence.
type Measure uint8

const (
	// Local is the number of papers of the corpus that cite the paper: 0, 1, 2, ...
	Local Measure = iota
	// PageRank is the share of time that a reader spends on the paper who
	// follows references at random; between 0 and 1, all papers together 1.
	PageRank
	// Authority is HITS' score of papers cited by good hubs; between 0 and 1.
	Authority
	// Hub is HITS' score of papers that cite good authorities; between 0 and 1.
	Hub
	// Global is the source's own count of citing papers, of today; 0 where it
	// gave none.
	Global
)

var names = []string{"local", "pagerank", "authority", "hub", "global"}

// Shown are the measures that every study computes.
var Shown = []Measure{Local, PageRank, Authority, Hub}

// Names lists the measures as a user writes them.
func Names() []string { return slices.Clone(names) }

func (m Measure) String() string { return names[m] }

// MarshalText gives the measure's name.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a measure's name; the error lists the choices.
func (m *Measure) UnmarshalText(b []byte) error {
	i := slices.Index(names, string(b))
	if i < 0 {
		return fmt.Errorf("unknown measure %q: want one of %s", b, strings.Join(names, ", "))
	}
	*m = Measure(i)
	return nil
}

// Set and Type make a Measure a command-line flag.
func (m *Measure) Set(s string) error { return m.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (m *Measure) Type() string { return "measure" }

// Scores gives the measure of every paper, indexed by graph.Node and rounded
// to twelve significant digits, so that the order of papers does not hang on
// the last bits of a sum. An empty graph gives an empty slice.
func Scores(g *graph.Graph, m Measure) []float64 {
	var scores []float64
	switch m {
	case PageRank:
		scores = pageRank(g)
	case Authority:
		_, scores = hits(g)
	case Hub:
		scores, _ = hits(g)
	case Global:
		scores = counts(g, func(n graph.Node) int {
			if c := g.Paper(n).Global; c != nil {
				return *c
			}
			return 0
		})
	default:
		scores = counts(g, g.LocalCitations)
	}
	for i, x := range scores {
		scores[i] = Round(x)
	}
	return scores
}

func counts(g *graph.Graph, count func(graph.Node) int) []float64 {
	scores := make([]float64, g.Len())
	for n := range scores {
		scores[n] = float64(count(graph.Node(n)))
	}
	return scores
}

// Round rounds to twelve significant digits.
func Round(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	scale := math.Pow(10, 11-math.Floor(math.Log10(math.Abs(x))))
	if math.IsInf(scale, 0) || scale == 0 {
		return x
	}
	return math.Round(x*scale) / scale
}

// Order gives the nodes from the highest score to the lowest, ties by PaperID.
func Order(g *graph.Graph, scores []float64) []graph.Node {
	nodes := make([]graph.Node, len(scores))
	for n := range nodes {
		nodes[n] = graph.Node(n)
	}
	slices.SortFunc(nodes, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(g.Paper(a).ID, g.Paper(b).ID))
	})
	return nodes
}
