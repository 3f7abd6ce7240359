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

// Rescaled makes scores fair to age:
//
//	R(p) = (s(p) - mean) / standard deviation
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
// all of a window score alike, R is 0. A paper of unknown score is compared with none
// and stays unknown.
func Rescaled(g *graph.Graph, scores []float64) []float64 {
	out := make([]float64, len(scores))
	times, dated := timesOf(g)
	var inTime []graph.Node
	all := moments{}
	for n, x := range scores {
		if out[n] = x; !Known(x) {
			dated[n] = false
			continue
		}
		if dated[n] {
			inTime = append(inTime, graph.Node(n))
		}
		all = all.and(moments{1, x, 0})
	}
	for n, x := range scores {
		if !dated[n] && Known(x) {
			out[n] = all.standing(x)
		}
	}
	slices.SortFunc(inTime, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(times[a], times[b]), cmp.Compare(a, b)) })
	peers := float64(min(max(len(inTime)/10, fewestPeers), mostPeers))
	dates := datesOf(inTime, times, scores)
	for i, d := range dates {
		around := window(dates, i, peers)
		for _, n := range d.papers {
			out[n] = around.standing(scores[n])
		}
	}
	return out
}

// A date is a point in time with its papers and the moments of their scores.
type date struct {
	time   float64
	papers []graph.Node
	moments
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

// window adds up the dates nearest to the i-th until they hold so many papers.
// Of two dates equally near it takes both or none.
func window(dates []date, i int, papers float64) moments {
	sum := dates[i].moments
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
	return sum
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

// standing is how many standard deviations a score lies above the mean.
func (m moments) standing(score float64) float64 {
	if m.squares == 0 {
		return 0
	}
	return (score - m.mean) / math.Sqrt(m.squares/m.count)
}
