// Package list reads reading lists (Markdown of any style, BibTeX and plain
// lists of identifiers) and writes papers into them, in their own form.
package list

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"citemap/graph"
)

// Read reads one list: BibTeX, plain ids or Markdown, recognised by what it
// holds and then by the extension of its name. name stands in messages and in
// Entry.File; "-" is standard input. The entries come in the order of the text,
// one a paper that an item names, each with an id or a title, and with its span
// in the text as given, whatever its encoding. Status, Paper and Note are left
// alone.
//
// An error is one line that begins with the name and says what is wrong.
func Read(name string, text []byte) ([]graph.Entry, error) {
	r, err := read(name, text)
	if err != nil {
		return nil, err
	}
	for i := range r.entries {
		e := &r.entries[i]
		e.Start, e.End = r.original(e.Start), r.original(e.End)
	}
	return r.entries, nil
}

// A reading is a list as it was read: the spans of its entries are in the
// decoded text.
type reading struct {
	document
	form    form
	entries []graph.Entry
}

// A form is a way of writing lists down.
type form uint8

const (
	markdownForm form = iota
	plainForm
	bibtexForm
)

func read(name string, text []byte) (*reading, error) {
	d, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := &reading{document: d}
	var broken []fault
	if isBibTeX(name, d.text) {
		r.form = bibtexForm
		r.entries, broken = readBibTeX(d.text)
	}
	if len(r.entries) == 0 && len(broken) == 0 {
		r.form, r.entries = plainForm, readPlain(d.text)
	}
	if r.entries == nil && len(broken) == 0 {
		r.form, r.entries = markdownForm, readMarkdown(d.text)
	}
	if len(broken) > 0 && len(r.entries) == 0 {
		return nil, fmt.Errorf("%s:%d: %s", name, newLineCount(d.text).at(broken[0].at), broken[0].what)
	}
	if len(r.entries) == 0 {
		return nil, fmt.Errorf("%s: no entry: want a Markdown list with links to papers, BibTeX, or one id a line", name)
	}
	slices.SortStableFunc(r.entries, func(a, b graph.Entry) int { return cmp.Compare(a.Start, b.Start) })
	lines := newLineCount(d.text)
	for i := range r.entries {
		r.entries[i].File, r.entries[i].Line = name, lines.at(r.entries[i].Start)
	}
	return r, nil
}

// ReadFile reads the list in a file; "-" is stdin.
func ReadFile(path string, stdin io.Reader) ([]graph.Entry, error) {
	if path == "-" {
		text, err := io.ReadAll(stdin)
		if err != nil {
			return nil, fmt.Errorf("-: %w", err)
		}
		return Read(path, text)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a folder: want a file with a reading list", path)
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: does not exist", path)
	}
	if err != nil {
		var where *fs.PathError
		if errors.As(err, &where) {
			err = where.Err
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return Read(path, text)
}

// lineCount turns rising offsets into line numbers.
type lineCount struct {
	text   []byte
	offset int
	line   int
}

func newLineCount(text []byte) *lineCount { return &lineCount{text: text, line: 1} }

func (c *lineCount) at(offset int) int {
	for ; c.offset < offset; c.offset++ {
		if c.text[c.offset] == '\n' {
			c.line++
		}
	}
	return c.line
}
