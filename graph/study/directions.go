package study

import "citemap/graph"

// Directions count the papers of a corpus by how citations lead to them from the
// listed papers. A paper that a listed paper cites and that cites a listed one is
// counted in References and in Citing; all else is counted once.
type Directions struct {
	Listed     int
	References int // off the list, cited by a listed paper: backward citation searching
	Citing     int // off the list, citing a listed paper: forward citation searching
	Both       int // counted in both
	Farther    int // neither: a step further from the list, or reached by none
	Untitled   int // of Farther, those known by an id alone; of a corpus in Columns nobody counts them
}

// Directions counts by the citations that the graph holds, whichever question of the
// gathering brought a paper.
func (f *Findings) Directions() Directions {
	g := f.Graph
	cited, citing := make([]bool, g.Len()), make([]bool, g.Len())
	onList := make([]bool, g.Len())
	for _, l := range g.Listed() {
		onList[l] = true
		mark(cited, g.References(l))
		mark(citing, g.Citing(l))
	}
	var d Directions
	for n := range onList {
		switch {
		case onList[n]:
			d.Listed++
			continue
		case cited[n] && citing[n]:
			d.Both++
		case !cited[n] && !citing[n]:
			d.Farther++
			if f.Corpus.Columns == nil && g.Title(graph.Node(n)) == "" {
				d.Untitled++
			}
		}
		if cited[n] {
			d.References++
		}
		if citing[n] {
			d.Citing++
		}
	}
	return d
}

func mark(marked []bool, nodes []graph.Node) {
	for _, n := range nodes {
		marked[n] = true
	}
}
