package rank

import (
	"fmt"
	"math"
	"slices"

	"citemap/graph"
)

// damping is the chance that the reader of PageRank follows a reference
// rather than starting again.
const damping = 0.85

// tolerance is the largest L1 error of the scores of a cycle, as a share of
// their sum. It lies far enough below the twelve digits to which scores are
// rounded that papers which stand alike in a cycle score alike.
const tolerance = 1e-14

// A Walk is a citation graph made ready for questions about readers who
// follow references at random. Citations point back in time: but for the few
// cycles the papers have an order in which each stands after all that it
// cites, so that one sweep from the last to the first solves what a general
// engine has to iterate on. It never changes; many questions may be put to it
// at once.
type Walk struct {
	citing     *graph.Rows
	references []uint32 // how many papers each paper cites
	order      []graph.Node
	cycles     []span // places in order where papers cite one another in circles

	// inner are the citations inside the cycles: the citing papers of the i-th
	// paper that stands in a cycle are innerAll[innerStart[i]:innerStart[i+1]],
	// as places in its cycle.
	innerStart []uint32
	innerAll   []uint32
}

// A walker solves PageRank: a Walk, or a Stream.
type walker interface {
	PageRank(d float64) []float64
	Personalised(teleport []float64, d float64) []float64
}

// NewWalk prepares a graph, in time linear in papers and citations.
func NewWalk(g *graph.Graph) *Walk {
	cited, citing := g.Rows()
	references := make([]uint32, g.Len())
	for n := range references {
		references[n] = cited.Start[n+1] - cited.Start[n]
	}
	return NewWalkOf(citing, references)
}

// NewWalkOf prepares citations that are no graph's: who cites each paper, in the order
// of time, and how many papers each cites. It keeps both.
func NewWalkOf(citing *graph.Rows, references []uint32) *Walk {
	w := &Walk{citing: citing, references: references, innerStart: []uint32{0}}
	w.order, w.cycles = condensed(citing)
	if len(w.cycles) == 0 {
		return w
	}
	place := make([]uint32, citing.Len()) // in the cycle, from 1 on; 0: not in this one
	for _, c := range w.cycles {
		members := w.order[c.begin:c.end]
		for i, n := range members {
			place[n] = uint32(i) + 1
		}
		for _, n := range members {
			for _, m := range citing.Of(n) {
				if p := place[m]; p > 0 {
					w.innerAll = append(w.innerAll, p-1)
				}
			}
			w.innerStart = append(w.innerStart, uint32(len(w.innerAll)))
		}
		for _, n := range members {
			place[n] = 0
		}
	}
	return w
}

// local counts the papers that cite each.
func (w *Walk) local() []float64 {
	counts := make([]float64, w.citing.Len())
	for n := range counts {
		counts[n] = float64(len(w.citing.Of(graph.Node(n))))
	}
	return counts
}

// PageRank solves
//
//	x(p) = (1-d)/n + d * (sum of x(c)/|references of c| over citing papers c of p
//	                      + sum of x(c)/n over papers c without references)
//
// for the damping d, which is at least 0 and below 1 (Brin and Page 1998,
// doi:10.1016/S0169-7552(98)00110-X): the share of time that a reader spends
// on each paper who follows one of its references with chance d and else, or
// where there is none, starts again anywhere. Scores are above 0 and together
// 1; their L1 error is below 1e-12.
func (w *Walk) PageRank(d float64) []float64 {
	uniform := make([]float64, len(w.references))
	for n := range uniform {
		uniform[n] = 1
	}
	return w.solve(uniform, d)
}

// Personalised is PageRank whose reader starts, and starts again, at paper p
// with a chance that goes with teleport(p): Haveliwala's topic-sensitive
// PageRank (2002, doi:10.1145/511446.511513). teleport has an entry of 0 or
// more for each Node, of any sum, and is not changed. Scores are 0 where no
// chain of references leads from any start, and together 1; their L1 error is
// below 1e-12. Where no entry is above 0, all are 0.
func (w *Walk) Personalised(teleport []float64, d float64) []float64 {
	if len(teleport) != len(w.references) {
		panic(fmt.Sprintf("rank: teleport has %d entries for %d papers", len(teleport), len(w.references)))
	}
	// A paper without references only sends its readers back to the start,
	// which raises all scores alike: it is left to the final scaling.
	return w.solve(slices.Clone(teleport), d)
}

// solve gives the x with x(p) = start(p) + d * sum of x(c)/|references of c|
// over citing papers c of p, scaled to sum 1, in place of start.
//
// The bound: let r be what the equation is off by at the answer, e the answer's
// own error and S its sum. The walk's matrix has column sums of at most d, so
// |e| <= |r|/(1-d) (L1 norms). r is 0 off the cycles, and on each of them at
// most tolerance*(1-d) of the scores there, so that |e| <= tolerance*S; scaling
// to sum 1 at most doubles that.
func (w *Walk) solve(start []float64, d float64) []float64 {
	sum := 0.0
	for _, v := range start {
		sum += v
	}
	if sum == 0 {
		return start
	}
	if d == 0 {
		return ToOne(start)
	}
	// x holds start for papers still ahead of the sweep; behind it, what the
	// paper hands to each of its references.
	x := start
	k := w.newCircle()
	end, inner := uint32(len(w.order)), uint32(len(w.innerStart)-1)
	for i := len(w.cycles) - 1; i >= 0; i-- {
		c := w.cycles[i]
		inner -= c.end - c.begin
		w.sweep(x, d, span{c.end, end})
		w.settle(k, x, d, c, w.innerStart[inner:])
		end = c.begin
	}
	w.sweep(x, d, span{0, end})
	for n := range x {
		if out := w.references[n]; out > 0 {
			x[n] *= float64(out) / d
		}
	}
	return ToOne(x)
}

// sweep settles papers whose citing papers are all settled.
func (w *Walk) sweep(x []float64, d float64, s span) {
	order := w.order[s.begin:s.end]
	for i := len(order) - 1; i >= 0; i-- {
		n := order[i]
		y := x[n]
		for _, c := range w.citing.Of(n) {
			y += x[c]
		}
		x[n] = y * w.share(n, d)
	}
}

// share is the part of a paper's score that it hands to each reference. A
// paper without any keeps all of it.
func (w *Walk) share(n graph.Node, d float64) float64 {
	if out := w.references[n]; out > 0 {
		return d / float64(out)
	}
	return 1
}

// A circle is one cycle while it is being settled, by place in it.
type circle struct {
	given  []float64 // by start and by papers that cite it from outside
	share  []float64
	parcel []float64 // what the paper hands to each reference
}

// newCircle has room for the largest cycle.
func (w *Walk) newCircle() *circle {
	most := 0
	for _, c := range w.cycles {
		most = max(most, int(c.end-c.begin))
	}
	return &circle{make([]float64, most), make([]float64, most), make([]float64, most)}
}

// settle settles the papers of a cycle, given that those which cite them from
// outside are settled. It ends: sums of what has only grown, rounded, have only
// grown too, and they are bounded.
func (w *Walk) settle(k *circle, x []float64, d float64, c span, start []uint32) {
	members := w.order[c.begin:c.end]
	for i, n := range members {
		k.given[i], k.share[i], k.parcel[i] = x[n], w.share(n, d), 0
		x[n] = 0
	}
	for i, n := range members {
		for _, citing := range w.citing.Of(n) {
			k.given[i] += x[citing] // members themselves stand at 0
		}
	}
	for change, sum := math.Inf(1), 0.0; d*change > tolerance*(1-d)*sum; {
		change, sum = k.sweep(start, w.innerAll, len(members))
	}
	for i, n := range members {
		x[n] = k.parcel[i]
	}
}

// sweep renews all papers once, from the newest to the oldest, with the newest
// values (Gauss-Seidel). It gives the L1 change of their scores, and their sum:
// the equation is then off by what was used before it was renewed, at most d
// times the change.
func (k *circle) sweep(start, all []uint32, members int) (change, sum float64) {
	for i := members - 1; i >= 0; i-- {
		score := k.given[i]
		for _, j := range all[start[i]:start[i+1]] {
			score += k.parcel[j]
		}
		parcel := score * k.share[i]
		change += math.Abs(parcel-k.parcel[i]) / k.share[i]
		k.parcel[i] = parcel
		sum += score
	}
	return change, sum
}

// ToOne divides scores by their sum in place, so that all together are 1.
func ToOne(x []float64) []float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	for n := range x {
		x[n] /= sum
	}
	return x
}
