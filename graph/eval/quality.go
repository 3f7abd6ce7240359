package eval

import (
	"math"
	"slices"

	"citemap/graph"
)

// Quality is how well one ranking brings back what was hidden, each number
// between 0 and 1. Hidden papers are relevant with gain 1.
type Quality struct {
	Recall10, Recall50 float64 // share of the hidden papers among the first 10, 50
	NDCG50             float64 // discounted cumulative gain of the first 50 over the best there could be
	MRR                float64 // 1 over the rank of the first hidden paper
	Precision10        float64 // share of hidden papers among the first 10
}

// values gives the numbers in their order, to compute with.
func (q *Quality) values() []*float64 {
	return []*float64{&q.Recall10, &q.Recall50, &q.NDCG50, &q.MRR, &q.Precision10}
}

// RanksOf gives the rank, from 1, of each hidden paper among all papers that
// were not given.
func RanksOf(scores []float64, alphabet []uint32, given, hidden []graph.Node) []int {
	for _, l := range given {
		scores[l] = math.Inf(-1)
	}
	ranks := make([]int, len(hidden))
	for i, h := range hidden {
		ranks[i] = 1
		for n, s := range scores {
			if s > scores[h] || s == scores[h] && alphabet[n] < alphabet[h] {
				ranks[i]++
			}
		}
	}
	slices.Sort(ranks)
	return ranks
}

// QualityOf scores the sorted ranks, from 1, of the hidden papers.
func QualityOf(ranks []int) Quality {
	var q Quality
	hidden := float64(len(ranks))
	var gain, ideal float64
	for i, rank := range ranks {
		if i < 50 {
			ideal += 1 / math.Log2(float64(i+2))
		}
		if rank <= 10 {
			q.Recall10 += 1 / hidden
			q.Precision10 += 0.1
		}
		if rank <= 50 {
			q.Recall50 += 1 / hidden
			gain += 1 / math.Log2(float64(rank+1))
		}
	}
	q.NDCG50, q.MRR = gain/ideal, 1/float64(ranks[0])
	return q
}
