package list

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"citemap/graph"
)

// A note is what lists put beside a title: a venue with its year, a date, an
// id, people with "et al.", the word "pdf".

// isNote tells whether a text is a note, whatever stands around it.
func isNote(s string) bool {
	s = strings.Trim(stripEmoji(s), " .,:;*_|`")
	if s == "" || len(s) > maxLabel {
		return false
	}
	return isDatedNote(s) || isAddressOrID(s) || isAllOf(s, paperLabel, venueLabel)
}

// isDatedNote tells whether a text is a date, or holds a year and nothing else
// but a venue or people.
func isDatedNote(s string) bool {
	s = strings.Trim(s, " .,:;*_|`")
	if !wholeDate(s).IsZero() || hasEtAl(s) && isAuthorYear(s) {
		return true
	}
	return !yearIn(s).IsZero() && (isVenueYear(s) || isAuthorYear(s) || isYearVenue(s))
}

// isAllOf tells whether a text consists of labels of the kinds given, and of
// numbers; one label at least.
func isAllOf(s string, kinds ...labelKind) bool {
	found := false
	for _, w := range labelWordsOf(s) {
		if labels[w] == 0 {
			w = strings.TrimRight(w, "0123456789'’-")
		}
		switch {
		case slices.Contains(kinds, labels[w]):
			found = true
		case w != "" && !isNumber(w) && !besideVenue[w]:
			return false
		}
	}
	return found
}

// besideVenue are words that stand with the name of a venue.
var besideVenue = map[string]bool{"in": true, "workshop": true, "workshops": true, "oral": true, "spotlight": true, "journal": true,
	"conference": true, "proceedings": true, "findings": true, "poster": true, "best": true, "paper": true, "award": true, "and": true}

// isYearVenue knows "2021 TKDD", "2021, TKDD" and "2021-TKDD".
func isYearVenue(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",()[]-", r) })
	return len(words) == 2 && yearOf(words[0]) > 0 && isAcronym(words[1])
}

// isAcronym tells a word that is written large: "TKDD", "NeurIPS".
func isAcronym(w string) bool {
	large := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			large++
		}
		if unicode.IsSpace(r) {
			return false
		}
	}
	return large >= 2
}

// leadingNote takes a note off the front: "NeurIPS 2017 - ", "2017.06: ",
// "Title: ", an id.
func (t *title) leadingNote() {
	for _, mark := range []string{": ", "：", " - ", " – ", " — ", " | ", "| ", ". ", ", "} {
		head, tail, found := strings.Cut(t.text, mark)
		if !found || wordCount(tail) < 2 || !isLeadingNote(head, mark) {
			continue
		}
		t.text, t.date = tail, orDate(t.date, orDate(wholeDate(head), yearIn(head)))
		return
	}
	if m := leadingDate.FindStringSubmatch(t.text); m != nil && !wholeDate(m[1]).IsZero() {
		t.text, t.date = m[2], orDate(t.date, wholeDate(m[1]))
		return
	}
	first, rest, _ := strings.Cut(t.text, " ")
	if x, err := graph.ParseID(strings.Trim(first, "[]():.,")); err == nil && (x.Scheme == graph.ArXiv || x.Scheme == graph.DOI) && wordCount(rest) >= 2 {
		t.text = rest
	}
}

// leadingDate knows "Feb 6, 2021: Title".
var leadingDate = regexp.MustCompile(`^(\pL{3,9}\.? \d{1,2}, \d{4}):? *[-–—]? +(.+)$`)

// isLeadingNote tells whether the words ahead of a mark are no part of the
// title. What begins a title and has a colon may look like a venue: "ADD 2022:
// the First Challenge".
func isLeadingNote(head, mark string) bool {
	if len(head) > maxLabel {
		return false
	}
	switch {
	case !wholeDate(head).IsZero() || isAddressOrID(head) || isYearVenue(head) || serial.MatchString(head) && mark != ", ":
		return true
	case mark == ": " || mark == "：":
		return fields[strings.ToLower(strings.Trim(head, " *_"))] || !yearIn(head).IsZero() && (isAllOf(head, venueLabel, paperLabel) || isAuthorYear(head))
	case mark == ", ":
		return hasEtAl(head) && isAuthorYear(head) || !yearIn(head).IsZero() && isVenueYear(head) && isAcronym(strings.Fields(head)[0])
	}
	if word := strings.ToLower(strings.TrimSpace(head)); ordinary[word] {
		return false // "Nature - A Source of Inspiration"
	}
	return isAuthorYear(head) && !yearIn(head).IsZero() || isAllOf(head, paperLabel, venueLabel) || yearAfterName.MatchString(head)
}

// ordinary are the names of venues that are words as well: alone, without a year,
// they may begin a title.
var ordinary = set("nature science cell findings vision interspeech chi eurosys micro isca rss tip vis colt crypto anthology")

// yearAfterName knows "Yao 2021", which "ADD 2022" is not.
var yearAfterName = regexp.MustCompile(`^\p{Lu}\p{Ll}+,? \(?\d{4}\)?$`)

// serial knows the numbers of archives: "2016/260".
var serial = regexp.MustCompile(`^\d{4}/\d{2,5}$`)

// fields are the names that lists give to the title itself.
var fields = map[string]bool{"paper": true, "title": true, "paper title": true, "paper name": true, "name": true, "article": true,
	"todo": true, "to read": true, "publication": true, "preprint": true, "arxiv": true, "pdf": true, "论文": true, "标题": true, "论文标题": true, "题目": true}

// trailingNote takes a note off the end: ", NeurIPS 2017", " - arXiv",
// ". In CVPR 2018", ", Vaswani et al.".
func (t *title) trailingNote() {
	for _, mark := range []string{" | ", " - ", " – ", " — ", ". ", ", "} {
		head, tail, found := lastCut(t.text, mark)
		if !found || wordCount(head) < 2 && !isAcronym(head) {
			continue
		}
		if title, venue, more := lastCut(head, ", "); more && mark == ", " && yearOf(tail) > 0 && (isAcronym(venue) || isAllOf(venue, venueLabel, paperLabel)) {
			head, tail = title, venue+" "+tail
		}
		quoted := strings.HasSuffix(head, `"`) || strings.HasSuffix(head, "”")
		if !isTrailingNote(tail, mark) && !(quoted && isNote(tail)) {
			continue
		}
		t.text, t.date = head, orDate(t.date, orDate(wholeDate(tail), yearIn(tail)))
		return
	}
}

func isTrailingNote(tail, mark string) bool {
	tail = strings.TrimSpace(strings.TrimSuffix(tail, "."))
	if mark == ". " {
		tail = strings.TrimPrefix(strings.TrimPrefix(tail, "In "), "in ")
		if looksLikeNames(tail) && strings.Contains(tail, ",") && !strings.Contains(tail, ": ") {
			return true
		}
	}
	if mark == ", " {
		return isDatedNote(tail) || isAllOf(tail, paperLabel) || strings.EqualFold(tail, "doi") || isWrittenID(tail)
	}
	return isNote(tail)
}

// isWrittenID tells an id with its prefix, and where the paper appeared behind
// a stroke: "arXiv:1706.03762 / KDD 2021".
func isWrittenID(s string) bool {
	id, venue, more := strings.Cut(s, " / ")
	return strings.Contains(id, ":") && isAddressOrID(id) && (!more || isNote(venue))
}
