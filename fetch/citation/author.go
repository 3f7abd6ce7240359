package citation

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
)

// A byline is the people with whom a citation begins.
type byline struct {
	count int
	end   int  // of their names in the text
	etAl  bool // "et al." stands behind them
	by    form // in which the last of them is written
}

// A form is a way to write a name.
type form uint8

const (
	noForm       form = iota
	initialsLead      // "A. M. Dai"
	initialsLast      // "Dai, A. M."
	bareInitials      // "Dai AM"
	inFull            // "Andrew M. Dai"
	inverted          // "Dai, Andrew", the first of several
)

var forms = func() map[form]*regexp.Regexp {
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
		bareInitials: at(family + ` \p{Lu}{1,3}`),
		inFull:       at(word + `(?: ` + word + `| \p{Lu}{1,2}\.?){0,3} ` + family),
		inverted:     at(family + `, ` + word + `(?: ` + word + `| \p{Lu}\.?){0,2}`),
	}
}()

var (
	betweenAuthors = regexp.MustCompile(`^(?:[,;] (?:and |& )?| and | & )`)
	andOthers      = regexp.MustCompile(`^(?:[,;]? et al\b\.?|[,;]? and others\b|[,;]? \.\.\.|[,;]? …)`)
	authorsEnd     = regexp.MustCompile(`^(?:[.,:]* *` + dates.APADate + `[.,:]* +["“]?|[.,:]* *[(\[]?\d{4}[a-z]?[)\]]?[.,:]* +["“]?|[.,:]* *["“]|[.:]+ +)`)
)

// leadingAuthors finds the people with whom a text begins, whatever the form of
// their names.
func leadingAuthors(s string) byline {
	var a byline
	for at := 0; ; {
		length, by := leadingAuthor(s[at:], a.by)
		if length == 0 {
			break
		}
		at += length
		a.count, a.end, a.by = a.count+1, at, by
		if others := andOthers.FindString(s[at:]); others != "" {
			a.end, a.etAl = at+len(others), true
			break
		}
		between := betweenAuthors.FindString(s[at:])
		if between == "" {
			break
		}
		at += len(between)
	}
	return a
}

// leadingAuthor gives the length of the name with which a text begins, and its
// form. "Frank F. Xu" and "Breiman L. A title" begin alike: what the name before
// is written in decides.
func leadingAuthor(s string, before form) (int, form) {
	order := []form{initialsLead, initialsLast, inFull, bareInitials}
	switch before {
	case noForm:
		order = append(order, inverted)
	case bareInitials:
		order = []form{bareInitials, inFull}
	case inFull:
		order = order[:3]
	}
	for _, by := range order {
		n := len(forms[by].FindString(s))
		if n == 0 || by >= inFull && namesTopic(s[:n]) {
			continue
		}
		if by == inFull && before == noForm && n == len(forms[bareInitials].FindString(s)) {
			by = bareInitials // "Brown TB"
		}
		if endsAuthor(s[n:]) || by == initialsLast && strings.Contains(s[:n], ",") && strings.HasPrefix(s[n:], " ") && words.NextLarge(s[n+1:]) {
			return n, by
		}
	}
	return 0, noForm
}

// endsAuthor tells whether a name can end ahead of a text.
func endsAuthor(rest string) bool {
	return rest == "" || strings.ContainsRune(".,;:", rune(rest[0])) || andOthers.MatchString(rest) ||
		betweenAuthors.MatchString(rest) || authorsEnd.MatchString(rest)
}

// isSigned tells whether a byline is one: two people or more, or one whose
// initials or whose surroundings show it.
func (a byline) isSigned(otherwise bool) bool {
	switch {
	case a.count == 0:
		return false
	case otherwise || a.etAl:
		return true
	case a.by == inverted:
		return false
	}
	return a.count > 1 || a.by == initialsLead || a.by == initialsLast
}

// behindAuthors gives the title in a citation that begins with people and goes
// on, behind a full stop, a colon, a year or a quote, with the title.
func behindAuthors(s string) Reading {
	mark, s := CutMark(words.OneLine(s))
	a := leadingAuthors(s)
	lead := authorsEnd.FindString(s[a.end:])
	if lead == "" && (a.by <= initialsLast || a.etAl) && strings.HasPrefix(s[a.end:], ", ") {
		lead = ", "
	}
	if lead == "" && strings.HasSuffix(s[:a.end], ".") && strings.HasPrefix(s[a.end:], " ") {
		lead = " " // behind the stop of "et al." or of initials
	}
	rest := s[a.end+len(lead):]
	quoted := strings.HasSuffix(lead, `"`) || strings.HasSuffix(lead, "“")
	dated := !dates.YearIn(lead).IsZero() && strings.ContainsAny(lead, ".,:(")
	switch {
	case lead == "" || !a.isSigned(mark != "" || dated || quoted || a.by == bareInitials && strings.HasPrefix(lead, ".")):
		return Reading{}
	case a.by >= bareInitials && !dated && strings.HasPrefix(lead, ":"):
		return Reading{} // "Faster R-CNN: Towards ..."
	}
	named, behind := firstSentence(rest)
	switch {
	case quoted:
		named, _ = QuotedPart(`"` + rest)
		behind = rest[min(len(rest), len(named)):]
	case lead == ", ":
		named, behind = firstPart(rest)
	}
	found := Clean(named)
	found.Date = dates.Or(dates.DayIn(lead), dates.Or(found.Date, dates.YearIn(behind)))
	return found
}

func firstSentence(s string) (first, rest string) {
	sentences := splitSentences(s)
	if len(sentences) == 0 {
		return "", ""
	}
	return sentences[0], s[len(sentences[0]):]
}

// firstPart cuts at the first comma with a venue behind it, or so it looks.
func firstPart(s string) (first, rest string) {
	for at := 0; ; at += len(", ") {
		n := strings.Index(s[at:], ", ")
		if n < 0 {
			return s, ""
		}
		if at += n; words.WordCount(s[:at]) > 1 && words.NextLarge(s[at+len(", "):]) {
			return s[:at], s[at:]
		}
	}
}
