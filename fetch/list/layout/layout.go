// Package layout knows how the entries of a list stand in its text, and how it
// writes them.
package layout

import (
	"citemap/fetch/list"
)

// EntryAt gives the entry in whose span an offset is; -1 where there is none.
func (r *Layout) EntryAt(at int) int {
	found := -1
	for i := range r.Entries {
		if e := &r.Entries[i]; e.Start <= at && at < max(e.End, e.Start+1) {
			found = i
		}
	}
	return found
}

// A Layout is how the entries of a list stand in its text.
type Layout struct {
	*list.Decoded
	heads map[int]int // the header lines of tables, by the lines below them
}
