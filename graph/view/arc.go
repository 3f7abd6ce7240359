package view

import (
	"citemap/graph"
	"citemap/graph/path"
)

// A Citation is an arc between two drawn papers: indices into View.Papers.
type Citation struct {
	Citing, Cited int
	Main          bool // on the main path

	// Implied marks a citation whose way other drawn ones lead too.
	Implied bool
}

// arcs are the citations among the drawn papers.
type arcs struct {
	drawn, implied []Citation // by citing paper, then by cited
	mainPath       []int
}

// newArcs parts all citations among the drawn papers into those to draw and those
// that they imply, which are drawn as well where all are asked for. A paper that
// can be reached from another over all citations can be over the drawn ones: the
// reduction of the acyclic form keeps its ways, and what closes a cycle is drawn.
func newArcs(among *graph.Graph, all bool) arcs {
	form := path.NewAcyclic(among)
	_, short := form.Reduced()
	implied, main := set(short), mainPath(form)
	onPath := set(main.Citations())
	var a arcs
	for _, n := range main.Papers {
		a.mainPath = append(a.mainPath, int(n))
	}
	for citing := range graph.Node(among.Len()) {
		for _, cited := range among.References(citing) {
			of := path.Citation{Citing: citing, Cited: cited}
			c := Citation{Citing: int(citing), Cited: int(cited), Main: onPath[of], Implied: implied[of]}
			if c.Implied && !c.Main && !all {
				a.implied = append(a.implied, c)
			} else {
				a.drawn = append(a.drawn, c)
			}
		}
	}
	return a
}

func set(citations []path.Citation) map[path.Citation]bool {
	in := map[path.Citation]bool{}
	for _, c := range citations {
		in[c] = true
	}
	return in
}

// shortest is how many papers a main path has at least: two papers are no path.
const shortest = 3

// mainPath gives the main path by global search: the path of the largest sum of
// Search Path Counts. It is empty where that is too short.
func mainPath(form *path.Acyclic) path.MainPath {
	found := path.NewSPC(form).MainPath(path.Global)
	if len(found.Papers) < shortest {
		return path.MainPath{}
	}
	return found
}
