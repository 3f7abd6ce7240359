package graph

import "slices"

// Rows are the neighbours of each paper in compressed sparse rows: those of n
// are All[Start[n]:Start[n+1]], sorted, each once. Which neighbours they are
// (references, citing papers or both) is said by whoever hands them out.
type Rows struct {
	Start []uint32
	All   []Node
}

// Of gives the neighbours of a paper. Not to be changed.
func (r *Rows) Of(n Node) []Node { return r.All[r.Start[n]:r.Start[n+1]] }

// Len is the number of papers.
func (r *Rows) Len() int { return len(r.Start) - 1 }

// Has reports whether m is a neighbour of n.
func (r *Rows) Has(n, m Node) bool {
	_, found := slices.BinarySearch(r.Of(n), m)
	return found
}

// Reversed gives the same arcs seen from their other end, by counting sort:
// rows come out sorted because the arcs are read in order.
func (r *Rows) Reversed() *Rows {
	out := &Rows{Start: make([]uint32, len(r.Start)), All: make([]Node, len(r.All))}
	for _, m := range r.All {
		out.Start[m+1]++
	}
	for n := 1; n < len(out.Start); n++ {
		out.Start[n] += out.Start[n-1]
	}
	next := slices.Clone(out.Start)
	for n := range Node(r.Len()) {
		for _, m := range r.Of(n) {
			out.All[next[m]] = n
			next[m]++
		}
	}
	return out
}

// Only gives the rows without the arcs for which keep is false. It is asked of
// each once, in order.
func (r *Rows) Only(keep func(n, m Node) bool) *Rows {
	out := &Rows{Start: make([]uint32, len(r.Start)), All: make([]Node, 0, len(r.All))}
	for n := range Node(r.Len()) {
		for _, m := range r.Of(n) {
			if keep(n, m) {
				out.All = append(out.All, m)
			}
		}
		out.Start[n+1] = uint32(len(out.All))
	}
	return out
}
