package list

import (
	"strings"
	"unicode"
)

// wordCount counts the words of a text that have a letter in them.
func wordCount(s string) int {
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

// looksLikeNames tells whether a text is a list of people.
func looksLikeNames(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:")
	if hasEtAl(s) {
		return true
	}
	names := 0
	for _, part := range nameParts(s) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !isName(part) {
			return false
		}
		names++
	}
	return names >= 2
}

// nameParts cuts names apart.
func nameParts(s string) []string { return strings.Split(betweenNames.Replace(s), ",") }

var betweenNames = strings.NewReplacer(" and ", ",", "&", ",", ";", ",", " et al.", ",", " et al", ",")

// isName tells whether up to four words all begin large, but for "van" and the like.
func isName(s string) bool {
	words := strings.Fields(strings.TrimPrefix(s, "and "))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) && !strings.Contains(" van von de der den la le di da del el al bin dos du ", " "+w+" ") {
			return false
		}
		if labels[strings.ToLower(w)] != 0 && len(w) > 1 {
			return false
		}
	}
	return true
}

// sameTitle compares titles by their letters and digits alone.
func sameTitle(a, b string) bool { return bareTitle(a) == bareTitle(b) }

func bareTitle(s string) string {
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

func hasEtAl(s string) bool {
	words := strings.Fields(s)
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "et" && strings.HasPrefix(words[i+1], "al") && len(strings.Trim(words[i+1], ".,;:()")) == 2 {
			return true
		}
	}
	return false
}

// oneLine makes each run of white space one space; fast where there is none.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && i+1 < len(s) && s[i+1] == ' ', c >= '\t' && c <= '\r', c == 0xC2 || c == 0xE2 || c == 0xE3:
			return strings.Join(strings.Fields(s), " ") // it may hold spaces that are not ASCII
		}
	}
	return strings.Trim(s, " ")
}
