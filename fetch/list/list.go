package list

import (
	"cmp"
	"fmt"
	"io"

	"citemap/fetch/list/span"
	"citemap/graph"
)

// A List is a reading list as it was read.
type List struct {
	Name    string        // as the user named it; "-" for standard input
	Format  Format        // what it is written in, never Auto
	Entries []graph.Entry // in the order of the text
	Broken  []Broken      // what looks like an entry and could not be read, in the order of the text; the first 1,000, then their number

	read *Decoded // for what was passed over
}

// Broken is an entry that could not be read.
type Broken struct {
	File string // the list, as the user named it
	Line int    // where the entry begins, from 1
	Text string // what is wrong with it
}

// Parse reads one list in a format; Auto recognises it by what it holds, then
// by the extension of its name. name stands in messages and in Entry.File; "-"
// is standard input. There is an entry for each paper that an item names, with
// an id or a title, and with its span in the text as given, whatever its
// encoding; a packed list has no spans. Status, Paper and Note are left alone.
//
// An error is one line that begins with the name and says what is wrong: a
// text without any entry is one.
func Parse(name string, text []byte, f Format) (*List, error) {
	r, err := ReadDecoded(name, text, f)
	if err != nil {
		return nil, err
	}
	l := List{Name: name, Format: r.Form, Entries: r.Entries, read: r}
	r.name = name
	if r.Markdown() || r.Plain() {
		r.spans = make([]span.Span, len(r.Entries))
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if r.spans != nil {
			r.spans[i] = span.Span{Start: e.Start, End: e.End}
		}
		if r.packed {
			e.Start, e.End = 0, 0
			continue
		}
		e.Start, e.End = r.Original(e.Start), r.Original(e.End)
	}
	lines := span.CountLines(r.Text)
	for _, b := range r.broken.Named {
		line := b.Line
		if line == 0 {
			line = lines.At(b.At)
		}
		l.Broken = append(l.Broken, Broken{name, line, b.What})
	}
	if n := r.broken.More; n > 0 {
		l.Broken = append(l.Broken, Broken{name, cmp.Or(r.broken.Last.Line, span.CountLines(r.Text).At(r.broken.Last.At)), fmt.Sprintf("the last of %d more items that cannot be read", n)})
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

// Open reads the list in a file, as ReadText and Parse do.
func Open(path string, stdin io.Reader, f Format) (*List, error) {
	text, err := ReadText(path, stdin)
	if err != nil {
		return nil, err
	}
	return Parse(path, text, f)
}
