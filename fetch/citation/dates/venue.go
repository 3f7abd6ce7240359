package dates

import (
	"strconv"
	"strings"
	"unicode"

	"citemap/fetch/citation/words"
	"citemap/graph"
)

// venueDate finds the date that stands with the name of a venue, however it is
// written: "ICCV 2015", "CVPR,2018", "ICCV' 15", "AAAI-16", "arXiv 2023.05".
func venueDate(words []string) graph.Date {
	for i, w := range words {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 {
			continue
		}
		if d := joinedDate(w); !d.IsZero() {
			return d
		}
		if i == 0 {
			continue
		}
		if d := dateOfVenue(words[i-1], w); !d.IsZero() {
			return d
		}
	}
	return graph.Date{}
}

// joinedDate reads a word that is a venue with its date.
func joinedDate(w string) graph.Date {
	w = strings.TrimLeft(w, `([{"*_`)
	n := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 2 || !isKnownVenue(w[:n]) {
		return graph.Date{}
	}
	mark := strings.TrimLeft(w[n:], "'’‘`-,.:_")
	if d := Whole(mark); !d.IsZero() || len(mark) == len(w[n:]) {
		return d
	}
	return shortYearOf(mark)
}

// dateOfVenue reads a word as the date of the venue that stands before it.
func dateOfVenue(venue, w string) graph.Date {
	name := strings.TrimRight(venue, "'’‘`,.:;")
	switch {
	case strings.HasSuffix(venue, ",") && isWritten(name) && YearOf(w) > 0:
	case !isKnownVenue(name):
		return graph.Date{}
	}
	if d := Whole(strings.TrimRight(w, `,.;:)]}*_|"”`)); !d.IsZero() {
		return d
	}
	if last := strings.TrimRight(venue, "'’‘`"); last != venue {
		return shortYearOf(w)
	}
	return graph.Date{}
}

// shortYearOf reads the two last figures of a year.
func shortYearOf(w string) graph.Date {
	w = strings.TrimRight(w, `,.;:)]}*_|"”`)
	y, err := strconv.Atoi(w)
	switch {
	case err != nil || len(w) != 2:
		return graph.Date{}
	case y < 50:
		return graph.Date{Year: 2000 + y}
	}
	return graph.Date{Year: 1900 + y}
}

// isKnownVenue tells the name of a venue, with the W of a workshop.
func isKnownVenue(w string) bool {
	w = strings.Trim(w, `([{"“*_`)
	low := strings.ToLower(w)
	switch {
	case low == "arxiv" || low == "corr":
		return true
	case w == low:
		return false
	}
	return words.Labels[low] == words.VenueLabel || words.Labels[strings.TrimSuffix(low, "w")] == words.VenueLabel && isWritten(w)
}

// isWritten tells an acronym all in capitals, but for what may stand around it.
func isWritten(w string) bool {
	w = strings.Trim(w, `([{"“*_`)
	return len(w) > 1 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) && r != '-' && r != '/' }) < 0
}
