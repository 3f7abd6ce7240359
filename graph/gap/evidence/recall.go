package evidence

import (
	"math"
	"slices"
)

// Front is how many of the best candidates are counted when it is asked how many
// of them belong.
const Front = 50

// recalled is the share of the listed papers that are explained, by the others,
// better than all but the first of Front candidates are.
func recalled(among, explained []float64) float64 {
	best := slices.Clone(explained)
	slices.Sort(best)
	n := 0
	for _, e := range among {
		if len(best) < Front || e >= best[len(best)-Front] {
			n++
		}
	}
	return float64(n) / float64(max(len(among), 1))
}

// On lists of all fields usualRecall is recalled; a list tells as much of its own
// as beside so many papers of any list.
const (
	usualRecall = 0.6
	usualPapers = 5
)

// Missing is how many of the first of Front candidates belong to a list of k
// papers of which so many are recalled, if as many as are listed are missing: what
// is missing is found as often as what is there.
func Missing(k int, recalled float64) float64 {
	n := float64(k)
	return n * (n*recalled + usualPapers*usualRecall) / (n + usualPapers)
}

// Chances gives the chances of all candidates of a list of k papers by their odds.
// From Half papers on the odds of all are shifted alike, so that the chances of the
// best add up to as many as Missing says: some fields and lists hold together
// better than others, and this list shows how well it does.
func Chances(odds []float64, k int, recalled float64) []float64 {
	shift := 0.0
	if k >= Half {
		shift = shifted(odds, Missing(k, recalled))
	}
	out := make([]float64, len(odds))
	for i, x := range odds {
		out[i] = Chance(x + shift)
	}
	return out
}

// shifted finds by halving what is to be added to the odds of all so that the
// chances of the best add up to a number of papers.
func shifted(odds []float64, papers float64) float64 {
	best := slices.Clone(odds)
	slices.Sort(best)
	best = best[max(0, len(best)-Front):]
	papers = min(papers, 0.97*float64(len(best)))
	low, high := -6.0, 6.0
	for range 40 {
		middle, sum := (low+high)/2, 0.0
		for _, x := range best {
			sum += 1 / (1 + math.Exp(-x-middle))
		}
		if sum < papers {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}
