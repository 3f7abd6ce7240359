package rank

import (
	"math"

	"citemap/graph"
)

// damping is the chance that the reader follows a reference rather than
// starting again at a random paper.
const damping = 0.85

// pageRank solves
//
//	x(p) = (1-d)/n + d * (sum of x(c)/|references of c| over citing papers c of p
//	                      + sum of x(c)/n over papers c without references)
//
// with d = 0.85 (Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X) to an
// L1 error below 1e-9. Papers without references only raise all scores alike,
// so they are left to the final scaling. Citations point back in time and
// nodes are in the order of time: sweeping from the newest paper to the oldest
// with the newest values (Gauss-Seidel) takes one sweep where nothing cites
// forward in time, and few where little does.
func pageRank(g *graph.Graph) []float64 {
	x := make([]float64, g.Len())
	for change := math.Inf(1); change > 1e-13*float64(len(x)); {
		change = 0
		for n := len(x) - 1; n >= 0; n-- {
			sum := 0.0
			for _, c := range g.Citing(graph.Node(n)) {
				sum += x[c] / float64(len(g.References(c)))
			}
			y := 1 + damping*sum
			change += math.Abs(y - x[n])
			x[n] = y
		}
	}
	return ToOne(x)
}

// ToOne divides scores by their sum in place, so that all together are 1.
func ToOne(x []float64) []float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	for n := range x {
		x[n] /= sum
	}
	return x
}
