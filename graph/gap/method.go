package gap

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"citemap/graph"
)

// A Method is one way to rank the papers off a list.
type Method uint8

const (
	// Citemap is the method of Find.
	Citemap Method = iota
	// Ridge is the method published with its oracle, of which Citemap is made.
	Ridge
	// Formula is co-citation and personalised PageRank, what Find falls back on.
	Formula
	// CountReferences counts the listed papers that cite the paper.
	CountReferences
	// CountBoth counts those and the listed papers that it cites.
	CountBoth
	// Cocitation adds up over the listed papers l the share of papers that
	// cite both, n(c,l)/sqrt(n(c) n(l)) (Small 1973, doi:10.1002/asi.4630240406).
	Cocitation
	// Coupling adds up over the listed papers the share of references in
	// common, r(c,l)/sqrt(r(c) r(l)) (Kessler 1963, doi:10.1002/asi.5090140103).
	Coupling
	// Connected is the sum of Cocitation and Coupling, what tools that place
	// papers by both are thought to do.
	Connected
	// WithText is Citemap with the likeness in text added (see Options.Text): it is
	// Citemap itself where no embedding is known.
	WithText
)

var methodNames = []string{"citemap", "ridge", "formula", "references", "both", "cocitation", "coupling", "connected", "text"}

// Methods lists the methods that need nothing but the graph.
func Methods() []Method {
	all := make([]Method, WithText)
	for m := range all {
		all[m] = Method(m)
	}
	return all
}

// MethodNames lists the methods as a user writes them.
func MethodNames() []string { return slices.Clone(methodNames) }

func (m Method) String() string { return methodNames[m] }

// UnmarshalText reads a method's name; the error lists the choices.
func (m *Method) UnmarshalText(b []byte) error {
	i := slices.Index(methodNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown method %q: want one of %s", b, strings.Join(methodNames, ", "))
	}
	*m = Method(i)
	return nil
}

// An Answer is what the methods say of one list.
type Answer struct {
	*query
	judged *Judgement
}

// Ask puts a list to the graph.
func (x *Ground) Ask(listed []graph.Node) *Answer { return &Answer{query: x.newQuery(listed)} }

// Judgement is that of Find.
func (a *Answer) Judgement() *Judgement {
	if a.judged == nil {
		a.judged = a.judge()
	}
	return a.judged
}

// Candidates are the papers that may be offered, by node.
func (a *Answer) Candidates() []graph.Node { return a.candidates(nil) }

// Scores gives what a method makes of the list: the scores of all papers, by
// node, which belong to the caller; those of listed papers mean nothing.
func (a *Answer) Scores(m Method) []float64 {
	switch m {
	case Citemap:
		return a.Judgement().ordered(a.query)
	case Ridge:
		return a.published()
	case WithText:
		return a.withLikeness(a.Judgement().ordered(a.query), a.Judgement().pool)
	case Formula:
		return a.formula()
	case CountReferences, CountBoth:
		return a.counts(m == CountBoth)
	case Cocitation:
		return slices.Clone(a.similarity)
	case Coupling:
		return a.coupling()
	}
	x := a.coupling()
	for c := range x {
		x[c] += a.similarity[c]
	}
	return x
}

func (q *query) counts(both bool) []float64 {
	x := make([]float64, q.g.Len())
	for c, n := range q.citedByList() {
		x[c] = float64(n)
	}
	if both {
		for _, l := range q.listed {
			for _, c := range q.g.Citing(l) {
				x[c]++
			}
		}
	}
	return x
}

func (q *query) coupling() []float64 {
	x := make([]float64, q.g.Len())
	for _, l := range q.listed {
		share := 1 / math.Sqrt(float64(max(1, len(q.g.References(l)))))
		for _, r := range q.g.References(l) {
			for _, c := range q.g.Citing(r) {
				x[c] += share
			}
		}
	}
	for c := range x {
		if n := len(q.g.References(graph.Node(c))); n > 0 {
			x[c] /= math.Sqrt(float64(n))
		}
	}
	return x
}
