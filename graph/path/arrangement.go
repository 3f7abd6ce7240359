package path

import (
	"slices"

	"citemap/graph"
)

// An arrangement puts the papers of a strongly connected component into an
// order in which few citations run backwards, by the greedy rule of Eades, Lin
// and Smyth: papers that cite none of those left go to the back, papers cited
// by none of them to the front; where there is neither, the paper follows
// whose references among those left most outnumber its citing papers. Linear
// in the papers and citations of the components.
type arrangement struct {
	references, citing *graph.Rows
	component          *Components
	place              []uint32 // in the component's order; none while left
	out, in            []int32  // references and citing papers that are left

	// Papers left, filed by what they are. A paper is filed again when that
	// changes; what is stale is passed over when it comes up.
	ends   []graph.Node   // those without references or citing papers
	excess [][]graph.Node // by references minus citing papers, plus zero
	zero   int32
	top    int32 // no paper is filed above
}

// arranged gives each paper a place in its component, meaningful only among
// its members.
func arranged(references, citing *graph.Rows, c *Components) []uint32 {
	n := references.Len()
	a := &arrangement{references: references, citing: citing, component: c,
		place: make([]uint32, n), out: make([]int32, n), in: make([]int32, n)}
	for i := range c.Len() {
		if c.Size(i) > 1 {
			a.arrange(c.Members(i))
		}
	}
	return a.place
}

func (a *arrangement) arrange(members []graph.Node) {
	a.begin(members)
	front, back := uint32(0), uint32(len(members)-1)
	for range members {
		n := a.next()
		if a.out[n] == 0 {
			a.place[n] = back
			back--
		} else {
			a.place[n] = front
			front++
		}
		a.remove(n)
	}
}

// begin counts the citations inside a component and files its papers, the
// newest last, so that among equals it comes first.
func (a *arrangement) begin(members []graph.Node) {
	a.zero = 1
	for _, n := range members {
		a.place[n] = none
		a.out[n] = a.inside(n, a.references.Of(n))
		a.in[n] = a.inside(n, a.citing.Of(n))
		a.zero = max(a.zero, a.out[n], a.in[n])
	}
	a.top, a.ends = 0, a.ends[:0]
	a.excess = slices.Grow(a.excess[:0], int(2*a.zero+1))[:2*a.zero+1]
	for i := range a.excess {
		a.excess[i] = a.excess[i][:0]
	}
	for _, n := range members {
		a.file(n)
	}
}

// inside counts the neighbours that share the component of n.
func (a *arrangement) inside(n graph.Node, neighbours []graph.Node) (count int32) {
	for _, m := range neighbours {
		if a.component.of[m] == a.component.of[n] {
			count++
		}
	}
	return count
}

func (a *arrangement) file(n graph.Node) {
	if a.out[n] == 0 || a.in[n] == 0 {
		a.ends = append(a.ends, n)
		return
	}
	at := a.out[n] - a.in[n] + a.zero
	a.excess[at] = append(a.excess[at], n)
	a.top = max(a.top, at)
}

// next takes the paper that follows. There must be one left.
func (a *arrangement) next() graph.Node {
	for len(a.ends) > 0 {
		n := a.ends[len(a.ends)-1]
		a.ends = a.ends[:len(a.ends)-1]
		if a.place[n] == none {
			return n
		}
	}
	for ; ; a.top-- {
		for file := &a.excess[a.top]; len(*file) > 0; {
			n := (*file)[len(*file)-1]
			*file = (*file)[:len(*file)-1]
			if a.place[n] == none && a.out[n]-a.in[n]+a.zero == a.top {
				return n
			}
		}
	}
}

// remove takes a placed paper away from its neighbours.
func (a *arrangement) remove(n graph.Node) {
	for _, r := range a.references.Of(n) {
		if a.left(n, r) {
			a.in[r]--
			a.file(r)
		}
	}
	for _, c := range a.citing.Of(n) {
		if a.left(n, c) {
			a.out[c]--
			a.file(c)
		}
	}
}

// left reports whether m is in the component of n and has no place yet.
func (a *arrangement) left(n, m graph.Node) bool {
	return a.component.of[m] == a.component.of[n] && a.place[m] == none
}
