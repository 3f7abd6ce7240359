package markdown

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

// firstTitle gives the first line that reads as a title; a line of one word, or
// one that could be people, only where there is no better one.
func firstTitle(runs []run) citation.Reading {
	var short, people citation.Reading
	for len(runs) > 0 {
		line := firstLine(runs)
		runs = runs[min(len(line)+1, len(runs)):]
		t := lineTitle(line)
		switch {
		case words.WordCount(t.Title) < 2:
			short = citation.Or(short, t)
		case words.LooksLikeNames(t.Title) && strings.Contains(t.Title, ","):
			people = citation.Or(people, t)
		default:
			return t
		}
	}
	return citation.Or(people, short)
}

// lineTitle finds the title in a line that may go on with people and places,
// or begin with them.
func lineTitle(line []run) citation.Reading {
	line = dressedLead(line)
	if t := italicTitle(line); t.Title != "" {
		return t
	}
	var b strings.Builder
	for _, p := range line {
		if p.italic && words.LooksLikeNames(p.text) && words.WordCount(b.String()) > 0 {
			break
		}
		b.WriteString(p.text)
		if b.Len() > citation.MaxProse {
			break
		}
	}
	t := citation.Loose(chinesePeople.ReplaceAllString(fullestPart(b.String()), "$1"))
	if last := t.Title[strings.LastIndexByte(t.Title, ' ')+1:]; isFunctionWord(last) {
		return citation.Reading{} // the link was a part of the sentence
	}
	if label.IsLabel(t.Title) || len(t.Title) > citation.MaxTitle || !dates.Whole(t.Title).IsZero() {
		return citation.Reading{}
	}
	return t
}

// chinesePeople are people behind a title in the marks of Chinese: "，LeCun等。".
var chinesePeople = regexp.MustCompile(`[，。]\s*[^，。]{1,30}等(?:人|著)?([，。]|$)`)

// italicTitle gives a title in italics at the beginning of a line, where people
// or a place follow it behind a comma or a full stop.
func italicTitle(line []run) citation.Reading {
	for i, p := range line {
		switch {
		case strings.TrimSpace(p.text) == "":
			continue
		case !p.italic || i+1 == len(line) || !strings.HasPrefix(line[i+1].text, ",") && !strings.HasPrefix(line[i+1].text, "."):
			return citation.Reading{}
		}
		if t := citation.Clean(p.text); words.WordCount(t.Title) >= 2 && !words.LooksLikeNames(t.Title) && !label.IsLabel(t.Title) {
			return citation.Reading{Title: t.Title, Date: dates.Or(t.Date, dates.YearIn(plainText(line[i+1:])))}
		}
		return citation.Reading{}
	}
	return citation.Reading{}
}

// dressedLead drops what stands ahead of a title in another dress: a venue, the
// short name of what it is about.
func dressedLead(line []run) []run {
	for i := 0; i+1 < len(line); i++ {
		p, rest := line[i], plainText(line[i+1:])
		text := words.StripEmoji(p.text)
		switch {
		case strings.TrimSpace(text) == "":
			continue
		case !p.bold && !p.italic || line[i+1].bold || line[i+1].italic || words.WordCount(rest) < 3:
			return line
		case label.IsNote(text) || words.WordCount(text) == 1 && beginsTitle(line[i+1].text):
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

// boldTitle gives the first bold run that reads as a title.
func boldTitle(before []run) citation.Reading {
	for i := 0; i < len(before); i++ {
		text := ""
		for ; i < len(before) && before[i].bold && before[i].gap == noGap; i++ {
			text += before[i].text
		}
		if isBracketed(text) && words.WordCount(plainText(before[min(i, len(before)):min(i+4, len(before))])) > 1 {
			continue // a name or a venue ahead of the title
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

func isFunctionWord(w string) bool {
	return strings.Contains(" in by of the from see and with to on at is as this their our a an for via ", " "+w+" ")
}
