package layout

import (
	"fmt"
	"strconv"

	"citemap/render"
)

// A band is the papers of a year, or of some years that share it, in lines: the
// strip of the page that is theirs.
type band struct {
	first, last int   // years; 0: there are none
	undated     bool  // there are papers of unknown date
	papers      []int // by time
	skipped     int   // years without a drawn paper between it and the band before
	lines       [][]int
}

// heading is what stands at the band.
func (b band) heading() string {
	switch {
	case b.last == 0:
		return "undated"
	case b.undated:
		return "undated, " + span(b.first, b.last)
	}
	return span(b.first, b.last)
}

// span names years: 1998, 1998–99, 1998–2001.
func span(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	if first/100 == last/100 {
		return fmt.Sprintf("%d–%02d", first, last%100)
	}
	return fmt.Sprintf("%d–%d", first, last)
}

// years gives each year that has papers its band.
func years(m *render.Map) []band {
	var bands []band
	for i := range m.Papers {
		year := m.Papers[i].Year
		if last := len(bands) - 1; last < 0 || bands[last].last != year {
			skipped := 0
			if last >= 0 && bands[last].last > 0 {
				skipped = max(year-bands[last].last-1, 0)
			}
			bands = append(bands, band{first: year, last: year, undated: year == 0, skipped: skipped})
		}
		b := &bands[len(bands)-1]
		b.papers = append(b.papers, i)
	}
	return bands
}

// joined gives a band of the papers of two that follow each other.
func joined(a, b band) band {
	first := a.first
	if a.last == 0 {
		first = b.first
	}
	return band{first: first, last: b.last, undated: a.undated, skipped: a.skipped, papers: append(append([]int{}, a.papers...), b.papers...)}
}
