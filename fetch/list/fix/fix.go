package fix

import (
	"slices"

	"citemap/fetch/list"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A Fixed is a list that was put right.
type Fixed struct {
	Text    []byte   // the new text of the file; the old one where nothing was changed
	Changes []Change // what was done, in the order of the lines
	Left    []Change // what was found and left to a person, in the order in which it was met
}

// rounds is how often a list is read again after changes, since a change can
// make room for another.
const rounds = 8

// Fix puts a list right that is in a format, as Parse would read it, in its own
// form and encoding, as far as the repairs asked for go. advise is given the entries as they are read and tells of each
// what is known; it is asked again after changes.
//
// Only the spans concerned change. Fix has read the new text: but for the
// duplicates, each old entry still stands in it with its ids, title and date.
// What would not read so again is left, and said. A duplicate goes only where
// nothing is lost with it: no other paper, no word and no link that neither the
// first entry nor the paper itself has. Fixing what Fix gives changes nothing.
//
// An error begins with the name, and says why the list cannot be written.
func Fix(name string, text []byte, format list.Format, repairs Repair, advise func([]graph.Entry) []Advice) (Fixed, error) {
	f := Fixed{Text: text}
	var lines lineOrigins
	for range rounds {
		r, err := layout.Open(name, f.Text, format)
		if err != nil {
			return Fixed{}, err
		}
		w := newRound(r, repairs, advise(slices.Clone(r.Entries)), lines)
		next, done := w.carryOut(f.Text)
		f.Left = w.left
		if len(done) == 0 {
			break
		}
		var edits []span.Edit
		for _, c := range done {
			f.Changes, edits = append(f.Changes, c.change), append(edits, c.edits...)
		}
		f.Text, lines = next, lines.after(r.Text, edits)
	}
	slices.SortStableFunc(f.Changes, func(a, b Change) int { return a.Line - b.Line })
	return f, nil
}
