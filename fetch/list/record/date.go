package record

import (
	"regexp"
	"strings"
	"unicode"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

var Months = map[string]string{"jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6",
	"jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11", "dec": "12"}

var YearDigits = regexp.MustCompile(`\d{4}`)

// FirstMonth reads a month by itself, or the first that is named among days and
// other months: "June 3–5", "12 mar", "Sept.-Oct."; 0 is none.
func FirstMonth(s string) int {
	if month := monthOf(s); month > 0 {
		return month
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if month := monthOf(word); month > 0 {
			return month
		}
	}
	return 0
}

// monthOf reads a month as a number or by its name; 0 is none.
func monthOf(s string) int {
	s = strings.ToLower(strings.Trim(s, " ."))
	if len(s) > 3 && s[0] > '9' {
		s = s[:3]
	}
	if number, known := Months[s]; known {
		s = number
	}
	s = strings.TrimPrefix(s, "0")
	if !words.IsNumber(s) || len(s) == 0 || len(s) > 2 || len(s) == 2 && s > "12" || s == "0" {
		return 0
	}
	month := int(s[0] - '0')
	if len(s) == 2 {
		month = 10*month + int(s[1]-'0')
	}
	return month
}

// LooseDate reads a date as programs write it: YYYY/MM/DD/text with parts left
// out, a date as a person writes it, or anything with a year in it.
func LooseDate(s string) graph.Date {
	s = words.OneLine(s)
	if y := dates.YearOf(s); y > 0 {
		return graph.Date{Year: y}
	}
	if d := dates.Whole(s); !d.IsZero() {
		return d
	}
	if day, _, timed := strings.Cut(s, "T"); timed {
		if d := dates.Whole(day); !d.IsZero() {
			return d
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/- ,.", r) })
	var d graph.Date
	for i, part := range parts {
		switch {
		case i == 0 && dates.YearOf(part) > 0:
			d.Year = dates.YearOf(part)
		case i == 1 && d.Year > 0:
			d.Month = monthOf(part)
		case i == 2 && d.Month > 0:
			d.Day = dayOf(part)
		}
	}
	if d.Year > 0 {
		return d
	}
	return graph.Date{Year: dates.YearOf(YearDigits.FindString(s))}
}

// dayOf reads the day of a month; 0 is none.
func dayOf(s string) int {
	s = strings.TrimPrefix(s, "0")
	if !words.IsNumber(s) || s == "" || len(s) > 2 || len(s) == 2 && s > "31" {
		return 0
	}
	day := 0
	for _, c := range s {
		day = 10*day + int(c-'0')
	}
	return day
}

// Finer gives the date that is known more precisely, of two that agree; of
// others the first.
func Finer(a, b graph.Date) graph.Date {
	if a.IsZero() || a.Year == b.Year && (a.Month == 0 && b.Month > 0 || a.Day == 0 && b.Day > 0 && a.Month == b.Month) {
		return b
	}
	return a
}
