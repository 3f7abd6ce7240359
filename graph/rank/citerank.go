package rank

import (
	"math"

	"citemap/graph"
)

// The parameters of CiteRank that its authors found to fit the Physical Review
// best: how fast the readers' interest in starting at a paper fades, in years,
// and the chance to be content with a paper and follow no reference.
const (
	readersFade    = 2.6
	readersContent = 0.5
)

// citeRank is the traffic of CiteRank (Walker, Xie, Yan and Maslov 2007,
// doi:10.1088/1742-5468/2007/06/P06010),
//
//	T = start + (1-a) W start + (1-a)^2 W^2 start + ...
//
// where W hands what a paper has to its references in equal parts, a = 0.5 and
// start(p) goes with exp(-age of p / 2.6 years), scaled to sum 1: that is
// personalised PageRank. Ages count from graph.Today; a date of which only the
// year or month is known stands for its middle. Nobody starts at an undated
// paper, unless all are undated: then all alike.
func citeRank(g *graph.Graph, w walker) []float64 {
	times, dated := timesOf(g)
	today := math.Inf(-1)
	for n, time := range times[:g.Len()-g.FutureDated()] {
		if dated[n] {
			today = max(today, time)
		}
	}
	start := make([]float64, g.Len())
	for n := range start {
		switch {
		case math.IsInf(today, -1):
			start[n] = 1
		case dated[n]:
			start[n] = math.Exp((min(times[n], today) - today) / readersFade)
		}
	}
	return w.Personalised(start, 1-readersContent)
}

// timesOf gives each paper's date as a number of years.
func timesOf(g *graph.Graph) (times []float64, dated []bool) {
	times, dated = make([]float64, g.Len()), make([]bool, g.Len())
	for n := range times {
		date := g.Date(graph.Node(n))
		if dated[n] = !date.IsZero(); dated[n] {
			times[n] = date.Years()
		}
	}
	return times, dated
}
