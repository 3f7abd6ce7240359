// Package fix puts a list right where it stands: links, duplicates, dates,
// titles, ids.
package fix

import (
	"slices"

	"citemap/fetch/list"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A Repair is a kind of change that Fix makes.
type Repair uint8

const (
	FixLinks       Repair = 1 << iota // links to papers in their one canonical form
	FixDuplicates                     // entries of a paper that is on the list already go
	FixCrossListed                    // of those, also the ones under other headings where a list has many
	FixDates                          // missing dates, where the list gives dates
	FixTitles                         // missing titles of bare links
	FixIDs                            // missing ids of BibTeX records

	// FixUsual is every repair that an owner would want unasked.
	FixUsual = FixLinks | FixDuplicates | FixDates | FixTitles | FixIDs
)

// Advice is what Fix is told of an entry.
type Advice struct {
	Paper *graph.Paper // the paper that it is of, by its id and by its title where it has one; nil: not known
	Same  int          // the place of the first entry of the same paper; -1: it is that itself
}

// A Fixed is a list that was put right.
type Fixed struct {
	Text    []byte   // the new text of the file; the old one where nothing was changed
	Changes []Change // what was done, in the order of the lines
	Left    []Change // what was found and left to a person, in the order in which it was met
}

// A Change says what was done, or was not, at a line of the list as it was
// given.
type Change struct {
	Line int
	What string
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
