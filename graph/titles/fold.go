package titles

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// foldedLetters has a line for each character that Unicode writes as others (its
// compatibility decomposition), and what is left of those: "é e", "ﬁ fi", "² 2".
// The test of this file makes it anew with -update.
//
//go:embed folded.txt
var foldedLetters string

var foldings = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 6000)
	for line := range strings.Lines(foldedLetters) {
		from, to, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		m[[]rune(from)[0]] = to
	}
	return m
})

// spelledOut are letters that Unicode does not take apart and that sources
// write with plain ones.
var spelledOut = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŋ': "n",
	'−': "-", '‐': "-", '‑': "-", '×': "x", '⋆': "*", '∗': "*",
}

// Fold gives a text in lower case, with plain letters and digits in place of
// those with accents, of other faces, raised, lowered or joined. Marks that
// spell a word, as in Hindi or Thai, stay.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		if r < 0x80 {
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		if to, ok := foldings()[r]; ok {
			b.WriteString(to)
			continue
		}
		r = unicode.ToLower(r)
		if to, ok := spelledOut[r]; ok {
			b.WriteString(to)
		} else if !accent(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// accent reports whether a mark only says how a letter sounds: the combining
// accents of Latin, Greek and Cyrillic, the points of Hebrew, the vowels of
// Arabic, and the selectors of a letter's face.
func accent(r rune) bool {
	switch {
	case r == 0x0338: // the stroke of ≠ says no
		return false
	case 0x0300 <= r && r <= 0x036F, 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF:
	case 0x20D0 <= r && r <= 0x20FF, 0xFE00 <= r && r <= 0xFE0F, 0xFE20 <= r && r <= 0xFE2F:
	case 0x0591 <= r && r <= 0x05C7, 0x064B <= r && r <= 0x065F, r == 0x0670:
	default:
		return false
	}
	return true
}
