package graph_test

import (
	"fmt"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

func TestToday(t *testing.T) {
	years := func(first, last, each int, more ...string) (dates []string) {
		for year := first; year <= last; year++ {
			for range each {
				dates = append(dates, fmt.Sprint(year))
			}
		}
		return append(dates, more...)
	}
	for _, test := range []struct {
		name         string
		dates        []string
		newest, asOf string // fact; cut
		want         string
		future       int
	}{
		{"no paper", nil, "", "", "", 0},
		{"no date", []string{"", ""}, "2020-01-01", "", "", 0},
		{"the newest paper, as precisely as it is known", []string{"2001", "2003", "2003-05"}, "", "", "2003-05", 0},
		{"one misdated paper of three hundred", years(1990, 2019, 10, "2109"), "", "", "2019", 1},
		{"several of them", years(1990, 2019, 20, "2031", "2109", "2999", "9999"), "", "", "2019", 4},
		{"a few years off", years(1990, 2019, 10, "2024"), "", "", "2019", 1},
		{"one of a dozen", years(2008, 2019, 1, "2109"), "", "", "2019", 1},
		{"one of six, after the newest fact", years(2015, 2019, 1, "2109"), "2026-11-22", "", "2019", 1},
		{"a classic and its two successors are no tail", []string{"1950", "2019", "2020"}, "2026-11-22", "", "2020", 0},
		{"a field that slept is no tail", years(1950, 1959, 1, "2019", "2020", "2021"), "2026-11-22", "", "2021", 0},
		{"a year without papers is no tail", years(1990, 2019, 10, "2021"), "2026-11-22", "", "2021", 0},
		{"announced for the month after the facts", years(2015, 2025, 2, "2026-11", "2026-11-21", "2026-12"), "2026-11-22", "", "2026-11-21", 1},
		{"a day of the facts that most papers contradict", years(2015, 2025, 2), "1999-01-01", "", "2025", 0},
		{"the day of the cut, whatever is newest", years(1990, 2010, 1), "2026-11-22", "2012-06", "2012-06", 0},
		{"a cut beyond the facts cuts nothing", years(1990, 2019, 10, "2109"), "2026-11-22", "2200", "2019", 1},
	} {
		c := &graph.Corpus{}
		for i, date := range test.dates {
			p := graphtest.Paper(fmt.Sprintf("p%04d", i))
			p.Date = dateOf(t, date)
			c.Papers = append(c.Papers, p)
		}
		c.Newest = dateOf(t, test.newest)
		g := graph.New(c.Until(dateOf(t, test.asOf)))
		if got := g.Today().String(); got != test.want || g.FutureDated() != test.future {
			t.Errorf("%s: today is %q, %d papers later; want %q, %d", test.name, got, g.FutureDated(), test.want, test.future)
		}
	}
}

func dateOf(t *testing.T, s string) graph.Date {
	t.Helper()
	if s == "" {
		return graph.Date{}
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
