// Package words counts and tells apart the words of titles and names.
package words

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

func Set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func NextLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// Narrow makes the wide brackets of Chinese and Japanese lists narrow, and
// letters of the ligatures that come out of papers.
var Narrow = strings.NewReplacer("【", "[", "】", "] ", "（", " (", "）", ")", "ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl")

// StripEmoji takes out pictures, and the names GitHub gives them: ":star:".
func StripEmoji(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r >= 0x23E9 && r <= 0x23FF || r == 0xFE0F || r == 0x200D || r == 0x200B {
			return -1
		}
		return r
	}, s)
	if strings.Count(s, ":") > 1 {
		s = withoutEmojiNames(s)
	}
	return strings.TrimSpace(s)
}

// withoutEmojiNames takes out names of pictures that are no part of a word, "A:0a:B".
func withoutEmojiNames(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range emojiName.FindAllStringSubmatchIndex(s, -1) {
		before, _ := utf8.DecodeLastRuneInString(s[:m[0]])
		behind, _ := utf8.DecodeRuneInString(s[m[1]:])
		if isOfWord(before) && isOfWord(behind) {
			continue
		}
		b.WriteString(s[at:m[0]])
		if m[2] >= 0 {
			b.WriteString(s[m[2]:m[3]])
		}
		at = m[1]
	}
	return b.String() + s[at:]
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// emojiName knows ":star:", and of a single letter what is no part of a word.
var emojiName = regexp.MustCompile(`:(?:[a-z0-9_+-]+[a-z]|[a-z][a-z0-9_+-]+)[a-z0-9_+-]*:|(^| ):[a-z]:`)

func IsNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".-'’^", r) }) < 0
}

// IsAcronym tells a word that is written large: "TKDD", "NeurIPS".
func IsAcronym(w string) bool {
	large := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			large++
		}
		if unicode.IsSpace(r) {
			return false
		}
	}
	return large >= 2
}

// IsCoined tells a name that begins small, "word2vec" or "xLSTM", from a word.
func IsCoined(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.ContainsFunc(first, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// WordCount counts the words of a text that have a letter in them.
func WordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			n++
		}
	}
	if n == 1 && len(s) > 12 && strings.IndexFunc(s, isCJK) >= 0 {
		return 3 // written without spaces
	}
	return n
}

func isCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// LooksLikeNames tells whether a text is a list of people.
func LooksLikeNames(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:")
	if HasEtAl(s) {
		return true
	}
	names := 0
	for _, part := range NameParts(s) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !IsName(part) {
			return false
		}
		names++
	}
	return names >= 2
}

// NameParts cuts names apart.
func NameParts(s string) []string { return strings.Split(betweenNames.Replace(s), ",") }

var betweenNames = strings.NewReplacer(" and ", ",", "&", ",", ";", ",", " et al.", ",", " et al", ",")

// IsName tells whether up to four words all begin large, but for "van" and the like.
func IsName(s string) bool {
	words := strings.Fields(strings.TrimPrefix(s, "and "))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) && !strings.Contains(" van von de der den la le di da del el al bin dos du ", " "+w+" ") {
			return false
		}
		if Labels[strings.ToLower(w)] != 0 && len(w) > 1 {
			return false
		}
	}
	return true
}

// SameTitle compares titles by their letters and digits alone.
func SameTitle(a, b string) bool { return BareTitle(a) == BareTitle(b) }

func BareTitle(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

func HasEtAl(s string) bool {
	words := strings.Fields(s)
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "et" && strings.HasPrefix(words[i+1], "al") && len(strings.Trim(words[i+1], ".,;:()")) == 2 {
			return true
		}
	}
	return false
}

// OneLine makes each run of white space one space; fast where there is none.
func OneLine(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && i+1 < len(s) && s[i+1] == ' ', c >= '\t' && c <= '\r', c == 0xC2 || c == 0xE2 || c == 0xE3:
			return strings.Join(strings.Fields(s), " ") // it may hold spaces that are not ASCII
		}
	}
	return strings.Trim(s, " ")
}
