package citation

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
)

// People are the names with which a text begins.
type people struct {
	names []string
	ends  []int  // of the names in the text
	forms []form // in which they are written
	end   int    // of all, with "et al."
	etAl  bool
}

// A form is a way to write a name.
type form uint8

const (
	noForm       form = iota
	initialsLead      // "A. M. Dai"
	initialsLast      // "Dai, A. M."
	chinese           // "王小明"
	bareInitials      // "Dai AM"
	fullNames         // "Andrew M. Dai"
	inverted          // "Dai, Andrew", the first of several
)

// forms are compiled when the first citation is read: many commands read none.
var forms = sync.OnceValue(func() map[form]*regexp.Regexp {
	const (
		particle = `(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|den|[Ll]a|[Ll]e|di|da|del|dos|du|el|al|bin|ten|ter) )*`
		word     = `\p{Lu}[\pL'’-]*\pL`
		family   = particle + word + `(?: ` + word + `)?`
		initials = `\p{Lu}\.(?:[ -]?\pL\.)*`
	)
	at := func(s string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + s + `)`) }
	return map[form]*regexp.Regexp{
		initialsLead: at(initials + ` ` + family),
		initialsLast: at(family + `,? ` + initials),
		chinese:      at(`\p{Han}{2,4}|\p{Han}某{1,2}`),
		bareInitials: at(family + ` \p{Lu}(?: ?\p{Lu}){0,3}`),
		fullNames:    at(`(?:` + word + `|[B-HJ-Z])(?: ` + word + `| \p{Lu}\.?| \p{Lu}{2}){0,3} ` + family),
		inverted:     at(family + `, ` + word + `(?: ` + word + `| \p{Lu}\.?){0,2}`),
	}
})

var (
	betweenPeople = regexp.MustCompile(`^(?:[,;] (?:and |& )?| and | & |[，、；] ?)`)
	betweenHan    = regexp.MustCompile(`^[,，、；] ?`)
	andOthers     = regexp.MustCompile(`^(?:[,;]? et al\b\.?|[,;]? and others\b|[,;]? \.\.\.|[,;]? …|[,，、]? ?等)`)
	hanEnd        = regexp.MustCompile(`^[.．。:：,，] *(?:\d{4}[.,，．。:：] *)?`)
	peopleEnd     = regexp.MustCompile(`^(?:[.,:]* *` + dates.APADate + `[.,:]* +["“]?|[.,:]* *[(\[]?\d{4}[a-z]?[)\]]?[.,:]* +["“]?|[.,:]* *["“]|[.:]+ +)`)
)

// leadingPeople finds the people with whom a text begins, whatever the form of
// their names.
func leadingPeople(s string) people {
	var p people
	for at := 0; ; {
		length, by := leadingName(s[at:], p.by(), len(p.ends) > 1 || at == 0 && isAheadOfPeople(s))
		if length == 0 {
			break
		}
		p.names, p.forms = append(p.names, s[at:at+length]), append(p.forms, by)
		at += length
		p.ends, p.end = append(p.ends, at), at
		if others := andOthers.FindString(s[at:]); others != "" {
			p.end, p.etAl = at+len(others), true
			break
		}
		between := betweenPeople.FindString(s[at:])
		if by == chinese {
			between = betweenHan.FindString(s[at:])
		}
		if between == "" {
			break
		}
		at += len(between)
	}
	return p
}

// isAheadOfPeople tells whether a first name that is a word has people behind it:
// "Deep Ganguli, Amanda Askell, and Yang An".
func isAheadOfPeople(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	_, rest, found := strings.Cut(s, ", ")
	return words.Surnames[first] && found && len(leadingPeople(strings.TrimPrefix(rest, "and ")).ends) > 1
}

// by is the form in which the last of them is written.
func (p people) by() form {
	if len(p.forms) == 0 {
		return noForm
	}
	return p.forms[len(p.forms)-1]
}

// upTo gives those of the people who are all that a text says; nobody where it
// says anything else.
func (p people) upTo(s string) people {
	if p.etAl && p.end <= len(s) && strings.Trim(s[p.end:], ". ．。") == "" {
		return p
	}
	for i, end := range p.ends {
		if end <= len(s) && strings.Trim(s[end:], ". ．。") == "" {
			return people{p.names[:i+1], p.ends[:i+1], p.forms[:i+1], end, false}
		}
	}
	return people{}
}

// leadingName gives the length of the name with which a text begins, and its
// form. "Frank F. Xu" and "Breiman L. A title" begin alike: what the name before
// is written in decides. Among other people more words are names.
func leadingName(s string, before form, among bool) (int, form) {
	order := []form{initialsLead, initialsLast, chinese, fullNames, bareInitials}
	switch before {
	case noForm:
		order = append(order, inverted)
	case bareInitials:
		order = []form{bareInitials, fullNames}
	case fullNames:
		order = order[:4]
	}
	for _, by := range order {
		n := len(forms()[by].FindString(s))
		name := s[:n]
		if by == chinese && strings.HasSuffix(name, "等") { // and others
			n -= len("等")
		}
		if family, given, found := strings.Cut(name, ", "); found && by == inverted {
			name = given + " " + family
		}
		if n == 0 || by >= bareInitials && namesTopic(name, among) {
			continue
		}
		if by == fullNames && before == noForm && n == len(forms()[bareInitials].FindString(s)) {
			by = bareInitials // "Brown TB"
		}
		if endsName(s[n:]) || by == initialsLast && (before == by || strings.Contains(s[:n], ",")) && strings.HasPrefix(s[n:], " ") && words.NextLarge(s[n+1:]) {
			return n, by
		}
	}
	return 0, noForm
}

// endsName tells whether a name can end ahead of a text.
func endsName(rest string) bool {
	return rest == "" || strings.ContainsAny(rest[:1], ".,;:") || hanEnd.MatchString(rest) || andOthers.MatchString(rest) ||
		betweenPeople.MatchString(rest) || peopleEnd.MatchString(rest)
}

// areSigned tells whether people are those of a citation: two or more, or one
// whose initials or whose surroundings show it.
func (p people) areSigned(otherwise bool) bool {
	several := p.by() != inverted && (len(p.ends) > 1 || p.by() == initialsLead || p.by() == initialsLast)
	return len(p.ends) > 0 && (otherwise || p.etAl || several)
}

// setOff gives what stands between people, who end at a place, and the title
// behind them; "" where nothing sets one off.
func setOff(s string, end int) string {
	if between := peopleEnd.FindString(s[end:]); between != "" {
		return between
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:end]); unicode.Is(unicode.Han, r) {
		return hanEnd.FindString(s[end:])
	}
	if strings.HasPrefix(s[end:], ", ") || strings.HasPrefix(s[end:], "; ") {
		return s[end : end+2]
	}
	if strings.HasSuffix(s[:end], ".") && strings.HasPrefix(s[end:], " ") {
		return " " // behind the stop of "et al." or of initials
	}
	return ""
}

// ArePeople tells names, two or more and each in full, from a title.
func ArePeople(s string) bool {
	parts := words.NameParts(s)
	if !strings.Contains(s, ",") && words.HasEtAl(s) {
		return len(strings.Fields(s)) < 7
	}
	return len(parts) > 1 && words.LooksLikeNames(s) && !namesTopic(s, len(parts) > 2) && !slices.ContainsFunc(parts, func(name string) bool { return words.WordCount(name) == 1 })
}

// isPeople tells whether a text is people and nothing else, one alone with an
// initial.
func isPeople(s string) bool {
	s = strings.Trim(s, " ,.[(")
	return words.HasEtAl(s) || words.LooksLikeNames(s) || oneInitialled.MatchString(s)
}

// isFullName tells the name of one person.
func isFullName(s string) bool {
	s = strings.TrimRight(s, ". ")
	return words.WordCount(s) > 1 && words.IsName(s) && !namesTopic(s, false)
}

// namesTopic tells whether a word of a text is of what papers are about, and is
// no name: "Yang An", "A. Deep", "Text J"; among other people "Deep Ganguli", too.
func namesTopic(s string, among bool) bool {
	for _, name := range words.NameParts(s) {
		terms := strings.Fields(name)
		for i, w := range terms {
			w = strings.Trim(w, ".,;:&")
			called := i > 0 && bareInitial.MatchString(w) || words.Surnames[w] && (len(terms) == 2 && (i == 1 || among) || initialsBeside(terms, i))
			if words.Topics[strings.TrimSuffix(strings.ToLower(w), "s")] && !called {
				return true
			}
		}
	}
	return false
}

// initialsBeside tells whether a name has initials beside a word.
func initialsBeside(terms []string, at int) bool {
	return slices.ContainsFunc(terms, func(w string) bool { return w != terms[at] && bareInitial.MatchString(w) })
}

var (
	bareInitial   = regexp.MustCompile(`^(?:\p{Lu}\.?-?){1,4}$`)
	oneInitial    = regexp.MustCompile(`(?:^|[ ,])\p{Lu}\.`)
	oneInitialled = regexp.MustCompile(`^(?:\p{Lu}\.[ -]?)+\p{Lu}[\pL'’-]+$`)
)
