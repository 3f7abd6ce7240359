package citation

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// Parse reads a citation that stands without a link to its paper: people, a
// title, and a year ahead of the title or behind it. It gives nothing for any
// other text.
func Parse(s string) Reading {
	if len(s) > MaxCitation || !strings.ContainsAny(s, ".,:") || !fourDigits.MatchString(s) {
		return Reading{}
	}
	s = joinHyphens(words.OneLine(words.Narrow.Replace(s)))
	return Of(s, Loose(s))
}

// MaxCitation is longer, in bytes, than a citation with twenty people.
const MaxCitation = 1000

// Of gives a title found in a text that is a citation of it.
func Of(s string, t Reading) Reading {
	at := strings.Index(s, t.Title)
	if at <= 0 || words.WordCount(t.Title) > 30 || !isCited(t.Title, s[:at]) {
		return Reading{}
	}
	t.Date = dates.Or(t.Date, dates.Or(dates.DayIn(s[:at]), dates.Or(dates.YearIn(s[at+len(t.Title):]), dates.YearOfIssue(s[at+len(t.Title):]))))
	if t.Date.IsZero() {
		return Reading{}
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
	return words.WordCount(title) >= least && (words.NextLarge(title) || words.IsCoined(title)) && !label.IsNote(title) && !venueName.MatchString(title) && l.names()
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
	mark, ahead := CutMark(ahead)
	people := strings.TrimRight(aheadYear.ReplaceAllString(ahead, ""), "\"“,: ")
	l := lead{people: people, marked: mark != "", dated: !dates.YearIn(ahead).IsZero(),
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
	case !words.NextLarge(l.people) || l.byline:
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
	full := slices.ContainsFunc(words.NameParts(s), func(name string) bool { return words.WordCount(name) > 1 })
	return !words.HasEtAl(s) && !full || strings.Contains(s, ":")
}

// isFullName tells the name of one person.
func isFullName(s string) bool {
	s = strings.TrimRight(s, ". ")
	return words.WordCount(s) > 1 && words.IsName(s) && !namesTopic(s)
}

// initialsAround tells whether a name has initials beside a word: "An J", "A. Deep".
func initialsAround(words []string, at int) bool {
	return slices.ContainsFunc(words, func(w string) bool { return w != words[at] && bareInitial.MatchString(w) })
}

var bareInitial = regexp.MustCompile(`^(?:\p{Lu}\.?-?){1,3}$`)

// namesTopic tells whether a word of a text is of what papers are about.
func namesTopic(s string) bool {
	for _, name := range words.NameParts(s) {
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
	aheadYear = regexp.MustCompile(` *(?:` + dates.APADate + `|\(?\d{4}[a-z]?\)?)[.,:]? *["“]?$`)
)

var (
	fourDigits = regexp.MustCompile(`\d{4}`)
)

var (
	oneInitial = regexp.MustCompile(`(?:^|[ ,])\p{Lu}\.`)
)

var (
	venueName = regexp.MustCompile(`^(?:In |IEEE |ACM |Proc|Conference |International |Journal |Transactions |Advances in |Annual |Workshop |University |arXiv)|Blog$`)
)
