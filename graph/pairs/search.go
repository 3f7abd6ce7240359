package pairs

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
)

// A search finds the pairs of one paper after the other.
type search struct {
	*sharing
	Options
	rank  []uint32 // of papers by PaperID
	could int      // be shared: papers that any paper has

	count []int32      // shared with the paper that is being looked at
	met   []graph.Node // those of which the count is not 0
	found []Pair
}

func find(of *sharing, o Options) []Pair {
	s := &search{sharing: of, Options: o, rank: of.graph.PlacesByID(), count: make([]int32, of.graph.Len())}
	for n := range graph.Node(of.graph.Len()) {
		s.could += min(1, len(of.sharers(n)))
	}
	var all []Pair
	if o.PerPaper > 0 {
		all = s.mutual()
	} else {
		for n := range graph.Node(of.graph.Len()) {
			all = append(all, s.pairs(n, n+1)...)
		}
	}
	slices.SortFunc(all, s.compare)
	return all
}

// compare puts the stronger pair first, ties by the PaperIDs of A and B.
func (s *search) compare(p, q Pair) int {
	if order := s.By.compare(p, q); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(s.rank[p.A], s.rank[q.A]), cmp.Compare(s.rank[p.B], s.rank[q.B]))
}

// pairs gives the pairs of n as A with the papers numbered from first on that
// share enough with it, in no order that matters. The next call overwrites
// them.
func (s *search) pairs(n, first graph.Node) []Pair {
	s.found = s.found[:0]
	if s.Among != nil && !s.Among(n) {
		return nil
	}
	for _, between := range s.shared(n) {
		row := s.sharers(between)
		from, _ := slices.BinarySearch(row, first)
		for _, m := range row[from:] {
			if s.count[m] == 0 {
				s.met = append(s.met, m)
			}
			s.count[m]++
		}
	}
	for _, m := range s.met {
		p := Pair{A: n, B: m, Count: int(s.count[m])}
		both := float64(len(s.shared(n))) * float64(len(s.shared(m)))
		p.Cosine, p.Association = float64(p.Count)/math.Sqrt(both), float64(p.Count)*float64(s.could)/both
		s.count[m] = 0
		if m != n && (s.Among == nil || s.Among(m)) && p.Count >= s.MinCount && p.Cosine >= s.MinCosine {
			s.found = append(s.found, p)
		}
	}
	s.met = s.met[:0]
	return s.found
}

// mutual gives the pairs that are among the strongest of both papers.
func (s *search) mutual() (out []Pair) {
	strongest := make([][]Pair, s.graph.Len())
	for n := range graph.Node(s.graph.Len()) {
		strongest[n] = s.strongest(s.pairs(n, 0))
	}
	for n, own := range strongest {
		for _, p := range own {
			if p.B > graph.Node(n) && slices.ContainsFunc(strongest[p.B], func(q Pair) bool { return q.B == graph.Node(n) }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// strongest gives the PerPaper strongest of the pairs of a paper.
func (s *search) strongest(all []Pair) []Pair {
	top := make([]Pair, 0, min(len(all), s.PerPaper))
	for _, p := range all {
		if len(top) == s.PerPaper {
			if s.compare(p, top[len(top)-1]) > 0 {
				continue
			}
			top = top[:len(top)-1]
		}
		at, _ := slices.BinarySearchFunc(top, p, s.compare)
		top = slices.Insert(top, at, p)
	}
	return top
}
