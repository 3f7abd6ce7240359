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

	// Association is Count * N / (dA * dB), above 0, where N is the number of
	// papers that could be shared (that cite any, or that are cited): how many times
	// as often the two share a paper as chance would have it (association
	// strength: van Eck and Waltman 2009, doi:10.1002/asi.21075).
	Association float64
}

// By gives the measure of a pair that a strength compares.
func (p Pair) By(s Strength) float64 {
	switch s {
	case ByCosine:
		return p.Cosine
	case ByAssociation:
		return p.Association
	}
	return float64(p.Count)
}

// A Strength is what makes a pair stronger than another.
type Strength uint8

const (
	// ByCosine compares cosines, ties by count.
	ByCosine Strength = iota
	// ByCount compares counts, ties by cosine.
	ByCount
	// ByAssociation compares association strengths, ties by count.
	ByAssociation
)

var strengths = []string{"cosine", "count", "association"}

// Strengths lists the strengths as a user writes them.
func Strengths() []string { return slices.Clone(strengths) }

func (s Strength) String() string { return strengths[s] }

// UnmarshalText reads a strength's name; the error lists the choices.
func (s *Strength) UnmarshalText(b []byte) error {
	i := slices.Index(strengths, string(b))
	if i < 0 {
		return fmt.Errorf("unknown strength %q: want one of %s", b, strings.Join(strengths, ", "))
	}
	*s = Strength(i)
	return nil
}

// Set and Type make a Strength a command-line flag.
func (s *Strength) Set(text string) error { return s.UnmarshalText([]byte(text)) }

// Type names the flag's value in help texts.
func (s *Strength) Type() string { return "strength" }

// Options say which pairs to keep. The zero value keeps all.
type Options struct {
	Among func(graph.Node) bool // both papers of a pair are; nil: any

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

// rounded gives a number above 0 as an integer in the same order,
// rounded to 40 bits (twelve digits) so that no order hangs on the last ones.
func rounded(cosine float64) uint64 {
	const dropped = 1<<12 - 1
	return (math.Float64bits(cosine) + dropped/2) &^ dropped
}

// compare puts the stronger pair first.
func (s Strength) compare(p, q Pair) int {
	cosines, counts := cmp.Compare(rounded(q.Cosine), rounded(p.Cosine)), q.Count-p.Count
	switch s {
	case ByCosine:
		return cmp.Or(cosines, counts)
	case ByAssociation:
		return cmp.Or(cmp.Compare(rounded(q.Association), rounded(p.Association)), counts)
	}
	return cmp.Or(counts, cosines)
}
