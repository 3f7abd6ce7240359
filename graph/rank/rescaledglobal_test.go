package rank_test

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// Papers of which the source gave no count are nobody's peers: the others score
// as they do in a corpus without them.
func TestRescaledGlobalLeavesOutTheUncounted(t *testing.T) {
	all := graphtest.Random(4, 300)
	counted := &graph.Corpus{}
	for i := range all.Papers {
		if i%3 == 0 {
			continue
		}
		n := i * 7 % 400
		all.Papers[i].Global = &n
		counted.Papers = append(counted.Papers, all.Papers[i])
	}
	g, fewer := graph.New(all), graph.New(counted)
	scores, want := rank.Scores(g, rank.RescaledGlobal), rank.Scores(fewer, rank.RescaledGlobal)
	for n, got := range scores {
		p := g.Paper(graph.Node(n))
		if rank.Known(got) != (p.Global != nil) {
			t.Fatalf("%s: %v of the count %v", p.ID, got, p.Global)
		}
		if m, found := fewer.Find(p.ID); found && got != want[m] {
			t.Errorf("%s: %v, want %v", p.ID, got, want[m])
		}
	}
}
