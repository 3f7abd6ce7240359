package gap

import (
	"math"

	"citemap/graph"
	"citemap/graph/rank"
)

// recent gives the weight of each citing paper by its age alone, by node: in
// whole years before graph.Today, 0 for those that are dated after it.
func (q *query) recent() []float64 {
	weight := make([]float64, q.g.Len())
	for u := range weight {
		age := float64(max(0, q.g.Today().Year-q.g.Paper(graph.Node(u)).Date.Year))
		weight[u] = (1-oldWeight)*math.Exp(-age/recency) + oldWeight
	}
	return weight
}

// recentVisits is personalised PageRank whose walker takes each citation, in
// either direction, with a chance that goes with the recency of the citing
// paper: whom people cite today together with the list, not whom they did once.
// It is solved as in the function visits, with the same damping.
func (q *query) recentVisits() []float64 {
	const damping, tolerance = 0.7, 1e-9
	weight := q.recent()
	degree := q.weightedDegrees(weight)
	x, before, share := make([]float64, q.g.Len()), make([]float64, q.g.Len()), make([]float64, q.g.Len())
	restart := make([]float64, q.g.Len())
	for _, l := range q.listed {
		restart[l] = (1 - damping) / float64(len(q.listed))
	}
	copy(x, restart)
	omega := 2.0
	for change := math.Inf(1); change >= tolerance; {
		for n := range x {
			if degree[n] > 0 {
				share[n] = damping * x[n] / degree[n]
			}
		}
		change = 0
		omega = 1 / (1 - damping*damping*omega/4)
		for n := range x {
			sum := restart[n] + q.received(graph.Node(n), weight, share)
			next := omega*(sum-before[n]) + before[n]
			change += math.Abs(next - x[n])
			before[n], x[n] = x[n], next
		}
	}
	return rank.ToOne(x)
}

// received is what a paper gets from its references and its citing papers.
func (q *query) received(n graph.Node, weight, share []float64) float64 {
	out, in := 0.0, 0.0
	for _, r := range q.g.References(n) {
		out += share[r]
	}
	for _, u := range q.g.Citing(n) {
		in += weight[u] * share[u]
	}
	return weight[n]*out + in
}

// weightedDegrees adds up the weights of each paper's citations in both directions.
func (q *query) weightedDegrees(weight []float64) []float64 {
	degree := make([]float64, q.g.Len())
	for u := range degree {
		for _, r := range q.g.References(graph.Node(u)) {
			degree[u] += weight[u]
			degree[r] += weight[u]
		}
	}
	return degree
}
