package path

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// A restoration puts citations back into an acyclic form, one after the other,
// and keeps its order topological (Pearce and Kelly 2006,
// doi:10.1145/1187436.1210590): it looks only at the papers between the two
// ends of a citation.
type restoration struct {
	*Acyclic
	references map[graph.Node][]graph.Node // that were put back
	citing     map[graph.Node][]graph.Node
	met        map[graph.Node]bool
}

// restore puts back every dropped citation that closes no cycle with those
// that stand, and sorts the others.
func (a *Acyclic) restore() {
	if len(a.Dropped) == 0 {
		return
	}
	r := &restoration{a, map[graph.Node][]graph.Node{}, map[graph.Node][]graph.Node{}, nil}
	slices.SortFunc(a.Dropped, func(c, d Dropped) int {
		return cmp.Or(cmp.Compare(d.Reason, c.Reason), c.compare(d.Citation))
	})
	a.Dropped = slices.DeleteFunc(a.Dropped, func(d Dropped) bool { return r.fits(d.Citation) })
	slices.SortFunc(a.Dropped, func(c, d Dropped) int { return c.compare(d.Citation) })
	if len(r.references) > 0 {
		references, _ := a.graph.Rows()
		a.references = references.Only(func(citing, cited graph.Node) bool {
			_, dropped := slices.BinarySearchFunc(a.Dropped, Citation{citing, cited}, func(d Dropped, c Citation) int { return d.compare(c) })
			return !dropped
		})
		a.citing = a.references.Reversed()
	}
}

// fits puts a citation back, unless it closes a cycle.
func (r *restoration) fits(c Citation) bool {
	low, high := r.place[c.Citing], r.place[c.Cited]
	if low < high {
		older, reached := r.reach(c.Cited, c.Citing, r.older, func(place uint32) bool { return place >= low })
		if reached {
			return false
		}
		newer, _ := r.reach(c.Citing, c.Cited, r.newer, func(place uint32) bool { return place <= high })
		r.reorder(older, newer)
	}
	r.references[c.Citing] = append(r.references[c.Citing], c.Cited)
	r.citing[c.Cited] = append(r.citing[c.Cited], c.Citing)
	return true
}

// reach gives the papers that can be reached from one, itself among them, over
// papers of allowed places, unless another is among them.
func (r *restoration) reach(from, other graph.Node, next func(graph.Node) [2][]graph.Node, allowed func(place uint32) bool) (papers []graph.Node, reached bool) {
	r.met = map[graph.Node]bool{from: true}
	papers = []graph.Node{from}
	for i := 0; i < len(papers); i++ {
		for _, row := range next(papers[i]) {
			for _, m := range row {
				if m == other {
					return nil, true
				}
				if !r.met[m] && allowed(r.place[m]) {
					r.met[m] = true
					papers = append(papers, m)
				}
			}
		}
	}
	return papers, false
}

func (r *restoration) older(n graph.Node) [2][]graph.Node {
	return [2][]graph.Node{r.References(n), r.references[n]}
}

func (r *restoration) newer(n graph.Node) [2][]graph.Node {
	return [2][]graph.Node{r.Citing(n), r.citing[n]}
}

// reorder gives the places of some older and some newer papers to the older
// ones first; among themselves they stay as they stood.
func (r *restoration) reorder(older, newer []graph.Node) {
	byPlace := func(n, m graph.Node) int { return cmp.Compare(r.place[n], r.place[m]) }
	slices.SortFunc(older, byPlace)
	slices.SortFunc(newer, byPlace)
	papers := append(older, newer...)
	places := make([]uint32, len(papers))
	for i, n := range papers {
		places[i] = r.place[n]
	}
	slices.Sort(places)
	for i, n := range papers {
		r.place[n], r.order[places[i]] = places[i], n
	}
}
