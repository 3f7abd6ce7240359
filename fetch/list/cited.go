package list

import (
	"regexp"
	"slices"
	"strings"

	"citemap/graph"
)

// citation reads a citation that stands without a link to its paper: people, a
// title, and a year ahead of the title or behind it. It gives nothing for any
// other text.
func citation(s string) title {
	if len(s) > maxCitation || !strings.ContainsAny(s, ".,:") || !fourDigits.MatchString(s) {
		return title{}
	}
	s = joinHyphens(oneLine(narrow.Replace(s)))
	return citationOf(s, citedTitle(s))
}

// maxCitation is longer, in bytes, than a citation with twenty people.
const maxCitation = 1000

// citationOf gives a title found in a text that is a citation of it.
func citationOf(s string, t title) title {
	at := strings.Index(s, t.text)
	if at <= 0 || wordCount(t.text) > 30 || !isCited(t.text, s[:at]) {
		return title{}
	}
	t.date = orDate(t.date, orDate(dayIn(s[:at]), orDate(yearIn(s[at+len(t.text):]), yearOfIssue(s[at+len(t.text):]))))
	if t.date.IsZero() {
		return title{}
	}
	return t
}

// isCited tells whether what stands ahead of a title is the people of a
// citation, and the title is no venue.
func isCited(title, ahead string) bool {
	l := leadOf(ahead)
	least := 3 // words of a title where nothing but names shows that it is one
	if l.quoted || l.dated || l.initials || l.marked {
		least = 2
	}
	return wordCount(title) >= least && (nextLarge(title) || isCoined(title)) && !isNote(title) && !venueName.MatchString(title) && l.names()
}

// A lead is what stands ahead of a title.
type lead struct {
	people   string // without the number, the year and the quote around them
	marked   bool   // it has a number, "[12]"
	dated    bool
	quoted   bool // the title begins with a quote
	initials bool
	byline   bool // it is people by the form of their names
}

func leadOf(ahead string) lead {
	mark, ahead := cutMark(ahead)
	people := strings.TrimRight(aheadYear.ReplaceAllString(ahead, ""), "\"“,: ")
	l := lead{people: people, marked: mark != "", dated: !yearIn(ahead).IsZero(),
		quoted:   strings.HasSuffix(ahead, "\"") || strings.HasSuffix(ahead, "“"),
		initials: oneInitial.MatchString(people)}
	a := leadingAuthors(people)
	l.byline = a.isSigned(l.isSigned() || a.by == bareInitials) && strings.Trim(people[a.end:], ". ") == ""
	return l
}

// isSigned tells whether more than names shows that a title is cited.
func (l lead) isSigned() bool { return l.marked || l.dated || l.quoted }

// names tells whether a lead is people. One person alone, or people with a
// single name each, need another sign of a citation.
func (l lead) names() bool {
	switch {
	case !nextLarge(l.people) || l.byline:
		return l.byline
	case l.initials:
		return isPeople(l.people)
	case namesTopic(l.people):
		return false
	}
	return isPeople(l.people) && (l.isSigned() || !areWords(l.people)) || l.isSigned() && isFullName(l.people)
}

// areWords tells a list of companies or of fields, "Google, Microsoft", or what
// a line is about, "Authors: Ada Love", from people.
func areWords(s string) bool {
	full := slices.ContainsFunc(nameParts(s), func(name string) bool { return wordCount(name) > 1 })
	return !hasEtAl(s) && !full || strings.Contains(s, ":")
}

// isFullName tells the name of one person.
func isFullName(s string) bool {
	s = strings.TrimRight(s, ". ")
	return wordCount(s) > 1 && isName(s) && !namesTopic(s)
}

// yearOfIssue finds the year ahead of a volume: "Nature. 2015;521(7553)".
func yearOfIssue(s string) graph.Date {
	if m := issueYear.FindStringSubmatch(s); m != nil {
		return graph.Date{Year: yearOf(m[1])}
	}
	return graph.Date{}
}

// initialsAround tells whether a name has initials beside a word: "An J", "A. Deep".
func initialsAround(words []string, at int) bool {
	return slices.ContainsFunc(words, func(w string) bool { return w != words[at] && bareInitial.MatchString(w) })
}

var bareInitial = regexp.MustCompile(`^(?:\p{Lu}\.?-?){1,3}$`)

// namesTopic tells whether a word of a text is of what papers are about.
func namesTopic(s string) bool {
	for _, name := range nameParts(s) {
		words := strings.Fields(name)
		for i, w := range words {
			w = strings.Trim(w, ".,;:&")
			if topics[strings.TrimSuffix(strings.ToLower(w), "s")] && !(i == len(words)-1 && len(words) == 2 && surnames[w]) && !initialsAround(words, i) {
				return true
			}
		}
	}
	return false
}

var (
	aheadYear  = regexp.MustCompile(` *(?:` + apaDate + `|\(?\d{4}[a-z]?\)?)[.,:]? *["“]?$`)
	fourDigits = regexp.MustCompile(`\d{4}`)
	issueYear  = regexp.MustCompile(`[ .](\d{4})(?: \pL{3}(?: \d{1,2})?)? ?;`)
	oneInitial = regexp.MustCompile(`(?:^|[ ,])\p{Lu}\.`)
	venueName  = regexp.MustCompile(`^(?:In |IEEE |ACM |Proc|Conference |International |Journal |Transactions |Advances in |Annual |Workshop |University |arXiv)|Blog$`)
)

// cited gives the title of a block that is a citation without a link to the
// paper it cites. What it links to must be something beside the paper.
func (b *block) cited() title {
	if b.kind != itemBlock && b.kind != paragraphBlock || len(b.papers) > 0 || length(b.pieces) > maxCitation {
		return title{}
	}
	for i := range b.links {
		if !b.anchor(i).label {
			return title{}
		}
	}
	text := plainText(b.pieces)
	if t := citationOf(text, boldTitle(b.pieces)); t.text != "" {
		return t
	}
	return citation(text)
}
