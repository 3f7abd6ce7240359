package styled

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// FirstTitle gives the first line that reads as a title; a line of one word, or
// one that could be people, only where there is no better one.
func FirstTitle(runs []Run) citation.Reading {
	var short, people citation.Reading
	for len(runs) > 0 {
		line := FirstLine(runs)
		runs = runs[min(len(line)+1, len(runs)):]
		t := LineTitle(line)
		switch {
		case words.WordCount(t.Title) < 2:
			short = short.Or(t)
		case words.LooksLikeNames(t.Title) && strings.Contains(t.Title, ","):
			people = people.Or(t)
		default:
			return t
		}
	}
	return people.Or(short)
}

// LineTitle finds the title in a line that may go on with people and places,
// or begin with them.
func LineTitle(line []Run) citation.Reading {
	line = dressedLead(line)
	if t := italicTitle(line); t.Title != "" {
		return t
	}
	var b strings.Builder
	for _, p := range line {
		if p.Italic && (words.LooksLikeNames(p.Text) || etAl.MatchString(p.Text)) && words.WordCount(b.String()) > 0 {
			break
		}
		b.WriteString(p.Text)
		if b.Len() > citation.MaxProse {
			break
		}
	}
	said, _, _ := strings.Cut(b.String(), "Author(s): ") // a front page of JSTOR
	t := citation.TitleIn(chinesePeople.ReplaceAllString(fullestPart(said), "$1"))
	if last := t.Title[strings.LastIndexByte(t.Title, ' ')+1:]; words.FunctionWords[last] {
		return citation.Reading{} // the link was a part of the sentence
	}
	if label.IsLabel(t.Title) || len(t.Title) > citation.MaxTitle || !dates.Whole(t.Title).IsZero() {
		return citation.Reading{}
	}
	return t
}

// etAl ends people, whatever their names.
var etAl = regexp.MustCompile(`et al\b`)

// chinesePeople are people behind a title in the marks of Chinese: "，LeCun等。".
var chinesePeople = regexp.MustCompile(`[，。]\s*[^，。]{1,30}等(?:人|著)?([，。]|$)`)

// italicTitle gives a title in italics at the beginning of a line, where people
// or a place follow it behind a comma or a full stop.
func italicTitle(line []Run) citation.Reading {
	for i, p := range line {
		switch {
		case strings.TrimSpace(p.Text) == "":
			continue
		case !p.Italic || i+1 == len(line) || !strings.HasPrefix(line[i+1].Text, ",") && !strings.HasPrefix(line[i+1].Text, "."):
			return citation.Reading{}
		}
		if t := citation.Clean(p.Text); words.WordCount(t.Title) >= 2 && !words.LooksLikeNames(t.Title) && !label.IsLabel(t.Title) {
			return citation.Reading{Title: t.Title, Date: dates.Or(t.Date, dates.YearIn(Text(line[i+1:])))}
		}
		return citation.Reading{}
	}
	return citation.Reading{}
}

// dressedLead drops what stands ahead of a title in another dress: a venue, the
// short name of what it is about.
func dressedLead(line []Run) []Run {
	for i := 0; i+1 < len(line); i++ {
		p, rest := line[i], Text(line[i+1:])
		text := words.StripEmoji(p.Text)
		switch {
		case strings.TrimSpace(text) == "":
			continue
		case !p.Bold && !p.Italic || line[i+1].Bold || line[i+1].Italic || words.WordCount(rest) < 3:
			return line
		case label.IsNote(text) || words.WordCount(text) == 1 && beginsTitle(line[i+1].Text):
			return line[i+1:]
		}
		return line
	}
	return line
}

// beginsTitle tells whether a text goes on, behind white space, with a large
// letter.
func beginsTitle(s string) bool {
	rest := strings.TrimLeft(s, " \"“")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != s && unicode.IsUpper(r)
}

// fullestPart gives, of a line divided by upright strokes, the part with the
// most words.
func fullestPart(s string) string {
	best := ""
	for _, part := range strings.Split(s, " | ") {
		if words.WordCount(part) > words.WordCount(best) && !words.LooksLikeNames(part) {
			best = part
		}
	}
	if best == "" {
		return s
	}
	return best
}

// BoldTitle gives the first bold run that reads as a title.
func BoldTitle(before []Run) citation.Reading {
	for i := 0; i < len(before); i++ {
		text := ""
		for ; i < len(before) && before[i].Bold && before[i].Gap == NoGap; i++ {
			text += before[i].Text
		}
		if isBracketed(text) && words.WordCount(Text(before[min(i, len(before)):min(i+4, len(before))])) > 1 {
			continue // a name or a venue ahead of the title
		}
		if citation.ArePeople(text) && words.WordCount(Text(FirstLine(before[min(i, len(before)):]))) > 1 {
			continue // "**Ada Love, Alan Turing**. *Title*."
		}
		if t := citation.MarkedTitle(text); words.WordCount(t.Title) >= 2 && !label.IsLabel(t.Title) && dates.Whole(t.Title).IsZero() {
			return t
		}
	}
	return citation.Reading{}
}

// isBracketed tells whether all of a text stands in brackets.
func isBracketed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

// PeopleTitle gives the title in a line that begins with people.
func PeopleTitle(line []Run) citation.Reading {
	if Length(line) > citation.MaxProse {
		return citation.Reading{}
	}
	text := Text(line)
	if t := citation.TitleIn(text); len(t.People) > 1 && words.WordCount(t.Title) >= 2 && !strings.HasPrefix(text, t.Title) && len(t.Title) <= citation.MaxTitle {
		return t
	}
	return citation.Reading{}
}

// QuotedTitle gives the title of the one line that begins with a quote and ends
// with where the paper appeared, or with the quotation.
func QuotedTitle(before []Run) citation.Reading {
	for len(before) > 0 {
		line := FirstLine(before)
		before = before[min(len(line)+1, len(before)):]
		if t := citation.QuotedTitle(strings.TrimRight(Text(line), " [(")); t.Title != "" {
			return t
		}
	}
	return citation.Reading{}
}

// TitleBehind gives the title behind a link, where it is not the rest of a
// sentence.
func TitleBehind(after []Run) citation.Reading {
	if t := BoldTitle(after); len(after) > 0 && words.WordCount(t.Title) >= 3 && words.WordCount(Text(after)) < 30 {
		return t
	}
	t := LineTitle(after)
	r, _ := utf8.DecodeRuneInString(t.Title)
	if words.WordCount(t.Title) < 2 || words.WordCount(t.Title) > 30 || unicode.IsLower(r) {
		return citation.Reading{}
	}
	return t
}

// CellTitle gives the bold run with which a cell begins, where more follows
// it, and else all of the cell.
func CellTitle(cell []Run) citation.Reading {
	for i, p := range cell {
		if !p.Bold || p.Link > 0 {
			if words.WordCount(p.Text) > 0 {
				break
			}
			continue
		}
		rest := Text(cell[i+1:])
		if words.WordCount(p.Text) > 0 && !label.IsLabel(p.Text) && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || words.WordCount(p.Text) >= 3) {
			return citation.Clean(p.Text)
		}
		break
	}
	return citation.Clean(aheadOfGap(cell))
}

// aheadOfGap gives the text of a cell, of a long one what stands ahead of the wide
// gap that is left of a line break behind the title.
func aheadOfGap(cell []Run) string {
	text := Text(cell)
	const prose = 25
	if words.WordCount(text) <= prose {
		return text
	}
	var b strings.Builder
	for _, p := range cell {
		b.WriteString(p.Text)
	}
	head, _, found := strings.Cut(strings.TrimSpace(b.String()), "  ")
	if !found || words.WordCount(head) == 0 || words.WordCount(head) > prose {
		return text
	}
	return head
}
