// Package list reads reading lists: Markdown of any style and plain lists of
// identifiers.
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

// Read reads one list. name stands in messages and in Entry.File; "-" is
// standard input. The entries come in the order of the text, one a paper that
// an item names, each with an id or a title, and with its span in the text as
// given, whatever its encoding. Status, Paper and Note are left alone.
//
// An error is one line that begins with the name and says what is wrong.
func Read(name string, text []byte) ([]graph.Entry, error) {
	d, err := decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	entries := readPlain(d.text)
	if entries == nil {
		entries = readMarkdown(d.text)
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("%s: no entry: want a Markdown list with links to papers, or one id a line", name)
	}
	slices.SortStableFunc(entries, func(a, b graph.Entry) int { return cmp.Compare(a.Start, b.Start) })
	lines := newLineCount(d.text)
	for i := range entries {
		e := &entries[i]
		e.File, e.Line = name, lines.at(e.Start)
		e.Start, e.End = d.original(e.Start), d.original(e.End)
	}
	return entries, nil
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
