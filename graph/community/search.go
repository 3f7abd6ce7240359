package community

import (
	"math/rand/v2"
)

const (
	theta     = 0.01     // randomness of the refinement, as in the paper's experiments
	stream    = 0x1e1de9 // the second half of the random numbers' seed
	maxPasses = 10
	enough    = 1e-3 // a pass that gains less, in joined pairs per joined pair, is the last
)

// A search is the state that the steps of one run share.
type search struct {
	cost   float64 // of two nodes in one community, per product of their sizes
	random *rand.Rand
	tally  tally
	gains  []float64 // scratch of choose
}

func newSearch(base *network, o Options) *search {
	papers, arcs := float64(base.len()), float64(len(base.to)) // every pair stands in both rows
	cost := o.Resolution
	switch {
	case o.Quality == Modularity && cost == 0:
		cost = 1 / arcs
	case o.Quality == Modularity:
		cost /= arcs
	case cost == 0:
		cost = arcs / (papers * (papers - 1))
	}
	return &search{cost: cost, random: rand.New(rand.NewPCG(o.Seed, stream)), tally: tally{sum: make([]uint32, base.len())}}
}

// quality is what the search maximises, in joined pairs: the pairs inside
// communities less what their sizes cost, up to a constant.
func (l *search) quality(x *network, of []uint32) float64 {
	inside, size := 0.0, make([]float64, x.len())
	for v, c := range of {
		size[c] += x.size[v]
		for i := x.start[v]; i < x.start[v+1]; i++ {
			if of[x.to[i]] == c {
				inside += float64(x.weight[i]) / 2
			}
		}
	}
	for _, s := range size {
		inside -= l.cost * s * s / 2
	}
	return inside
}

// shuffled gives the numbers below n in random order.
func (l *search) shuffled(n int) []uint32 {
	out := identity(n)
	l.random.Shuffle(n, func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
