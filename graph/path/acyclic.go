// Package path follows citations through a corpus: its connected components,
// its acyclic form, Search Path Counts and the main paths they mark, the
// citations that longer paths imply, and the ways from one paper to another.
// A citation runs from the citing to the cited paper. Everything is a pure
// function of the graph, and ties go to the smaller PaperID.
package path

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// A Citation is an arc of the graph.
type Citation struct{ Citing, Cited graph.Node }

func (c Citation) compare(d Citation) int {
	return cmp.Or(cmp.Compare(c.Citing, d.Citing), cmp.Compare(c.Cited, d.Cited))
}

// A Reason says why a citation does not stand in the acyclic form.
type Reason uint8

const (
	// Newer: the cited paper is known to be the newer one, and a path of
	// citations leads from it back to the citing paper.
	Newer Reason = iota
	// Undecided: the citation is part of a cycle in which no paper is known to
	// cite a newer one: its papers are of one date, or too coarsely dated.
	Undecided
)

var reasons = []string{"newer", "undecided"}

func (r Reason) String() string { return reasons[r] }

// Dropped is a citation that does not stand in the acyclic form.
type Dropped struct {
	Citation
	Reason Reason
}

// An Acyclic is the acyclic form of a graph: its papers and those of its
// citations that can stand together without a cycle. It never changes.
type Acyclic struct {
	graph              *graph.Graph
	references, citing *graph.Rows
	order              []graph.Node
	place              []uint32 // of a paper in order

	// Dropped are the citations left out, by Node of the citing and then of
	// the cited paper. Empty where the graph has no cycle.
	Dropped []Dropped
}

// NewAcyclic breaks the cycles of a graph. Only citations inside a strongly
// connected component are dropped: first those of a paper known to be newer
// than the citing one (dates are compared as precisely as both are known);
// where cycles remain after that, those that run backwards in an order of the
// component's papers in which few do (Eades, Lin and Smyth 1993,
// doi:10.1016/0020-0190(93)90079-O). Of two papers of one date that cite each
// other, the citation by the one with the larger PaperID stays. Whatever then
// closes no cycle is put back, the undecided ones first, so that each dropped
// citation would close one.
func NewAcyclic(g *graph.Graph) *Acyclic {
	a := &Acyclic{graph: g}
	a.references, a.citing = g.Rows()
	c := Strong(g)
	if c.Len() < a.Len() {
		a.dropNewer(c)
		c = strong(graph.NewDirected(a.references, a.citing))
	}
	if c.Len() < a.Len() {
		a.dropUndecided(c)
	} else {
		a.setOrder(c.members)
	}
	a.restore()
	return a
}

// dropNewer drops citations forward in time that are part of a cycle.
func (a *Acyclic) dropNewer(c *Components) {
	a.drop(Newer, func(citing, cited graph.Node) bool {
		date := a.graph.Date(citing)
		return c.of[citing] == c.of[cited] && !date.IsZero() && a.graph.Date(cited).After(date)
	})
}

// dropUndecided breaks the cycles that are left: within each component the
// arrangement is then a topological order, the newest paper first.
func (a *Acyclic) dropUndecided(c *Components) {
	place := arranged(a.references, a.citing, c)
	a.drop(Undecided, func(citing, cited graph.Node) bool {
		return c.of[citing] == c.of[cited] && place[citing] > place[cited]
	})
	order := slices.Clone(c.members)
	for i := range c.Len() {
		slices.SortFunc(order[c.start[i]:c.start[i+1]], func(n, m graph.Node) int { return cmp.Compare(place[m], place[n]) })
	}
	a.setOrder(order)
}

func (a *Acyclic) drop(why Reason, out func(citing, cited graph.Node) bool) {
	a.references = a.references.Only(func(citing, cited graph.Node) bool {
		if out(citing, cited) {
			a.Dropped = append(a.Dropped, Dropped{Citation{citing, cited}, why})
			return false
		}
		return true
	})
	a.citing = a.references.Reversed()
}

// setOrder takes a topological order of the papers.
func (a *Acyclic) setOrder(order []graph.Node) {
	a.order, a.place = order, make([]uint32, len(order))
	for place, n := range order {
		a.place[n] = uint32(place)
	}
}

// Graph gives the graph whose acyclic form it is.
func (a *Acyclic) Graph() *graph.Graph { return a.graph }

// Len is the number of papers, those of the graph.
func (a *Acyclic) Len() int { return a.references.Len() }

// Citations is the number of citations that stand.
func (a *Acyclic) Citations() int { return len(a.references.All) }

// References gives the papers that n cites, sorted. Not to be changed.
func (a *Acyclic) References(n graph.Node) []graph.Node { return a.references.Of(n) }

// Citing gives the papers that cite n, sorted. Not to be changed.
func (a *Acyclic) Citing(n graph.Node) []graph.Node { return a.citing.Of(n) }

// Cites reports whether the citation of b by a stands.
func (a *Acyclic) Cites(citing, cited graph.Node) bool { return a.references.Has(citing, cited) }

// Order gives all papers in topological order, each after all the papers that
// it cites: the oldest first. Where no citation runs forward in time, it is
// the order of Nodes. Not to be changed.
func (a *Acyclic) Order() []graph.Node { return a.order }
