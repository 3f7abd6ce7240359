package list

import (
	"cmp"
	"fmt"
	"slices"

	"citemap/fetch/list/charset"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A Decoded is a list as it was read: the spans of its entries are in the
// decoded text.
type Decoded struct {
	charset.Document
	Asked   Format // what it was said to be in
	Form    Format
	Entries []graph.Entry
	broken  span.Faults
	name    string      // of the list, as Parse was given it
	spans   []span.Span // of the entries of Markdown and plain lines, in the decoded text
	packed  bool        // the text is that of a packed file, and not kept
}

// ReadDecoded reads a list as Parse does, and leaves its spans in the decoded
// text, on which changes are made.
func ReadDecoded(name string, text []byte, f Format) (*Decoded, error) {
	if IsPacked(text) {
		return readPacked(name, text, f)
	}
	d, err := charset.Decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	asked := f
	if f == Auto {
		if f, err = recognised(name, d.Text); err != nil {
			return nil, err
		}
	}
	p := parse(name, d.Text, f)
	if asked == Auto && f != Auto && !f.isForeign() && len(p.entries)+p.broken.Len() == 0 {
		if prose := parse(name, d.Text, Auto); len(prose.entries) > 0 {
			f, p = Auto, prose
		}
	}
	r := Decoded{Document: d, Asked: asked, Form: p.form, Entries: p.entries, broken: p.broken}
	return r.finish(name, f)
}

func (r *Decoded) Markdown() bool { return r.Form == Markdown }

func (r *Decoded) Plain() bool { return r.Form == IDs }

func (r *Decoded) Bibtex() bool { return r.Form == BibTeX }

// finish puts entries and faults in order, and counts their lines.
func (r *Decoded) finish(name string, f Format) (*Decoded, error) {
	slices.SortStableFunc(r.broken.Named, func(a, b span.Fault) int { return cmp.Compare(a.At, b.At) })
	if len(r.Entries) == 0 && r.broken.Len() > 0 {
		first := r.broken.Named[0]
		return nil, fmt.Errorf("%s:%d: %s", name, cmp.Or(first.Line, span.CountLines(r.Text).At(first.At)), first.What)
	}
	if len(r.Entries) == 0 {
		return nil, fmt.Errorf("%s: no entry: want %s", name, formats[f].wants)
	}
	sortEntries(r.Entries)
	lines := span.CountLines(r.Text)
	for i := range r.Entries {
		e := &r.Entries[i]
		e.File = name
		if e.Line == 0 {
			e.Line = lines.At(e.Start)
		}
	}
	return r, nil
}

// sortEntries puts entries in the order of the text.
func sortEntries(entries []graph.Entry) {
	slices.SortStableFunc(entries, func(a, b graph.Entry) int { return cmp.Compare(a.Start, b.Start) })
}
