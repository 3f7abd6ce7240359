package merge

import "citemap/graph"

// A folding is a union-find over the places of papers; the members of a set
// are known at its root.
type folding struct {
	papers  []graph.Paper
	parent  []int
	members map[int][]int
	reason  []string // why a place joined its set
}

func newFolding(papers []graph.Paper) *folding {
	f := &folding{papers: papers, parent: make([]int, len(papers)), members: map[int][]int{}, reason: make([]string, len(papers))}
	for i := range papers {
		f.parent[i], f.members[i] = i, []int{i}
	}
	return f
}

func (f *folding) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join puts two sets together; the reason is remembered at b, the newcomer.
func (f *folding) join(a, b int, reason string) {
	a, newcomer, b := f.root(a), b, f.root(b)
	if a == b {
		return
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	delete(f.members, b)
	f.reason[newcomer] = reason
}
