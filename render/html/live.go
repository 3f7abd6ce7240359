package html

import (
	"io"
)

// Live makes a page one that changes its list, by asking the server that it is from.
// A part of such a page has the same form, so that it can take the place of an older
// one.
type Live struct {
	State int // the number of what the page shows
}

// WriteChanged writes the parts of a live page that a change of its list shows in
// first: the list, its gaps and what is known of it. Neither map nor record is wanted.
func WriteChanged(w io.Writer, p Page) error {
	return newContent(p, changed(p.Findings)).write(w, "changed")
}
