// Package label knows what lists write beside titles: what a link is called,
// notes, venues.
package label

import (
	"regexp"
	"strings"
	"unicode"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// LabelWordsOf gives the words of a text in lower case and without what
// decorates a label: brackets, a number behind.
func LabelWordsOf(s string) []string {
	terms := strings.FieldsFunc(strings.ToLower(words.StripEmoji(s)), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/|,;&", r) })
	out := terms[:0]
	for _, w := range terms {
		w = strings.Trim(w, "[](){}<>:.!*_`'\"“”→←↗-–—#·•")
		if words.Labels[w] == 0 {
			if bare := strings.TrimRight(w, "0123456789"); words.Labels[bare] != 0 {
				w = bare
			}
		}
		if w != "" && w != "+" {
			out = append(out, w)
		}
	}
	return out
}

// IsLabel tells whether a text is no title: words that say where a link leads,
// numbers, an id, an address, an author with a year.
func IsLabel(s string) bool {
	if len(s) > words.MaxLabel && strings.Contains(s, " ") || strings.Count(s, " ") > 7 {
		return false
	}
	terms := LabelWordsOf(s)
	for _, w := range terms {
		if words.Labels[w] == 0 && !words.IsNumber(w) {
			return IsAddressOrID(s) || IsPeopleYear(s) || isVenueYear(s) || isRemarkedLabel(s) || inProse.MatchString(s)
		}
	}
	return true
}

// inProse knows "this survey paper".
var inProse = regexp.MustCompile(`^(?:[Tt]his|[Tt]he|[Tt]hat|[Oo]ur|[Tt]hese) (?:\p{Ll}+ ){0,3}(?:papers?|surveys?|articles?|work|preprint|page)$`)

// isRemarkedLabel knows "Paper (low resolution)".
func isRemarkedLabel(s string) bool {
	open := strings.IndexAny(s, "(（")
	return open > 0 && strings.ContainsAny(s[open:], ")）") && words.WordCount(s[:open]) > 0 && IsLabel(s[:open])
}

func IsAddressOrID(s string) bool {
	s = strings.Trim(s, "[]() ")
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") {
		return !strings.ContainsAny(s, " ")
	}
	if _, err := graph.ParseID(strings.ReplaceAll(s, ": ", ":")); err == nil {
		return true
	}
	return false
}

// IsPeopleYear knows "Vaswani et al., 2017", "Smith and Jones (2019)".
func IsPeopleYear(s string) bool {
	terms := strings.Fields(s)
	if len(terms) > 6 || len(terms) == 0 {
		return false
	}
	if words.HasEtAl(s) {
		return true
	}
	return len(terms) > 1 && len(terms) < 5 && dates.YearOf(terms[len(terms)-1]) > 0 && strings.ContainsAny(s, ",(") && words.LooksLikeNames(strings.TrimRight(s, "0123456789() ,.")+" and X")
}

// isVenueYear knows "NeurIPS 2019", "CVPR'18", "(AAAI 2020)".
func isVenueYear(s string) bool {
	terms := LabelWordsOf(s)
	for i, w := range terms {
		letters := strings.TrimRight(w, "0123456789'’-")
		if words.Labels[w] == 0 && words.Labels[letters] == 0 && !words.IsNumber(w) {
			return len(terms) == 2 && dates.YearOf(terms[1]) > 0 && i == 0
		}
	}
	return len(terms) > 0
}
