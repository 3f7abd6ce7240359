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
	whole := cleanTitle(cutAuthors(s))
	if t := whole.quoted(); t.text != "" {
		return t
	}
	sentences := splitSentences(whole.text)
	if len(sentences) < 2 {
		return whole
	}
	at := 0
	if beginsCitation(sentences[0]) {
		at = 1
		if yearOf(sentences[1]) > 0 && len(sentences) > 2 {
			at = 2
		}
	}
	t := cleanTitle(sentences[at])
	if wordCount(t.text) < 2 && at == 0 {
		return whole
	}
	rest := strings.Join(slices.Delete(sentences, at, at+1), ". ")
	return title{t.text, orDate(orDate(t.date, whole.date), dateIn(rest))}
}

// quoted gives what a citation has in quotes, behind the people.
func (t title) quoted() title {
	quoted, ahead := quotedPart(t.text)
	if wordCount(quoted) >= 3 && strings.HasSuffix(strings.TrimSpace(ahead), ":") && wordCount(ahead) < 4 {
		return title{cleanTitle(quoted).text, orDate(t.date, dateIn(t.text[len(ahead)+len(quoted):]))}
	}
	if wordCount(quoted) < 2 || !strings.ContainsAny(ahead, ",.") && !looksLikeNames(ahead) {
		return title{}
	}
	return title{cleanTitle(quoted).text, orDate(t.date, dateIn(t.text[len(ahead)+len(quoted):]))}
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

// cutAuthors takes off a line of people below a title, and people behind "by"
// or a dash.
func cutAuthors(s string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if looksLikeNames(lines[i]) && wordCount(lines[i-1]) >= 2 {
			s = strings.Join(lines[:i], " ")
			break
		}
	}
	s = oneLine(s)
	for _, mark := range []string{" - by ", " -by ", " by ", " - ", " -", " – ", " — "} {
		head, tail, found := lastCut(s, mark)
		if found && wordCount(head) >= 2 && (looksLikeNames(tail) || strings.HasSuffix(mark, "by ") && mark != " by ") {
			return head
		}
	}
	return s
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
	if open <= 0 {
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
		if utf8.RuneCountInString(strings.Trim(word, "(")) < 2 || strings.Contains(" al vs eds ed no vol pp st jr dr i.e e.g cf ", " "+strings.ToLower(word)+" ") {
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

func nextLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
