package html

import (
	"slices"
	"strconv"

	"citemap/graph/study"
	"citemap/render"
)

// contributorsShown is how many authors, and how many venues, the table has.
const contributorsShown = 12

// A contributorRow is an author or a venue.
type contributorRow struct {
	Name, Kind            string
	Papers, Listed, Cited string
	Years                 string
	First                 bool // of its kind
}

// contributorRows gives the most cited authors and venues of what is around the
// list, but those of one paper that is cited once at most.
func contributorRows(f *study.Findings) []contributorRow {
	var rows []contributorRow
	for _, kind := range []struct {
		name string
		all  []study.Contributor
	}{{"author", f.Authors()}, {"venue", f.Venues()}} {
		telling := slices.DeleteFunc(kind.all, func(c study.Contributor) bool { return c.Papers < 2 && c.Cited < 2 })
		for i, c := range telling[:min(contributorsShown, len(telling))] {
			rows = append(rows, contributorRow{
				Name: render.Clean(c.Name), Kind: kind.name, Papers: number(c.Papers), Listed: number(c.Listed), Cited: number(c.Cited),
				Years: span(c.First, c.Last), First: i == 0,
			})
		}
	}
	return rows
}

// contributorsAbout says whose authors and venues they are.
func contributorsAbout(f *study.Findings) string {
	papers := plural(len(f.Neighbourhood().Papers), "paper")
	if len(f.Graph.Listed()) == 0 {
		return "The authors and venues of the " + papers + " of the corpus that are cited most in it. A name stands for all who bear it."
	}
	return "The authors and venues of the " + papers + " around the list that listed papers cite most. A name stands for all who bear it."
}

// span writes years as "1990–2004"; "" where none is known.
func span(first, last int) string {
	switch {
	case first == 0:
		return ""
	case first == last:
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}
