package graph

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Date is a day, a month (Day 0) or a year (Month and Day 0) of the
// Gregorian calendar; the zero Date is an unknown one.
type Date struct{ Year, Month, Day int }

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			d := Date{t.Year(), int(t.Month()), t.Day()}
			if len(layout) < len("2006-01-02") {
				d.Day = 0
			}
			if len(layout) < len("2006-01") {
				d.Month = 0
			}
			return d, nil
		}
	}
	return Date{}, fmt.Errorf("date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// String gives the date in the precision it is known, "" where it is not.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%04d", d.Year)
	for _, n := range []int{d.Month, d.Day} {
		if n == 0 {
			break
		}
		b.WriteByte('-')
		if n < 10 {
			b.WriteByte('0')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// After reports whether d lies after the end of the period that end names.
// They are compared as precisely as both are known, so that a paper of which
// only the year is known counts by its year.
func (d Date) After(end Date) bool {
	if d.Year != end.Year {
		return d.Year > end.Year
	}
	if d.Month == 0 || end.Month == 0 || d.Month != end.Month {
		return d.Month > end.Month && end.Month != 0
	}
	return d.Day > end.Day && end.Day != 0
}

// Compare orders dates by time; a coarser date comes before the finer ones
// inside it and an unknown date before all.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Years is the middle of what is known of a date as a number of years: 2001.5
// for 2001. Two dates of which only the year is known lie whole years apart.
// Of an unknown date it means nothing.
func (d Date) Years() float64 {
	switch {
	case d.Month == 0:
		return float64(d.Year) + 0.5
	case d.Day == 0:
		return float64(d.Year) + (float64(d.Month)-0.5)/12
	}
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).YearDay()
	days := time.Date(d.Year, time.December, 31, 0, 0, 0, 0, time.UTC).YearDay()
	return float64(d.Year) + (float64(day)-0.5)/float64(days)
}

// Set makes Date a command-line flag.
func (d *Date) Set(s string) error {
	parsed, err := ParseDate(s)
	if err == nil {
		*d = parsed
	}
	return err
}

// Type names the flag's value in help texts.
func (d *Date) Type() string { return "date" }
