package rank

import (
	"math"

	"citemap/graph"
)

// A brandes is the state of Brandes' algorithm: one source after the other is
// searched from, and what it adds stays in sum.
type brandes struct {
	g   *graph.Graph
	sum []float64

	depth []uint32 // from the source, or unmet
	// paths is first the number of shortest paths from the source, 0 where it
	// was not met; then, going back, (1 + dependency of the paper)/paths.
	paths []float64

	met   []graph.Node // from the nearest to the farthest
	steps []graph.Node // the citations on shortest paths, by citing paper in met
	begin []uint32     // of the steps of the i-th paper in met
}

const (
	unmet = math.MaxUint32
	// tooMany is more paths than are counted: beyond, logarithms are.
	tooMany = 1e300
)

func newBrandes(g *graph.Graph) *brandes {
	b := &brandes{
		g: g, sum: make([]float64, g.Len()), depth: make([]uint32, g.Len()), paths: make([]float64, g.Len()),
		met: make([]graph.Node, g.Len()+1), steps: make([]graph.Node, g.Citations()+1), begin: make([]uint32, g.Len()+1),
	}
	for n := range b.depth {
		b.depth[n] = unmet
	}
	return b
}

// from adds the dependency of a source on each paper, times weight: the sum
// over all other papers t of the share of the shortest paths from the source
// to t that lead through it. dependencies, where not nil, is added the same
// times other.
func (b *brandes) from(source graph.Node, weight float64, dependencies []float64, other float64) {
	met, counted := b.search(source)
	back := b.back
	if !counted {
		b.recount(met)
		back = b.backByLogarithm
	}
	for i := met - 1; i > 0; i-- {
		n := b.met[i]
		dependency := back(n, b.steps[b.begin[i]:b.begin[i+1]])
		b.sum[n] += weight * dependency
		if dependencies != nil {
			dependencies[n] += other * dependency
		}
	}
	for _, n := range b.met[:met] {
		b.depth[n], b.paths[n] = unmet, 0
	}
}

// search goes from the source by breadth and counts the shortest paths, unless
// they are too many. It has met the first papers of b.met.
func (b *brandes) search(source graph.Node) (met uint32, counted bool) {
	queue, steps, begin, depth, paths := b.met, b.steps, b.begin, b.depth, b.paths
	queue[0], depth[source], paths[source] = source, 0, 1
	met, counted = 1, true
	last := uint32(0)
	for i := uint32(0); i < met; i++ {
		n := queue[i]
		below := depth[n] + 1
		first := last
		begin[i] = first
		// Most references are met already, and nearer: this loop leaves them
		// out without a branch to mispredict.
		for _, r := range b.g.References(n) {
			steps[last] = r
			further := uint32(0)
			if depth[r] >= below {
				further = 1
			}
			last += further
		}
		through := paths[n]
		if through > tooMany {
			counted = false
		}
		for _, r := range steps[first:last] {
			if depth[r] == unmet {
				depth[r] = below
				queue[met] = r
				met++
			}
			paths[r] += through
		}
	}
	begin[met] = last
	return met, counted
}

// back gives the dependency on a paper, given the papers one step further.
func (b *brandes) back(n graph.Node, steps []graph.Node) float64 {
	sum := 0.0
	for _, r := range steps {
		sum += b.paths[r]
	}
	dependency := sum * b.paths[n]
	b.paths[n] = (1 + dependency) / b.paths[n]
	return dependency
}

// recount turns paths into the logarithms of their numbers.
func (b *brandes) recount(met uint32) {
	for _, n := range b.met[:met] {
		b.paths[n] = math.Inf(-1)
	}
	b.paths[b.met[0]] = 0
	for i := range met {
		through := b.paths[b.met[i]]
		for _, r := range b.steps[b.begin[i]:b.begin[i+1]] {
			more, less := max(through, b.paths[r]), min(through, b.paths[r])
			b.paths[r] = more + math.Log1p(math.Exp(less-more))
		}
	}
}

// backByLogarithm is back where paths holds logarithms.
func (b *brandes) backByLogarithm(n graph.Node, steps []graph.Node) float64 {
	dependency := 0.0
	for _, r := range steps {
		dependency += math.Exp(b.paths[n] + b.paths[r])
	}
	b.paths[n] = math.Log1p(dependency) - b.paths[n]
	return dependency
}
