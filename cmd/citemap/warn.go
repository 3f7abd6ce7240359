package main

import (
	"fmt"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/text"
)

// warn names the entries that have no paper.
func (s *session) warn(f *study.Findings) {
	for _, e := range f.Corpus.Entries {
		if e.Status == graph.StatusMissing || e.Status == graph.StatusUnasked {
			s.say("%s", render.Clean(fmt.Sprintf("%s: %s: %s: %s", e.Place(), e.Status, e.Name(), e.Note)))
		}
	}
}

// coverageGap says what an answer lacks.
func coverageGap(f *study.Findings, broken int, failed bool) string {
	var parts []string
	if broken > 0 {
		parts = append(parts, fmt.Sprintf("%d %s could not be read", broken, plural(broken, "item", "items")))
	}
	if n := f.Coverage.Missing; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d entries missing", n, f.Coverage.Entries))
	}
	if n := f.Coverage.Unasked; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d entries unasked", n, f.Coverage.Entries))
	}
	if failed {
		parts = append(parts, "the source did not answer to the end")
	}
	return strings.Join(parts, ", ")
}

// textOptions fits a table to where it goes: a terminal has a width and takes
// colour and links, a file and a pipe have neither.
func (s *session) textOptions(output string) text.Options {
	width := 0
	if output == "" {
		width = terminal(s.stdout)
	}
	plain := width == 0 || noColor()
	return text.Options{Width: width, Color: !plain, Links: !plain}
}
