package add

import (
	"errors"
	"slices"

	"citemap/fetch/list/layout"
	"citemap/graph"
)

// markdownEntries writes newcomers in the shape that most entries have.
func (r *writer) markdownEntries(news []newPaper, ordered bool) ([]insertion, error) {
	shapes := make([]layout.EntryShape, len(r.Entries))
	count := map[layout.EntryShape]int{}
	best := layout.HTMLShape
	for i := range r.Entries {
		shapes[i], _ = r.ShapeOf(&r.Entries[i])
		count[shapes[i]]++
	}
	for i := range slices.Backward(shapes) { // of equals, the last
		if s := shapes[i]; s != layout.HTMLShape && count[s] > count[best] || best == layout.HTMLShape {
			best = s
		}
	}
	if best == layout.HTMLShape {
		return nil, errors.New("its entries are HTML or front matter, which citemap reads but does not write")
	}
	var candidates []int
	for i, s := range shapes {
		if s == best {
			candidates = append(candidates, i)
		}
	}
	return r.inShape(best, candidates, news, ordered), nil
}

// inShape writes the newcomers among the entries of a shape.
func (r *writer) inShape(s layout.EntryShape, candidates []int, news []newPaper, ordered bool) []insertion {
	groups := map[place][]newPaper{}
	among := map[place][]int{}
	var places []place
	for _, n := range news {
		section := r.section(candidates, n.paper.Date)
		p := r.place(section, n.paper.Date, ordered)
		if s == layout.ItemShape && r.IsNumbered(p.entry) {
			p = r.place(section, graph.Date{}, false)
		}
		if among[p] == nil {
			places, among[p] = append(places, p), section
		}
		groups[p] = append(groups[p], n)
	}
	var out []insertion
	for _, p := range places {
		group := groups[p]
		if d := r.direction(among[p]); d != 0 && ordered {
			slices.SortStableFunc(group, func(a, b newPaper) int { return d * a.paper.Date.Compare(b.paper.Date) })
		}
		switch s {
		case layout.HeadingShape:
			out = append(out, r.headings(p, among[p], group))
		case layout.ItemShape:
			out = append(out, r.items(p, group))
		case layout.RowShape:
			out = append(out, r.rows(p, group))
		default:
			out = append(out, r.paragraphs(p, group))
		}
	}
	return out
}
