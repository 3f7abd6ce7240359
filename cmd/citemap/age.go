package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// An age is a span of time as a flag: 30d, 12h, 2w, 90s, 10m.
type age time.Duration

const (
	minute = age(time.Minute)
	day    = age(24 * time.Hour)
)

// newAge makes a flag of a duration, which is first if nobody sets it.
func newAge(d *time.Duration, first age) *age {
	*d = time.Duration(first)
	return (*age)(d)
}

// Set reads an age.
func (a *age) Set(s string) error {
	units := map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour}
	for unit, span := range units {
		if number, found := strings.CutSuffix(s, unit); found {
			n, err := strconv.ParseFloat(number, 64)
			if err == nil && n >= 0 && n < 100000 {
				*a = age(n * float64(span))
				return nil
			}
		}
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return fmt.Errorf("want an age such as 30d, 12h, 2w or 10m")
	}
	*a = age(d)
	return nil
}

func (a *age) String() string {
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
func (a *age) Type() string { return "age" }
