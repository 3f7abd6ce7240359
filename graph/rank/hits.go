package rank

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
)

const (
	// hitsChange is the change in 2-norm at which gonum's HITS ends.
	hitsChange = 1e-10

	// hitsTrial is how many rounds tell how fast the scores settle. They may take
	// hitsRounds, and more in a small graph, where hitsWork bounds the citations
	// that are followed (to about a second). gonum's HITS has no end of its own:
	// where two groups of papers are all but equally strong it takes as many
	// rounds as their difference is small.
	hitsTrial  = 12
	hitsRounds = 400
	hitsWork   = 2e8
)

// hits gives Kleinberg's hub and authority scores (1999,
// doi:10.1145/324133.324140): the authority of a paper is the sum of the hub
// scores of its citing papers, its hub score the sum of the authorities of its
// references, each vector scaled to 2-norm 1; by gonum's power iteration from
// equal scores. Scores below the tolerance, and those of groups of papers that
// are weaker than the strongest (see strongest), are 0. All are 0 where there
// is no citation.
func hits(g *graph.Graph) (hubs, authorities []float64) {
	hubs, authorities = make([]float64, g.Len()), make([]float64, g.Len())
	if g.Citations() == 0 {
		return hubs, authorities
	}
	references := strongest(g)
	citing := references.Reversed()
	tolerance := settling(references, citing)
	for n, scores := range network.HITS(graph.NewDirected(references, citing), tolerance) {
		if scores.Hub >= tolerance {
			hubs[n] = scores.Hub
		}
		if scores.Authority >= tolerance {
			authorities[n] = scores.Authority
		}
	}
	return hubs, authorities
}

// settling gives the tolerance at which HITS has settled: hitsChange, or what
// it comes to in the rounds that are allowed.
func settling(references, citing *graph.Rows) (tolerance float64) {
	hubs, authorities := make([]float64, references.Len()), make([]float64, references.Len())
	for n := range hubs {
		hubs[n] = 1
	}
	var before, change float64 // in a round, half way and now
	for round := range hitsTrial {
		passed(citing, hubs, authorities)
		change = passed(references, authorities, hubs)
		if round == hitsTrial/2-1 {
			before = change
		}
	}
	if change < hitsChange {
		return hitsChange
	}
	rate := math.Log(change/before) / (hitsTrial / 2)
	rounds := max(hitsRounds, hitsWork/2/float64(len(references.All)))
	return max(hitsChange, change*math.Exp(rate*rounds))
}

// passed gives each paper the sum of the scores of its neighbours, scaled to
// 2-norm 1, in place of its former score, and the 2-norm of the change.
func passed(neighbours *graph.Rows, scores, sums []float64) (change float64) {
	former, norm := slices.Clone(sums), 0.0
	for n := range sums {
		sum := 0.0
		for _, m := range neighbours.Of(graph.Node(n)) {
			sum += scores[m]
		}
		sums[n] = sum
		norm += sum * sum
	}
	norm = math.Sqrt(norm)
	for n := range sums {
		sums[n] /= norm
		change += (sums[n] - former[n]) * (sums[n] - former[n])
	}
	return math.Sqrt(change)
}

// strongest gives the citations of the groups that can be the strongest. Two
// citations are of one group if they share the citing or the cited paper, or
// others between them do. Scores of different groups never mix, and in the end
// those of the group of the largest singular value are all that is left: which
// lies between the square roots of its largest degree and of the product of
// the largest two.
func strongest(g *graph.Graph) *graph.Rows {
	references, _ := g.Rows()
	group := groups(g)
	cites, cited := make([]int, len(group)), make([]int, len(group)) // the largest degrees, by group
	for n := range graph.Node(g.Len()) {
		hub, authority := group[n], group[int(n)+g.Len()]
		cites[hub] = max(cites[hub], len(g.References(n)))
		cited[authority] = max(cited[authority], g.LocalCitations(n))
	}
	least := 0
	for i := range group {
		if cites[i] > 0 && cited[i] > 0 {
			least = max(least, cites[i], cited[i])
		}
	}
	return references.Only(func(citing, _ graph.Node) bool { return cites[group[citing]]*cited[group[citing]] >= least })
}

// groups gives the group of each paper as one that cites, and behind those of
// all, as one that is cited: by joining sets.
func groups(g *graph.Graph) []uint32 {
	group := make([]uint32, 2*g.Len())
	for i := range group {
		group[i] = uint32(i)
	}
	root := func(i uint32) uint32 {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for n := range graph.Node(g.Len()) {
		for _, r := range g.References(n) {
			group[root(uint32(g.Len())+r)] = root(n)
		}
	}
	for i := range group {
		group[i] = root(uint32(i))
	}
	return group
}
