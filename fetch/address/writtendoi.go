package address

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

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
	if c := text[0]; c > ' ' && c <= '~' && strings.IndexByte("$&%{\\", c) < 0 {
		return text[:1], 1, false
	}
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
	// the next citation begins behind the full stop: "10.1000/a.[12] Roe".
	marked = regexp.MustCompile(`^\.\[\d{1,4}\](?:$|[\s\pL])`)
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
	case '.':
		return marked.MatchString(rest)
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
