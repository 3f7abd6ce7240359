package study

import (
	"citemap/graph"
	"citemap/graph/path"
)

// Traffic is how many of the search paths of a part lead over each of its
// citations.
type Traffic struct {
	spc  *path.SPC
	main map[path.Citation]bool // on the main path
}

// Part gives papers of the corpus, which must rise, with the citations among
// them.
func (f *Findings) Part(papers []graph.Node) *Part { return newPart(f, papers) }

// Traffic counts the search paths of a part (see path.SPC) and finds its main
// path.
func (p *Part) Traffic() *Traffic {
	t := &Traffic{spc: path.NewSPC(path.NewAcyclic(p.Graph)), main: map[path.Citation]bool{}}
	for _, c := range t.spc.MainPath(path.Global).Citations() {
		t.main[c] = true
	}
	return t
}

// Share gives the share of the search paths that a citation lies on, 0 to 1; it
// is not counted where the citation is left out of the acyclic form. Papers are
// nodes of the part's graph.
func (t *Traffic) Share(citing, cited graph.Node) (share float64, counted bool) {
	c := path.Citation{Citing: citing, Cited: cited}
	return shareOf(t.spc, c), !t.spc.Of(c).IsZero()
}

// Main reports whether a citation is on the main path.
func (t *Traffic) Main(citing, cited graph.Node) bool {
	return t.main[path.Citation{Citing: citing, Cited: cited}]
}
