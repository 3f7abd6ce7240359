package list

import (
	"bytes"
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

// readPlain reads a list of ids, one a line, with a title beside it or a
// comment after "#". It gives nil where the text is not such a list: where
// fewer than half of its lines are ids, or where headings make it Markdown.
// It counts first, since entries are large and most texts are no such list.
func readPlain(text []byte) []graph.Entry {
	ids, entries := 0, 0
	for _, line := range lines(text) {
		if isStructure(line) {
			return nil
		}
		_, body := plainBody(line)
		if body == "" {
			continue
		}
		entries++
		if _, _, ok := idInLine(oneLine(trimBullet(fromChat(uncommented(body))))); ok || lineIDs(body) != nil {
			ids++
		}
	}
	if ids*2 <= entries {
		return nil
	}
	return plainEntries(text, entries, func(*graph.Entry) bool { return true })
}

// readTitles reads a list of titles and ids, one a line. It gives nil where the
// text is not such a list: where more than a fifth of its lines read like prose,
// or, if only bullets are to count, where one has none.
func readTitles(text []byte, bulleted bool) []graph.Entry {
	entries, prose := 0, 0
	listed := isListed
	if !bulleted && areTitles(text) {
		listed = isAnyTitle
	}
	for _, line := range lines(text) {
		e, ok := plainEntry(line)
		if isStructure(line) || referenceMark.MatchString(line) {
			return nil
		}
		if !ok {
			continue
		}
		if bulleted && trimBullet(strings.TrimSpace(line)) == strings.TrimSpace(line) {
			return nil
		}
		if listed(&e) {
			entries++
		} else {
			prose++
		}
	}
	if prose*4 > entries || entries == 0 {
		return nil
	}
	return plainEntries(text, entries, listed)
}

// readIDs gives the lines of a text that name a paper by its id, wherever in the
// line: what is left of a text that is no list in any form, so that no id that
// was given is lost.
func readIDs(text []byte) []graph.Entry {
	var entries []graph.Entry
	for start, line := range lines(text) {
		if len(idsOfLine(line)) == 0 {
			continue
		}
		for _, e := range lineEntries(line) {
			if e.IDs == nil {
				rest := withoutIDs(e.Title)
				t := citedTitle(rest)
				e.Title, e.Date, e.IDs = t.text, orDate(t.date, dateIn(rest)), withOthers(nil, line)
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
	for _, line := range lines(text) {
		_, body := plainBody(line)
		body = trimBullet(uncommented(body))
		if body == "" {
			continue
		}
		if n++; wordCount(body) > 20 || strings.ContainsAny(body[len(body)-1:], ".,;:!") && !strings.HasSuffix(body, "..") || strings.Contains(body, ". ") || strings.Contains(body, "://") || strings.ContainsAny(body, "<|{") {
			return false
		}
		if wordCount(body) > 1 {
			longer++
		}
	}
	return n > 1 && 2*longer >= n
}

// isAnyTitle tells an id or a title from a line without words.
func isAnyTitle(e *graph.Entry) bool { return e.IDs != nil || wordCount(e.Title) > 0 }

// isListed tells an id or a title from a line of prose.
func isListed(e *graph.Entry) bool { return e.IDs != nil || isTitleLine(e.Title) }

// plainEntries gives the entries that the lines are and that are wanted; there
// are n.
func plainEntries(text []byte, n int, wanted func(*graph.Entry) bool) []graph.Entry {
	entries := make([]graph.Entry, 0, n)
	for start, line := range lines(text) {
		for _, e := range lineEntries(line) {
			if wanted(&e) {
				e.Start, e.End = e.Start+start, e.End+start
				entries = append(entries, e)
			}
		}
	}
	return entries
}

// readLines reads a list that is said to be plain, and names the lines that are
// neither id nor title.
func readLines(text []byte) (entries []graph.Entry, broken faults) {
	for start, line := range lines(text) {
		for _, e := range lineEntries(line) {
			e.Start, e.End = e.Start+start, e.End+start
			if !isListed(&e) {
				broken.add(fault{at: e.Start, what: "line is neither an id nor a title"})
				continue
			}
			entries = append(entries, e)
		}
	}
	return entries, broken
}

// lines runs through the lines of a text and where they begin.
func lines(text []byte) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for start := 0; start < len(text); {
			end := len(text)
			if n := bytes.IndexByte(text[start:], '\n'); n >= 0 {
				end = start + n
			}
			if !yield(start, string(text[start:end])) {
				return
			}
			start = end + 1
		}
	}
}

// isTitleLine tells a title from a line of prose and from what is no text: it
// begins like a title, has two words to thirty, and does not end like a sentence.
func isTitleLine(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([$"))
	words := len(strings.Fields(s))
	switch {
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) || unicode.IsLower(first) && !isCoined(s):
		return false
	case len(s) > 300 || words > 30 || strings.Contains(s, "://"):
		return false
	case strings.HasSuffix(s, "..") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";"):
		return false
	case strings.HasSuffix(s, ".") && !unicode.IsUpper(rune(s[max(0, len(s)-2)])):
		return false
	}
	return words > 1 || utf8.RuneCountInString(s) > 5 && first > unicode.MaxLatin1
}

// isCoined tells a name that begins small, "word2vec" or "xLSTM", from a word.
func isCoined(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.ContainsFunc(first, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// isStructure tells a line that only Markdown has: a heading below the first
// level, a table row, a link, an item inside an item.
func isStructure(line string) bool {
	indented := strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
	line = strings.TrimSpace(line)
	if indented && trimBullet(line) != line {
		return true
	}
	return strings.HasPrefix(line, "##") || strings.HasPrefix(line, "|") || strings.Contains(line, "](")
}

// plainBody gives what a line says, and where it begins; "" is a comment or a
// blank line.
func plainBody(line string) (start int, body string) {
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

func plainEntry(line string) (graph.Entry, bool) {
	start, body := plainBody(line)
	if body == "" {
		return graph.Entry{}, false
	}
	e := graph.Entry{Start: start, End: start + len(body)}
	body = uncommented(body)
	e.Text = oneLine(body)
	e.Title = oneLine(trimBullet(fromChat(body)))
	if x, rest, ok := idInLine(e.Title); ok {
		e.IDs = graph.ExternalIDs{x}
		if idNames[strings.ToLower(strings.TrimRight(rest, " :"))] || chatName.MatchString(rest) {
			rest = "" // "DOI 10.1000/x"
		}
		rest = withoutIDs(rest)
		t := citedTitle(rest)
		e.Title, e.Date = t.text, orDate(t.date, dateIn(rest))
		e.IDs = withOthers(e.IDs, body)
	} else if t := citation(e.Title); t.text != "" {
		e.Title, e.Date, e.IDs = t.text, t.date, citedIDs(body)
	} else if m := yearAtEnd.FindStringSubmatch(e.Title); m != nil && yearOf(m[2]) > 0 {
		e.Title, e.Date = m[1], graph.Date{Year: yearOf(m[2])}
	}
	return e, e.Title != "" || e.IDs != nil
}

// citedIDs gives the first id that a citation names.
func citedIDs(s string) graph.ExternalIDs {
	for _, word := range strings.Fields(s) {
		if r, ok := writtenID(word, true, true); ok && strings.ContainsAny(word, ":/") && r.scheme.Lookup() {
			return graph.ExternalIDs{r.ExternalID()}
		}
	}
	return nil
}

// yearAtEnd knows "A Title (2014)".
var yearAtEnd = regexp.MustCompile(`^(.*\S) \((\d{4})\)$`)

// idNames are what a line calls its id, which is no title.
var idNames = map[string]bool{"doi": true, "arxiv": true, "pmid": true, "pmcid": true, "pubmed": true, "acl": true, "corpusid": true}

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
		x, ok = looseID(line)
		return x, "", ok
	}
	if x, ok = looseID(fields[0]); ok {
		return x, strings.Join(fields[1:], " "), true
	}
	x, ok = looseID(fields[len(fields)-1])
	return x, strings.Join(fields[:len(fields)-1], " "), ok
}

// looseID reads an id with the punctuation of a sentence around it.
func looseID(word string) (graph.ExternalID, bool) {
	if m := doiStart.FindStringIndex(word); m != nil {
		word = word[:m[0]+max(m[1]-m[0], doiEnd(word[m[0]:]))]
	}
	word = strings.TrimRight(strings.Trim(word, "\"'`<>,;["), ".:")
	if strings.HasPrefix(word, "(") {
		word = strings.Trim(word, "()")
	}
	if r := readAddress(word); r.scheme != "" {
		return r.ExternalID(), true
	}
	if strings.HasPrefix(word, "PMC") && pmcAlone.MatchString(word) {
		return graph.NewExternalID(graph.PubMedCentral, word)
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme != graph.DBLP
}

// pmcAlone is a number of PubMed Central, whose prefix is its own.
var pmcAlone = regexp.MustCompile(`^PMC\d{4,8}$`)

// trimBullet takes a list marker or a number off the front of a line.
func trimBullet(line string) string {
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
