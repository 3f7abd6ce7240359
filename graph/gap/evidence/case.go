// Package evidence weighs what speaks for each candidate of a list: it looks at
// the citations around the list from several sides, and what each says is worth
// what it was worth on lists of which half was hidden.
package evidence

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"citemap/graph"
)

// A Case is a list with the candidates that a first look chose for it, and what
// that look saw.
type Case struct {
	Graph      *graph.Graph
	Cites      []float64 // by node: how often each is cited, 1 at least
	Words      *Words
	Listed     []graph.Node
	Candidates []graph.Node

	// Of each candidate, over their maxima among the papers off the list:
	// co-citation with the list and the share of a random walk from it.
	Near, Walk []float64
}

// A Finding is what the evidence says of each candidate of a case.
type Finding struct {
	Explained     []float64   // how well the list predicts it: the sum of the contributions
	Contributions *mat.Dense  // of listed paper (row) to candidate (column)
	Signs         [][]float64 // by candidate, in the order of the weights Scored

	// Recalled is the share of the listed papers that the others would bring back
	// among the first of Front candidates.
	Recalled float64
}

// Floor is added to a share before its logarithm is taken.
const Floor = 1e-4

// formula puts the first look and what the system says into one score.
func (c *Case) formula(explained []float64, power, floor float64) []float64 {
	scores := logShares(explained, floor)
	for i := range scores {
		scores[i] = 0.7*math.Log(c.Near[i]+Floor) + 0.7*math.Log(c.Walk[i]+Floor) + power*scores[i]
	}
	return scores
}

// logShares is log(max(E,0)/max E + floor).
func logShares(explained []float64, floor float64) []float64 {
	out, most := make([]float64, len(explained)), greatest(explained)
	for i, e := range explained {
		out[i] = math.Log(max(e, 0)/most + floor)
	}
	return out
}

// greatest is the maximum, and above 0.
func greatest(values []float64) float64 {
	most := 1e-12
	for _, v := range values {
		most = max(most, v)
	}
	return most
}
