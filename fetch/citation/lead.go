package citation

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// A lead is what stands ahead of a title.
type lead struct {
	people  string // without the number, the year and the quote around them
	who     who
	names   []string
	told    graph.Date // behind the people
	by      form       // of their names, where these show that they are people
	marked  bool       // it has a number, "[12]"
	dated   bool       // it has a year
	bracket bool       // in brackets
	quote   rune       // with which the title begins; 0 for none
	apart   bool       // people and title have a mark or a year between
	comma   bool       // nothing but a comma sets the title off
	colon   bool       // a colon does
	initial bool       // somebody has an initial
}

// who is what shows that a lead is people.
type who uint8

const (
	nobody   who = iota
	byForm       // the form of their names
	inFull       // their looks: several, one of them with two names
	bySingle     // several, a name each
	alone        // one, in full
	oneWord      // one word: "OpenAI. 2023. " and "OpenAI, “"
)

// leadOf judges what stands ahead of a title, behind the mark; the text there
// begins with the people.
func leadOf(mark Mark, ahead string, p people) lead {
	bare := strings.TrimRight(ahead, openingMarks+" ")
	l := lead{marked: mark != "", comma: strings.HasSuffix(bare, ",") || strings.HasSuffix(bare, "，"), colon: strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")}
	if r, _ := utf8.DecodeLastRuneInString(ahead); closing[r] != 0 {
		l.quote = r
	}
	if year := dates.YearOf(strings.TrimSpace(string(mark))); year > 0 {
		l.told = graph.Date{Year: year} // "(2021) Title"
	}
	l.people = strings.TrimRight(yearAhead.ReplaceAllString(ahead, ""), leadingOff)
	between := ahead[len(l.people):]
	if d := dates.DayIn(chineseMarks.Replace(between)); !d.IsZero() || strings.Contains(between, "(") {
		l.told = dates.Or(d, l.told)
		l.dated = strings.ContainsAny(between, ".,:([，")
	}
	l.apart = l.dated || strings.ContainsAny(between, ",:，：") || strings.HasSuffix(l.people, ".")
	l.bracket = l.dated && strings.ContainsAny(between, "([")
	if l.people == "" || label.IsLabel(l.people) && !words.HasEtAl(l.people) || words.Fields[strings.ToLower(l.people)] {
		l.people = "" // "论文：《Title》"
		return l
	}
	l.initial = oneInitial.MatchString(l.people)
	l.judge(p.upTo(l.people), between)
	return l
}

// judge finds what shows that a lead is people, and their names.
func (l *lead) judge(p people, between string) {
	signed := l.marked || l.dated || l.quote != 0 && l.apart || p.by() == bareInitials && strings.HasSuffix(l.people, ".") || p.by() == chinese
	large := words.NextLarge(l.people)
	switch {
	case between != "《" && p.areSigned(signed):
		l.who, l.by, l.names = byForm, p.by(), p.names
		l.initial = l.initial || l.by == bareInitials
	case large && isPeople(l.people) && !strings.Contains(l.people, ":") && (l.initial || !namesTopic(l.people, strings.Count(l.people, ",") > 1)):
		l.who, l.names = bySingle, namesIn(l.people)
		if l.initial || words.HasEtAl(l.people) || slices.ContainsFunc(l.names, func(name string) bool { return words.WordCount(name) > 1 }) {
			l.who = inFull
		}
	case large && l.apart && isFullName(l.people):
		l.who, l.names = alone, []string{strings.TrimRight(l.people, ". ")}
	case large && (l.dated && l.apart || l.quote != 0 && l.comma) && words.WordCount(l.people) == 1 && words.IsName(l.people):
		l.who, l.names = oneWord, []string{strings.TrimRight(l.people, ". ")}
	}
}

// namesIn cuts people apart that are written one behind the other.
func namesIn(s string) []string {
	var out []string
	for _, name := range words.NameParts(s) {
		if name = strings.Trim(strings.TrimPrefix(strings.TrimSpace(name), "and "), " ,;"); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// lookLikeTitle tells people whose names could be the words of a title.
func (l *lead) lookLikeTitle() bool {
	return (l.who == alone || l.who != byForm && !l.initial || l.by >= bareInitials) && !words.HasEtAl(l.people)
}

// leadingOff are the signs that set people off from a title.
const leadingOff = "\"“《,:，： "

var yearAhead = regexp.MustCompile(`[ ，]*(?:` + dates.APADate + `|[(\[]?\d{4}[a-z]?[)\]]?)[.,:，．。：]? *["“《]?$`)
