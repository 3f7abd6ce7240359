package rank

import (
	"fmt"
	"math"
	"slices"

	"citemap/graph"
)

// Citations are those of a field that is too large for a graph: they are told, as often
// as they are needed, in the order of time.
type Citations struct {
	Papers     int
	References []uint32 // how many papers each paper cites, by node

	// Newest tells from the newest paper to the oldest who cites it. Of one paper that
	// may be told in parts, each sorted; papers that nobody cites may be left out.
	Newest func(tell func(cited graph.Node, citing []graph.Node)) error
}

// A Stream answers what a Walk does, where rows would not fit into memory. Citations point back in time,
// but for some: so papers are settled from the newest to the oldest, with the newest
// values, and settled again until what the others still change is below the error
// that is stated (Gauss-Seidel). Several goroutines may not use it at once.
type Stream struct {
	of  Citations
	err error // the first; scores are worth nothing then

	// Settled is told after each time that all papers were settled; nil: silence.
	Settled func(times int)
}

// NewStream prepares nothing yet.
func NewStream(of Citations) *Stream { return &Stream{of: of} }

// Err is what went wrong while citations were told.
func (s *Stream) Err() error { return s.err }

// PageRank is Walk.PageRank, with the same error.
func (s *Stream) PageRank(d float64) []float64 { return s.solve(nil, d) }

// Personalised is Walk.Personalised, with the same error.
func (s *Stream) Personalised(teleport []float64, d float64) []float64 {
	if len(teleport) != s.of.Papers {
		panic(fmt.Sprintf("rank: teleport has %d entries for %d papers", len(teleport), s.of.Papers))
	}
	return s.solve(teleport, d)
}

// Local counts the papers that cite each.
func (s *Stream) Local() []float64 {
	counts := make([]float64, s.of.Papers)
	s.tell(func(cited graph.Node, citing []graph.Node) { counts[cited] += float64(len(citing)) })
	return counts
}

func (s *Stream) tell(take func(cited graph.Node, citing []graph.Node)) {
	if err := s.of.Newest(take); err != nil && s.err == nil {
		s.err = err
	}
}

// solve gives the x with x(p) = start(p) + d * sum of x(c)/|references of c| over citing
// papers c of p, scaled to sum 1; start nil: 1 each.
//
// The bound is that of Walk.solve. What a paper hands on is used after it was renewed by
// all that it cites but for those that are newer than it: the equation is off by what
// those used before, d times the change of the score at most. It ends for the reason
// that Walk.settle does.
func (s *Stream) solve(start []float64, d float64) []float64 {
	w := &settlement{d: d, start: start, references: s.of.References, parcel: make([]float64, s.of.Papers), forward: make([]uint64, (s.of.Papers+63)/64)}
	switch {
	case w.total() == 0 || s.err != nil:
		return w.parcel
	case d == 0:
		return ToOne(w.starts())
	}
	for times := 1; ; times++ {
		w.begin()
		s.tell(w.tell)
		w.settleTo(-1)
		if s.Settled != nil {
			s.Settled(times)
		}
		if s.err != nil || d*w.change <= tolerance*(1-d)*w.sum {
			break
		}
	}
	for n, parcel := range w.parcel {
		w.parcel[n] = parcel / w.share(n)
	}
	return ToOne(w.parcel)
}

// A settlement is one time that all papers are settled, and what is kept between them.
type settlement struct {
	d          float64
	start      []float64
	references []uint32
	parcel     []float64 // what a paper hands to each of its references
	forward    []uint64  // a bit a paper that cites one which is newer

	now         int     // the paper of which it is told
	given       float64 // to it
	change, sum float64
}

func (w *settlement) total() float64 {
	if w.start == nil {
		return float64(len(w.parcel))
	}
	sum := 0.0
	for _, v := range w.start {
		sum += v
	}
	return sum
}

// starts gives what each paper starts with.
func (w *settlement) starts() []float64 {
	if w.start != nil {
		return slices.Clone(w.start)
	}
	return slices.Repeat([]float64{1}, len(w.parcel))
}

func (w *settlement) begin() { w.now, w.given, w.change, w.sum = len(w.parcel)-1, 0, 0, 0 }

func (w *settlement) tell(cited graph.Node, citing []graph.Node) {
	if w.now != int(cited) {
		w.settleTo(int(cited))
	}
	for _, c := range citing {
		w.given += w.parcel[c]
	}
	for _, c := range citing {
		if c > cited {
			break
		}
		w.forward[c/64] |= 1 << (c % 64)
	}
}

// settleTo settles the papers that are newer than one.
func (w *settlement) settleTo(n int) {
	for ; w.now > n; w.now-- {
		w.settle(w.now)
		w.given = 0
	}
}

func (w *settlement) settle(n int) {
	score := w.given + 1
	if w.start != nil {
		score = w.given + w.start[n]
	}
	share := w.share(n)
	parcel := score * share
	if w.forward[n/64]&(1<<(n%64)) != 0 {
		w.change += math.Abs(parcel-w.parcel[n]) / share
	}
	w.parcel[n] = parcel
	w.sum += score
}

// share is the part of a paper's score that it hands to each reference. A paper without
// any keeps all of it.
func (w *settlement) share(n int) float64 {
	if out := w.references[n]; out > 0 {
		return w.d / float64(out)
	}
	return 1
}
