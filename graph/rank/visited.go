package rank

import (
	"math"
	"slices"

	"citemap/graph"
)

// Visited gives the papers, rising, on which a walker spends a share of time of
// least or more who at every step follows a citation in either direction with
// chance d, each as likely, and else restarts at one of the starts, each as likely;
// at a paper without citations the walker restarts. Two papers that cite each other
// are joined once. A share that is within 1e-12 of least counts as least.
//
// The shares divided by the degrees of the papers solve (D - dA) z = s, with the
// degrees D, the joined pairs A and the restarts s: a symmetric positive definite
// system, put to conjugate gradients (Hestenes and Stiefel 1952,
// doi:10.6028/jres.049.044) with D as preconditioner. D^-1 A averages over
// neighbours, so no z is off by more than the largest residual per degree divided by
// 1-d. As soon as that leaves no paper in doubt, the answer is what it would be if
// all shares were known.
func Visited(g *graph.Graph, starts []graph.Node, d, least float64) []graph.Node {
	s := newStroll(g, starts, d)
	lost := 0.0 // of the walker's steps; which the restarts make good
	for _, n := range starts {
		if len(g.References(n))+len(g.Citing(n)) == 0 {
			lost += d / float64(len(starts))
		}
	}
	return s.above(least * (1 - lost))
}

// Visits gives the shares of time of that walker, all papers together 1, by node: no
// sum of what they are off by exceeds tolerance. It is personalised PageRank on
// citations taken in either direction. No start: all zero.
func Visits(g *graph.Graph, starts []graph.Node, d, tolerance float64) []float64 {
	if len(starts) == 0 {
		return make([]float64, g.Len())
	}
	s := newStroll(g, starts, d)
	// The sum of what all shares are off by is that of the residual over 1-d at most.
	s.solve(func(left remainder) bool { return left.sum <= tolerance*(1-d) })
	for n := range s.z {
		s.z[n] *= s.degree[n]
	}
	return ToOne(s.z)
}

// A stroll is the system of Visited while it is being solved.
type stroll struct {
	references *graph.Rows
	mutual     [][2]graph.Node // papers that cite each other
	degree     []float64       // 1 at least
	d          float64

	z, residual []float64
	toward      []toward
}

// toward is the direction of a step and its product with the system. They stand
// side by side because a citation touches both.
type toward struct{ direction, product float64 }

// newStroll starts from z = 0.
func newStroll(g *graph.Graph, starts []graph.Node, d float64) *stroll {
	n := g.Len()
	s := &stroll{d: d, degree: make([]float64, n), z: make([]float64, n), residual: make([]float64, n), toward: make([]toward, n)}
	s.references, _ = g.Rows()
	for p := range graph.Node(n) {
		cited := s.references.Of(p)
		s.degree[p] = float64(len(cited) + g.LocalCitations(p))
		newer, _ := slices.BinarySearch(cited, p)
		for _, r := range cited[newer:] {
			if s.references.Has(r, p) {
				s.mutual = append(s.mutual, [2]graph.Node{p, r})
			}
		}
	}
	for _, pair := range s.mutual {
		s.degree[pair[0]]--
		s.degree[pair[1]]--
	}
	for p, degree := range s.degree {
		s.degree[p] = max(1, degree)
	}
	for _, start := range starts {
		s.residual[start] = (1 - d) / float64(len(starts))
	}
	return s
}

// solve goes on until enough is known.
func (s *stroll) solve(enough func(left remainder) bool) {
	left := s.forward(0)
	for turn := 0.0; left.weight > 0 && !enough(left); {
		s.aim(turn)
		before := left
		left = s.forward(left.weight / s.multiply())
		turn = left.weight / before.weight
	}
}

// above solves until every paper is known to be above a share or below it.
func (s *stroll) above(least float64) []graph.Node {
	s.solve(func(left remainder) bool {
		return left.most <= 1e-12*least*(1-s.d) || !s.doubtful(least, left.most/(1-s.d))
	})
	var above []graph.Node
	for n, z := range s.z {
		if z*s.degree[n] >= least*(1-1e-12) {
			above = append(above, graph.Node(n))
		}
	}
	return above
}

// doubtful reports whether an error of so much in z can put any paper on the other
// side.
func (s *stroll) doubtful(least, off float64) bool {
	for n, z := range s.z {
		if math.Abs(z*s.degree[n]-least) <= off*s.degree[n] {
			return true
		}
	}
	return false
}

// aim makes the next direction of the residual and the last direction.
func (s *stroll) aim(turn float64) {
	for n, r := range s.residual {
		p := r/s.degree[n] + turn*s.toward[n].direction
		s.toward[n] = toward{p, s.degree[n] * p}
	}
}

// multiply puts the direction to the system and gives the product of the two.
func (s *stroll) multiply() (sum float64) {
	for n := range graph.Node(s.references.Len()) {
		near, given := 0.0, s.d*s.toward[n].direction
		for _, r := range s.references.Of(n) {
			near += s.toward[r].direction
			s.toward[r].product -= given
		}
		s.toward[n].product -= s.d * near
	}
	for _, pair := range s.mutual { // each was met twice
		a, b := &s.toward[pair[0]], &s.toward[pair[1]]
		a.product += s.d * b.direction
		b.product += s.d * a.direction
	}
	for _, t := range s.toward {
		sum += t.direction * t.product
	}
	return sum
}

// A remainder is what the equation is off by.
type remainder struct {
	weight float64 // sum over papers of its square per degree
	most   float64 // per degree
	sum    float64
}

// forward goes a step in the direction.
func (s *stroll) forward(step float64) (left remainder) {
	for n, t := range s.toward {
		s.z[n] += step * t.direction
		r := s.residual[n] - step*t.product
		s.residual[n] = r
		share := r / s.degree[n]
		left.weight += r * share
		left.most = max(left.most, math.Abs(share))
		left.sum += math.Abs(r)
	}
	return left
}
