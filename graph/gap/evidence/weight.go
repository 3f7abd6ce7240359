package evidence

import "math"

// A Weight is what a sign is worth: for a list of k papers Long + Short 2/sqrt(k).
type Weight struct {
	Sign        string
	Long, Short float64
}

// Weights are what signs are worth in the chance that a candidate belongs, by
// logistic regression on lists of which a part was hidden.
type Weights struct {
	Scored []Weight // of the candidates of a case
	Thin   []Weight // of candidates where the corpus is too thin for it
	Below  float64  // the share that belongs of the papers below the candidates
}

// fewestHeld is how many papers the shortest lists had that the weights were
// fitted on. A shorter list is taken for one of so many.
const fewestHeld = 3

// Half is the fewest papers that count as half of a list.
const Half = 10

// Shortness is 2/sqrt(k) of a list of k papers.
func Shortness(k int) float64 { return 2 / math.Sqrt(float64(max(k, fewestHeld))) }

// Odds is the logarithm of the odds that a candidate of these signs belongs to
// a list of k papers: the sum over its signs of weight times sign.
func Odds(weights []Weight, signs []float64, k int) float64 {
	sum, short := 0.0, Shortness(k)
	for i, w := range weights {
		sum += (w.Long + w.Short*short) * signs[i]
	}
	return sum
}

// Chance is 1 / (1 + exp(-odds)), to three digits after the point.
func Chance(odds float64) float64 { return Thousandths(1 / (1 + math.Exp(-odds))) }

// mostThin is the most that a chance can be where the corpus is thin: of the
// candidates that would be given more, so many belonged on fields left out.
const mostThin = 0.49

// ThinChance is Chance where the corpus is too thin for a system.
func ThinChance(odds float64) float64 { return min(Chance(odds), mostThin) }

// Thousandths rounds to three digits after the point.
func Thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }
