package path

import "citemap/graph"

// A tarjan finds strong components by Tarjan's algorithm, with the papers it stands
// in on a stack of its own: citations may run as deep as there are papers.
type tarjan struct {
	references *graph.Rows
	index      []uint32 // when a paper was first met, from 1; 0: not yet
	low        []uint32 // the first met that it is known to lead to
	next       []uint32 // the place of the reference to follow next
	met        []graph.Node
	inside     []graph.Node // from the first paper to the one that is looked at
	of         []uint32     // the component; none while it is not complete
	count      uint32
}

// strong finds the components, numbered in the order in which they are complete:
// the cited ones before those that cite them.
func strong(references *graph.Rows) *Components {
	n := references.Len()
	t := &tarjan{references: references, index: make([]uint32, n), low: make([]uint32, n), next: make([]uint32, n), of: make([]uint32, n)}
	copy(t.next, references.Start)
	for i := range t.of {
		t.of[i] = none
	}
	met := uint32(0)
	for root := range graph.Node(n) {
		if t.index[root] > 0 {
			continue
		}
		t.enter(root, &met)
		for len(t.inside) > 0 {
			t.follow(&met)
		}
	}
	return newComponents(t.of, int(t.count))
}

func (t *tarjan) enter(n graph.Node, met *uint32) {
	*met++
	t.index[n], t.low[n] = *met, *met
	t.met, t.inside = append(t.met, n), append(t.inside, n)
}

// follow goes on from the paper that is looked at: to a reference that was not met,
// or back.
func (t *tarjan) follow(met *uint32) {
	n := t.inside[len(t.inside)-1]
	end := t.references.Start[n+1]
	for t.next[n] < end {
		r := t.references.All[t.next[n]]
		t.next[n]++
		if t.index[r] == 0 {
			t.enter(r, met)
			return
		}
		if t.of[r] == none {
			t.low[n] = min(t.low[n], t.index[r])
		}
	}
	t.inside = t.inside[:len(t.inside)-1]
	if len(t.inside) > 0 {
		citing := t.inside[len(t.inside)-1]
		t.low[citing] = min(t.low[citing], t.low[n])
	}
	if t.low[n] == t.index[n] {
		t.complete(n)
	}
}

// complete makes a component of all that was met since n and is in none.
func (t *tarjan) complete(n graph.Node) {
	for last := graph.Node(none); last != n; {
		last = t.met[len(t.met)-1]
		t.met = t.met[:len(t.met)-1]
		t.of[last] = t.count
	}
	t.count++
}
