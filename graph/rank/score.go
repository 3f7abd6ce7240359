package rank

import (
	"math"

	"citemap/graph"
)

// Known reports whether a score is known.
func Known(score float64) bool { return !math.IsNaN(score) }

func counts(g *graph.Graph, count func(graph.Node) int) []float64 {
	scores := make([]float64, g.Len())
	for n := range scores {
		scores[n] = float64(count(graph.Node(n)))
	}
	return scores
}

// told gives a count that the source may not have told.
func told(g *graph.Graph, count func(*graph.Paper) *int) []float64 {
	scores := make([]float64, g.Len())
	for n := range scores {
		scores[n] = math.NaN()
		if c := count(g.Paper(graph.Node(n))); c != nil {
			scores[n] = float64(*c)
		}
	}
	return scores
}

// rounded rounds scores in place.
func rounded(scores []float64) []float64 {
	for n, x := range scores {
		scores[n] = Round(x)
	}
	return scores
}

// nothing is the size below which a score is 0: no measure tells numbers apart
// that are so small, and below 1e-307 other programs do not read them.
const nothing = 1e-290

// Round rounds to twelve significant digits, and what is smaller than any score
// can be to 0.
func Round(x float64) float64 {
	if math.Abs(x) < nothing {
		return 0
	}
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	scale := math.Pow(10, 11-math.Floor(math.Log10(math.Abs(x))))
	if math.IsInf(scale, 0) || scale == 0 {
		return x
	}
	return math.Round(x*scale) / scale
}
