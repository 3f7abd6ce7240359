package citation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
)

// A cut is a way to read a text: what stands ahead of the title, the title, and
// what stands behind it.
type cut struct {
	lead
	title, behind string
	whole         bool // nothing is ahead of the title or behind it
	year          bool // it has a date, wherever
}

// cuts gives the ways to read a text: those whose title begins first ahead, and
// of them the longer first.
func cuts(s string) []cut {
	var out []cut
	year := !dates.YearIn(s).IsZero() || !dates.YearOfIssue(s).IsZero()
	mark, rest := CutMark(s)
	first := len(mark)
	p := leadingPeople(rest)
	for _, start := range titleStarts(rest, p) {
		l := leadOf(mark, rest[:start], p)
		start += first
		if l.people != "" && l.who == nobody && !(l.quote != 0 && l.colon) {
			continue // something else stands ahead
		}
		for _, end := range titleEnds(s[start:], l) {
			c := cut{lead: l, title: s[start : start+end], behind: s[start+end:], year: year}
			c.whole = l.people == "" && c.behind == ""
			out = append(out, c)
		}
	}
	return out
}

// titleStarts gives where the title of a text without a mark may begin: with it,
// behind the people by the form of their names, behind a sentence or two, behind
// a colon, and in quotes.
func titleStarts(rest string, p people) []int {
	starts := []int{0}
	add := func(at int) {
		if at > 0 && at < len(rest) {
			starts = append(starts, at)
		}
	}
	last := max(0, len(p.ends)-2)
	if p.etAl {
		last = len(p.ends)
	}
	for _, end := range slices.Concat(p.ends[last:], []int{p.end}) {
		if between := setOff(rest, end); between != "" {
			add(end + len(between))
		}
	}
	add(len(oneAndOthers.FindString(rest)))
	at := 0
	for range 2 {
		_, next := sentence(rest[at:])
		at += next
		add(at)
	}
	if at := strings.Index(rest, ": "); at >= 0 {
		add(at + len(": "))
	}
	if at := strings.IndexAny(rest, openingMarks); at >= 0 {
		_, size := utf8.DecodeRuneInString(rest[at:])
		add(at + size)
	}
	slices.Sort(starts)
	return slices.Compact(starts)
}

// oneAndOthers is one family name with others and a year: "Doe et al. (2020), ".
var oneAndOthers = regexp.MustCompile(`^\p{Lu}[\pL'’-]+ et al\.?,? \(?\d{4}[a-z]?\)?[.,:] `)

const openingMarks = "\"“《"

// closing are the other halves of quotes.
var closing = map[rune]rune{'"': '"', '“': '”', '《': '》'}

// titleEnds gives where a title with which a text begins may end, behind a lead:
// at the other quote, with the text, with a sentence, ahead of a venue or of
// people.
func titleEnds(s string, l lead) []int {
	if l.quote != 0 {
		if end := strings.IndexRune(s, closing[l.quote]); end > 0 {
			return []int{end}
		}
	}
	ends := []int{len(s)}
	end, _ := sentence(s)
	if end > 0 {
		ends = append(ends, end)
	}
	if l.comma && l.by != chinese || l.by == chinese && end == len(s) {
		ends = append(ends, beforeVenue(s))
	}
	behind := []*regexp.Regexp{typeMark, asked, yearBeforePeople, inVenue}
	if l.who != nobody {
		behind = append(behind, term)
	}
	for _, behind := range behind {
		if m := behind.FindStringSubmatchIndex(s); m != nil && m[3] > 0 {
			ends = append(ends, m[3])
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	slices.Reverse(ends)
	return ends
}

// beforeVenue gives the first comma with a large word or Chinese behind it: in a
// citation that has nothing but commas, where the title ends.
func beforeVenue(s string) int {
	for _, m := range comma.FindAllStringIndex(s, -1) {
		r, _ := utf8.DecodeRuneInString(s[m[1]:])
		if words.WordCount(s[:m[0]]) > 1 && (words.NextLarge(s[m[1]:]) || unicode.Is(unicode.Han, r)) {
			return m[0]
		}
	}
	return len(s)
}

var comma = regexp.MustCompile(`, |，`)

// What stands behind a title, whose end is the first group.
var (
	// typeMark says, in the style of GB/T 7714, what sort of work it is of.
	typeMark         = regexp.MustCompile(`()\[(?:[JMCDNPRSGZA]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\]`)
	inVenue          = regexp.MustCompile(`(),? (?:in: (?:\p{Lu}|\d{4})|(?:[Ii]n )?Proceedings of the )`) // "A Fine Title, in: Proceedings"
	asked            = regexp.MustCompile(`([?!]) (?:\p{Lu}|\d{4})`)
	term             = regexp.MustCompile(`^\p{Lu}\p{Ll}{3,} \p{Lu}()\. \p{Lu}`) // "Hepatitis C. Nature"
	yearBeforePeople = regexp.MustCompile(`() \(\d{4}\), \p{Lu}`)                // "A Fine Title (2017), A. Love"
)
