package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// A lead is what stands ahead of a title.
type lead struct {
	people   string // without the number, the year and the quote around them
	names    []string
	told     graph.Date // behind the people
	by       form       // of their names; noForm where these do not show that they are people
	marked   bool       // it has a number, "[12]"
	dated    bool       // it has a year
	bracket  bool       // in brackets
	quoted   bool       // the title begins with a quote
	titled   bool       // it begins with the mark that Chinese has for titles
	apart    bool       // people and title have a mark or a year between
	comma    bool       // nothing but a comma sets the title off
	colon    bool       // a colon does
	initials bool       // somebody has an initial
}

func leadOf(ahead string) lead {
	mark, rest := CutMark(ahead)
	bare := strings.TrimRight(rest, "\"“《 ")
	l := lead{marked: mark != "", quoted: strings.TrimRight(rest, "\"“《") != rest, titled: strings.HasSuffix(rest, "《"),
		comma: strings.HasSuffix(bare, ",") || strings.HasSuffix(bare, "，"), colon: strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")}
	l.people = strings.TrimRight(yearAhead.ReplaceAllString(rest, ""), leadingOff)
	between := rest[len(l.people):]
	l.told = dates.DayIn(between)
	l.dated = between != "" && (!l.told.IsZero() || strings.Contains(between, "(")) && strings.ContainsAny(between, ".,:([")
	l.apart = l.dated || strings.ContainsAny(between, ",:，：") || strings.HasSuffix(l.people, ".")
	l.bracket = l.dated && strings.ContainsAny(between, "([")
	if label.IsLabel(l.people) && !words.HasEtAl(l.people) || words.Fields[strings.ToLower(l.people)] {
		l.people = "" // "论文：《Title》"
	}
	p := leadingPeople(l.people)
	signed := l.marked || l.dated || l.quoted && l.apart || p.by == bareInitials && strings.HasSuffix(l.people, ".") || p.by == chinese
	if between != "《" && p.areSigned(signed) && strings.Trim(l.people[p.end:], ". ") == "" {
		l.by, l.names = p.by, p.in(l.people)
	}
	l.initials = oneInitial.MatchString(l.people) || l.by == bareInitials
	if year := dates.YearOf(strings.TrimSpace(string(mark))); l.told.IsZero() && year > 0 {
		l.told = graph.Date{Year: year} // "(2021) Title"
	}
	return l
}

// leadingOff are the signs that set people off from a title.
const leadingOff = "\"“《,:，： "

var yearAhead = regexp.MustCompile(` *(?:` + dates.APADate + `|[(\[]?\d{4}[a-z]?[)\]]?)[.,:]? *["“《]?$`)
