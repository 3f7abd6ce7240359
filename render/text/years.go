package text

import (
	"strconv"

	"citemap/graph/study"
)

// bars are the heights of a bar of the histogram, the lowest first.
var bars = []rune("▁▂▃▄▅▆▇█")

// mostBars is how many bars a histogram has at most.
const mostBars = 40

// years draws how many papers of the corpus are of which time, where there is a
// terminal to draw on. A span of time without papers has a blank; papers dated
// after the end of the corpus are not drawn, which would flatten all others.
func (p *page) years(f *study.Findings) {
	papers := map[int]int{}
	first, last := 0, 0
	for place := range f.Corpus.Len() {
		date := f.Corpus.DateAt(place)
		year := date.Year
		if year <= 0 || f.Coverage.FutureDated > 0 && date.After(f.Coverage.Today) {
			continue
		}
		if papers[year]++; first == 0 || year < first {
			first = year
		}
		last = max(last, year)
	}
	room := min(mostBars, p.o.Width-40)
	if room < 5 || first == last {
		return
	}
	span := (last - first + room) / room // years a bar
	counts := make([]int, (last-first)/span+1)
	highest := 0
	for year, n := range papers {
		at := (last - year) / span // the newest bar is a full one
		counts[len(counts)-1-at] += n
		highest = max(highest, counts[len(counts)-1-at])
	}
	p.line("%d %s %d  %s", last-span*len(counts)+1, histogram(counts, highest), last, each(span))
}

func each(span int) string {
	if span == 1 {
		return "papers per year"
	}
	return "papers per " + strconv.Itoa(span) + " years"
}

func histogram(counts []int, highest int) string {
	var line []rune
	for _, n := range counts {
		if n == 0 {
			line = append(line, ' ')
			continue
		}
		line = append(line, bars[(n*len(bars)-1)/highest])
	}
	return string(line)
}
