package main

import (
	"citemap/graph/gap/evidence"
)

// learn fits the weights.
func learn(from []trial) evidence.Weights {
	var scored, thin sample
	unseen, missed := 0.0, 0.0
	for _, t := range from {
		if t.thin {
			thin.add(t)
			continue
		}
		scored.add(t)
		unseen += float64(t.unseen)
		missed += float64(t.hidden - t.found())
	}
	return evidence.Weights{
		Scored: weights(evidence.ScoredSigns, scored),
		Thin:   weights(evidence.ThinSigns, thin),
		Below:  missed / max(unseen, 1),
	}
}

// found counts the hidden papers among the candidates.
func (t trial) found() int {
	n := 0
	for _, c := range t.candidates {
		if c.hidden {
			n++
		}
	}
	return n
}

// add puts the candidates of a trial to a sample: each sign as it is, and times
// the shortness of the list.
func (s *sample) add(t trial) {
	short := evidence.Shortness(t.given)
	for _, c := range t.candidates {
		row := make([]float64, 0, 2*len(c.signs))
		row = append(row, c.signs...)
		for _, x := range c.signs {
			row = append(row, x*short)
		}
		s.signs, s.belongs = append(s.signs, row), append(s.belongs, c.hidden)
	}
}

// weights fits those of some signs. What is the same for all candidates of a list
// is not held back: it says how many belong, not which.
func weights(signs []evidence.Sign, of sample) []evidence.Weight {
	n := len(signs)
	penalties := make([]float64, 2*n)
	for i, s := range signs {
		if !s.Alike {
			penalties[i], penalties[n+i] = penalty, penalty
		}
	}
	fitted := of.fit(penalties)
	var out []evidence.Weight
	for i, s := range signs {
		if fitted != nil {
			out = append(out, evidence.Weight{Sign: s.Name, Long: fitted[i], Short: fitted[n+i]})
		}
	}
	return out
}
