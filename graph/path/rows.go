package path

import (
	"slices"

	"citemap/graph"
)

// rows are the neighbours of each paper, sorted: those of n are
// all[start[n]:start[n+1]].
type rows struct {
	start []uint32
	all   []graph.Node
}

func (r *rows) of(n graph.Node) []graph.Node { return r.all[r.start[n]:r.start[n+1]] }

func (r *rows) len() int { return len(r.start) - 1 }

// referencesOf copies the citations of a graph.
func referencesOf(g *graph.Graph) rows {
	r := rows{start: make([]uint32, g.Len()+1), all: make([]graph.Node, 0, g.Citations())}
	for n := range graph.Node(g.Len()) {
		r.all = append(r.all, g.References(n)...)
		r.start[n+1] = uint32(len(r.all))
	}
	return r
}

// without takes citations out, in place, and gives them sorted.
func (r *rows) without(out func(Citation) bool) []Citation {
	var taken []Citation
	kept, begin := uint32(0), uint32(0)
	for n := range r.len() {
		end := r.start[n+1]
		for _, cited := range r.all[begin:end] {
			if c := (Citation{graph.Node(n), cited}); out(c) {
				taken = append(taken, c)
				continue
			}
			r.all[kept] = cited
			kept++
		}
		begin, r.start[n+1] = end, kept
	}
	r.all = r.all[:kept]
	return taken
}

// reversed gives the same citations seen from their other end.
func (r *rows) reversed() rows {
	out := rows{start: make([]uint32, len(r.start)), all: make([]graph.Node, len(r.all))}
	for _, cited := range r.all {
		out.start[cited+1]++
	}
	for n := range r.len() {
		out.start[n+1] += out.start[n]
	}
	next := slices.Clone(out.start)
	for n := range graph.Node(r.len()) {
		for _, cited := range r.of(n) {
			out.all[next[cited]] = n
			next[cited]++
		}
	}
	return out
}
