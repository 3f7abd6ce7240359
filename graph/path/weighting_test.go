package path_test

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// countedPaths counts, by citation, the paths of an acyclic form that a
// weighting lets count, one after the other; and all of them.
func countedPaths(a *path.Acyclic, by path.Weighting) (over map[path.Citation]uint64, total uint64) {
	over = map[path.Citation]uint64{}
	var walk func(way []graph.Node)
	walk = func(way []graph.Node) {
		last := way[len(way)-1]
		if len(way) > 1 && (by != path.BySPC || len(a.References(last)) == 0) {
			total++
			for i := 1; i < len(way); i++ {
				over[path.Citation{Citing: way[i-1], Cited: way[i]}]++
			}
		}
		for _, r := range a.References(last) {
			walk(append(way, r))
		}
	}
	for n := range graph.Node(a.Len()) {
		if by == path.BySPNP || len(a.Citing(n)) == 0 {
			walk([]graph.Node{n})
		}
	}
	return over, total
}

func TestWeightsCountTheirPaths(t *testing.T) {
	for seed := range uint64(60) {
		a := path.NewAcyclic(graph.New(graphtest.Random(seed, 5+int(seed)%26)))
		for _, by := range []path.Weighting{path.BySPC, path.BySPLC, path.BySPNP} {
			w := path.NewWeights(a, by)
			over, total := countedPaths(a, by)
			if w.Total() != path.NewCount(total) {
				t.Fatalf("seed %d, %s: %v paths, want %d", seed, by, w.Total(), total)
			}
			for n := range graph.Node(a.Len()) {
				for _, r := range a.References(n) {
					c := path.Citation{Citing: n, Cited: r}
					if got := w.Of(c); got != path.NewCount(over[c]) {
						t.Fatalf("seed %d, %s: %v lies on %v paths, want %d", seed, by, c, got, over[c])
					}
				}
			}
		}
	}
}

// Two papers without references, A and B,
// C on both, D on C and E on D: later citations count for what came before.
func TestWeightsByHand(t *testing.T) {
	g := flow("A C", "B C", "C D", "D E")
	a := path.NewAcyclic(g)
	for _, test := range []struct {
		by   path.Weighting
		want map[string]uint64
	}{
		{path.BySPC, map[string]uint64{"C A": 1, "D C": 2, "E D": 2}},
		{path.BySPLC, map[string]uint64{"C A": 1, "D C": 3, "E D": 4}},
		{path.BySPNP, map[string]uint64{"C A": 3, "D C": 6, "E D": 4}},
	} {
		w := path.NewWeights(a, test.by)
		for c, want := range test.want {
			got := w.Of(path.Citation{Citing: node(t, g, c[:1]), Cited: node(t, g, c[2:])})
			if got != path.NewCount(want) {
				t.Errorf("%s of %s: %v, want %d", test.by, c, got, want)
			}
		}
	}
}
