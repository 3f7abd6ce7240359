package rank

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
)

// rescaledDamping is the damping under rescaled PageRank: of its authors, who
// follow Chen, Xie, Maslov and Redner (2007, doi:10.1016/j.joi.2006.06.001) in
// that readers of papers give up sooner than readers of the web.
const rescaledDamping = 0.5

// How many papers a paper is compared with, itself among them: a tenth of the
// dated papers, but no fewer and no more than these.
const (
	fewestPeers = 40
	mostPeers   = 1000 // as in the paper
)

// peersOf is with how many of so many dated papers one is compared.
func peersOf(dated int) float64 { return float64(min(max(dated/10, fewestPeers), mostPeers)) }

// leastScored is the share of the papers that score anything in the windows of
// the least spread: what those vary by is taken for chance.
const leastScored = 0.02

// Rescaled makes scores fair to age:
//
//	R(p) = (s(p) - mean) / (standard deviation + s0)
//
// over the papers nearest to p in date, p among them (Mariani, Medo and Zhang
// 2016, doi:10.1016/j.joi.2016.10.005): by how many standard deviations p
// stands out among papers of its age.
//
// The window is the 1000 nearest papers as in the article, a tenth of the
// dated papers where that is less, but at least 40 (or all there are); and
// every other paper that is no further off than the last of them, so that
// papers of one date are treated alike. At both ends of time the window
// reaches further inwards. A date of which only the year or month is known
// stands for its middle. An undated paper is compared with all papers. Where
// all of a window score alike, R is 0. Papers whose score is not known have
// none here and are in no window.
//
// s0 shrinks what windows say in which almost nobody is cited yet, where the
// first few citations make a hundred deviations: the constant that Tusher,
// Tibshirani and Chu add for the same reason (2001,
// doi:10.1073/pnas.091062498), here the spread of the window at which, from
// the window of the least spread on, a fiftieth of the papers is reached that
// score more than the lowest, which are those that are cited. Not of all papers,
// since most papers of a field that grows are new. It is 0 where all score alike.
func Rescaled(g *graph.Graph, scores []float64) []float64 {
	out := make([]float64, len(scores))
	times, dated := timesOf(g)
	var inTime []graph.Node
	all := moments{}
	for n, x := range scores {
		if !Known(x) {
			continue
		}
		if dated[n] {
			inTime = append(inTime, graph.Node(n))
		}
		all = all.and(moments{1, x, 0})
	}
	slices.SortFunc(inTime, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(times[a], times[b]), cmp.Compare(a, b)) })
	peers := peersOf(len(inTime))
	dates := datesOf(inTime, times, scores)
	for i := range dates {
		_, _, dates[i].around = window(dates, i, peers)
	}
	least := leastSpread(dates, scores)
	for _, d := range dates {
		for _, n := range d.papers {
			out[n] = d.around.standing(scores[n], least)
		}
	}
	for n, x := range scores {
		switch {
		case !Known(x):
			out[n] = x
		case !dated[n]:
			out[n] = all.standing(x, least)
		}
	}
	return out
}

// leastSpread is s0 of Rescaled.
func leastSpread(dates []date, scores []float64) float64 {
	lowest := math.Inf(1)
	for _, d := range dates {
		for _, n := range d.papers {
			lowest = min(lowest, scores[n])
		}
	}
	spread := slices.DeleteFunc(slices.Clone(dates), func(d date) bool { return d.around.spread() == 0 })
	slices.SortStableFunc(spread, func(c, d date) int { return cmp.Compare(c.around.spread(), d.around.spread()) })
	scored := func(d date) (n int) {
		for _, p := range d.papers {
			if scores[p] > lowest {
				n++
			}
		}
		return n
	}
	all, met := 0, 0
	for _, d := range spread {
		all += scored(d)
	}
	for _, d := range spread {
		if met += scored(d); float64(met) >= leastScored*float64(all) {
			return d.around.spread()
		}
	}
	return 0
}

// A date is a point in time with its papers, the moments of their scores and
// those of the papers around it.
type date struct {
	time   float64
	papers []graph.Node
	moments
	around moments
}

// datesOf groups papers that are sorted by time.
func datesOf(inTime []graph.Node, times, scores []float64) []date {
	var dates []date
	for begin, end := 0, 0; begin < len(inTime); begin = end {
		d := date{time: times[inTime[begin]]}
		for end < len(inTime) && times[inTime[end]] == d.time {
			d.moments = d.and(moments{1, scores[inTime[end]], 0})
			end++
		}
		d.papers = inTime[begin:end]
		dates = append(dates, d)
	}
	return dates
}

// window gives the dates nearest to the i-th, itself among them, up to the one
// before end, that hold so many papers, and adds them up. Of two dates equally near
// it takes both or none.
func window(dates []date, i int, papers float64) (first, end int, sum moments) {
	sum = dates[i].moments
	before, after := i-1, i+1
	for sum.count < papers && (before >= 0 || after < len(dates)) {
		back, ahead := math.Inf(1), math.Inf(1)
		if before >= 0 {
			back = dates[i].time - dates[before].time
		}
		if after < len(dates) {
			ahead = dates[after].time - dates[i].time
		}
		if back <= ahead {
			sum = sum.and(dates[before].moments)
			before--
		}
		if ahead <= back {
			sum = sum.and(dates[after].moments)
			after++
		}
	}
	return before + 1, after, sum
}

// moments describe a set of scores: how many, their mean, and the sum of the
// squares of their distances from it.
type moments struct{ count, mean, squares float64 }

// and gives the moments of both sets together (Chan, Golub and LeVeque 1983,
// doi:10.1080/00031305.1983.10483115): no digits are lost to scores elsewhere
// that are far larger, and scores that are all alike have squares of 0.
func (m moments) and(o moments) moments {
	count, apart := m.count+o.count, o.mean-m.mean
	if m.count == 0 {
		return o
	}
	return moments{count, m.mean + apart*o.count/count, m.squares + o.squares + apart*apart*m.count*o.count/count}
}

// exact is the part of a mean below which a spread is none: scores hold twelve
// digits, of which the last may be wrong.
const exact = 1e-11

// spread is the standard deviation.
func (m moments) spread() float64 {
	if s := math.Sqrt(m.squares / m.count); s > exact*math.Abs(m.mean) {
		return s
	}
	return 0
}

// standing is how many standard deviations a score lies above the mean, each
// made larger by the least spread; 0 where there is no spread.
func (m moments) standing(score, least float64) float64 {
	spread := m.spread()
	if spread == 0 {
		return 0
	}
	return (score - m.mean) / (spread + least)
}
