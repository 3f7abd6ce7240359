package session

import (
	"errors"
	"fmt"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/graph"
	"citemap/render"
)

// A PartlyError is work done in part by a command that was told to be strict.
type PartlyError struct{ lacks string }

func (e *PartlyError) Error() string { return "incomplete: " + e.lacks }

// SayUnresolved names the entries that have no paper.
func (s *Session) SayUnresolved(f *service.Findings) {
	for _, e := range f.Corpus.Entries {
		if e.Status == graph.StatusMissing || e.Status == graph.StatusUnasked {
			s.Console.Say("%s", render.Clean(fmt.Sprintf("%s: %s: %s: %s", e.Place(), e.Status, e.Name(), e.Note)))
		}
	}
}

// Finish ends a verb whose answer is written, or could not be, with err. It turns
// an answer that lacks part of the list into exit 3 for those who asked for
// strictness, and fails where papers could not be read in the end. also is what else is wrong, in words.
func (s *Session) Finish(f *service.Findings, err error, also ...string) error {
	if err = errors.Join(err, f.Corpus.Err()); err != nil || !s.Flags.Strict {
		return err
	}
	if lacks := append(shortfalls(f), also...); len(lacks) > 0 {
		return &PartlyError{lacks: strings.Join(lacks, ", ")}
	}
	return nil
}

// shortfalls say what an answer lacks.
func shortfalls(f *service.Findings) (parts []string) {
	if n := f.Read.Broken; n > 0 {
		parts = append(parts, fmt.Sprintf("%d %s could not be read", n, console.Plural(n, "item", "items")))
	}
	if n := f.Coverage.Missing; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d entries missing", n, f.Coverage.Entries))
	}
	if n := f.Coverage.Unasked; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d entries unasked", n, f.Coverage.Entries))
	}
	if f.Failed {
		parts = append(parts, "the source stopped answering")
	}
	return parts
}
