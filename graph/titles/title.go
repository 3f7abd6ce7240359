// Package titles knows what a title reads like and when two are the same: nobody else
// decides that. It knows no papers.
package titles

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Normal reduces a title to its letters and digits, in lower case, without
// accents and markup. StubIDs are made of it; whether two titles are the same
// says Key, which keeps more.
func Normal(title string) string {
	var b strings.Builder
	for _, r := range Fold(Plain(title)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Key gives what two titles have in common when they are the same but for
// spelling (hyphens, spaces, capitals, accents, markup, British or American),
// punctuation and articles. Every other word, number and sign counts: C and C++,
// (α) and (β), Part I and Part II have different keys. "" where a title has no
// letter, digit or sign.
func Key(title string) string { return keyOf(titleWords(Plain(title))) }

// Same reports whether two titles are one paper's: their keys agree, or
// one leaves out the subtitle behind a colon (dash, question mark) of the other
// ("LIMA", "LIMA: Less Is More for Alignment"). A part, a number, an erratum or a reply is no subtitle that could be left out.
// An empty title is the same as none.
func Same(a, b string) bool {
	a, b = Plain(a), Plain(b)
	one, other := titleWords(a), titleWords(b)
	if len(one) == 0 || len(other) == 0 {
		return false
	}
	return keyOf(one) == keyOf(other) || shortens(one, b) || shortens(other, a)
}

// shortens reports whether words are a title without its subtitle.
func shortens(words []word, whole string) bool {
	key := keyOf(words)
	for _, cut := range colons(whole) {
		head, tail := titleWords(whole[:cut[0]]), titleWords(whole[cut[1]:])
		if keyOf(head) == key && !apart(tail) && !announces(head) {
			return true
		}
	}
	return false
}

// mostColons is more marks than a title has ahead of its subtitle, so that the
// time for a text of nothing else stays in proportion.
const mostColons = 8

// colons gives the places where a title may part from its subtitle, as
// [begin, end) of the mark in bytes.
func colons(title string) [][2]int {
	var cuts [][2]int
	for i, r := range title {
		if len(cuts) == mostColons {
			break
		}
		n := utf8.RuneLen(r)
		spaced := i > 0 && title[i-1] == ' ' && strings.HasPrefix(title[i+n:], " ")
		ends := i+n < len(title) && title[i+n] == ' '
		switch {
		case strings.ContainsRune("：？！", r), strings.ContainsRune(":?!.", r) && ends, strings.ContainsRune("-–—", r) && spaced, r == '—':
			cuts = append(cuts, [2]int{i, i + n})
		}
	}
	return cuts
}

// Distinctive reports whether two works hardly share a title by chance:
// "Introduction" is not long enough, "Open LLM leaderboard" is. A Chinese or Japanese
// character counts as a word's half.
func Distinctive(title string) bool {
	words := titleWords(Plain(title))
	long := 0
	for _, r := range keyOf(words) {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			long += 2
		}
		long++
	}
	return !generic[keyOf(words)] && (long >= 20 || long >= 16 && len(words) >= 3)
}
