package community

import (
	"fmt"
	"slices"
	"strings"
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
