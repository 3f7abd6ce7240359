package path

import (
	"slices"

	"citemap/graph"
)

// Reduced gives the transitive reduction of an acyclic form (Aho, Garey and
// Ullman 1972, doi:10.1137/0201008): without the citations that a longer path
// implies. The citation of q by p is implied if p cites another paper from
// which citations lead to q. Of two papers, one can be reached from the other
// in the reduction exactly if it can in the form, and no smaller set of
// citations does that. The implied citations come by Node of the citing and
// then of the cited paper.
//
// Takes up to papers/256 sweeps over the citations, in 32 bytes a paper.
func (a *Acyclic) Reduced() (reduction *Acyclic, implied []Citation) {
	r := newReduction(a)
	for first := 0; first < a.Len(); first += blockSize {
		r.sweep(uint32(first))
	}
	reduction = &Acyclic{graph: a.graph, Dropped: a.Dropped, order: a.order, place: a.place}
	reduction.references = a.references.Only(func(citing, cited graph.Node) bool {
		at, _ := slices.BinarySearch(r.Of(a.place[citing]), a.place[cited])
		if r.implied[r.Start[a.place[citing]]+uint32(at)] {
			implied = append(implied, Citation{citing, cited})
			return false
		}
		return true
	})
	reduction.citing = reduction.references.Reversed()
	return reduction, implied
}

const (
	blockWords = 4
	blockSize  = 64 * blockWords
)

// A block is a set of papers among blockSize that follow each other.
type block [blockWords]uint64

// A reduction names papers by their places in topological order, so that
// references have smaller numbers than the papers that cite them.
type reduction struct {
	graph.Rows
	implied []bool // of the citations, in the order of Rows.All

	reached []block // by each paper, over one citation or more
}

func newReduction(a *Acyclic) *reduction {
	r := &reduction{Rows: graph.Rows{Start: make([]uint32, a.Len()+1), All: make([]graph.Node, 0, a.Citations())},
		implied: make([]bool, a.Citations()), reached: make([]block, a.Len())}
	for place, n := range a.order {
		for _, cited := range a.References(n) {
			r.All = append(r.All, a.place[cited])
		}
		r.Start[place+1] = uint32(len(r.All))
		slices.Sort(r.Of(uint32(place)))
	}
	return r
}

// sweep finds the implied citations of the papers of a block: from the oldest
// paper to the newest, what each reaches within the block, and which of that
// its references reach already. Papers before the block reach none of it.
func (r *reduction) sweep(first uint32) {
	for p := first; p < uint32(r.Len()); p++ {
		var over, direct block
		begin := r.Start[p]
		at := r.Start[p+1]
		for ; at > begin && r.All[at-1] >= first; at-- {
			q := r.All[at-1]
			reached := &r.reached[q]
			for i := range over {
				over[i] |= reached[i]
			}
			if q < first+blockSize {
				direct[(q-first)/64] |= 1 << ((q - first) % 64)
			}
		}
		for ; at < r.Start[p+1] && r.All[at] < first+blockSize; at++ {
			q := r.All[at] - first
			r.implied[at] = over[q/64]&(1<<(q%64)) != 0
		}
		for i := range over {
			over[i] |= direct[i]
		}
		r.reached[p] = over
	}
}
