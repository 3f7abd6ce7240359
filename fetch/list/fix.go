package list

import (
	"fmt"
	"maps"
	"slices"

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
	Paper *graph.Paper // the paper that it is of; nil: not known
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

// Fix puts a list right, in its own form and encoding, as far as the repairs
// asked for go. advise is given the entries as they are read and tells of each
// what is known; it is asked again after changes.
//
// Only the spans concerned change. Fix has read the new text: but for the
// duplicates, each old entry still stands in it with its ids, title and date.
// What would not read so again is left, and said. A duplicate goes only where
// nothing is lost with it: no other paper, no word and no link that neither the
// first entry nor the paper itself has. Fixing what Fix gives changes nothing.
//
// An error begins with the name, and says why the list cannot be written.
func Fix(name string, text []byte, repairs Repair, advise func([]graph.Entry) []Advice) (Fixed, error) {
	f := Fixed{Text: text}
	var lines lineOrigins
	for range rounds {
		r, err := read(name, f.Text)
		if err != nil {
			return Fixed{}, err
		}
		if err := r.readOnly(name); err != nil {
			return Fixed{}, err
		}
		w := r.workshop(repairs, advise(slices.Clone(r.entries)), lines)
		next, done := w.carryOut(f.Text)
		f.Left = w.left
		if len(done) == 0 {
			break
		}
		var edits []edit
		for _, c := range done {
			f.Changes, edits = append(f.Changes, c.change), append(edits, c.edits...)
		}
		f.Text, lines = next, lines.after(r.text, edits)
	}
	slices.SortStableFunc(f.Changes, func(a, b Change) int { return a.Line - b.Line })
	return f, nil
}

// Writable gives the error that Fix would give of a list; nil where it would
// give none.
func Writable(name string, text []byte) error {
	r, err := read(name, text)
	if err != nil {
		return err
	}
	return r.readOnly(name)
}

// readOnly says why a list cannot be written; nil where it can.
func (r *reading) readOnly(name string) error {
	if r.markdown() || r.plain() || r.bibtex() {
		return nil
	}
	return fmt.Errorf("%s: %w", name, errReadOnly)
}

func (r *reading) markdown() bool { return r.form == Markdown }
func (r *reading) plain() bool    { return r.form == IDs }
func (r *reading) bibtex() bool   { return r.form == BibTeX }

// A correction is one change: edits that are made together, and what the
// entries are to be afterwards.
type correction struct {
	edits  []edit
	change Change
	entry  int  // the entry concerned; -1: none
	goes   bool // the entry is taken out
	gains  bool // it gets what it had not: a title, a date, an id
}

// A workshop holds one round of corrections.
type workshop struct {
	*reading
	repairs Repair
	advice  []Advice
	lines   lineOrigins
	spans   []stretch // where each entry's own lines are; empty where they are not its own alone
	all     []correction
	left    []Change

	referredTo map[string]bool // keys that BibTeX records name; nil: not asked yet
}

func (r *reading) workshop(repairs Repair, advice []Advice, lines lineOrigins) *workshop {
	w := &workshop{reading: r, repairs: repairs, advice: advice, lines: lines, spans: make([]stretch, len(r.entries))}
	for i := range w.spans {
		if s, ok := r.whole(i); ok {
			w.spans[i] = s
		}
	}
	for _, x := range []struct {
		repair Repair
		do     func()
	}{{FixDuplicates, w.duplicates}, {FixTitles, w.titles}, {FixDates, w.dates}, {FixIDs, w.ids}, {FixLinks, w.links}} {
		if repairs&x.repair != 0 {
			x.do()
		}
	}
	slices.SortStableFunc(w.all, func(a, b correction) int { return a.edits[0].start - b.edits[0].start })
	return w
}

// add takes a correction in, unless an earlier one changes the same text: the
// next round comes to it.
func (w *workshop) add(c correction) {
	for _, other := range w.all {
		for _, x := range other.edits {
			for _, y := range c.edits {
				if x.overlaps(y) {
					return
				}
			}
		}
	}
	w.all = append(w.all, c)
}

// change says what is done at a line.
func (w *workshop) change(line int, what string) Change { return Change{w.lines.at(line), what} }

// leave notes what a person has to look at.
func (w *workshop) leave(line int, format string, args ...any) {
	w.left = append(w.left, w.change(line, fmt.Sprintf(format, args...)))
}

// carryOut makes the corrections that the list survives, and gives the new text
// and them.
func (w *workshop) carryOut(raw []byte) ([]byte, []correction) {
	kept := w.keep(raw, nil, w.all)
	if len(kept) == 0 {
		return raw, nil
	}
	text, err := w.corrected(raw, kept)
	if err != nil {
		return raw, nil
	}
	return text, kept
}

// keep gives the corrections kept, and of more those that can be made beside
// them.
func (w *workshop) keep(raw []byte, kept, more []correction) []correction {
	if len(more) == 0 {
		return kept
	}
	all := append(slices.Clip(kept), more...)
	_, err := w.corrected(raw, all)
	switch {
	case err == nil:
		return all
	case len(more) == 1:
		w.left = append(w.left, Change{more[0].change.Line, fmt.Sprintf("left: %s: %v", more[0].change.What, err)})
		return kept
	}
	half := len(more) / 2
	return w.keep(raw, w.keep(raw, kept, more[:half]), more[half:])
}

// corrected gives the text with corrections made, or says why they cannot be.
func (w *workshop) corrected(raw []byte, corrections []correction) ([]byte, error) {
	var all []edit
	for _, c := range corrections {
		all = append(all, c.edits...)
	}
	text, err := w.splice(raw, all)
	if err != nil {
		return nil, err
	}
	return text, w.stands(text, corrections)
}

// stands reads a new text: it must hold every old entry but those that go, with
// what is known of it, and no other.
func (w *workshop) stands(text []byte, corrections []correction) error {
	now, err := read(w.entries[0].File, text)
	if err != nil {
		return err
	}
	goes, gains := map[int]bool{}, map[int]bool{}
	for _, c := range corrections {
		goes[c.entry] = goes[c.entry] || c.goes
		gains[c.entry] = gains[c.entry] || c.gains
	}
	at := 0
	for i := range w.entries {
		if goes[i] {
			continue
		}
		if now.form != w.form || at >= len(now.entries) || !stays(&w.entries[i], &now.entries[at], gains[i]) {
			return fmt.Errorf("%q would read differently then", w.entries[i].Name())
		}
		at++
	}
	if at < len(now.entries) {
		return fmt.Errorf("the list would have another entry then, %q", now.entries[at].Name())
	}
	return nil
}

// stays tells whether an entry is what it was; where it gains, it has more.
func stays(old, now *graph.Entry, gains bool) bool {
	if !gains {
		return sameTitle(old.Title, now.Title) && old.Date == now.Date && maps.Equal(withoutPage(old.IDs), withoutPage(now.IDs))
	}
	for s, id := range withoutPage(old.IDs) {
		if now.IDs[s] != id && s != graph.Link {
			return false
		}
	}
	return (old.Title == "" || sameTitle(old.Title, now.Title)) && (old.Date.IsZero() || old.Date == now.Date) &&
		(old.Title != now.Title || old.Date != now.Date || !maps.Equal(old.IDs, now.IDs))
}

// withoutPage gives the ids without the address, where there are others: it is
// that of one of them.
func withoutPage(ids graph.ExternalIDs) graph.ExternalIDs {
	if len(ids) < 2 || ids[graph.Link] == "" {
		return ids
	}
	rest := maps.Clone(ids)
	delete(rest, graph.Link)
	return rest
}
