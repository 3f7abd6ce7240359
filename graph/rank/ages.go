package rank

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// Ages holds scores against those of papers of the same age.
type Ages struct {
	dates []date  // of the dated papers whose score is known
	at    []int32 // of nodes in dates; -1: not there
	score []float64
	peers float64
}

// NewAges puts the papers of a graph with their scores, one a node, in the order
// of their age.
func NewAges(g *graph.Graph, scores []float64) *Ages {
	times, dated := timesOf(g)
	var inTime []graph.Node
	for n, x := range scores {
		if Known(x) && dated[n] {
			inTime = append(inTime, graph.Node(n))
		}
	}
	slices.SortFunc(inTime, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(times[a], times[b]), cmp.Compare(a, b)) })
	a := &Ages{dates: datesOf(inTime, times, scores), at: slices.Repeat([]int32{-1}, g.Len()), score: scores, peers: peersOf(len(inTime))}
	for i, d := range a.dates {
		for _, n := range d.papers {
			a.at[n] = int32(i)
		}
	}
	return a
}

// Below is the share of the papers of a paper's age that score less than it: of
// those with which Rescaled compares it, but for itself. It is false where there
// is none, or where the paper's date or score is not known.
func (a *Ages) Below(n graph.Node) (share float64, known bool) {
	at := int(a.at[n])
	if at < 0 {
		return 0, false
	}
	less, all := 0, -1
	from, to, _ := window(a.dates, at, a.peers)
	for _, d := range a.dates[from:to] {
		for _, other := range d.papers {
			all++
			if a.score[other] < a.score[n] {
				less++
			}
		}
	}
	if all < 1 {
		return 0, false
	}
	return float64(less) / float64(all), true
}
