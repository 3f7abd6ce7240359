// Package dates reads dates as people write them, and writes them in the same
// way.
package dates

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"citemap/fetch/citation/words"
	"citemap/graph"
)

func Or(a, b graph.Date) graph.Date {
	if a.IsZero() {
		return b
	}
	return a
}

// YearOfIssue finds the year ahead of a volume: "Nature. 2015;521(7553)".
func YearOfIssue(s string) graph.Date {
	if m := issueYear.FindStringSubmatch(s); m != nil {
		return graph.Date{Year: YearOf(m[1])}
	}
	return graph.Date{}
}

var (
	issueYear = regexp.MustCompile(`[ .](\d{4})(?: \pL{3}(?: \d{1,2})?)? ?;`)
)

// YearIn finds a year among the words of a text, or the date of a venue.
func YearIn(s string) graph.Date {
	words := strings.Fields(s)
	if d := venueDate(words); !d.IsZero() {
		return d
	}
	for _, w := range words {
		if y := YearOf(w); y > 0 {
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

// layouts are the ways in which lists write a day, a month or a year, and how
// much of the date they tell.
var layouts = []struct {
	layout string
	parts  int
}{
	{"2006-01-02", 3}, {"2006/01/02", 3}, {"2006.01.02", 3}, {"2 Jan 2006", 3}, {"2 January 2006", 3},
	{"Jan 2, 2006", 3}, {"January 2, 2006", 3}, {"2006-01", 2}, {"2006/01", 2}, {"2006.01", 2}, {"01/2006", 2},
	{"1/2006", 2}, {"2006/1", 2}, {"Jan 2006", 2}, {"January 2006", 2}, {"Jan, 2006", 2}, {"January, 2006", 2}, {"2006", 1},
}

// Whole reads a text that is a date and nothing else.
func Whole(s string) graph.Date {
	if len(s) > words.MaxLabel {
		return graph.Date{}
	}
	s = strings.Trim(words.OneLine(s), ".:,()[]* ")
	if strings.IndexFunc(s, unicode.IsLetter) >= 0 { // "Jun. 2024", "Sept 2024"
		s = strings.Replace(strings.Replace(s, ".", "", 1), "Sept ", "Sep ", 1)
	}
	if len(s) < 4 || len(s) > 20 || !strings.ContainsAny(s, "0123456789") {
		return graph.Date{}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil && YearOf(strconv.Itoa(t.Year())) > 0 {
			d := graph.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
			if l.parts < 3 {
				d.Day = 0
			}
			if l.parts < 2 {
				d.Month = 0
			}
			return d
		}
	}
	return graph.Date{}
}

// LayoutOf finds the layout in which a date is written; -1 where it is none.
func LayoutOf(s string) int {
	for i, l := range layouts {
		if _, err := time.Parse(l.layout, s); err == nil {
			return i
		}
	}
	return -1
}

// InLayout writes a date in a layout, if it is known as precisely as that
// tells, and else as YYYY-MM-DD as far as it is known.
func InLayout(d graph.Date, layout int) string {
	known := 1 + min(d.Month, 1) + min(d.Day, 1)
	if layout < 0 || layouts[layout].parts > known || d.IsZero() {
		return d.String()
	}
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC).Format(layouts[layout].layout)
}

// YearOf reads a word that is a year a paper can be of, with the punctuation
// around it; 0 where it is not.
func YearOf(w string) int {
	w = strings.Trim(w, "()[]{}.,;:'*\"")
	if len(w) != 4 || !words.IsNumber(w) {
		return 0
	}
	if y, err := strconv.Atoi(w); err == nil && y >= 1800 && y < 2100 {
		return y
	}
	return 0
}

// In finds the date that a line gives: as its beginning, in brackets, or
// behind the name of a venue.
func In(line string) graph.Date {
	if d := Whole(line); !d.IsZero() {
		return d
	}
	words := strings.Fields(words.StripEmoji(line))
	if len(words) > 0 && strings.ContainsAny(words[0], "-/:.)") {
		if d := Whole(strings.TrimRight(words[0], ":)")); !d.IsZero() {
			return d
		}
	}
	if d := venueDate(words); !d.IsZero() {
		return d
	}
	for i, w := range words {
		y := YearOf(w)
		if y > 0 && (strings.ContainsAny(w, ")]") || i > 0 && !isPlain(w) && (isVenueWord(words[i-1]) || strings.HasSuffix(words[i-1], "."))) {
			return graph.Date{Year: y}
		}
	}
	n := len(words)
	if n > 1 && YearOf(words[n-1]) > 0 && (n < 8 && isVenueWord(words[n-2]) || strings.HasSuffix(words[n-2], ",")) {
		return graph.Date{Year: YearOf(words[n-1])}
	}
	if m := yearInBrackets.FindStringSubmatch(line); m != nil {
		return graph.Date{Year: YearOf(m[1])}
	}
	return graph.Date{}
}

// yearInBrackets knows "ICML 28(2013): 1139".
var yearInBrackets = regexp.MustCompile(`\((\d{4})\)`)

// isPlain tells a word with no punctuation behind it: a year in a sentence.
func isPlain(w string) bool { return YearOf(w) > 0 && len(w) == 4 }

// isVenueWord tells whether a word before a year can be where a paper appeared.
func isVenueWord(w string) bool {
	if strings.EqualFold(w, "In") || strings.EqualFold(w, "since") || strings.EqualFold(w, "by") {
		return false
	}
	return strings.HasSuffix(w, ",") || w != strings.ToLower(w) || words.Labels[strings.ToLower(strings.Trim(w, "(["))] != 0
}

// APADate is a date behind the people of a citation in the style of APA, the day
// of a talk or a post: "(2020, March 3)", "(2020, March 3–5)", "(n.d.)".
const APADate = `\((?:\d{4}[a-z]?, \pL{3,9}\.?(?: \d{1,2}(?: ?[–-] ?(?:\pL{3,9} )?\d{1,2})?)?|n\. ?d\.|[Ii]n press|[Ff]orthcoming)\)`

var dayOfAPA = regexp.MustCompile(`\((\d{4})[a-z]?, (\pL{3,9})\.?(?: (\d{1,2}))?`)

// DayIn finds the year among the words of a text, with month and day where they
// stand with it as APA has them.
func DayIn(s string) graph.Date {
	if m := dayOfAPA.FindStringSubmatch(s); m != nil {
		for _, written := range []string{m[2] + " " + m[3] + ", " + m[1], m[2] + " " + m[1]} {
			if d := Whole(written); !d.IsZero() {
				return d
			}
		}
	}
	return YearIn(s)
}
