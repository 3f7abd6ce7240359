package graph

import (
	"fmt"
	"slices"
	"strings"
)

// An Entry is one item of a reading list: what was read of it, and what
// became of it once a source was asked.
type Entry struct {
	File    string // the list it stands in, as the user named it; "-" for standard input
	Line    int    // where the entry begins, from 1
	Start   int    // the entry's span in the file, in bytes: text[Start:End]
	End     int
	Text    string   // the entry's own words, on one line
	Title   string   // as written; "" where the list gives none
	Authors []string // as written, where the list's form sets them apart
	Section string   // headings above it, joined by " > "
	Date    Date     // as written
	IDs     ExternalIDs

	Status Status
	Paper  PaperID // the paper it resolved to; "" where it did not
	Note   string  // what a person should know of the outcome; one sentence or ""

	// UnknownID says that the source does not know the entry's ids, and Paper was
	// found by its title.
	UnknownID bool
}

// Status is the outcome of one entry.
type Status uint8

const (
	StatusUnasked   Status = iota // nobody has asked the source about it yet
	StatusResolved                // it has a paper
	StatusMissing                 // the source does not know it
	StatusDuplicate               // an earlier entry is the same paper
	StatusMismatch                // it has a paper, and the list gives it another title
)

var statusNames = []string{"unasked", "resolved", "missing", "duplicate", "mismatch"}

func (s Status) String() string { return statusNames[s] }

// MarshalText gives the status's name.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a status's name.
func (s *Status) UnmarshalText(b []byte) error {
	i := slices.Index(statusNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown status %q: want one of %s", b, strings.Join(statusNames, ", "))
	}
	*s = Status(i)
	return nil
}

// Place names the entry for messages: file:line.
func (e *Entry) Place() string { return fmt.Sprintf("%s:%d", e.File, e.Line) }

// Name is what to call the entry in a message: its title, an id, or its text.
func (e *Entry) Name() string {
	if e.Title != "" {
		return e.Title
	}
	if ids := e.Lookups(); len(ids) > 0 {
		return ids[0].String()
	}
	return e.Text
}

// Lookups gives the entry's identifiers that a source can be asked for, the
// most telling first.
func (e *Entry) Lookups() []ExternalID {
	var out []ExternalID
	for _, s := range lookups {
		if v := e.IDs.Of(s); v != "" {
			out = append(out, ExternalID{s, v})
		}
	}
	return out
}
