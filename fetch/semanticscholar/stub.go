package semanticscholar

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

var (
	// scrap begins like a piece of a paper that is no entry of its bibliography.
	scrap = regexp.MustCompile(`^(?i:(?:table|figure|fig\.?|footnotes?|eq\.?|equation)\s+[\divx]+\b|ibid\b|op\. cit|return to |p[-‐‑ ]?values?\b)|^\d+\s?[;,)]|^\d+\.(?:\s|$)`)
	// series names what kind of thing was cited, and not the thing.
	series = regexp.MustCompile(`^(?i)(?:\S+\s+){0,2}(?:working papers?|technical reports?|preprint|manuscript)\.?$`)
	// link is an address and nothing else.
	link = regexp.MustCompile(`^(?i)(?:available( at| from)?:?\s*)?(?:https?://|www\.)\S*$`)
	// initial is a given name cut short: J. J.-P. JP.
	initial = regexp.MustCompile(`^(?:\p{Lu}\.-?)+,?$|^\p{Lu}{1,2}[.,]$`)
)

// worthStub reports whether a reference without a PaperID is worth a stub: it
// has an id of its own, or a title that can be one. Such a title has three
// words or more, is no longer than 250 characters, is mostly letters, and does
// not look like a table's caption, a footnote, an address, a series of papers or
// a row of authors. A line without authors that stands as its own venue is a
// journal's name or was not understood by whoever read the bibliography: it
// tells something only with a year and four words.
func worthStub(p *graph.Paper) bool {
	if p.IDs.Of(graph.ArXiv) != "" || p.IDs.Of(graph.DOI) != "" {
		return true
	}
	title := strings.TrimLeft(p.Title, "\"'“”‘’«„ ")
	if words(title) < 3 || utf8.RuneCountInString(title) > 250 || !wordy(title) {
		return false
	}
	if scrap.MatchString(title) || series.MatchString(title) || link.MatchString(title) {
		return false
	}
	if len(p.Authors) > 0 {
		return true
	}
	understood := p.Title != p.Venue || p.Date.Year != 0 && words(title) > 3
	return understood && !namesOnly(title)
}

// words counts the words that have two letters in a row; scripts that do not
// space their words have one for every two characters.
func words(title string) int {
	n := 0
	for _, w := range strings.Fields(title) {
		letters, wide := 0, 0
		for _, r := range w {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
				wide++
			} else if unicode.IsLetter(r) {
				letters++
			}
		}
		if n += wide / 2; letters >= 2 {
			n++
		}
	}
	return n
}

// wordy reports whether letters are more than half of what is printed.
func wordy(title string) bool {
	letters, printed := 0, 0
	for _, r := range title {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			letters++
		}
		if !unicode.IsSpace(r) {
			printed++
		}
	}
	return 2*letters > printed
}

// namesOnly reports whether a line is a row of authors: names and initials,
// one initial at least, and nothing in small letters but what joins names.
func namesOnly(title string) bool {
	initials := 0
	for _, w := range strings.Fields(title) {
		switch strings.ToLower(strings.Trim(w, ",.;")) {
		case "and", "et", "al", "van", "von", "de", "der", "den", "la", "le", "di", "da", "jr", "eds", "ed", "&":
			continue
		}
		if initial.MatchString(w) {
			initials++
		} else if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) || strings.HasSuffix(w, ":") {
			return false
		}
	}
	return initials > 0
}
