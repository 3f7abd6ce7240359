package community

import "citemap/graph"

// A network is a weighted undirected graph, first of papers, then of parts:
// the neighbours of v are to[start[v]:start[v+1]], each once, none is v itself.
type network struct {
	start  []uint32
	to     []uint32
	weight []uint32  // joined pairs of papers between the two; at least 1
	size   []float64 // sum of degrees (modularity) or papers (CPM)
}

func (x *network) len() int { return len(x.size) }

// newNetwork is the simple undirected citation graph.
func newNetwork(g *graph.Graph, q Quality) *network {
	joined := g.Neighbours()
	x := &network{start: joined.Start, to: joined.All, weight: make([]uint32, len(joined.All)), size: make([]float64, g.Len())}
	for i := range x.weight {
		x.weight[i] = 1
	}
	for v := range x.size {
		x.size[v] = 1
		if q == Modularity {
			x.size[v] = float64(x.start[v+1] - x.start[v])
		}
	}
	return x
}

// merged makes the network of parts; part is a number below parts for each node.
func (x *network) merged(part []uint32, parts int, t *tally) *network {
	out := &network{start: make([]uint32, parts+1), size: make([]float64, parts),
		to: make([]uint32, 0, len(x.to)/2), weight: make([]uint32, 0, len(x.to)/2)}
	for p, nodes := range grouped(part, parts).each {
		for _, v := range nodes {
			out.size[p] += x.size[v]
			for i := x.start[v]; i < x.start[v+1]; i++ {
				if to := part[x.to[i]]; to != uint32(p) {
					t.add(to, x.weight[i])
				}
			}
		}
		for _, to := range t.met {
			out.to, out.weight = append(out.to, to), append(out.weight, t.sum[to])
		}
		t.clear()
		out.start[p+1] = uint32(len(out.to))
	}
	return out
}

// components splits communities into their connected parts, each named after
// one of its nodes.
func (x *network) components(of []uint32) []uint32 {
	part, seen := identity(x.len()), make([]bool, x.len())
	var stack []uint32
	for root := range part {
		if seen[root] {
			continue
		}
		seen[root], stack = true, append(stack, uint32(root))
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack, part[v] = stack[:len(stack)-1], uint32(root)
			for _, to := range x.to[x.start[v]:x.start[v+1]] {
				if !seen[to] && of[to] == of[v] {
					seen[to], stack = true, append(stack, to)
				}
			}
		}
	}
	return part
}

// A tally adds up weights by community. Between uses it is clear.
type tally struct {
	sum []uint32
	met []uint32 // the communities of a sum above 0, in the order they were met
}

func (t *tally) add(c, weight uint32) {
	if t.sum[c] == 0 {
		t.met = append(t.met, c)
	}
	t.sum[c] += weight
}

func (t *tally) clear() {
	for _, c := range t.met {
		t.sum[c] = 0
	}
	t.met = t.met[:0]
}

// groups are the members of each group, in rising order: those of c are
// all[start[c]:start[c+1]].
type groups struct{ start, all []uint32 }

func (g *groups) of(c int) []uint32 { return g.all[g.start[c]:g.start[c+1]] }

// each gives every group with its members.
func (g *groups) each(yield func(int, []uint32) bool) {
	for c := range len(g.start) - 1 {
		if !yield(c, g.of(c)) {
			return
		}
	}
}

// grouped sorts members by their group, a number below n.
func grouped(of []uint32, n int) *groups {
	g := &groups{start: make([]uint32, n+2), all: make([]uint32, len(of))}
	for _, c := range of {
		g.start[c+2]++
	}
	for c := range n {
		g.start[c+2] += g.start[c+1]
	}
	for v, c := range of {
		g.all[g.start[c+1]] = uint32(v)
		g.start[c+1]++
	}
	g.start = g.start[:n+1]
	return g
}

// compact renumbers groups from 0 in the order they are first met and counts them.
func compact(of []uint32) (out []uint32, n int) {
	const unmet = ^uint32(0)
	number := make([]uint32, len(of))
	for c := range number {
		number[c] = unmet
	}
	out = make([]uint32, len(of))
	for v, c := range of {
		if number[c] == unmet {
			number[c] = uint32(n)
			n++
		}
		out[v] = number[c]
	}
	return out, n
}

// count counts the groups in use.
func count(of []uint32) int {
	_, n := compact(of)
	return n
}

func identity(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	return out
}
