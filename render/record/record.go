// Package record words the record of a search: what somebody who reports a citation
// search has to state, as PRISMA-S asks for it (Rethlefsen et al. 2021,
// doi:10.1186/s13643-020-01542-z). It judges nothing: what nobody knows, it says so.
package record

import "slices"

// A Record is what a reader of a review is told of the search, part by part.
type Record struct {
	Parts []Part
	Own   bool // what is the run's own is in it
}

// Of words the record of a run. The same run gives the same words.
func Of(r Run) Record {
	parts := []Part{r.search(), r.followed(), r.candidates(), r.limits()}
	if !r.Own {
		for i, p := range parts {
			parts[i].Rows = slices.DeleteFunc(p.Rows, func(row Row) bool { return row.own })
		}
	}
	return Record{parts, r.Own}
}

// Items gives the items of PRISMA-S that the record answers, each once, in their order.
func (r Record) Items() []Item {
	var out []Item
	for _, p := range r.Parts {
		for _, row := range p.Rows {
			out = append(out, row.Items...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
