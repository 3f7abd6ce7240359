package path_test

import (
	"cmp"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// groups gives the members of all components, sorted by their first paper.
func groups(c *path.Components) [][]graph.Node {
	var out [][]graph.Node
	for i := range c.Len() {
		out = append(out, c.Members(i))
	}
	slices.SortFunc(out, func(a, b []graph.Node) int { return cmp.Compare(a[0], b[0]) })
	return out
}

func gonumGroups(g *graph.Graph) [][]graph.Node {
	var out [][]graph.Node
	for _, component := range topo.TarjanSCC(g.Directed()) {
		var group []graph.Node
		for _, n := range component {
			group = append(group, graph.Node(n.ID()))
		}
		slices.Sort(group)
		out = append(out, group)
	}
	slices.SortFunc(out, func(a, b []graph.Node) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// Two papers share a strong component exactly if each can be reached from the
// other.
func TestStrongComponentsAgainstReachability(t *testing.T) {
	for seed := range uint64(200) {
		g := graph.New(graphtest.Random(seed, 5+int(seed%60)))
		reached := make([][]bool, g.Len())
		for from := range reached {
			reached[from] = make([]bool, g.Len())
			reached[from][from] = true
			for ahead := []graph.Node{graph.Node(from)}; len(ahead) > 0; ahead = ahead[1:] {
				for _, r := range g.References(ahead[0]) {
					if !reached[from][r] {
						reached[from][r] = true
						ahead = append(ahead, r)
					}
				}
			}
		}
		c := path.Strong(g)
		for n := range reached {
			for m := range reached {
				if together := c.Of(graph.Node(n)) == c.Of(graph.Node(m)); together != (reached[n][m] && reached[m][n]) {
					t.Fatalf("seed %d: %d and %d in one component: %v", seed, n, m, together)
				}
			}
		}
		if !slices.EqualFunc(groups(c), gonumGroups(g), slices.Equal) {
			t.Fatalf("seed %d: components %v, gonum finds %v", seed, groups(c), gonumGroups(g))
		}
	}
}

func TestStrongComponentsAreNumberedFromTheCited(t *testing.T) {
	for name, g := range nasty() {
		c := path.Strong(g)
		for n := range graph.Node(g.Len()) {
			for _, r := range g.References(n) {
				if c.Of(r) > c.Of(n) {
					t.Fatalf("%s: %d in component %d cites %d in %d", name, n, c.Of(n), r, c.Of(r))
				}
			}
		}
	}
}

func TestComponentsByHand(t *testing.T) {
	g := arcs("a b", "b c", "c a", "d a", "e f", "g@2001 h", "h g")
	for _, test := range []struct {
		name string
		c    *path.Components
		want []string
	}{
		{"strong", path.Strong(g), []string{"a b c", "d", "f", "e", "h g"}},
	} {
		var got []string
		for i := range test.c.Len() {
			got = append(got, spell(g, test.c.Members(i)))
			if test.c.Size(i) != len(test.c.Members(i)) {
				t.Errorf("%s component %d: size %d of %v", test.name, i, test.c.Size(i), test.c.Members(i))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s components %q, want %q", test.name, got, test.want)
		}
	}
}
