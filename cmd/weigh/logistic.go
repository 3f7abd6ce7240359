package main

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// A sample is what a logistic regression learns from.
type sample struct {
	signs   [][]float64 // of each case; the first is 1
	belongs []bool
}

const (
	penalty = 1.0 // on the squares of the weights, but for the first
	rounds  = 50  // Newton's method needs fewer than ten
)

// fit gives the weights of the signs that make what was seen most likely, less
// the penalty, by Newton's method; none where there are no cases.
func (s sample) fit() []float64 {
	if len(s.signs) == 0 {
		return nil
	}
	n := len(s.signs[0])
	weights := mat.NewVecDense(n, nil)
	for range rounds {
		slope, bend := s.derivatives(weights.RawVector().Data)
		var step mat.VecDense
		if err := step.SolveVec(bend, slope); err != nil {
			break
		}
		weights.AddVec(weights, &step)
		if mat.Norm(&step, math.Inf(1)) < 1e-10 {
			break
		}
	}
	return weights.RawVector().Data
}

// derivatives gives the first derivatives of the likelihood by the weights and
// the negated second ones.
func (s sample) derivatives(weights []float64) (*mat.VecDense, *mat.SymDense) {
	n := len(weights)
	slope, bend := mat.NewVecDense(n, nil), mat.NewSymDense(n, nil)
	for i, w := range weights[1:] {
		slope.SetVec(i+1, -penalty*w)
		bend.SetSym(i+1, i+1, penalty)
	}
	first, second := slope.RawVector().Data, bend.RawSymmetric().Data
	for i, signs := range s.signs {
		p := chance(weights, signs)
		missed := -p
		if s.belongs[i] {
			missed = 1 - p
		}
		for a, x := range signs {
			first[a] += missed * x
			for b := a; b < n; b++ {
				second[a*n+b] += p * (1 - p) * x * signs[b]
			}
		}
	}
	return slope, bend
}

func chance(weights, signs []float64) float64 {
	sum := 0.0
	for i, x := range signs {
		sum += weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}
