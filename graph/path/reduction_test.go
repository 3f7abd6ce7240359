package path_test

import (
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// reaches gives, for every paper, those at the end of a path of one citation
// or more.
func reaches(a *path.Acyclic) []map[graph.Node]bool {
	reached := make([]map[graph.Node]bool, a.Len())
	for _, n := range a.Order() {
		reached[n] = map[graph.Node]bool{}
		for _, r := range a.References(n) {
			reached[n][r] = true
			for q := range reached[r] {
				reached[n][q] = true
			}
		}
	}
	return reached
}

func TestReductionAgainstReachability(t *testing.T) {
	for seed := range uint64(150) {
		a := path.NewAcyclic(graph.New(graphtest.Random(seed, 3+int(seed*7%500))))
		reached := reaches(a)
		var want []path.Citation
		for n := range graph.Node(a.Len()) {
			for _, r := range a.References(n) {
				if slices.ContainsFunc(a.References(n), func(over graph.Node) bool { return reached[over][r] }) {
					want = append(want, path.Citation{Citing: n, Cited: r})
				}
			}
		}
		reduction, implied := a.Reduced()
		if !slices.Equal(implied, want) || reduction.Citations() != a.Citations()-len(want) {
			t.Fatalf("seed %d: implied %v, want %v", seed, implied, want)
		}
		for n, papers := range reaches(reduction) {
			if len(papers) != len(reached[n]) {
				t.Fatalf("seed %d: %d reaches %d papers in the reduction, %d before", seed, n, len(papers), len(reached[n]))
			}
		}
		if _, again := reduction.Reduced(); len(again) > 0 {
			t.Fatalf("seed %d: the reduction implies %v", seed, again)
		}
	}
}

func TestReductionByHand(t *testing.T) {
	for _, test := range []struct {
		name    string
		g       *graph.Graph
		implied string
	}{
		{"a triangle", arcs("c b", "b a", "c a"), "c a"},
		{"a square has nothing to spare", arcs("d c", "d b", "c a", "b a"), ""},
		{"over two papers", arcs("d c", "c b", "b a", "d a"), "d a"},
	} {
		reduction, implied := path.NewAcyclic(test.g).Reduced()
		got := ""
		for _, c := range implied {
			got += spell(test.g, []graph.Node{c.Citing, c.Cited})
			if reduction.Cites(c.Citing, c.Cited) || slices.Contains(reduction.Citing(c.Cited), c.Citing) {
				t.Errorf("%s: %v still stands", test.name, c)
			}
		}
		if got != test.implied {
			t.Errorf("%s: implied %q, want %q", test.name, got, test.implied)
		}
	}
}

// Papers that all cite each other stand in a line, each citing all before;
// that reduces to a chain.
func TestReductionOfNastyGraphs(t *testing.T) {
	for name, g := range nasty() {
		if name == "a long chain" {
			g = chain(5000)
		}
		a := path.NewAcyclic(g)
		reduction, implied := a.Reduced()
		if reduction.Citations()+len(implied) != a.Citations() {
			t.Errorf("%s: %d stand, %d are implied, of %d", name, reduction.Citations(), len(implied), a.Citations())
		}
		if name == "a clique both ways" && reduction.Citations() != g.Len()-1 {
			t.Errorf("%s: %d citations, want a chain", name, reduction.Citations())
		}
	}
}
