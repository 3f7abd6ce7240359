package gap

import (
	"math"
	"slices"
	"sort"

	"citemap/graph"
)

// chance says how often two papers would be cited together if everybody who
// could have cited both had drawn lots. A paper could have cited both if its
// references are known, it is neither of them, and it is dated no earlier than
// either, dates being compared as precisely as both are known; one that cites
// both could.
type chance struct {
	g      *graph.Graph
	citing []int // by node: papers before it that have references in the corpus
}

func newChance(g *graph.Graph) *chance {
	x := &chance{g: g, citing: make([]int, g.Len()+1)}
	for n := range graph.Node(g.Len()) {
		x.citing[n+1] = x.citing[n]
		if len(g.References(n)) > 0 {
			x.citing[n+1]++
		}
	}
	return x
}

// later is the later date of two papers: who could cite that one could cite both.
func (x *chance) later(a, b graph.Node) graph.Date {
	first, second := x.g.Paper(a).Date, x.g.Paper(b).Date
	if first.Compare(second) < 0 {
		return second
	}
	return first
}

// could reports whether a paper is dated no earlier than a date.
func (x *chance) could(citing graph.Node, date graph.Date) bool {
	d := x.g.Paper(citing).Date
	return d.IsZero() || !date.After(d)
}

// A run is the Nodes from begin up to, but not including, end.
type run struct{ begin, end graph.Node }

// dated gives the papers that are dated no earlier than a date: the undated
// ones, those of which only its year or month is known, and all from it on.
func (x *chance) dated(date graph.Date) []run {
	from := func(d graph.Date) graph.Node {
		return graph.Node(sort.Search(x.g.Len(), func(n int) bool { return x.g.Paper(graph.Node(n)).Date.Compare(d) >= 0 }))
	}
	runs := []run{{0, from(graph.Date{Day: 1})}}
	year, month := graph.Date{Year: date.Year}, graph.Date{Year: date.Year, Month: date.Month}
	if date.Month > 0 {
		runs = append(runs, run{from(year), from(graph.Date{Year: date.Year, Day: 1})})
	}
	if date.Day > 0 {
		runs = append(runs, run{from(month), from(graph.Date{Year: date.Year, Month: date.Month, Day: 1})})
	}
	return append(runs, run{max(runs[0].end, from(date)), graph.Node(x.g.Len())})
}

// among counts the nodes of a sorted row that stand in runs.
func among(row []graph.Node, runs []run) (n int) {
	for _, r := range runs {
		begin, _ := slices.BinarySearch(row, r.begin)
		end, _ := slices.BinarySearch(row, r.end)
		n += end - begin
	}
	return n
}

// A draw is two papers cited together by so many of those that could have
// cited both, of which so many cite the one and so many the other.
type draw struct{ all, first, second, both int }

// draw counts for two papers cited together by so many papers, so many of them
// dated too early to; runs are the papers dated no earlier than both.
func (x *chance) draw(a, b graph.Node, together, early int, runs []run) draw {
	d := draw{all: early, first: early, second: early, both: together}
	d.first += among(x.g.Citing(a), runs)
	d.second += among(x.g.Citing(b), runs)
	for _, r := range runs {
		d.all += x.citing[r.end] - x.citing[r.begin]
	}
	for _, n := range []graph.Node{a, b} {
		if !x.could(n, x.later(a, b)) || len(x.g.References(n)) == 0 {
			continue
		}
		d.all--
		if x.g.Cites(n, b) {
			d.second--
		}
		if x.g.Cites(n, a) {
			d.first--
		}
	}
	return d
}

// expected is how many would cite both by chance.
func (d draw) expected() float64 {
	return float64(d.first) * float64(d.second) / float64(d.all)
}

// logP is the logarithm of the chance that so many or more cite both: the tail
// of the hypergeometric distribution. It sums from the nearer end, whose terms
// fall off.
func (d draw) logP() float64 {
	if float64(d.both) > d.expected() {
		return d.logTerm(d.both) + math.Log(d.sum(d.both, +1))
	}
	if d.both == 0 || d.first+d.second-d.all >= d.both {
		return 0
	}
	return math.Log1p(-min(1, math.Exp(d.logTerm(d.both-1))*d.sum(d.both-1, -1)))
}

// sum adds up the terms from the i-th on, up or down, in units of the first.
func (d draw) sum(i, step int) float64 {
	sum, term := 1.0, 1.0
	for term > sum*1e-17 {
		up := float64(d.first-i) * float64(d.second-i)
		down := float64(i+1) * float64(d.all-d.first-d.second+i+1)
		if step < 0 {
			up = float64(i) * float64(d.all-d.first-d.second+i)
			down = float64(d.first-i+1) * float64(d.second-i+1)
		}
		term *= up / down
		sum += term
		i += step
	}
	return sum
}

// logTerm is the logarithm of the chance that exactly i cite both.
func (d draw) logTerm(i int) float64 {
	return logChoose(d.first, i) + logChoose(d.all-d.first, d.second-i) - logChoose(d.all, d.second)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}
