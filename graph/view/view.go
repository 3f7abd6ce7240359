// Package view decides what is worth drawing of a study: which papers and why,
// which of the citations among them, their main path and their communities. It
// writes no words for people and knows no colours. The same findings give the
// same view.
package view

import (
	"slices"

	"citemap/graph"
	"citemap/graph/study"
)

// A View is what is drawn of a study, and what that leaves out.
type View struct {
	Findings *study.Findings // what it is a view of

	Papers    []Paper    // by rising Node: in the order of time, undated ones first
	Citations []Citation // drawn; by citing paper, then by cited

	// Implied are the citations among the drawn papers that are not drawn,
	// because other drawn citations lead the same way; by citing paper, then
	// by cited. None where Options ask for all.
	Implied []Citation

	// MainPath is the path of papers, each cited by the next, over which most
	// ways through the drawn papers lead: indices into Papers, the oldest
	// first; nil where there is none. Its citations are drawn.
	MainPath []int

	Communities []Community // among the drawn papers, the largest first
	Options     Options     // what was asked for, defaults filled in and limits kept
	Asked       int         // how many papers were asked for; Options has as many as are drawn at most
	LeftOut     LeftOut
}

// LeftOut counts what a reader may look for in vain.
type LeftOut struct {
	Papers int // of the corpus, on the list or not
	Room   int // that were asked for, and found no room
	Listed int // papers of the list that did not fit
	Gaps   int // further down than those drawn
}

// Of chooses what to draw of a study, which it does not change. The listed
// papers come first, but for the part of the gaps, then gaps, then the context that ties them together; of
// the citations among them those that Reduced leaves of their acyclic form
// (package path), those that close a cycle, and the main path.
func Of(f *study.Findings, o Options) *View {
	v := &View{Findings: f, Options: o.withDefaults(), Asked: o.Papers}
	wanted := choose(f, v.Options)
	v.Papers = wanted
	if room := v.Options.Room; room < len(wanted) {
		fewer := v.Options
		fewer.Papers = room
		v.Papers = choose(f, fewer)
	}
	drawn := among(f.Graph, v.Papers)
	arcs := newArcs(drawn, v.Options.AllCitations)
	v.Citations, v.Implied, v.MainPath = arcs.drawn, arcs.implied, arcs.mainPath
	v.Communities = communities(drawn)
	for i := range v.Papers {
		v.Papers[i].CitedHere = drawn.LocalCitations(graph.Node(i))
	}
	for c := range v.Communities {
		for _, i := range v.Communities[c].Papers {
			v.Papers[i].Community = c
		}
	}
	v.LeftOut = LeftOut{
		Papers: f.Graph.Len() - len(v.Papers), Listed: len(f.Graph.Listed()) - v.Count(Listed), Gaps: len(f.Gaps.Gaps) - v.Count(Gap),
		Room: len(wanted) - len(v.Papers),
	}
	return v
}

// Count counts the drawn papers of a role.
func (v *View) Count(r Role) int {
	n := 0
	for _, p := range v.Papers {
		if p.Role == r {
			n++
		}
	}
	return n
}

// Leading gives the paper of a community that most papers of the corpus cite,
// the oldest of them: an index into Papers.
func (v *View) Leading(c Community) int {
	cited := func(i int) int { return v.Findings.Graph.LocalCitations(v.Papers[i].Node) }
	return slices.MaxFunc(c.Papers, func(a, b int) int { return cited(a) - cited(b) })
}
