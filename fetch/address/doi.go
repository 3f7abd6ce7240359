// Package address knows how papers are named in texts and addresses.
package address

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// A DOI is one that stands in a text: as it is meant, in the case in which it
// is written, and where it stands, escapes and all.
type DOI struct {
	Value      string
	Start, End int // bytes of the text
}

// DOIs finds the DOIs in a text, in their order. What people and programs put
// around one and into it is undone: brackets, quotation marks and punctuation
// behind it, "doi:" or an address before it, query and fragment, the endings of
// a publisher's pages, escapes of LaTeX, Markdown, HTML and addresses,
// characters without width. Brackets that belong to it stay, and so do those of
// SICIs: 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.
// A Value holds neither spaces nor control characters, and is found in itself.
func DOIs(text string) []DOI {
	var found []DOI
	for at := 0; ; {
		start := next(text, at)
		if start < 0 {
			return found
		}
		d, ok := read(text, start)
		if !ok {
			at = start + len("10.")
			continue
		}
		found = append(found, d)
		at = d.End
	}
}

// TrimDOI gives the DOI of a text that is to hold one; ok is false where there is
// none, or are several.
func TrimDOI(text string) (value string, ok bool) {
	for _, d := range DOIs(text) {
		if ok && !strings.EqualFold(d.Value, value) {
			return "", false
		}
		if !ok {
			value, ok = d.Value, true
		}
	}
	return value, ok
}

// beginning is a prefix and the slash behind it, escaped or not.
var beginning = regexp.MustCompile(`10\.\d{4,9}(?:/|%(?:25)*2[Ff])`)

// next gives the place where the next DOI may begin, -1 where none does: behind
// anything but a letter, a digit or a full stop. "doi10.1000/x" is written too.
func next(text string, at int) int {
	for at < len(text) {
		m := beginning.FindStringIndex(text[at:])
		if m == nil {
			return -1
		}
		start := at + m[0]
		before := text[:start]
		if len(before) == 0 || !wordly(before[len(before)-1]) || len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "doi") ||
			encoded.MatchString(before[max(0, len(before)-3):]) {
			return start
		}
		at = start + len("10.")
	}
	return -1
}

// encoded is a byte of an address before a DOI: "doi.org%2F10.1000", "doi%3A10.1000".
var encoded = regexp.MustCompile(`%(?:2[Ff]|3[AaDd])$`)

func wordly(b byte) bool {
	return b == '.' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// read reads the DOI that begins at a place. What is escaped twice is undone
// twice, so that whoever reads the value again finds it.
func read(text string, start int) (DOI, bool) {
	d := readOnce(text, start)
	for range mostEscapes {
		if len(d.Value) == 0 {
			break
		}
		again := readOnce(d.Value, 0)
		if again.Value == d.Value {
			return d, whole.MatchString(d.Value)
		}
		d.Value = again.Value
	}
	return DOI{}, false
}

// longest is more bytes than a DOI has, or an address before one.
const longest = 500

// mostEscapes is more than anybody escapes a text within another.
const mostEscapes = 8

func readOnce(text string, start int) DOI {
	in := surroundings(text, start)
	w := writtenAt(text, start, in)
	w.close()
	w.trim()
	if in == publisher {
		w.end(len(ending.ReplaceAllString(w.text(), "")))
	}
	w.trim()
	return DOI{Value: w.text(), Start: start, End: w.ends(start)}
}

var whole = regexp.MustCompile(`^10\.\d{4,9}/[!-~]+$`)

// A place is where a DOI stands.
type place uint8

const (
	prose     place = iota
	doiOrg          // the path of an address of doi.org
	publisher       // the path of another address
	query           // behind the question mark of an address
)

// scheme begins an address; what an address is of stands before its path.
var scheme = regexp.MustCompile(`(?i)^(?:https?://|www\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d+)?(?:/|%2f)`)

// surroundings tells where a DOI stands by what is written before it, up to a
// space or a bracket.
func surroundings(text string, start int) place {
	before := text[max(0, start-longest):start]
	before = before[strings.LastIndexAny(before, " \t\r\n\"'<>(){}[]|,;")+1:]
	m := scheme.FindStringSubmatch(before)
	switch {
	case m == nil:
		return prose
	case strings.Contains(before, "?"):
		return query
	case strings.EqualFold(m[1], "doi.org") || strings.HasSuffix(strings.ToLower(m[1]), ".doi.org"):
		return doiOrg
	}
	return publisher
}

// ending is what the addresses of publishers add to a DOI: the form of the page.
var ending = regexp.MustCompile(`(?i)(?:/(?:full|fulltext|abstract|abs|pdf|epdf|html|meta|summary|tables|references|figures)(?:/.*)?|\.full(?:\.pdf|-text)?|\.abstract|\.pdf|\.html?|/)$`)

// A written DOI is what stands in a text, with the escapes undone.
type written struct {
	bytes   []byte
	origins []int // where each byte ends in the text
}

func (w *written) text() string { return string(w.bytes) }

func (w *written) end(n int) {
	w.bytes, w.origins = w.bytes[:n], w.origins[:n]
}

// ends is where it ends in the text.
func (w *written) ends(start int) int {
	if len(w.origins) == 0 {
		return start
	}
	return w.origins[len(w.origins)-1]
}

// writtenAt reads up to what no DOI holds.
func writtenAt(text string, start int, in place) *written {
	w := &written{}
	for at := start; at < len(text) && len(w.bytes) < longest; {
		s, width, escaped := character(text[at:])
		switch {
		case width == 0 || !escaped && s != "" && stops(s[0], text[at:], in):
			return w
		}
		at += width
		if s != "" {
			w.bytes, w.origins = append(w.bytes, s[0]), append(w.origins, at)
		}
	}
	return w
}

// escapes are the ways in which a character is written as something else.
var escapes = []struct{ written, meant string }{
	{"$<$", "<"}, {"$>$", ">"}, {`$\_$`, "_"}, {"$_$", "_"}, {`{\textless}`, "<"}, {`{\textgreater}`, ">"}, {`\textless{}`, "<"}, {`\textgreater{}`, ">"},
	{`{\textunderscore}`, "_"}, {`\textunderscore{}`, "_"},
	{"\u200b", ""}, {"\u200c", ""}, {"\u200d", ""}, {"\u2060", ""}, {"\ufeff", ""}, {"\u00ad", ""},
	{"\u2010", "-"}, {"\u2011", "-"}, {"\u2012", "-"}, {"\u2013", "-"}, {"\u2212", "-"},
}

var (
	entity  = regexp.MustCompile(`^&(?:#\d{1,4}|#[xX][0-9a-fA-F]{1,3}|lt|gt|amp|quot|lowbar|lpar|rpar|semi|colon|sol);`)
	percent = regexp.MustCompile(`^%[0-9a-fA-F]{2}`)
	brace   = regexp.MustCompile(`^\{\\?([!-/:-@\[-` + "`" + `|~])\}`) // {\_} and {_}
	slashed = regexp.MustCompile(`^\\([!-/:-@\[-` + "`" + `{-~])`)
)

// character reads one character of a DOI: what it means, "" where it has no
// width, how long it is as it is written, 0 where it is none, and whether it was
// escaped.
func character(text string) (meant string, width int, escaped bool) {
	for _, e := range escapes {
		if strings.HasPrefix(text, e.written) {
			return e.meant, len(e.written), true
		}
	}
	switch text[0] {
	case '&':
		if m := entity.FindString(text); m != "" {
			return printable(html.UnescapeString(m), len(m))
		}
	case '%':
		if m := percent.FindString(text); m != "" {
			return printable(string(rune(unhex(m[1])<<4|unhex(m[2]))), len(m))
		}
	case '{':
		if m := brace.FindStringSubmatch(text); m != nil {
			return printable(m[1], len(m[0]))
		}
		return "", 0, false
	case '\\':
		if m := slashed.FindStringSubmatch(text); m != nil {
			return printable(m[1], len(m[0]))
		}
		return "", 0, false
	}
	if text[0] <= ' ' || text[0] > '~' {
		return "", 0, false
	}
	return text[:1], 1, false
}

// printable is an escaped character that a DOI may hold.
func printable(s string, width int) (string, int, bool) {
	if len(s) != 1 || s[0] <= ' ' || s[0] > '~' || strings.Contains("\"`{}|\\", s) {
		return "", 0, false
	}
	return s, width, true
}

func unhex(b byte) byte {
	switch {
	case b <= '9':
		return b - '0'
	default:
		return b | 0x20 - 'a' + 10
	}
}

var (
	// a tag of HTML begins, or an address between angle brackets. SICIs have
	// brackets around the place where the article begins.
	tag = regexp.MustCompile(`^(?i)<(?:$|[\s/!?<>]|https?:|(?:jats|mml):|(?:a|abbr|b|big|br|cite|code|dd|div|dl|dt|em|font|h\d|hr|i|img|li|ol|p|pre|q|s|small|span|strong|sub|sup|t[dhrt]|table|tbody|u|ul|wbr)[\s/>])`)
	// a fragment of an address.
	fragment = regexp.MustCompile(`^#[a-zA-Z]`)
	// another DOI, or something else, begins behind a comma.
	another = regexp.MustCompile(`^(?i)[,;](?:10\.\d{4}|doi\b|https?:|pmid\b|pmcid\b|arxiv\b)`)
)

// stops reports whether a character ends the DOI, given the text from it on.
func stops(b byte, rest string, in place) bool {
	switch b {
	case '"', '`', '}', '|', '?', '^':
		return true
	case '#':
		return in != prose || fragment.MatchString(rest)
	case '<':
		return tag.MatchString(rest)
	case ',', ';':
		return another.MatchString(rest)
	case '&':
		return in == query
	}
	return false
}

// close ends it before the first bracket that closes what was not opened in it.
func (w *written) close() {
	var open []byte
	for i, b := range w.bytes {
		switch b {
		case '(', '[', '<':
			open = append(open, b)
		case ')', ']', '>':
			at := slices.Index([]byte(")]>"), b)
			if len(open) == 0 || open[len(open)-1] != "([<"[at] {
				w.end(i)
				return
			}
			open = open[:len(open)-1]
		}
	}
}

// trim takes off what stands behind a DOI: punctuation, marks, brackets that
// open nothing.
func (w *written) trim() {
	w.end(len(strings.TrimRight(w.text(), ".,;:!'*_~&/([<-")))
}
