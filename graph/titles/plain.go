package titles

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"citemap/graph/latex"
)

// Plain gives a title as a person reads it, on one line: sources leave HTML,
// JATS, MathML and LaTeX in theirs, and entities that were escaped more than
// once. Angle brackets, dollars and backslashes that are no markup stay, and a title
// of nothing but markup stays whole. Accents may stand behind their letters.
func Plain(title string) string {
	read := Unescape(OneLine(title))
	if strings.Contains(read, "<") {
		read = withoutTags(read)
	}
	if hasTeX(read) {
		read = latex.Text(read)
	}
	if read = OneLine(read); read == "" {
		return OneLine(title)
	}
	return read
}

// OneLine folds white space into single spaces and drops control characters.
func OneLine(text string) string {
	text = strings.ToValidUTF8(text, "")
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }) {
		text = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && !unicode.IsSpace(r) {
				return -1
			}
			return r
		}, text)
	}
	return strings.Join(strings.Fields(text), " ")
}

// entity is one with its semicolon: "R&D" and "A&not B" are none.
var entity = regexp.MustCompile(`&(?:[A-Za-z]{2,24}[0-9]{0,2}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});`)

// Unescape takes the entities of HTML out of a text, also where they were
// escaped up to three times.
func Unescape(s string) string {
	for n := 0; n < 3 && strings.Contains(s, "&"); n++ {
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	return s
}

var (
	// tag says how to set letters and is no part of a title; "List<T>" is.
	tag = regexp.MustCompile(`(?i)</?(?:(?:mml|jats|m|xhtml):[a-z0-9-]+|i|b|u|p|em|strong|it|italic|bold|roman|su[bp]|inf|scp?|tt|span|small|font|monospace|overline|underline|` +
		`sans-serif|styled-content|named-content|(?:inline|disp)-formula|alternatives|ext-link|math|semantics|` +
		`m(?:i|n|o|s|row|text|style|sub|sup|subsup|frac|sqrt|root|over|under|underover|table|tr|td|space|padded|phantom|fenced|multiscripts|prescripts))(?:\s[^<>]*=[^<>]*)?\s*/?>`)
	lineBreak = regexp.MustCompile(`(?i)<(?:br|/p|/title|mml:mspace|mspace)\b[^<>]*>`)
	// again is a formula in a second language beside its MathML.
	again   = regexp.MustCompile(`(?is)<((?:mml:|m:)?annotation(?:-xml)?|(?:jats:)?tex-math)\b[^<>]*>.*?</((?:mml:|m:)?annotation(?:-xml)?|(?:jats:)?tex-math)\s*>`)
	texMath = regexp.MustCompile(`(?is)</?(?:jats:)?tex-math\b[^<>]*>`)
	formula = regexp.MustCompile(`(?i)(\pL?)(</?(?:mml:|m:)?math\b[^<>]*>)`)
)

// withoutTags takes the tags of printers out of a text.
func withoutTags(s string) string {
	if formula.MatchString(s) {
		s = again.ReplaceAllString(s, "")
		s = parted(s)
	}
	if texMath.MatchString(s) {
		s = strings.ReplaceAll(texMath.ReplaceAllString(s, "$"), "$$", "$")
	}
	return tag.ReplaceAllString(lineBreak.ReplaceAllString(s, " "), "")
}

// parted puts a space between a word and a formula that begins or ends with a
// letter, which printers set apart by their fonts: "in<math>N</math>-coupled".
func parted(s string) string {
	var b strings.Builder
	for n := 0; ; n++ {
		at := formula.FindStringSubmatchIndex(s)
		if at == nil || n == mostFormulas {
			return b.String() + s
		}
		b.WriteString(s[:at[4]])
		behind := tag.ReplaceAllString(s[at[5]:], "")
		if ahead := lastLetter(tag.ReplaceAllString(b.String(), "")); ahead && firstLetter(behind) {
			b.WriteByte(' ')
		}
		b.WriteString(s[at[4]:at[5]])
		s = s[at[5]:]
	}
}

// mostFormulas of one title are set apart, so that the time for a text of nothing
// else stays in proportion.
const mostFormulas = 16

func firstLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

func lastLetter(s string) bool {
	last := rune(0)
	for _, r := range s {
		last = r
	}
	return unicode.IsLetter(last)
}

var (
	command  = regexp.MustCompile(`\\(?:[A-Za-z]+|[("'^~=.{}$&%#_\x60])`)
	inDollar = regexp.MustCompile(`\$([^$\s](?:[^$]{0,120}[^$\s])?|[^$]{0,120}\\[A-Za-z][^$]{0,120})\$`)
	// prose between two dollars are two prices.
	prose = regexp.MustCompile(`^\d[^\\^_]*\s[A-Za-z]{2}`)
)

// hasTeX reports whether a text is written for LaTeX: it has a command, or a
// formula between dollars.
func hasTeX(s string) bool {
	if strings.Contains(s, `\`) && command.MatchString(s) {
		return true
	}
	if strings.Count(s, "$") < 2 {
		return false
	}
	m := inDollar.FindStringSubmatch(s)
	return m != nil && !prose.MatchString(m[1])
}
