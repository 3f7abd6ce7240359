package label

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
)

// A note is what lists put beside a title: a venue with its year, a date, an
// id, people with "et al.", the word "pdf".

// IsNote tells whether a text is a note, whatever stands around it.
func IsNote(s string) bool {
	s = strings.Trim(words.StripEmoji(s), " .,:;*_|`")
	if s == "" || len(s) > words.MaxLabel {
		return false
	}
	return IsDatedNote(s) || IsAddressOrID(s) || IsAllOf(s, words.PaperLabel, words.VenueLabel)
}

// IsDatedNote tells whether a text is a date, or holds a year and nothing else
// but a venue or people.
func IsDatedNote(s string) bool {
	s = strings.Trim(s, " .,:;*_|`")
	if !dates.Whole(s).IsZero() || words.HasEtAl(s) && IsPeopleYear(s) {
		return true
	}
	return !dates.YearIn(s).IsZero() && (isVenueYear(s) || IsPeopleYear(s) || isYearVenue(s))
}

// IsAllOf tells whether a text consists of labels of the kinds given, and of
// numbers; one label at least.
func IsAllOf(s string, kinds ...words.LabelKind) bool {
	found := false
	for _, w := range LabelWordsOf(s) {
		if words.Labels[w] == 0 {
			w = strings.TrimRight(w, "0123456789'’-")
		}
		switch {
		case slices.Contains(kinds, words.Labels[w]):
			found = true
		case w != "" && !words.IsNumber(w) && !words.BesideVenue[w]:
			return false
		}
	}
	return found
}

// isYearVenue knows "2021 TKDD", "2021, TKDD" and "2021-TKDD".
func isYearVenue(s string) bool {
	terms := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",()[]-", r) })
	return len(terms) == 2 && dates.YearOf(terms[0]) > 0 && words.IsAcronym(terms[1])
}

// IsLeadingNote tells whether the words ahead of a mark are no part of the
// title. What begins a title and has a colon may look like a venue: "ADD 2022:
// the First Challenge".
func IsLeadingNote(head, mark string) bool {
	if len(head) > words.MaxLabel {
		return false
	}
	switch {
	case !dates.Whole(head).IsZero() || IsAddressOrID(head) || isYearVenue(head) || serial.MatchString(head) && mark != ", ":
		return true
	case mark == ": " || mark == "：":
		return words.Fields[strings.ToLower(strings.Trim(head, " *_"))] || !dates.YearIn(head).IsZero() && (IsAllOf(head, words.VenueLabel, words.PaperLabel) || IsPeopleYear(head))
	case mark == ", ":
		return words.HasEtAl(head) && IsPeopleYear(head) || !dates.YearIn(head).IsZero() && isVenueYear(head) && words.IsAcronym(strings.Fields(head)[0])
	}
	if word := strings.ToLower(strings.TrimSpace(head)); words.Ordinary[word] {
		return false // "Nature - A Source of Inspiration"
	}
	return IsPeopleYear(head) && !dates.YearIn(head).IsZero() || IsAllOf(head, words.PaperLabel, words.VenueLabel) || yearAfterName.MatchString(head)
}

// yearAfterName knows "Yao 2021", which "ADD 2022" is not.
var yearAfterName = regexp.MustCompile(`^\p{Lu}\p{Ll}+,? \(?\d{4}\)?$`)

// serial knows the numbers of archives: "2016/260".
var serial = regexp.MustCompile(`^\d{4}/\d{2,5}$`)

func IsTrailingNote(tail, mark string) bool {
	tail = strings.TrimSpace(strings.TrimSuffix(tail, "."))
	if mark == ". " {
		tail = strings.TrimPrefix(strings.TrimPrefix(tail, "In "), "in ")
		if words.LooksLikeNames(tail) && strings.Contains(tail, ",") && !strings.Contains(tail, ": ") {
			return true
		}
	}
	if mark == ", " {
		return IsDatedNote(tail) || IsAllOf(tail, words.PaperLabel) || strings.EqualFold(tail, "doi") || isWrittenID(tail)
	}
	return IsNote(tail)
}

// isWrittenID tells an id with its prefix, and where the paper appeared behind
// a stroke: "arXiv:1706.03762 / KDD 2021".
func isWrittenID(s string) bool {
	id, venue, more := strings.Cut(s, " / ")
	return strings.Contains(id, ":") && IsAddressOrID(id) && (!more || IsNote(venue))
}
