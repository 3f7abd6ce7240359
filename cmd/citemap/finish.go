package main

import (
	"fmt"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/graph"
	"citemap/render"
)

// A partlyError is work done in part by a command that was told to be strict.
type partlyError struct{ lacks string }

func (e *partlyError) Error() string { return "done in part: " + e.lacks }

// sayUnresolved names the entries that have no paper.
func (s *session) sayUnresolved(f *service.Findings) {
	for _, e := range f.Corpus.Entries {
		if e.Status == graph.StatusMissing || e.Status == graph.StatusUnasked {
			s.console.Say("%s", render.Clean(fmt.Sprintf("%s: %s: %s: %s", e.Place(), e.Status, e.Name(), e.Note)))
		}
	}
}

// finish ends a verb whose answer is written, or could not be, with err. It turns
// an answer that lacks part of the list into exit 3 for those who asked for
// strictness. also is what else is wrong, in words.
func (s *session) finish(f *service.Findings, err error, also ...string) error {
	if err != nil || !s.flags.strict {
		return err
	}
	if lacks := append(shortfalls(f), also...); len(lacks) > 0 {
		return &partlyError{lacks: strings.Join(lacks, ", ")}
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
		parts = append(parts, "the source did not answer to the end")
	}
	return parts
}
