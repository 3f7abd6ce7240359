package path_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	shortest "gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// viewOf shows the acyclic form to gonum.
func viewOf(a *path.Acyclic) graph.Directed {
	references := &graph.Rows{Start: make([]uint32, 1, a.Len()+1)}
	for n := range graph.Node(a.Len()) {
		references.All = append(references.All, a.References(n)...)
		references.Start = append(references.Start, uint32(len(references.All)))
	}
	return graph.NewDirected(references, references.Reversed())
}

// Order and paths are what gonum makes of the same citations, on 200 random
// graphs and on the shared ones: the form has a topological order by gonum, ours
// is one, and the shortest chains are as long as gonum's shortest paths.
func TestOrderAndPathsAgainstGonum(t *testing.T) {
	for seed := range uint64(200) {
		g := graph.New(graphtest.Random(seed, 5+int(seed%40)))
		againstGonum(t, fmt.Sprint("seed ", seed), g, 20)
	}
	for _, name := range []string{"aan", "hepth"} {
		againstGonum(t, name, field(t, name), 20)
	}
}

func againstGonum(t *testing.T, name string, g *graph.Graph, pairs int) {
	t.Helper()
	a := path.NewAcyclic(g)
	view := viewOf(a)
	if sorted, err := topo.Sort(view); err != nil || len(sorted) != g.Len() {
		t.Fatalf("%s: no order of the acyclic form by gonum: %v", name, err)
	}
	place := make([]int, a.Len())
	for at, n := range a.Order() {
		place[n] = at
	}
	for n := range graph.Node(a.Len()) {
		for _, r := range a.References(n) {
			if place[r] > place[n] {
				t.Fatalf("%s: the order has %d before %d, which it cites", name, n, r)
			}
		}
	}
	r := rand.New(rand.NewPCG(1, uint64(g.Len())))
	for range pairs {
		citing, cited := graph.Node(r.IntN(g.Len())), graph.Node(r.IntN(g.Len()))
		tree := shortest.DijkstraFrom(g.Directed().Node(int64(citing)), g.Directed())
		if got, want := steps(path.Shortest(g, citing, cited)), tree.WeightTo(int64(cited)); got != want {
			t.Fatalf("%s: shortest path from %d to %d of %v citations, by gonum %v", name, citing, cited, got, want)
		}
	}
}

// steps is how many citations a path has; infinitely many where there is none.
func steps(papers []graph.Node) float64 {
	if papers == nil {
		return math.Inf(1)
	}
	return float64(len(papers) - 1)
}
