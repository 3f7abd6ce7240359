package path

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// SPC is the Search Path Count of every citation of an acyclic form: on how
// many search paths the citation lies. A search path follows citations from a
// paper that nobody cites down to a paper without references. With
//
//	newer(p) = paths from papers that nobody cites down to p
//	older(p) = paths from p down to papers without references
//
// the count of the citation of q by p is newer(p) * older(q) (Batagelj 2003,
// arXiv:cs/0309023, after Hummon and Doreian 1989,
// doi:10.1016/0378-8733(89)90017-8). Counts below 2^64 are exact. From there
// on every citation adds at most one rounding: the relative error is below
// (citations+1) * 2^-64, 6e-13 at ten million citations.
//
// A citation always has a count of at least 1. A paper without citations lies
// on no search path.
//
// NewWeights counts other paths in the same way.
type SPC struct {
	form         *Acyclic
	newer, older []Count
	total        Count
}

// NewSPC counts the search paths of an acyclic form. Linear in papers and
// citations; it holds 32 bytes a paper and nothing a citation.
func NewSPC(a *Acyclic) *SPC { return NewWeights(a, BySPC) }

// NewWeights counts, in place of search paths, the paths of a weighting.
func NewWeights(a *Acyclic, by Weighting) *SPC {
	s := &SPC{form: a, newer: make([]Count, a.Len()), older: make([]Count, a.Len())}
	for _, n := range a.order {
		s.older[n] = through(a.References(n), s.older, by != BySPC)
	}
	for _, n := range slices.Backward(a.order) {
		s.newer[n] = through(a.Citing(n), s.newer, by == BySPNP)
	}
	for n := range graph.Node(a.Len()) {
		if by != BySPC || s.ends(n) {
			s.total = s.total.Plus(s.above(n))
		}
	}
	return s
}

// through counts the paths of a paper that go on over its neighbours; the path
// that ends with it counts where there are none, or where any paper may be an end.
func through(neighbours []graph.Node, paths []Count, anyEnds bool) Count {
	var sum Count
	if anyEnds || len(neighbours) == 0 {
		sum = NewCount(1)
	}
	for _, m := range neighbours {
		sum = sum.Plus(paths[m])
	}
	return sum
}

// above counts the paths of one citation or more that have n as their older end.
func (s *SPC) above(n graph.Node) Count {
	var sum Count
	for _, m := range s.form.Citing(n) {
		sum = sum.Plus(s.newer[m])
	}
	return sum
}

// ends reports whether search paths end with n.
func (s *SPC) ends(n graph.Node) bool {
	return len(s.form.References(n)) == 0 && len(s.form.Citing(n)) > 0
}

// Form gives the acyclic form whose citations are counted.
func (s *SPC) Form() *Acyclic { return s.form }

// Total is the number of search paths: the count that a citation would have
// if all of them ran over it. What Batagelj calls the normalised weight of a
// citation is its count's Share of it.
func (s *SPC) Total() Count { return s.total }

// Of gives the count of a citation, 0 where it does not stand in the acyclic
// form.
func (s *SPC) Of(c Citation) Count {
	if !s.form.Cites(c.Citing, c.Cited) {
		return Count{}
	}
	return s.count(c.Citing, c.Cited)
}

// count is Of for a citation that is known to stand.
func (s *SPC) count(citing, cited graph.Node) Count { return s.newer[citing].Times(s.older[cited]) }

// A Counted is a citation with its Search Path Count.
type Counted struct {
	Citation
	Count Count
}

// Heaviest gives the k citations of the highest counts, fewer where there are
// not as many: the highest first, ties by the PaperID of the citing and then
// of the cited paper.
func (s *SPC) Heaviest(k int) []Counted {
	var top []Counted
	for n := range graph.Node(s.form.Len()) {
		for _, cited := range s.form.References(n) {
			c := Counted{Citation{n, cited}, s.count(n, cited)}
			if len(top) >= k && (k <= 0 || s.compare(c, top[k-1]) > 0) {
				continue
			}
			at, _ := slices.BinarySearchFunc(top, c, s.compare)
			top = slices.Insert(top, at, c)
			top = top[:min(len(top), k)]
		}
	}
	return top
}

func (s *SPC) compare(c, d Counted) int {
	return cmp.Or(d.Count.Compare(c.Count),
		s.form.graph.ByID(c.Citing, d.Citing), s.form.graph.ByID(c.Cited, d.Cited))
}
