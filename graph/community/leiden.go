// Package community finds the communities of a citation graph, groups of
// papers that cite each other more than chance would have it, and names them
// after the words of their titles.
package community

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"citemap/graph"
)

// Options says what a good partition is. The zero value asks for modularity
// with resolution 1.
type Options struct {
	Quality    Quality
	Resolution float64 // above 0; more gives smaller communities; 0 is 1, for CPM the density of the graph
	Seed       uint64  // of the random choices; the same seed gives the same communities
	Passes     int     // of the algorithm at most; 0: as many as gain something
}

// Quality is what Leiden maximises. Over the simple undirected graph, where
// two papers that cite each other are joined once, m is the number of joined
// pairs, e(c) the pairs joined inside a community c, K(c) the sum of its
// papers' degrees, n(c) its number of papers and r the resolution.
type Quality uint8

const (
	// Modularity is the sum over c of e(c)/m - r (K(c)/2m)^2, between -1/2 and
	// 1 for r = 1 (Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113;
	// Reichardt and Bornholdt 2006, doi:10.1103/PhysRevE.74.016110, for r).
	Modularity Quality = iota
	// CPM, the constant Potts model, is the sum over c of e(c) - r n(c)(n(c)-1)/2,
	// in joined pairs: inside a community density is above r, between two below
	// it (Traag, Van Dooren, Nesterov 2011, doi:10.1103/PhysRevE.84.016114).
	// Its r is a density, between 0 and 1.
	CPM
)

var qualityNames = []string{"modularity", "cpm"}

func (q Quality) String() string { return qualityNames[q] }

// MarshalText gives the quality's name.
func (q Quality) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads a quality's name; the error lists the choices.
func (q *Quality) UnmarshalText(b []byte) error {
	i := slices.Index(qualityNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown quality %q: want one of %s", b, strings.Join(qualityNames, ", "))
	}
	*q = Quality(i)
	return nil
}

const (
	theta     = 0.01     // randomness of the refinement, as in the paper's experiments
	stream    = 0x1e1de9 // the second half of the random numbers' seed
	maxPasses = 10
	enough    = 1e-3 // a pass that gains less, in joined pairs per joined pair, is the last
)

// Leiden finds communities by the algorithm of Traag, Waltman and van Eck
// (2019, doi:10.1038/s41598-019-41695-z): papers move to the best neighbouring
// community, each community is refined into well-connected parts, the parts
// become the nodes of a smaller graph, and so on until nothing changes; the
// whole is repeated from its own result while that gains a thousandth, or for as
// many passes as are asked for. Every community is connected, and a paper joined to no other is a community of one.
func Leiden(g *graph.Graph, o Options) *Partition {
	base := newNetwork(g, o.Quality)
	of := identity(base.len())
	if len(base.to) == 0 {
		return newPartition(g, of)
	}
	l := newSearch(base, o)
	quality := l.quality(base, of)
	for range cmp.Or(o.Passes, maxPasses) {
		of = l.pass(base, of)
		before := quality
		quality = l.quality(base, of)
		if quality-before <= enough*float64(len(base.to))/2 {
			break
		}
	}
	return newPartition(g, of)
}

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

// pass is one run of the algorithm from given communities to better ones, all
// connected: it ends when each community is one node of the graph of parts.
func (l *search) pass(base *network, of []uint32) []uint32 {
	x, node := base, identity(base.len())
	for {
		l.move(x, of)
		if count(of) == x.len() {
			break
		}
		part, parts := compact(l.refine(x, of))
		if parts == x.len() { // chance merged nothing
			part, parts = compact(x.components(of))
			of = slices.Clone(part)
		}
		x, of = x.merged(part, parts, &l.tally), communitiesOf(part, parts, of)
		for n := range node {
			node[n] = part[node[n]]
		}
	}
	for n := range node {
		node[n] = of[node[n]]
	}
	of, _ = compact(node)
	return of
}

// communitiesOf carries the communities of nodes over to the parts that the
// nodes became.
func communitiesOf(part []uint32, parts int, of []uint32) []uint32 {
	of, _ = compact(of)
	out := make([]uint32, parts)
	for v, p := range part {
		out[p] = of[v]
	}
	return out
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
