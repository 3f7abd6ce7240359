package fix

import (
	"fmt"
	"strconv"

	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// undated tells whether an entry lacks a date that is known.
func (w *round) undated(entry int) bool {
	a := w.advice[entry]
	return a.Paper != nil && a.Same < 0 && !a.Paper.Date.IsZero() && w.Entries[entry].Date.IsZero()
}

// common tells whether so many of all entries have a date that the others lack
// one.
func common(dated, all int) bool { return dated > 0 && 3*dated >= all }

// shown names an entry in a message.
func shown(e *graph.Entry) string { return strconv.Quote(e.Name()) }

// key gives the key of a BibTeX record.
func (w *round) key(entry int) string {
	e := &w.Entries[entry]
	key, _ := bibtex.RecordHead(string(w.Text[e.Start:e.End]))
	return key
}

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

// A Change says what was done, or was not, at a line of the list as it was
// given.
type Change struct {
	Line int
	What string
}

// A correction is one change: edits that are made together, and what the
// entries are to be afterwards.
type correction struct {
	edits  []span.Edit
	change Change
	entry  int  // the entry concerned; -1: none
	goes   bool // the entry is taken out
	gains  bool // it gets what it had not: a title, a date, an id
}

// A round holds one round of corrections.
type round struct {
	*layout.Layout
	repairs Repair
	advice  []Advice
	lines   lineOrigins
	spans   []span.Span // where each entry's own lines are; empty where they are not its own alone
	all     []correction
	left    []Change

	referredTo map[string]bool // keys that BibTeX records name; nil: not asked yet
}

// add takes a correction in, unless an earlier one changes the same text: the
// next round comes to it.
func (w *round) add(c correction) {
	for _, other := range w.all {
		for _, x := range other.edits {
			for _, y := range c.edits {
				if x.Overlaps(y) {
					return
				}
			}
		}
	}
	w.all = append(w.all, c)
}

// change says what is done at a line.
func (w *round) change(line int, what string) Change { return Change{w.lines.at(line), what} }

// leave notes what a person has to look at.
func (w *round) leave(line int, format string, args ...any) {
	w.left = append(w.left, w.change(line, fmt.Sprintf(format, args...)))
}

// gain adds a correction that gives an entry what it has not.
func (w *round) gain(entry int, x span.Edit, what string) {
	e := &w.Entries[entry]
	w.add(correction{edits: []span.Edit{x}, entry: entry, gains: true, change: w.change(e.Line, shown(e)+" now has the "+what)})
}
