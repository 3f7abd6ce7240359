package rank

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// The cycles are the components of gonum of more than one paper, and no citation
// outside of them runs against the order.
func TestCondensedAgainstGonum(t *testing.T) {
	for seed := range uint64(200) {
		g := graph.New(graphtest.Random(seed, 10+int(seed)%50))
		_, citing := g.Rows()
		order, cycles := condensed(citing)
		place := make([]int, g.Len())
		for i := range place {
			place[i] = -1
		}
		for i, n := range order {
			place[n] = i
		}
		component := make([]int, g.Len())
		for i := range component {
			component[i] = -1 - i
		}
		var got [][]graph.Node
		for i, c := range cycles {
			got = append(got, order[c.begin:c.end])
			for _, n := range order[c.begin:c.end] {
				component[n] = i
			}
		}
		var want [][]graph.Node
		for _, c := range topo.TarjanSCC(g.Directed()) {
			var members []graph.Node
			for _, n := range c {
				members = append(members, graph.Node(n.ID()))
			}
			if slices.Sort(members); len(members) > 1 {
				want = append(want, members)
			}
		}
		slices.SortFunc(got, slices.Compare)
		slices.SortFunc(want, slices.Compare)
		if len(order) != g.Len() || slices.Contains(place, -1) || !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: cycles %v, gonum says %v", seed, got, want)
		}
		for n := range graph.Node(g.Len()) {
			for _, r := range g.References(n) {
				if component[n] != component[r] && place[r] > place[n] {
					t.Fatalf("seed %d: a citation runs against the order", seed)
				}
			}
		}
	}
}
