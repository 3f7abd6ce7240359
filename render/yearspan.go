package render

// groupByYear parts the years that have papers into spans of about as many
// papers each, the oldest first. Papers without a year are in none.
func groupByYear(papers []Paper) []Group {
	dated := 0
	for _, p := range papers {
		dated += min(p.Year, 1)
	}
	years := yearsOf(papers)
	if len(years) == 0 {
		return nil
	}
	spans := min(len(ramp), len(years))
	var from []int // the first year of each span
	met := 0
	for i, y := range years {
		if left := len(years) - i; len(from) < spans && (met*spans >= len(from)*dated || left <= spans-len(from)) {
			from = append(from, y.year)
		}
		met += y.papers
	}
	var groups []Group
	for i, year := range from {
		last := years[len(years)-1].year
		if i+1 < len(from) {
			last = before(years, from[i+1])
		}
		groups = append(groups, ramp[i*(len(ramp)-1)/max(1, len(from)-1)].group(span(year, last)))
	}
	for i := range papers {
		p := &papers[i]
		for p.Year > 0 && p.Group+1 < len(from) && from[p.Group+1] <= p.Year {
			p.Group++
		}
	}
	return groups
}

type yearOf struct{ year, papers int }

// yearsOf counts the papers of each year that has some.
func yearsOf(papers []Paper) []yearOf {
	var out []yearOf
	for _, p := range papers {
		if p.Year == 0 {
			continue
		}
		if len(out) == 0 || out[len(out)-1].year != p.Year {
			out = append(out, yearOf{year: p.Year})
		}
		out[len(out)-1].papers++
	}
	return out
}

// before gives the last year with papers before another.
func before(years []yearOf, next int) int {
	last := years[0].year
	for _, y := range years {
		if y.year < next {
			last = y.year
		}
	}
	return last
}

func span(first, last int) string {
	if first == last {
		return year(first)
	}
	return year(first) + "–" + year(last)
}
