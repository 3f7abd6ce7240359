package citation

import (
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// Clean takes off what stands around a title: list numbers, dates, marks,
// quotes, a venue or year in brackets.
func Clean(s string) Reading {
	if len(s) > MaxProse {
		return Reading{}
	}
	t := Reading{Title: joinHyphens(words.OneLine(words.Narrow.Replace(words.StripEmoji(s))))}
	for {
		was := t.Title
		t.Title = strings.Trim(t.Title, " \t,;|*_~`•·:–—→>：，。；、")
		t.Title = strings.TrimLeft(t.Title, "-.)]}!=+ ")
		t.Title = strings.TrimRight(t.Title, "-[({/ ")
		if strings.HasSuffix(t.Title, ".") && !strings.HasSuffix(t.Title, "..") {
			t.Title = strings.TrimSuffix(t.Title, ".")
		}
		t.leadingMark()
		t.leadingNote()
		t.trailingBracket()
		t.trailingNote()
		t.trailingPeople()
		t.wrapping()
		if t.Title == was {
			return t
		}
	}
}

// leadingMark takes off a number or a date and the mark behind it.
func (t *Reading) leadingMark() {
	first, rest, found := strings.Cut(t.Title, " ")
	if !found {
		return
	}
	if d := dates.Whole(strings.TrimRight(first, ":")); !d.IsZero() && strings.ContainsAny(first, ":/-)") {
		t.Title, t.Date = rest, d
		return
	}
	bare := strings.Trim(first, "[](){}.:#")
	if bare != first && words.IsNumber(bare) && len(bare) < 5 && !strings.HasPrefix(rest, "-") {
		t.Title = rest
	}
	if dates.YearOf(first) > 0 && rest != "" && strings.ContainsRune("[(", rune(rest[0])) {
		t.Title, t.Date = behindBrackets(rest), dates.Or(t.Date, dates.YearIn(first))
	}
	t.leadingBracket()
}

// behindBrackets drops what a list files a dated title under, each in brackets
// of its own: "(Company) (KDD) *[Name] Title".
func behindBrackets(s string) string {
	for {
		rest := strings.TrimLeft(s, " *_")
		shut := strings.IndexAny(rest, "])")
		if shut < 0 || shut > words.MaxLabel || rest[0] != '(' && rest[0] != '[' || words.WordCount(rest[1:shut]) > 4 || words.WordCount(rest[shut+1:]) < 2 {
			return s
		}
		s = rest[shut+1:]
	}
}

// leadingBracket takes off "[NeurIPS 2017]", "(pdf)", and a name ahead of the
// title: "[R-CNN] Rich feature hierarchies".
func (t *Reading) leadingBracket() {
	if t.Title == "" || t.Title[0] != '[' && t.Title[0] != '(' {
		return
	}
	shut := strings.IndexAny(t.Title, "])")
	if shut < 0 || shut > words.MaxLabel || words.WordCount(t.Title[shut+1:]) < 2 {
		return
	}
	inside, rest := t.Title[1:shut], t.Title[shut+1:]
	named := strings.HasPrefix(rest, " ") && (words.WordCount(rest) >= 3 || strings.HasPrefix(rest[1:], inside)) && isNameInBracket(inside, t.Title[0] == '[')
	words := strings.Fields(inside)
	dated := len(words) > 1 && dates.YearOf(words[len(words)-1]) > 0 // "(Annals of Statistics 2019)"
	if label.IsLabel(inside) || label.IsDatedNote(inside) || dated || named {
		t.Date = dates.Or(t.Date, dates.Or(dates.Whole(inside), dates.YearIn(inside)))
		t.Title = strings.TrimLeft(rest, " :.-")
	}
}

// isNameInBracket tells a name from a word of the title that stands in
// brackets: "(Almost) everything", "[Re] Attention".
func isNameInBracket(inside string, square bool) bool {
	n := words.WordCount(inside)
	return square && inside != "Re" && n <= 3 || !square && n <= 2 && (words.IsAcronym(inside) || strings.ContainsAny(inside, "0123456789-_"))
}

// trailingBracket takes off "(AAAI 2019)", "[2020]", "(pdf)".
func (t *Reading) trailingBracket() {
	n := len(t.Title)
	if n == 0 || t.Title[n-1] != ')' && t.Title[n-1] != ']' {
		if strings.Count(t.Title, "(") > strings.Count(t.Title, ")") && strings.LastIndex(t.Title, "(") > 0 {
			t.Title = t.Title[:strings.LastIndex(t.Title, "(")]
		}
		return
	}
	open := strings.LastIndexAny(t.Title, "([")
	if open <= 0 {
		return
	}
	inside := t.Title[open+1 : n-1]
	year := dates.YearIn(inside)
	if year.IsZero() && !label.IsLabel(inside) {
		return
	}
	if !year.IsZero() {
		t.Date = year
	}
	t.Title = strings.TrimSpace(t.Title[:open])
}

// wrapping takes off quotes or brackets around the whole, and a quote without
// its other half.
func (t *Reading) wrapping() {
	if strings.Count(t.Title, `"`)+strings.Count(t.Title, "“")+strings.Count(t.Title, "”") == 1 {
		t.Title = strings.Trim(t.Title, `"“”`)
	}
	for _, pair := range [][2]string{{"[[", "]]"}, {`"`, `"`}, {"“", "”"}, {"'", "'"}, {"‘", "’"}, {"[", "]"}, {"(", ")"}, {"《", "》"}} {
		inner, open := strings.CutPrefix(t.Title, pair[0])
		inner, shut := strings.CutSuffix(inner, pair[1])
		if open && shut && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			t.Title = inner
		} else if open && pair[0] == "[" && !strings.Contains(inner, "]") {
			t.Title = t.Title[1:]
		}
	}
}

// leadingNote takes a note off the front: "NeurIPS 2017 - ", "2017.06: ",
// "Title: ", an id.
func (t *Reading) leadingNote() {
	for _, mark := range []string{": ", "：", " - ", " – ", " — ", " | ", "| ", ". ", ", "} {
		head, tail, found := strings.Cut(t.Title, mark)
		if !found || words.WordCount(tail) < 2 || !label.IsLeadingNote(head, mark) {
			continue
		}
		t.Title, t.Date = tail, dates.Or(t.Date, dates.Or(dates.Whole(head), dates.YearIn(head)))
		return
	}
	first, rest, _ := strings.Cut(t.Title, " ")
	if x, err := graph.ParseID(strings.Trim(first, "[]():.,")); err == nil && (x.Scheme == graph.ArXiv || x.Scheme == graph.DOI) && words.WordCount(rest) >= 2 {
		t.Title = rest
	}
}

// trailingNote takes a note off the end: ", NeurIPS 2017", " - arXiv",
// ". In CVPR 2018", ", Vaswani et al.".
func (t *Reading) trailingNote() {
	for _, mark := range []string{" | ", " - ", " – ", " — ", ". ", ", "} {
		head, tail, found := lastCut(t.Title, mark)
		if !found || words.WordCount(head) < 2 && !words.IsAcronym(head) {
			continue
		}
		if title, venue, more := lastCut(head, ", "); more && mark == ", " && dates.YearOf(tail) > 0 && (words.IsAcronym(venue) || label.IsAllOf(venue, words.VenueLabel, words.PaperLabel)) {
			head, tail = title, venue+" "+tail
		}
		quoted := strings.HasSuffix(head, `"`) || strings.HasSuffix(head, "”")
		if !label.IsTrailingNote(tail, mark) && !(quoted && label.IsNote(tail)) {
			continue
		}
		t.Title, t.Date = head, dates.Or(t.Date, dates.Or(dates.Whole(tail), dates.YearIn(tail)))
		return
	}
}

// withoutPeopleBelow takes off a line of people below a title.
func withoutPeopleBelow(s string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		title := lines[i-1]
		if words.LooksLikeNames(lines[i]) && words.WordCount(title) >= 2 && !words.LooksLikeNames(title) && len(leadingPeople(title).ends) < 2 {
			s = strings.Join(lines[:i], " ")
			break
		}
	}
	return words.OneLine(s)
}

// trailingPeople takes off "by" or a dash with people behind it.
func (t *Reading) trailingPeople() {
	for _, mark := range []string{" - by ", " -by ", " by ", " - ", " -", " – ", " — "} {
		head, tail, found := lastCut(t.Title, mark)
		if !found || words.WordCount(head) < 2 {
			continue
		}
		people := words.LooksLikeNames(tail) || strings.HasSuffix(mark, "by ")
		if mark == " by " { // "by Combining Convolution and Recurrent Layers"
			people = words.LooksLikeNames(tail) && (strings.Contains(tail, ",") || words.HasEtAl(tail))
		}
		if people {
			t.Title = head
			return
		}
	}
}

func lastCut(s, mark string) (head, tail string, found bool) {
	n := strings.LastIndex(s, mark)
	if n < 0 {
		return s, "", false
	}
	return s[:n], s[n+len(mark):], true
}
