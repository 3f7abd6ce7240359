package path_test

import (
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// simplePaths gives all paths between two papers that meet no paper twice.
func simplePaths(references func(graph.Node) []graph.Node, citing, cited graph.Node) (all [][]graph.Node) {
	var walk func(way []graph.Node)
	walk = func(way []graph.Node) {
		last := way[len(way)-1]
		if last == cited {
			all = append(all, way)
			return
		}
		for _, r := range references(last) {
			if !slices.Contains(way, r) {
				walk(append(slices.Clone(way), r))
			}
		}
	}
	walk([]graph.Node{citing})
	return all
}

// pick gives the path that better prefers, ties by the PaperIDs on it.
func pick(g *graph.Graph, all [][]graph.Node, better func(a, b int) bool) (best []graph.Node) {
	for _, way := range all {
		if best == nil || better(len(way), len(best)) || len(way) == len(best) && before(g, way, best) < 0 {
			best = way
		}
	}
	return best
}

func TestPathsBetweenPapersAgainstAllPaths(t *testing.T) {
	for seed := range uint64(80) {
		g := graph.New(graphtest.Random(seed, 2+int(seed%12)))
		for citing := range graph.Node(g.Len()) {
			for cited := range graph.Node(g.Len()) {
				shortest := pick(g, simplePaths(g.References, citing, cited), func(a, b int) bool { return a < b })
				if got := path.Shortest(g, citing, cited); !slices.Equal(got, shortest) {
					t.Fatalf("seed %d: shortest path from %d to %d: %v, want %v", seed, citing, cited, got, shortest)
				}
			}
		}
	}
}

func TestPathsBetweenPapersByHand(t *testing.T) {
	g := arcs("e@2005 d", "e@2005 c", "e@2005 a", "d c", "c b", "c a", "b a", "a x", "x a", "lone y")
	for _, test := range []struct{ citing, cited, shortest string }{
		{"e", "a", "e a"},
		{"e", "b", "e c b"},
		{"a", "e", ""},
		{"e", "e", "e"},
		{"e", "y", ""},
		{"x", "a", "x a"},
		{"a", "x", "a x"},
	} {
		citing, cited := node(t, g, test.citing), node(t, g, test.cited)
		if got := spell(g, path.Shortest(g, citing, cited)); got != test.shortest {
			t.Errorf("shortest from %s to %s: %q, want %q", test.citing, test.cited, got, test.shortest)
		}
	}
}

func TestPathAlongAChain(t *testing.T) {
	g := chain(200_000)
	newest := graph.Node(g.Len() - 1)
	if got := path.Shortest(g, newest, 0); len(got) != g.Len() {
		t.Errorf("shortest path of %d papers, want %d", len(got), g.Len())
	}
}
