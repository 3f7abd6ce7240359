// Package list reads reading lists (Markdown of any style, BibTeX, RIS, CSL-JSON,
// EndNote XML, Zotero CSV, lines of ids or titles, snapshots) and writes papers
// into them, in their own form.
package list

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"citemap/graph"
)

// A List is a reading list as it was read.
type List struct {
	Format  Format        // what it is written in, never Auto
	Entries []graph.Entry // in the order of the text
	Broken  []Broken      // what looks like an entry and could not be read, in the order of the text; the first 1,000, then their number

	read *reading // for what was passed over
}

// Broken is an entry that could not be read.
type Broken struct {
	File string // the list, as the user named it
	Line int    // where the entry begins, from 1
	Text string // what is wrong with it
}

func (b Broken) String() string { return fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.Text) }

// Parse reads one list in a format; Auto recognises it by what it holds, then
// by the extension of its name. name stands in messages and in Entry.File; "-"
// is standard input. There is an entry for each paper that an item names, with
// an id or a title, and with its span in the text as given, whatever its
// encoding; a packed list has no spans. Status, Paper and Note are left alone.
//
// An error is one line that begins with the name and says what is wrong: a
// text without any entry is one.
func Parse(name string, text []byte, f Format) (*List, error) {
	r, err := readAs(name, text, f)
	if err != nil {
		return nil, err
	}
	l := List{Format: r.form, Entries: r.entries, read: r}
	r.name = name
	if r.markdown() || r.plain() {
		r.spans = make([]stretch, len(r.entries))
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if r.spans != nil {
			r.spans[i] = stretch{e.Start, e.End}
		}
		if r.packed {
			e.Start, e.End = 0, 0
			continue
		}
		e.Start, e.End = r.original(e.Start), r.original(e.End)
	}
	lines := newLineCount(r.text)
	for _, b := range r.broken.named {
		line := b.line
		if line == 0 {
			line = lines.at(b.at)
		}
		l.Broken = append(l.Broken, Broken{name, line, b.what})
	}
	if n := r.broken.more; n > 0 {
		l.Broken = append(l.Broken, Broken{name, cmp.Or(r.broken.last.line, newLineCount(r.text).at(r.broken.last.at)), fmt.Sprintf("the last of %d more items that cannot be read", n)})
	}
	return &l, nil
}

// Read gives the entries of a list in whatever format it is, as Parse does.
func Read(name string, text []byte) ([]graph.Entry, error) {
	l, err := Parse(name, text, Auto)
	if err != nil {
		return nil, err
	}
	return l.Entries, nil
}

// A reading is a list as it was read: the spans of its entries are in the
// decoded text.
type reading struct {
	document
	asked   Format // what it was said to be in
	form    Format
	entries []graph.Entry
	broken  faults
	name    string    // of the list, as Parse was given it
	spans   []stretch // of the entries of Markdown and plain lines, in the decoded text
	packed  bool      // the text is that of a packed file, and not kept
}

func readAs(name string, text []byte, f Format) (*reading, error) {
	if isPacked(text) {
		return readPacked(name, text, f)
	}
	d, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	asked := f
	if f == Auto {
		if f, err = recognised(name, d.text); err != nil {
			return nil, err
		}
	}
	r := f.readPapers(name, d.text)
	if asked == Auto && f != Auto && !f.isForeign() && len(r.entries)+r.broken.len() == 0 {
		if plain := Auto.readPapers(name, d.text); len(plain.entries) > 0 {
			f, r = Auto, plain
		}
	}
	r.document, r.asked = d, asked
	return r.finish(name, f)
}

// finish puts entries and faults in order, and counts their lines.
func (r *reading) finish(name string, f Format) (*reading, error) {
	slices.SortStableFunc(r.broken.named, func(a, b fault) int { return cmp.Compare(a.at, b.at) })
	if len(r.entries) == 0 && r.broken.len() > 0 {
		first := r.broken.named[0]
		return nil, fmt.Errorf("%s:%d: %s", name, cmp.Or(first.line, newLineCount(r.text).at(first.at)), first.what)
	}
	if len(r.entries) == 0 {
		return nil, fmt.Errorf("%s: no entry: want %s", name, f.row().wants)
	}
	sortEntries(r.entries)
	lines := newLineCount(r.text)
	for i := range r.entries {
		e := &r.entries[i]
		e.File = name
		if e.Line == 0 {
			e.Line = lines.at(e.Start)
		}
	}
	return r, nil
}

// sortEntries puts entries in the order of the text.
func sortEntries(entries []graph.Entry) {
	slices.SortStableFunc(entries, func(a, b graph.Entry) int { return cmp.Compare(a.Start, b.Start) })
}

// Open reads the list in a file, as ReadText and Parse do.
func Open(path string, stdin io.Reader, f Format) (*List, error) {
	text, err := ReadText(path, stdin)
	if err != nil {
		return nil, err
	}
	return Parse(path, text, f)
}

// ReadFile gives the entries of the list in a file, as Open does.
func ReadFile(path string, stdin io.Reader) ([]graph.Entry, error) {
	l, err := Open(path, stdin, Auto)
	if err != nil {
		return nil, err
	}
	return l.Entries, nil
}

// lineCount turns rising offsets into line numbers.
type lineCount struct {
	text   []byte
	offset int
	line   int
}

func newLineCount(text []byte) *lineCount { return &lineCount{text: text, line: 1} }

func (c *lineCount) at(offset int) int {
	for ; c.offset < min(offset, len(c.text)); c.offset++ {
		if c.text[c.offset] == '\n' {
			c.line++
		}
	}
	return c.line
}
