package list

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"citemap/graph"
)

// cleanTitle takes off what stands around a title: list numbers, dates, marks,
// quotes, a venue or year in brackets.
func cleanTitle(s string) title {
	if len(s) > maxProse {
		return title{}
	}
	t := title{text: joinHyphens(oneLine(narrow.Replace(stripEmoji(s))))}
	for {
		was := t.text
		t.text = strings.Trim(t.text, " \t,;|*_~`•·:–—→>：，。；、")
		t.text = strings.TrimLeft(t.text, "-.)]}!=+ ")
		t.text = strings.TrimRight(t.text, "-[({/ ")
		if strings.HasSuffix(t.text, ".") && !strings.HasSuffix(t.text, "..") {
			t.text = strings.TrimSuffix(t.text, ".")
		}
		t.leadingMark()
		t.leadingNote()
		t.trailingBracket()
		t.trailingNote()
		t.trailingPeople()
		t.wrapping()
		if t.text == was {
			return t
		}
	}
}

// narrow makes the wide brackets of Chinese and Japanese lists narrow, and
// letters of the ligatures that come out of papers.
var narrow = strings.NewReplacer("【", "[", "】", "] ", "（", " (", "）", ")", "ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl")

// leadingMark takes off a number or a date and the mark behind it.
func (t *title) leadingMark() {
	first, rest, found := strings.Cut(t.text, " ")
	if !found {
		return
	}
	if d := wholeDate(strings.TrimRight(first, ":")); !d.IsZero() && strings.ContainsAny(first, ":/-)") {
		t.text, t.date = rest, d
		return
	}
	bare := strings.Trim(first, "[](){}.:#")
	if bare != first && isNumber(bare) && len(bare) < 5 && !strings.HasPrefix(rest, "-") {
		t.text = rest
	}
	if yearOf(first) > 0 && rest != "" && strings.ContainsRune("[(", rune(rest[0])) {
		t.text, t.date = behindBrackets(rest), orDate(t.date, yearIn(first))
	}
	t.leadingBracket()
}

// behindBrackets drops what a list files a dated title under, each in brackets
// of its own: "(Company) (KDD) *[Name] Title".
func behindBrackets(s string) string {
	for {
		rest := strings.TrimLeft(s, " *_")
		shut := strings.IndexAny(rest, "])")
		if shut < 0 || shut > maxLabel || rest[0] != '(' && rest[0] != '[' || wordCount(rest[1:shut]) > 4 || wordCount(rest[shut+1:]) < 2 {
			return s
		}
		s = rest[shut+1:]
	}
}

// leadingBracket takes off "[NeurIPS 2017]", "(pdf)", and a name ahead of the
// title: "[R-CNN] Rich feature hierarchies".
func (t *title) leadingBracket() {
	if t.text == "" || t.text[0] != '[' && t.text[0] != '(' {
		return
	}
	shut := strings.IndexAny(t.text, "])")
	if shut < 0 || shut > maxLabel || wordCount(t.text[shut+1:]) < 2 {
		return
	}
	inside, rest := t.text[1:shut], t.text[shut+1:]
	named := strings.HasPrefix(rest, " ") && (wordCount(rest) >= 3 || strings.HasPrefix(rest[1:], inside)) && isNameInBracket(inside, t.text[0] == '[')
	words := strings.Fields(inside)
	dated := len(words) > 1 && yearOf(words[len(words)-1]) > 0 // "(Annals of Statistics 2019)"
	if isLabel(inside) || isDatedNote(inside) || dated || named {
		t.date = orDate(t.date, orDate(wholeDate(inside), yearIn(inside)))
		t.text = strings.TrimLeft(rest, " :.-")
	}
}

// isNameInBracket tells a name from a word of the title that stands in
// brackets: "(Almost) everything", "[Re] Attention".
func isNameInBracket(inside string, square bool) bool {
	if square {
		return inside != "Re" && wordCount(inside) <= 3
	}
	return wordCount(inside) <= 2 && (isAcronym(inside) || strings.ContainsAny(inside, "0123456789-_"))
}

// yearIn finds a year among the words of a text, or the date of a venue.
func yearIn(s string) graph.Date {
	words := strings.Fields(s)
	if d := venueDate(words); !d.IsZero() {
		return d
	}
	for _, w := range words {
		if y := yearOf(w); y > 0 {
			return graph.Date{Year: y}
		}
		if m := shortYear.FindStringSubmatch(w); m != nil {
			y, _ := strconv.Atoi(m[1])
			return graph.Date{Year: 2000 + y}
		}
	}
	return graph.Date{}
}

// shortYear knows "CVPR'18" and "TKDD2021".
var shortYear = regexp.MustCompile(`^[(\[]?[A-Z][A-Za-z]+['’‘](\d\d)[,.;:)\]]*$`)

// trailingBracket takes off "(AAAI 2019)", "[2020]", "(pdf)".
func (t *title) trailingBracket() {
	n := len(t.text)
	if n == 0 || t.text[n-1] != ')' && t.text[n-1] != ']' {
		if strings.Count(t.text, "(") > strings.Count(t.text, ")") && strings.LastIndex(t.text, "(") > 0 {
			t.text = t.text[:strings.LastIndex(t.text, "(")]
		}
		return
	}
	open := strings.LastIndexAny(t.text, "([")
	if open <= 0 {
		return
	}
	inside := t.text[open+1 : n-1]
	year := yearIn(inside)
	if year.IsZero() && !isLabel(inside) {
		return
	}
	if !year.IsZero() {
		t.date = year
	}
	t.text = strings.TrimSpace(t.text[:open])
}

// wrapping takes off quotes or brackets around the whole, and a quote without
// its other half.
func (t *title) wrapping() {
	if strings.Count(t.text, `"`)+strings.Count(t.text, "“")+strings.Count(t.text, "”") == 1 {
		t.text = strings.Trim(t.text, `"“”`)
	}
	for _, pair := range [][2]string{{"[[", "]]"}, {`"`, `"`}, {"“", "”"}, {"'", "'"}, {"‘", "’"}, {"[", "]"}, {"(", ")"}, {"《", "》"}} {
		inner, open := strings.CutPrefix(t.text, pair[0])
		inner, shut := strings.CutSuffix(inner, pair[1])
		if open && shut && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			t.text = inner
		} else if open && pair[0] == "[" && !strings.Contains(inner, "]") {
			t.text = t.text[1:]
		}
	}
}

// stripEmoji takes out pictures, and the names GitHub gives them: ":star:".
func stripEmoji(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r >= 0x23E9 && r <= 0x23FF || r == 0xFE0F || r == 0x200D || r == 0x200B {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	for {
		open := strings.IndexByte(s, ':')
		if open < 0 {
			break
		}
		n := strings.IndexFunc(s[open+1:], func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '+' || r == '-')
		})
		if n >= 1 && s[open+1+n] == ':' && strings.IndexFunc(s[open+1:open+1+n], unicode.IsLetter) >= 0 && (open == 0 || s[open-1] == ' ' || n > 1) {
			b.WriteString(s[:open])
			s = s[open+n+2:]
			continue
		}
		b.WriteString(s[:open+1])
		s = s[open+1:]
	}
	b.WriteString(s)
	return strings.TrimSpace(b.String())
}
