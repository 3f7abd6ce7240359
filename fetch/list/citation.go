package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

// markedTitle finds the title in a text that the list marks as one: all of it,
// but for the people and the venue of a citation.
func markedTitle(s string) title {
	if len(s) > maxProse {
		return title{}
	}
	if a := leadingAuthors(oneLine(s)); a.isSigned(false) && a.by <= initialsLast {
		return citedTitle(s)
	}
	whole := cleanTitle(cutAuthors(s))
	if t := whole.quoted(); t.text != "" {
		return t
	}
	if sentences := splitSentences(whole.text); len(sentences) > 1 && beginsCitation(sentences[0]) {
		return citedTitle(s)
	}
	return whole
}

// citedTitle finds the title in a text that may be a whole citation: A. Author
// and B. Author. Title. Venue, 2017; or A. Author, "Title", Venue.
func citedTitle(s string) title {
	if len(s) > maxProse {
		return title{}
	}
	if t := beforePeople(s); t.text != "" {
		return t
	}
	if t := titleMarks(s); t.text != "" {
		return t
	}
	mark, rest := cutMark(s)
	whole := cleanTitle(cutAuthors(rest))
	if t := orTitle(behindAuthors(s), whole.quoted()); t.text != "" {
		return t
	}
	if t := behindPeople(s); t.text != "" {
		return t
	}
	if t := whole.behindNames(); t.text != whole.text {
		return t
	}
	sentences := splitSentences(whole.text)
	if len(sentences) < 2 {
		return whole
	}
	at := 0
	switch {
	case len(sentences) > 2 && yearOf(sentences[1]) > 0 && (beginsCitation(sentences[0]) || isName(sentences[0])):
		at = 2
	case beginsCitation(sentences[0]), mark != "" && isFullName(sentences[0]):
		at = 1
	}
	t := cleanTitle(sentences[at])
	if wordCount(t.text) < 2 && at == 0 {
		return whole
	}
	rest = strings.Join(slices.Delete(sentences, at, at+1), ". ")
	t.date = orDate(orDate(t.date, whole.date), orDate(dateIn(rest), yearIn(rest)))
	return t.behindNames()
}

// behindNames takes "Ada Love, Alan Turing: " off the title of a dated citation.
func (t title) behindNames() title {
	names, rest, found := strings.Cut(t.text, ": ")
	if !found || t.date.IsZero() || wordCount(rest) < 3 || !arePeople(names) {
		return t
	}
	return title{rest, t.date}
}

// arePeople tells names, each in full, with commas between.
func arePeople(s string) bool {
	if !strings.Contains(s, ",") {
		return fullNames(s) > 1 || hasEtAl(s) && isAuthorYear(s)
	}
	return looksLikeNames(s) && !slices.ContainsFunc(nameParts(s), func(name string) bool { return wordCount(name) == 1 })
}

// quoted gives what a citation has in quotes, behind the people, if they are
// still there.
func (t title) quoted() title {
	quoted, ahead := quotedPart(t.text)
	behind := t.text[len(ahead)+strings.Index(t.text[len(ahead):], quoted)+len(quoted):]
	if ahead == "" && wordCount(quoted) >= 3 && (strings.HasSuffix(quoted, ",") || endsBeforeVenue(quoted, behind)) {
		return title{cleanTitle(quoted).text, orDate(t.date, dateIn(behind))}
	}
	named := wordCount(quoted) >= 3 || wordCount(quoted) == 2 && endsQuoted(behind)
	if named && strings.HasSuffix(strings.TrimSpace(ahead), ":") && wordCount(ahead) < 4 {
		return title{cleanTitle(quoted).text, orDate(t.date, dateIn(behind))}
	}
	if wordCount(quoted) < 2 || !strings.ContainsAny(ahead, ",.") && !looksLikeNames(ahead) {
		return title{}
	}
	return title{cleanTitle(quoted).text, orDate(t.date, dateIn(behind))}
}

// endsQuoted tells whether nothing of a title follows the end of a quotation.
func endsQuoted(s string) bool {
	s = strings.TrimLeft(s, "\"” ")
	return s == "" || strings.ContainsRune(",.([", rune(s[0]))
}

// beginsCitation tells whether a sentence is people, with or without a year.
func beginsCitation(s string) bool {
	names := strings.TrimRight(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), "0123456789(). ")), ",")
	return hasEtAl(names) || looksLikeNames(names) && (strings.ContainsAny(s, ",&") || strings.Contains(s, " and "))
}

func orDate(a, b graph.Date) graph.Date {
	if a.IsZero() {
		return b
	}
	return a
}

// cutAuthors takes off a line of people below a title.
func cutAuthors(s string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if looksLikeNames(lines[i]) && wordCount(lines[i-1]) >= 2 {
			s = strings.Join(lines[:i], " ")
			break
		}
	}
	return oneLine(s)
}

// trailingPeople takes off "by" or a dash with people behind it.
func (t *title) trailingPeople() {
	for _, mark := range []string{" - by ", " -by ", " by ", " - ", " -", " – ", " — "} {
		head, tail, found := lastCut(t.text, mark)
		if !found || wordCount(head) < 2 {
			continue
		}
		people := looksLikeNames(tail) || strings.HasSuffix(mark, "by ")
		if mark == " by " { // "by Combining Convolution and Recurrent Layers"
			people = looksLikeNames(tail) && (strings.Contains(tail, ",") || hasEtAl(tail))
		}
		if people {
			t.text = head
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

// quotedPart gives what stands in double quotes, and what stands ahead of them.
func quotedPart(s string) (quoted, ahead string) {
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
		if utf8.RuneCountInString(strings.Trim(word, "(")) < 2 && !isNumber(word) && !endsTerm(s[:i-len(word)]) || strings.Contains(" al vs eds ed no vol pp st jr dr i.e e.g cf ", " "+strings.ToLower(word)+" ") {
			if strings.ToLower(word) != "al" || !nextLarge(s[i+2:]) {
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

func nextLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
