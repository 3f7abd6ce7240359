package session

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// An Age is a span of time as a flag: 30d, 12h, 2w, 90s, 10m.
type Age time.Duration

const (
	Minute = Age(time.Minute)
	Day    = Age(24 * time.Hour)
)

// newAge makes a flag of a duration, which is first if nobody sets it.
func newAge(d *time.Duration, first Age) *Age {
	*d = time.Duration(first)
	return (*Age)(d)
}

// Set reads an age.
func (a *Age) Set(s string) error {
	units := map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour}
	for unit, span := range units {
		if number, found := strings.CutSuffix(s, unit); found {
			n, err := strconv.ParseFloat(number, 64)
			if err == nil && n >= 0 && n < 100000 {
				*a = Age(n * float64(span))
				return nil
			}
		}
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return fmt.Errorf("want an age such as 30d, 12h, 2w or 10m")
	}
	*a = Age(d)
	return nil
}

func (a *Age) String() string {
	d := time.Duration(*a)
	if d > 0 && d%(24*time.Hour) == 0 {
		return fmt.Sprintf("%dd", d/(24*time.Hour))
	}
	text := d.String()
	if d >= time.Minute {
		text = strings.TrimSuffix(text, "0s")
	}
	if d >= time.Hour && strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// Type names the flag's value in help texts.
func (a *Age) Type() string { return "age" }
