package rank

import (
	"math"

	"citemap/graph"
)

// HITS ends when neither vector changes by more than this in 2-norm, or after
// so many rounds: where two groups of papers are all but equally strong, only
// their share of the scores is still moving then.
const (
	hitsChange = 1e-10
	hitsRounds = 10_000
)

// hits gives Kleinberg's hub and authority scores (1999,
// doi:10.1145/324133.324140): the authority of a paper is the sum of the hub
// scores of its citing papers, its hub score the sum of the authorities of its
// references, each vector scaled to 2-norm 1; by power iteration from equal
// scores. All scores are 0 where there is no citation.
func hits(g *graph.Graph) (hubs, authorities []float64) {
	hubs, authorities = make([]float64, g.Len()), make([]float64, g.Len())
	if g.Citations() == 0 {
		return hubs, authorities
	}
	next := make([]float64, g.Len())
	for n := range hubs {
		hubs[n], authorities[n] = 1, 1
	}
	for change, round := math.Inf(1), 0; change >= hitsChange && round < hitsRounds; round++ {
		authorities, next, change = passed(g.Citing, hubs, authorities, next)
		var other float64
		hubs, next, other = passed(g.References, authorities, hubs, next)
		change = max(change, other)
	}
	return hubs, authorities
}

// passed gives each paper the sum of the scores of its neighbours, scaled to
// 2-norm 1, in the spare slice. It hands back the former scores as the next
// spare one, and the 2-norm of the change.
func passed(neighbours func(graph.Node) []graph.Node, scores, former, spare []float64) (now, left []float64, change float64) {
	norm := 0.0
	for n := range spare {
		sum := 0.0
		for _, m := range neighbours(graph.Node(n)) {
			sum += scores[m]
		}
		spare[n] = sum
		norm += sum * sum
	}
	norm = math.Sqrt(norm)
	for n := range spare {
		spare[n] /= norm
		change += (spare[n] - former[n]) * (spare[n] - former[n])
	}
	return spare, former, math.Sqrt(change)
}
