package citation

import (
	"regexp"
	"strconv"
	"strings"

	"citemap/fetch/citation/dates"
)

// A Mark is how bibliographies number or name their citations, with the space
// behind it; "" is none.
type Mark string

// certainMark is a mark whatever follows: "[12] ", "[12]. ", "(12) ", "[Lov12] ", "[Love et al., 2012] ",
// "¹ ", "① ", "[^12]: ", and "\[12\] " as converters to Markdown write it.
var certainMark = regexp.MustCompile(`^(?:(?:\\?\[\d{1,4}\\?\]|\[\^[^\]\s]{1,40}\]|【\d{1,4}】)[.:]?[ \t]+` +
	`|\(\d{1,4}\)[ \t]+|<sup>\[?\d{1,4}\]?</sup>[ \t]*` +
	`|\\?\[\p{Lu}[\pL+]{0,11}\d{2,4}[a-z]?\\?\][.:]?[ \t]+` +
	`|\[\p{Lu}[\pL'’ -]{1,30}(?: et al\.?,?|(?: and | ?& ?)\p{Lu}[\pL'’ -]+,?|,) \(?\d{4}[a-z]?\)?\][.:]?[ \t]+` +
	`|(?:[⁰¹²³⁴-⁹]{1,4}|[①-⑳])[ \t]+)`)

// numberAhead is a number that is a mark only where people follow it.
var numberAhead = regexp.MustCompile(`^(?:\d{1,3}(?:[.):]|\.\))?[ \t]+|[⁰¹²³⁴-⁹]{1,4}|[①-⑳])`)

// CutMark cuts the mark off a citation: "" where there is none.
func CutMark(s string) (mark Mark, rest string) {
	if n := len(certainMark.FindString(s)); n > 0 {
		return Mark(s[:n]), s[n:]
	}
	n := len(numberAhead.FindString(s))
	if n == 0 {
		return "", s
	}
	p := leadingPeople(s[n:])
	dated := !dates.YearIn(peopleEnd.FindString(s[n+p.end:])).IsZero()
	if !p.areSigned(dated) || p.by() >= fullNames && !dated {
		return "", s
	}
	return Mark(s[:n]), s[n:]
}

// IsCertain tells a mark from a number that is one only because people follow.
func (m Mark) IsCertain() bool { return certainMark.MatchString(string(m)) }

// Follows tells whether a mark can be the next one: "[13] " behind "[12] ", and
// not "(7676) ", the issue of a journal.
func (m Mark) Follows(last Mark) bool {
	if last == "" {
		return true
	}
	n, numbered := m.Number()
	before, _ := last.Number()
	return m.shape() == last.shape() && (!numbered || n > before && n <= before+100)
}

// shape gives what marks of one list have in common: their first sign, of
// whatever number it is.
func (m Mark) shape() string {
	first := figures.Replace(strings.TrimLeft(string(m), `\`))
	switch {
	case first == "" || first[0] >= '0' && first[0] <= '9':
		return string(m[len(strings.TrimRight(string(m), ".):] \t")):len(strings.TrimRight(string(m), " \t"))])
	case strings.HasPrefix(first, "[^"):
		return "[^"
	}
	return first[:1]
}

// Number gives the number that a mark is.
func (m Mark) Number() (n int, numbered bool) {
	n, err := strconv.Atoi(strings.Trim(figures.Replace(string(m)), `</sup>[](){}【】\^.: 	`))
	return n, err == nil
}

// figures are the numbers that stand above the line or in a circle.
var figures = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
	"①", "1", "②", "2", "③", "3", "④", "4", "⑤", "5", "⑥", "6", "⑦", "7", "⑧", "8", "⑨", "9", "⑩", "10", "⑪", "11", "⑫", "12",
	"⑬", "13", "⑭", "14", "⑮", "15", "⑯", "16", "⑰", "17", "⑱", "18", "⑲", "19", "⑳", "20")
