package eval_test

import (
	"testing"

	"citemap/graph/eval"
	"citemap/graph/gap"
)

// Answers bring back more than one shot does, of papers that lead to each other,
// and both have the same papers to look at.
func TestRounds(t *testing.T) {
	c, list := holdable()
	o := eval.Options{Rounds: 5, Given: 4, Methods: []gap.Method{gap.Citemap}}
	r := eval.Evaluate(c, []eval.HoldOut{list, {Name: "empty"}}, o).Rounds
	if r.Every != 5 || len(r.Starts) != 2 || r.Starts[0].Given != 3 || r.Starts[1].Given != 4 {
		t.Fatalf("%+v", r)
	}
	for _, s := range r.Starts {
		if s.Lists != 1 || s.Rounds.After50 < s.OneShot.After50 || s.Rounds.After100 < s.Rounds.After50 {
			t.Errorf("%d given: %+v", s.Given, s)
		}
		for _, l := range []eval.Looks{s.OneShot, s.Rounds} {
			if l.After100 > 1 || l.Saved < 0 || l.Saved > 1 || l.Until95 < 1 {
				t.Errorf("%d given: %+v", s.Given, l)
			}
		}
	}
	if got := eval.Evaluate(c, []eval.HoldOut{list}, eval.Options{Rounds: 5, Given: 3}).Rounds; len(got.Starts) != 1 {
		t.Errorf("three given twice: %+v", got)
	}
	if eval.Evaluate(c, []eval.HoldOut{list}, eval.Options{}).Rounds != nil {
		t.Error("rounds that nobody asked for")
	}
}

// The error is how far shares lie from chances, by tenths.
func TestCalibrationError(t *testing.T) {
	var r, other eval.Reliability
	for i := range 10 {
		r.Count(0.25, i < 5) // five of ten, where 2.5 are expected
		other.Count(1, true)
	}
	if e := r.Error(); e != 0.25 {
		t.Errorf("%v", e)
	}
	r.Add(&other)
	if e := r.Error(); e != 0.125 {
		t.Errorf("with as many of which all is true: %v", e)
	}
	if got := r.Strengths[gap.Strong]; got.Papers != 10 || got.Share() != 1 || got.Expected() != 1 {
		t.Errorf("strong ones %+v", got)
	}
	if e := (&eval.Reliability{}).Error(); e != 0 {
		t.Errorf("of nothing %v", e)
	}
}
