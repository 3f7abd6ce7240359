package add

import (
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/graph"
)

// A place is where newcomers go: behind an entry, or before it.
type place struct {
	entry  int // its place in the list
	before bool
}

// section picks the entries among which a paper belongs: of those given, the
// ones under a heading that is its year or month, else those of the last
// section.
func (r *writer) section(candidates []int, date graph.Date) []int {
	best := r.Entries[candidates[len(candidates)-1]].Section
	for _, i := range candidates {
		path := r.Entries[i].Section
		d := dates.Whole(path[strings.LastIndexByte(path, '>')+1:])
		if !d.IsZero() && d.Year == date.Year && (d.Month == 0 || date.Month == 0 || d.Month == date.Month) {
			best = path
			break
		}
	}
	var out []int
	for _, i := range candidates {
		if r.Entries[i].Section == best {
			out = append(out, i)
		}
	}
	return out
}

// place finds where a paper belongs among entries: where their dates rise or
// fall, at the place of its own date, else behind the last of them. A date of
// which only the year is known counts as the year's end.
func (r *writer) place(among []int, date graph.Date, ordered bool) place {
	last := place{entry: among[len(among)-1]}
	direction := r.direction(among)
	if !ordered || direction == 0 || date.IsZero() {
		return last
	}
	at := -1
	for k, i := range among {
		d := r.Entries[i].Date
		switch {
		case d.IsZero() && at == k-1 && k > 0:
			at = k // stays with the one before it
		case !d.IsZero() && (direction > 0 && !d.After(date) || direction < 0 && d.After(date)):
			at = k
		}
	}
	if at < 0 {
		return place{entry: among[0], before: true}
	}
	return place{entry: among[at]}
}

// direction tells whether the dates of entries rise (1) or fall (-1); 0 where
// they do neither, or where more than a quarter of them are not known.
func (r *writer) direction(among []int) int {
	var dates []graph.Date
	for _, i := range among {
		if d := r.Entries[i].Date; !d.IsZero() {
			dates = append(dates, d)
		}
	}
	if len(dates) < 2 || 4*len(dates) < 3*len(among) {
		return 0
	}
	direction := 0
	for i := 1; i < len(dates); i++ {
		now := 0
		if dates[i].After(dates[i-1]) {
			now = 1
		} else if dates[i-1].After(dates[i]) {
			now = -1
		}
		if now*direction < 0 {
			return 0
		}
		if now != 0 {
			direction = now
		}
	}
	return direction
}
