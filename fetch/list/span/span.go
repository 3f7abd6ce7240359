// Package span has the places in the text of a list: spans, lines, edits, and
// the addresses that stand in it.
package span

import (
	"slices"
)

// union sorts stretches and makes one of those that overlap.
func union(all []Span) []Span {
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, s := range all {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// A Span is a part of the decoded text.
type Span struct{ Start, End int }

func (s Span) Holds(at int) bool { return s.Start <= at && at < s.End }
