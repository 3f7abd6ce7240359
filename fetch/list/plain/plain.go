// Package plain reads lists that have an id or a title a line.
package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// ReadIDs reads a list of ids, one a line, with a title beside it or a
// comment after "#". It gives nil where the text is not such a list: where
// fewer than half of its lines are ids, or where headings make it Markdown.
// It counts first, since entries are large and most texts are no such list.
func ReadIDs(text []byte) []graph.Entry {
	ids, entries := 0, 0
	for _, line := range span.Lines(text) {
		if isStructure(line) {
			return nil
		}
		_, body := Body(line)
		if body == "" {
			continue
		}
		entries++
		if _, _, ok := idInLine(words.OneLine(TrimBullet(address.WithoutChatLinks(uncommented(body))))); ok || lineIDs(body) != nil {
			ids++
		}
	}
	if ids*2 <= entries {
		return nil
	}
	groups := groupNames(text)
	return plainEntries(text, entries, func(at int, e *graph.Entry) bool { return e.IDs != nil || !groups[at] })
}

// ReadTitles reads a list of titles and ids, one a line. It gives nil where the
// text is not such a list: where more than a fifth of its lines read like prose,
// or, if only bullets are to count, where one has none.
func ReadTitles(text []byte, bulleted bool) []graph.Entry {
	entries, prose := 0, 0
	listed := IsListed
	if !bulleted && areTitles(text) {
		listed = isAnyTitle
	}
	for _, line := range span.Lines(text) {
		e, ok := Entry(line)
		if mark, _ := citation.CutMark(line); isStructure(line) || mark.IsCertain() {
			return nil
		}
		if !ok {
			continue
		}
		if bulleted && TrimBullet(strings.TrimSpace(line)) == strings.TrimSpace(line) {
			return nil
		}
		if listed(&e) {
			entries++
		} else {
			prose++
		}
	}
	if prose*4 > entries || entries == 0 || areBelowTitles(text) {
		return nil
	}
	return plainEntries(text, entries, func(_ int, e *graph.Entry) bool { return listed(e) })
}

// ReadAnyIDs gives the lines of a text that name a paper by its id, wherever in the
// line: what is left of a text that is no list in any form, so that no id that
// was given is lost.
func ReadAnyIDs(text []byte) []graph.Entry {
	var entries []graph.Entry
	for start, line := range span.Lines(text) {
		if len(address.IDsInLine(line)) == 0 {
			continue
		}
		for _, e := range lineEntries(line) {
			if e.IDs == nil {
				rest := withoutIDs(e.Title)
				t := citation.TitleIn(rest)
				e.Title, e.Date, e.IDs = t.Title, dates.Or(t.Date, dates.In(rest)), withOthers(nil, line)
			}
			e.Start, e.End = e.Start+start, e.End+start
			entries = append(entries, e)
		}
	}
	return entries
}

// areTitles tells whether the lines of a text, two or more, are titles however
// they begin: none is long or ends as a sentence or a clause does, and half of
// them have several words.
func areTitles(text []byte) bool {
	n, longer := 0, 0
	for _, line := range span.Lines(text) {
		_, body := Body(line)
		body = TrimBullet(uncommented(body))
		if body == "" {
			continue
		}
		if n++; words.WordCount(body) > 20 || strings.ContainsAny(body[len(body)-1:], ".,;:!") && !strings.HasSuffix(body, "..") || strings.Contains(body, ". ") || strings.Contains(body, "://") || strings.ContainsAny(body, "<|{") {
			return false
		}
		if words.WordCount(body) > 1 || words.IsCoined(body[1:]) {
			longer++
		}
	}
	return n > 1 && 2*longer >= n
}

// isAnyTitle tells an id or a title from a line without words.
func isAnyTitle(e *graph.Entry) bool { return e.IDs != nil || words.WordCount(e.Title) > 0 }

// IsListed tells an id or a title from a line of prose.
func IsListed(e *graph.Entry) bool { return e.IDs != nil || isTitleLine(e.Title) }

// plainEntries gives the entries that the lines are and that are wanted; there
// are n.
func plainEntries(text []byte, n int, wanted func(line int, e *graph.Entry) bool) []graph.Entry {
	entries := make([]graph.Entry, 0, n)
	for start, line := range span.Lines(text) {
		for _, e := range lineEntries(line) {
			if wanted(start, &e) {
				e.Start, e.End = e.Start+start, e.End+start
				entries = append(entries, e)
			}
		}
	}
	return entries
}

// Read reads a list that is said to be plain, and names the lines that are
// neither id nor title.
func Read(text []byte) (entries []graph.Entry, broken span.Faults) {
	for start, line := range span.Lines(text) {
		for _, e := range lineEntries(line) {
			e.Start, e.End = e.Start+start, e.End+start
			if !IsListed(&e) {
				broken.Add(span.Fault{At: e.Start, What: "line is neither an id nor a title"})
				continue
			}
			entries = append(entries, e)
		}
	}
	return entries, broken
}

// isTitleLine tells a title from a line of prose and from what is no text: it
// begins like a title, has two words to thirty, and does not end like a sentence.
func isTitleLine(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([$"))
	terms := len(strings.Fields(s))
	switch {
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) || unicode.IsLower(first) && !words.IsCoined(s):
		return false
	case len(s) > 300 || terms > 30 || strings.Contains(s, "://"):
		return false
	case strings.HasSuffix(s, "..") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";"):
		return false
	case strings.HasSuffix(s, ".") && !unicode.IsUpper(rune(s[max(0, len(s)-2)])):
		return false
	}
	return terms > 1 || utf8.RuneCountInString(s) > 5 && first > unicode.MaxLatin1
}

// isStructure tells a line that only Markdown has: a heading below the first
// level, a table row, a link, a tag of HTML, an item inside an item; or one with citations that are to be cut apart.
func isStructure(line string) bool {
	indented := strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
	line = strings.TrimSpace(line)
	if indented && TrimBullet(line) != line {
		return true
	}
	if strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "##") && !strings.Contains(line, "](") {
		return false // a comment
	}
	return strings.HasPrefix(line, "##") || strings.HasPrefix(line, "|") || strings.Contains(line, "](") || strings.Contains(line, "<br") || strings.Contains(line, "</") || len(line) < longestCut && gluedMark.MatchString(line)
}

// longestCut is more than the citations take that a person pastes in one line.
const longestCut = 1 << 16

// gluedMark is the number of a citation behind the end of another.
var gluedMark = regexp.MustCompile(`\.\[\d{1,4}\] ?\p{Lu}`)

// Body gives what a line says, and where it begins; "" is a comment or a
// blank line.
func Body(line string) (start int, body string) {
	start = len(line) - len(strings.TrimLeft(line, " \t\r\f"))
	body = strings.TrimRight(line[start:], " \t\r\f")
	if body == "" || body[0] == '#' {
		return 0, ""
	}
	return start, body
}

// uncommented takes a comment off the end of a line.
func uncommented(body string) string {
	if comment := strings.Index(body, " #"); comment >= 0 {
		return strings.TrimSpace(body[:comment])
	}
	return body
}

func Entry(line string) (graph.Entry, bool) {
	start, body := Body(line)
	if body == "" || chatSpeaker.MatchString(body) {
		return graph.Entry{}, false
	}
	e := graph.Entry{Start: start, End: start + len(body)}
	body = uncommented(body)
	e.Text = words.OneLine(body)
	e.Title = strings.TrimLeft(words.OneLine(TrimBullet(address.WithoutChatLinks(body))), "•‣▪◦●○■□►▶▸→†‡§¶★☆✓✔✦➤ ")
	signed := address.IDsInLine(e.Title)
	if x, rest, ok := idInLine(e.Title); ok {
		e.IDs = graph.ExternalIDs{x}
		if len(signed) > 0 {
			rest = besideIDs(e.Title, signed)
		}
		if address.IDNames[strings.ToLower(strings.TrimRight(rest, " :"))] || chatName.MatchString(rest) {
			rest = "" // "DOI 10.1000/x"
		}
		t := citation.TitleIn(rest)
		e.Title, e.Date = t.Title, dates.Or(t.Date, dates.In(rest))
		e.IDs = withOthers(e.IDs, body)
	} else if t := citation.Parse(e.Title); !t.Doubtful() {
		e.Title, e.Date, e.IDs = t.Title, t.Date, withOthers(nil, body)
	} else if len(signed) > 0 {
		t := citation.TitleIn(besideIDs(e.Title, signed))
		e.Title, e.Date, e.IDs = t.Title, t.Date, withOthers(nil, body)
	} else if m := yearAtEnd.FindStringSubmatch(e.Title); m != nil && dates.YearOf(m[2]) > 0 {
		e.Title, e.Date = m[1], graph.Date{Year: dates.YearOf(m[2])}
	}
	return e, e.Title != "" || e.IDs != nil
}

// yearAtEnd knows "A Title (2014)".
var yearAtEnd = regexp.MustCompile(`^(.*\S) \((\d{4})\)$`)

// idInLine finds the id that a line is, or begins or ends with, and what else
// the line says.
func idInLine(line string) (x graph.ExternalID, rest string, ok bool) {
	if !strings.ContainsAny(line, "0123456789/") {
		return x, "", false // a word
	}
	if x, err := graph.ParseID(line); err == nil {
		return x, "", true
	}
	fields := strings.Fields(line)
	if len(fields) < 2 {
		x, ok = address.LooseID(line)
		return x, "", ok
	}
	if x, ok = address.LooseID(fields[0]); ok {
		return x, strings.Join(fields[1:], " "), true
	}
	x, ok = address.LooseID(fields[len(fields)-1])
	return x, strings.Join(fields[:len(fields)-1], " "), ok
}

// TrimBullet takes a list marker or a number off the front of a line.
func TrimBullet(line string) string {
	for _, marker := range []string{"- ", "* ", "+ ", "• "} {
		if rest, ok := strings.CutPrefix(line, marker); ok {
			return strings.TrimSpace(rest)
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	if n := len(line) - len(rest); n > 0 && n < 4 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimSpace(rest[2:])
	}
	return line
}
