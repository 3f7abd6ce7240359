package citation

import (
	"strings"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// endsBeforeVenue tells whether a quotation that ends as a sentence is a title: a
// venue, a year or nothing follows it.
func endsBeforeVenue(quoted, behind string) bool {
	if !strings.ContainsAny(quoted[len(quoted)-1:], ".?!") {
		return false
	}
	rest := strings.TrimLeft(behind, "\"” ")
	first, _, _ := strings.Cut(rest, " ")
	stop := strings.HasSuffix(quoted, ".")
	switch {
	case strings.HasPrefix(rest, ":"):
		return false // "Why Should I Trust You?": Explaining ...
	case rest == "" || label.IsNote(rest) || stop && (words.IsAcronym(strings.Trim(first, ".,;:()")) || first == "In" || first == "arXiv"):
		return true
	}
	return stop && !dates.YearIn(rest).IsZero() && words.NextLarge(rest)
}

// QuotedTitle gives the title of a line that begins with a quote and ends with
// where the paper appeared, or with the quotation.
func QuotedTitle(s string) Reading {
	open, size := utf8.DecodeRuneInString(s)
	end := strings.IndexRune(s[size:], closing[open])
	if len(s) > MaxProse || closing[open] == 0 || end < 0 || words.WordCount(s[size:size+end]) < 2 {
		return Reading{}
	}
	quoted, behind := s[size:size+end], s[size+end:]
	rest := strings.Trim(behind, "\"” ,.")
	dated := words.WordCount(rest) < 6 && !dates.YearIn(rest).IsZero() && words.NextLarge(rest)
	if rest != "" && !endsBeforeVenue(quoted, behind) && !label.IsNote(rest) && !dated {
		return Reading{}
	}
	r := Clean(quoted)
	r.Date = dates.Or(r.Date, dates.Or(dates.In(behind), dates.YearIn(behind)))
	return r
}
