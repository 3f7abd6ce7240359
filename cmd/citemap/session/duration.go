package session

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Duration is a span of time as a flag: 90s, 10m, 12h, 30d, 2w.
type Duration time.Duration

const (
	Minute = Duration(time.Minute)
	Day    = Duration(24 * time.Hour)
)

// newDuration makes a flag of a duration, which is first if nobody sets it.
func newDuration(d *time.Duration, first Duration) *Duration {
	*d = time.Duration(first)
	return (*Duration)(d)
}

// Set reads a duration.
func (d *Duration) Set(s string) error {
	units := map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour}
	for unit, span := range units {
		if number, found := strings.CutSuffix(s, unit); found {
			n, err := strconv.ParseFloat(number, 64)
			if err == nil && n >= 0 && n < 100000 {
				*d = Duration(n * float64(span))
				return nil
			}
		}
	}
	read, err := time.ParseDuration(s)
	if err != nil || read < 0 {
		return errors.New("want a duration such as 90s, 10m, 12h, 30d or 2w")
	}
	*d = Duration(read)
	return nil
}

func (d *Duration) String() string {
	span := time.Duration(*d)
	if span > 0 && span%(24*time.Hour) == 0 {
		return fmt.Sprintf("%dd", span/(24*time.Hour))
	}
	text := span.String()
	if span >= time.Minute {
		text = strings.TrimSuffix(text, "0s")
	}
	if span >= time.Hour && strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}

// Type names the flag's value in help texts.
func (d *Duration) Type() string { return "duration" }
