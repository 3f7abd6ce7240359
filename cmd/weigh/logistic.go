package main

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// A sample is what a logistic regression learns from.
type sample struct {
	signs   [][]float64 // of each case
	belongs []bool
}

const (
	penalty = 30.0 // on the squares of the weights
	least   = 1e-3 // where none is wanted, so that there is always an answer
	rounds  = 50   // Newton's method needs fewer than ten
)

// fit gives the weights of the signs that make what was seen most likely, less
// the penalties on their squares, by Newton's method; none where there are no
// cases.
func (s sample) fit(penalties []float64) []float64 {
	if len(s.signs) == 0 {
		return nil
	}
	weights := mat.NewVecDense(len(s.signs[0]), nil)
	for range rounds {
		slope, bend := s.derivatives(weights.RawVector().Data, penalties)
		var step mat.VecDense
		if err := step.SolveVec(bend, slope); err != nil {
			break
		}
		weights.AddVec(weights, &step)
		if mat.Norm(&step, math.Inf(1)) < 1e-9 {
			break
		}
	}
	return weights.RawVector().Data
}

// derivatives gives the first derivatives of the likelihood by the weights and
// the negated second ones.
func (s sample) derivatives(weights, penalties []float64) (*mat.VecDense, *mat.SymDense) {
	n := len(weights)
	slope, bend := mat.NewVecDense(n, nil), mat.NewSymDense(n, nil)
	for i, w := range weights {
		held := max(penalties[i], least)
		slope.SetVec(i, -held*w)
		bend.SetSym(i, i, held)
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
			row, share := second[a*n:], p*(1-p)*x
			for b := a; b < n; b++ {
				row[b] += share * signs[b]
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
