package citation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/words"
)

// sentence gives where the first sentence of a text ends and where the next one
// begins; the length of the text where it has but one. A full stop ends none
// behind an initial, "et al", "vs" or "no".
func sentence(s string) (end, next int) {
	for _, m := range stop.FindAllStringIndex(s, -1) {
		if end, next = m[0], m[1]; s[end] != '.' || !isAbbreviation(s[:end], s[next:]) {
			return end, next
		}
	}
	return len(s), len(s)
}

var stop = regexp.MustCompile(`\. |[。．] *`)

// isAbbreviation tells whether the full stop between two texts belongs to the
// word before it.
func isAbbreviation(before, behind string) bool {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if strings.EqualFold(word, "al") {
		return !words.NextLarge(behind)
	}
	if words.Abbreviations[strings.ToLower(word)] {
		return true
	}
	return utf8.RuneCountInString(strings.Trim(word, "(")) < 2 && !words.IsNumber(word) && !endsTerm(before[:len(before)-len(word)])
}

// endsTerm tells whether a single letter behind a text is no initial: it is the
// last of a term, "hepatitis C".
func endsTerm(ahead string) bool {
	ahead = strings.TrimRight(ahead, " ")
	word := ahead[strings.LastIndexByte(ahead, ' ')+1:]
	return len(word) > 3 && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// joinHyphens joins the words that a line break has cut: "recog- nition".
func joinHyphens(s string) string {
	if !strings.Contains(s, "- ") {
		return s
	}
	return cutWord.ReplaceAllStringFunc(s, func(cut string) string {
		m := cutWord.FindStringSubmatch(cut)
		switch {
		case strings.Contains(" and or to und oder ", " "+m[2]+" "):
			return cut
		case words.Compounds[strings.ToLower(m[1])] || words.NextLarge(m[2]):
			return m[1] + "-" + m[2]
		}
		return m[1] + m[2]
	})
}

var cutWord = regexp.MustCompile(`(\pL+)- (\pL+)`)

// chineseMarks writes the marks of Chinese as English has them.
var chineseMarks = strings.NewReplacer("，", ", ", "。", ". ", "；", "; ", "：", ": ", "、", ", ", "年", " ", ")[", ") [")
