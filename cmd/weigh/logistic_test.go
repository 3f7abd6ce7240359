package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Of cases drawn by known weights the fit finds these again.
func TestFitFindsTheWeights(t *testing.T) {
	want := []float64{-1.5, 0.8, -0.4}
	r := rand.New(rand.NewPCG(1, 2))
	var s sample
	for range 60000 {
		signs := []float64{1, r.NormFloat64(), r.NormFloat64()}
		s.signs, s.belongs = append(s.signs, signs), append(s.belongs, r.Float64() < chance(want, signs))
	}
	for i, w := range s.fit(make([]float64, 3)) {
		if math.Abs(w-want[i]) > 0.04 {
			t.Errorf("weight %d: %v, want %v", i, w, want[i])
		}
	}
	if w := s.fit([]float64{0, 1e9, 1e9}); math.Abs(w[1]) > 1e-3 || math.Abs(w[2]) > 1e-3 {
		t.Errorf("held back: %v", w)
	}
}

// With the first sign alone it is the share itself.
func TestFitOfTheShare(t *testing.T) {
	s := sample{signs: [][]float64{{1}, {1}, {1}, {1}}, belongs: []bool{true, false, false, false}}
	if p := chance(s.fit([]float64{0}), []float64{1}); math.Abs(p-0.25) > 1e-3 {
		t.Errorf("%v", p)
	}
	if w := (sample{}).fit(nil); w != nil {
		t.Errorf("of nothing: %v", w)
	}
}
