package list

import (
	"html"
	"regexp"
	"strings"
)

// plainTitle gives a title as a person reads it: databases and reference managers
// leave HTML and MathML in theirs, often escaped more than once. A title of
// nothing else stays.
func plainTitle(title string) string {
	plain := unescaped(title)
	if strings.Contains(plain, "<") {
		plain = markup.ReplaceAllString(lineBreak.ReplaceAllString(plain, " "), "")
	}
	if plain = oneLine(plain); plain == "" {
		return oneLine(title)
	}
	return plain
}

// unescaped takes the entities of HTML out of a text.
func unescaped(s string) string {
	for n := 0; n < 3 && strings.Contains(s, "&"); n++ {
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	return s
}

var (
	// entity is one with its semicolon: "R&D" and "A&not B" are none.
	entity    = regexp.MustCompile(`&(?:[A-Za-z]{2,24}[0-9]{0,2}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});`)
	lineBreak = regexp.MustCompile(`(?i)<br\s*/?>`)
	// markup says how to set letters, and is no part of a title; "List<T>" is.
	markup = regexp.MustCompile(`(?i)</?(?:(?:mml|jats):[a-z]+|i|b|u|em|strong|it|italic|bold|su[bp]|inf|scp?|tt|span|small|font|math|` +
		`m(?:i|n|o|row|text|style|sub|sup|subsup|frac|sqrt|over|under))(?:\s[^<>]*=[^<>]*)?\s*/?>`)
)
