package gap

import (
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// recent gives the weight of each citing paper by its age alone, by node: in
// whole years before graph.Today, 0 for those that are dated after it.
func (q *query) recent() []float64 {
	weight := make([]float64, q.g.Len())
	for u := range weight {
		age := float64(max(0, q.g.Today().Year-q.g.Date(graph.Node(u)).Year))
		weight[u] = (1-oldWeight)*math.Exp(-age/recency) + oldWeight
	}
	return weight
}

// recentVisits is personalised PageRank whose walker takes each citation, in
// either direction, with a chance that goes with the recency of the citing
// paper: whom people cite today together with the list, not whom they did once.
// It is solved as in the function visits, with the same damping.
func (q *query) recentVisits() []float64 {
	const tolerance = 1e-9
	w := q.newRecentWalk()
	omega := 2.0
	for change := math.Inf(1); change >= tolerance; {
		w.pass()
		omega = 1 / (1 - recentDamping*recentDamping*omega/4)
		change = w.step(omega)
	}
	return rank.ToOne(w.x)
}

const recentDamping = 0.7

// A recentWalk is the walk of recentVisits on its way; all by node.
type recentWalk struct {
	references *graph.Rows
	weight     []float64 // of the citations of a paper
	degree     []float64 // the sum of the weights of a paper's citations in both directions

	restart, x, before []float64
	passed             []passed
	fromReferences     []float64
}

// passed is what a paper hands to a citation of weight 1, and what its citing
// papers hand to it. They stand side by side because a citation touches both.
type passed struct{ share, fromCiting float64 }

func (q *query) newRecentWalk() *recentWalk {
	n := q.g.Len()
	w := &recentWalk{weight: q.recent(), restart: make([]float64, n), before: make([]float64, n),
		passed: make([]passed, n), fromReferences: make([]float64, n)}
	w.references, _ = q.g.Rows()
	w.degree = q.weightedDegrees(w.weight)
	for _, l := range q.listed {
		w.restart[l] = (1 - recentDamping) / float64(len(q.listed))
	}
	w.x = slices.Clone(w.restart)
	w.share()
	return w
}

// share says what each paper is to hand on.
func (w *recentWalk) share() {
	for n, x := range w.x {
		w.passed[n] = passed{}
		if w.degree[n] > 0 {
			w.passed[n].share = recentDamping * x / w.degree[n]
		}
	}
}

// pass hands it on over every citation, in both directions.
func (w *recentWalk) pass() {
	for n, weight := range w.weight {
		sum, given := 0.0, weight*w.passed[n].share
		for _, r := range w.references.Of(graph.Node(n)) {
			sum += w.passed[r].share
			w.passed[r].fromCiting += given
		}
		w.fromReferences[n] = weight * sum
	}
}

// step makes the next visits of what was handed on, and gives their L1 change.
func (w *recentWalk) step(omega float64) (change float64) {
	for n, x := range w.x {
		sum := w.restart[n] + (w.fromReferences[n] + w.passed[n].fromCiting)
		next := omega*(sum-w.before[n]) + w.before[n]
		change += math.Abs(next - x)
		w.before[n], w.x[n] = x, next
	}
	w.share()
	return change
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
