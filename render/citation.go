package render

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/path"
)

// A Citation is an arc of the map: indices into Map.Papers.
type Citation struct {
	Citing, Cited int
	Main          bool // on the main path

	// Implied marks a citation that is drawn though other drawn ones lead the
	// same way.
	Implied bool
}

// pale reports whether a citation adds only that it is there.
func (c Citation) pale() bool { return c.Implied && !c.Main }

func (c Citation) compare(d Citation) int {
	return cmp.Or(cmp.Compare(c.Citing, d.Citing), cmp.Compare(c.Cited, d.Cited))
}

// setCitations draws the citations that no longer path implies, and the main path;
// all of them where the options say so.
func (m *Map) setCitations(all []Citation, drawn among) {
	m.MainPath = mainPath(drawn)
	onPath := map[[2]int]bool{}
	for i := 1; i < len(m.MainPath); i++ {
		onPath[[2]int{m.MainPath[i], m.MainPath[i-1]}] = true
	}
	for i, c := range all {
		all[i].Main = onPath[[2]int{c.Citing, c.Cited}]
		m.Papers[c.Cited].CitedHere++
	}
	var implied []Citation
	m.Citations, implied = reduce(len(m.Papers), all)
	for _, c := range implied {
		if c.Implied = true; c.Main || m.Options.AllCitations {
			m.Citations = append(m.Citations, c)
		} else {
			m.Implied = append(m.Implied, c)
		}
	}
	slices.SortFunc(m.Citations, Citation.compare)
}

// citationsAmong gives the citations among the drawn papers, in their order.
func (m *Map) citationsAmong(g *graph.Graph) []Citation {
	at := map[graph.Node]int{}
	for i, p := range m.Papers {
		at[p.Node] = i
	}
	var all []Citation
	for i, p := range m.Papers {
		for _, cited := range g.References(p.Node) {
			if j, drawn := at[cited]; drawn {
				all = append(all, Citation{Citing: i, Cited: j})
			}
		}
	}
	slices.SortFunc(all, Citation.compare)
	return all
}

// shortest is how many papers a main path has at least: two papers are no path.
const shortest = 3

// mainPath gives the main path of the drawn papers by global search: the
// path of the largest sum of Search Path Counts.
func mainPath(drawn among) []int {
	found := path.NewSPC(path.NewAcyclic(drawn.graph)).MainPath(path.Global).Papers
	if len(found) < shortest {
		return nil
	}
	papers := make([]int, len(found))
	for i, n := range found {
		papers[i] = drawn.place[n]
	}
	return papers
}
