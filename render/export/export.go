// Package export writes a graph in the forms that other programs open: network
// tools, reference managers, spreadsheets and databases. Every writer streams:
// beyond the study itself it holds a few words a paper and nothing a
// citation; links that are no citations are held. All foreign text is clean, the same input gives the same bytes, and
// a fact that is not known is absent, never 0 or "".
package export

import (
	"iter"

	"citemap/graph"
	"citemap/graph/pairs"
	"citemap/graph/study"
	"citemap/render"
)

// An Export is what every format is written from. The place of a paper is its
// index in Selection.Papers.
type Export struct {
	findings *study.Findings
	papers   []graph.Node
	what     What
	joined   Joined
	traffic  func() *study.Traffic // of the papers
	shared   func() []pairs.Pair   // by place; where such are the links

	places  []int32  // by Node: the place, -1 where it is not exported
	ids     []string // by place: the PaperID, clean, no two alike
	listed  map[graph.Node]bool
	gaps    map[graph.Node]int // its rank among all gaps, from 1
	columns []column
}

// paper gives the paper at a place.
func (e *Export) paper(place int) *graph.Paper { return e.findings.Graph.Paper(e.papers[place]) }

// citations runs through the citations among the papers as places, by citing
// paper, then by cited.
func (e *Export) citations() iter.Seq2[int, int] {
	return func(yield func(citing, cited int) bool) {
		for place, n := range e.papers {
			for _, m := range e.findings.Graph.References(n) {
				if cited := e.places[m]; cited >= 0 && !yield(place, int(cited)) {
					return
				}
			}
		}
	}
}

// label names a paper briefly, as a running text would: "Touvron et al. 2023".
func (e *Export) label(place int) string {
	if s := render.Clean(e.paper(place).Byline()); s != "" {
		return s
	}
	return e.ids[place]
}

// labels names all papers, no two alike: "Touvron et al. 2023", then "Touvron
// et al. 2023a".
func (e *Export) labels() []string {
	all := make([]string, len(e.papers))
	for i := range all {
		all[i] = e.label(i)
	}
	distinguish(all, letters)
	return all
}

// distinguish makes names differ: the first that bears a name keeps it, the
// others get a mark behind it. An empty name becomes a mark.
func distinguish(names []string, mark func(i int) string) {
	taken := make(map[string]bool, len(names))
	for _, name := range names {
		taken[name] = true
	}
	met, next := map[string]bool{"": true}, map[string]int{}
	for i, name := range names {
		for ; met[names[i]] || names[i] != name && taken[names[i]]; next[name]++ {
			names[i] = name + mark(next[name])
		}
		met[names[i]] = true
	}
}

// letters counts a, b, ..., z, aa, ab, ...
func letters(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
