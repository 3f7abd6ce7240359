package html

import "io"

// WriteChanged writes the parts of a live page that a change of its list shows in
// first: the list, its gaps and what is known of it. Neither map nor record is wanted.
func WriteChanged(w io.Writer, p Page) error {
	return newContent(p, changed(p.Findings)).write(w, "changed")
}
