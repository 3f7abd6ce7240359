package eval

import (
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
)

// Reliability tells whether chances can be trusted: of the candidates that were
// given each chance, how many were hidden.
type Reliability struct {
	Tenths    [10]Tally // by chance: from 0 to 0.1, and so on
	Strengths [3]Tally  // by gap.Strength
	Lists     int       // trials that it was counted over
}

// A Tally counts candidates.
type Tally struct {
	Papers, Hidden int
	Chance         float64 // the sum of the chances they were given
}

// Share is how many of them were hidden, 0 of none.
func (t Tally) Share() float64 { return float64(t.Hidden) / float64(max(t.Papers, 1)) }

// Expected is the mean of the chances they were given, 0 of none.
func (t Tally) Expected() float64 { return t.Chance / float64(max(t.Papers, 1)) }

func (t *Tally) add(other Tally) {
	t.Papers += other.Papers
	t.Hidden += other.Hidden
	t.Chance += other.Chance
}

// Count adds a candidate.
func (r *Reliability) Count(chance float64, hidden bool) {
	one := Tally{Papers: 1, Chance: chance}
	if hidden {
		one.Hidden = 1
	}
	r.Tenths[min(int(chance*10), 9)].add(one)
	r.Strengths[gap.StrengthOf(chance)].add(one)
}

// judge counts the candidates of a judgement, the first 200.
func (r *Reliability) judge(j *gap.Judgement, hidden []graph.Node) {
	r.Lists++
	for _, c := range j.Papers[:min(len(j.Papers), gap.PoolSize)] {
		r.Count(j.Belongs(c), slices.Contains(hidden, c))
	}
}

// Add adds what was counted elsewhere.
func (r *Reliability) Add(other *Reliability) {
	for i, t := range other.Tenths {
		r.Tenths[i].add(t)
	}
	for i, t := range other.Strengths {
		r.Strengths[i].add(t)
	}
	r.Lists += other.Lists
}

// Error is the expected calibration error: the mean over all candidates of how
// far, in each tenth, the share that was hidden lies from the chance that was
// given (Naeini, Cooper and Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602).
func (r *Reliability) Error() float64 {
	sum, all := 0.0, 0
	for _, t := range r.Tenths {
		sum += math.Abs(t.Chance - float64(t.Hidden))
		all += t.Papers
	}
	return sum / float64(max(all, 1))
}
