package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// MarkedTitle finds the title in a text that the list marks as one: all of it,
// but for the people and the venue of a citation.
func MarkedTitle(s string) Reading {
	if len(s) > MaxProse {
		return Reading{}
	}
	if a := leadingAuthors(words.OneLine(s)); a.isSigned(false) && a.by <= initialsLast {
		return Loose(s)
	}
	whole := Clean(cutAuthors(s))
	if t := whole.quoted(); t.Title != "" {
		return t
	}
	if sentences := splitSentences(whole.Title); len(sentences) > 1 && beginsCitation(sentences[0]) {
		return Loose(s)
	}
	return whole
}

// Loose finds the title in a text that may be a whole citation: A. Author
// and B. Author. Title. Venue, 2017; or A. Author, "Title", Venue.
func Loose(s string) Reading {
	if len(s) > MaxProse {
		return Reading{}
	}
	if t := beforePeople(s); t.Title != "" {
		return t
	}
	if t := titleMarks(s); t.Title != "" {
		return t
	}
	mark, rest := CutMark(s)
	whole := Clean(cutAuthors(rest))
	if t := Or(behindAuthors(s), whole.quoted()); t.Title != "" {
		return t
	}
	if t := behindPeople(s); t.Title != "" {
		return t
	}
	if t := whole.behindNames(); t.Title != whole.Title {
		return t
	}
	sentences := splitSentences(whole.Title)
	if len(sentences) < 2 {
		return whole
	}
	at := 0
	switch {
	case len(sentences) > 2 && dates.YearOf(sentences[1]) > 0 && (beginsCitation(sentences[0]) || words.IsName(sentences[0])):
		at = 2
	case beginsCitation(sentences[0]), mark != "" && isFullName(sentences[0]):
		at = 1
	}
	t := Clean(sentences[at])
	if words.WordCount(t.Title) < 2 && at == 0 {
		return whole
	}
	rest = strings.Join(slices.Delete(sentences, at, at+1), ". ")
	t.Date = dates.Or(dates.Or(t.Date, whole.Date), dates.Or(dates.In(rest), dates.YearIn(rest)))
	return t.behindNames()
}

// behindNames takes "Ada Love, Alan Turing: " off the title of a dated citation.
func (t Reading) behindNames() Reading {
	names, rest, found := strings.Cut(t.Title, ": ")
	if !found || t.Date.IsZero() || words.WordCount(rest) < 3 || !ArePeople(names) {
		return t
	}
	return Reading{rest, t.Date}
}

// ArePeople tells names, each in full, with commas between.
func ArePeople(s string) bool {
	if !strings.Contains(s, ",") {
		return fullNames(s) > 1 || words.HasEtAl(s) && label.IsAuthorYear(s)
	}
	return words.LooksLikeNames(s) && !slices.ContainsFunc(words.NameParts(s), func(name string) bool { return words.WordCount(name) == 1 })
}

// quoted gives what a citation has in quotes, behind the people, if they are
// still there.
func (t Reading) quoted() Reading {
	quoted, ahead := QuotedPart(t.Title)
	behind := t.Title[len(ahead)+strings.Index(t.Title[len(ahead):], quoted)+len(quoted):]
	if ahead == "" && words.WordCount(quoted) >= 3 && (strings.HasSuffix(quoted, ",") || EndsBeforeVenue(quoted, behind)) {
		return Reading{Clean(quoted).Title, dates.Or(t.Date, dates.In(behind))}
	}
	named := words.WordCount(quoted) >= 3 || words.WordCount(quoted) == 2 && endsQuoted(behind)
	if named && strings.HasSuffix(strings.TrimSpace(ahead), ":") && words.WordCount(ahead) < 4 {
		return Reading{Clean(quoted).Title, dates.Or(t.Date, dates.In(behind))}
	}
	if words.WordCount(quoted) < 2 || !strings.ContainsAny(ahead, ",.") && !words.LooksLikeNames(ahead) {
		return Reading{}
	}
	return Reading{Clean(quoted).Title, dates.Or(t.Date, dates.In(behind))}
}

// endsQuoted tells whether nothing of a title follows the end of a quotation.
func endsQuoted(s string) bool {
	s = strings.TrimLeft(s, "\"” ")
	return s == "" || strings.ContainsRune(",.([", rune(s[0]))
}

// beginsCitation tells whether a sentence is people, with or without a year.
func beginsCitation(s string) bool {
	names := strings.TrimRight(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), "0123456789(). ")), ",")
	return words.HasEtAl(names) || words.LooksLikeNames(names) && (strings.ContainsAny(s, ",&") || strings.Contains(s, " and "))
}

// cutAuthors takes off a line of people below a title.
func cutAuthors(s string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if words.LooksLikeNames(lines[i]) && words.WordCount(lines[i-1]) >= 2 {
			s = strings.Join(lines[:i], " ")
			break
		}
	}
	return words.OneLine(s)
}

// trailingPeople takes off "by" or a dash with people behind it.
func (t *Reading) trailingPeople() {
	for _, mark := range []string{" - by ", " -by ", " by ", " - ", " -", " – ", " — "} {
		head, tail, found := lastCut(t.Title, mark)
		if !found || words.WordCount(head) < 2 {
			continue
		}
		people := words.LooksLikeNames(tail) || strings.HasSuffix(mark, "by ")
		if mark == " by " { // "by Combining Convolution and Recurrent Layers"
			people = words.LooksLikeNames(tail) && (strings.Contains(tail, ",") || words.HasEtAl(tail))
		}
		if people {
			t.Title = head
			return
		}
	}
}

func lastCut(s, mark string) (head, tail string, found bool) {
	n := strings.LastIndex(s, mark)
	if n < 0 {
		return s, "", false
	}
	return s[:n], s[n+len(mark):], true
}

// QuotedPart gives what stands in double quotes, and what stands ahead of them.
func QuotedPart(s string) (quoted, ahead string) {
	open := strings.IndexAny(s, "\"“")
	if open < 0 {
		return "", ""
	}
	_, size := utf8.DecodeRuneInString(s[open:])
	end := strings.IndexAny(s[open+size:], "\"”")
	if end < 0 {
		return "", ""
	}
	return s[open+size : open+size+end], s[:open]
}

// splitSentences cuts at full stops that end a sentence: not behind an initial,
// "et al", "vs" or a number.
func splitSentences(s string) []string {
	var out []string
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '.' || s[i+1] != ' ' {
			continue
		}
		word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		if utf8.RuneCountInString(strings.Trim(word, "(")) < 2 && !words.IsNumber(word) && !endsTerm(s[:i-len(word)]) || strings.Contains(" al vs eds ed no vol pp st jr dr i.e e.g cf ", " "+strings.ToLower(word)+" ") {
			if strings.ToLower(word) != "al" || !words.NextLarge(s[i+2:]) {
				continue
			}
		}
		out = append(out, s[start:i])
		start = i + 2
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// endsTerm tells whether a single letter behind a text is no initial: it is the
// last of a term, "hepatitis C".
func endsTerm(ahead string) bool {
	ahead = strings.TrimRight(ahead, " ")
	word := ahead[strings.LastIndexByte(ahead, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(word)
	return len(word) > 3 && unicode.IsLower(r) && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}
