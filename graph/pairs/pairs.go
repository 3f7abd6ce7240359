// Package pairs finds papers that belong together without citing each other:
// those that are cited together (co-citation) and those that share references
// (bibliographic coupling). A citation runs from the citing to the cited
// paper. The answers are sparse lists; no matrix is ever held.
package pairs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"citemap/graph"
)

// A Pair is two papers with what they share.
type Pair struct {
	A, B graph.Node // A is the smaller Node, which is the older paper

	// Count is the number of papers that cite both (co-citation) or that both
	// cite (coupling), at least 1.
	Count int

	// Cosine is Count / sqrt(dA * dB), above 0 and at most 1, where d is the
	// number of citing papers (co-citation) or of references (coupling) that
	// a paper has in the corpus (Salton and McGill 1983). 1: all are shared.
	Cosine float64
}

// A Strength is what makes a pair stronger than another.
type Strength uint8

const (
	// ByCosine compares cosines, ties by count.
	ByCosine Strength = iota
	// ByCount compares counts, ties by cosine.
	ByCount
)

var strengths = []string{"cosine", "count"}

// Strengths lists the strengths as a user writes them.
func Strengths() []string { return slices.Clone(strengths) }

func (s Strength) String() string { return strengths[s] }

// MarshalText gives the strength's name.
func (s Strength) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a strength's name; the error lists the choices.
func (s *Strength) UnmarshalText(b []byte) error {
	i := slices.Index(strengths, string(b))
	if i < 0 {
		return fmt.Errorf("unknown strength %q: want one of %s", b, strings.Join(strengths, ", "))
	}
	*s = Strength(i)
	return nil
}

// Options say which pairs to keep. The zero value keeps all.
type Options struct {
	MinCount  int     // pairs that share fewer papers are left out
	MinCosine float64 // pairs of a smaller cosine are left out

	// PerPaper is the most pairs that a paper may be in; 0: any number. A pair
	// stays if it is among that many strongest of both its papers.
	PerPaper int

	By Strength // orders the answer, and the pairs of a paper for PerPaper
}

// CoCitation gives the pairs of papers that are cited together, the strongest
// first, ties by the PaperIDs of A and B (Small 1973,
// doi:10.1002/asi.4630240406).
//
// Takes time in the sum, over all papers, of the square of their references.
func CoCitation(g *graph.Graph, o Options) []Pair {
	return find(&sharing{g, g.Citing, g.References}, o)
}

// Coupling gives the pairs of papers that share references, the strongest
// first, ties by the PaperIDs of A and B (Kessler 1963,
// doi:10.1002/asi.5090140103). A paper whose references are not known is in
// no pair, which does not mean that it shares none.
//
// Takes time in the sum, over all papers, of the square of their local
// citations: one paper cited by 10,000 others makes 50 million pairs. Options
// bound what is held, not the time.
func Coupling(g *graph.Graph, o Options) []Pair {
	return find(&sharing{g, g.References, g.Citing}, o)
}

// sharing says what papers can share: shared gives what a paper has (its
// citing papers or its references), and sharers the papers that have it.
type sharing struct {
	graph           *graph.Graph
	shared, sharers func(graph.Node) []graph.Node
}

// rounded gives a cosine, which is above 0, as an integer in the same order,
// rounded to 40 bits (twelve digits) so that no order hangs on the last ones.
func rounded(cosine float64) uint64 {
	const dropped = 1<<12 - 1
	return (math.Float64bits(cosine) + dropped/2) &^ dropped
}

// compare puts the stronger pair first.
func (s Strength) compare(p, q Pair) int {
	cosines, counts := cmp.Compare(rounded(q.Cosine), rounded(p.Cosine)), q.Count-p.Count
	if s == ByCosine && cosines != 0 || counts == 0 {
		return cosines
	}
	return counts
}
