package path_test

import (
	"fmt"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// sample is the network of the Wikipedia article "Main path analysis" (figure
// 1). Its text gives the numbers: SPC of B-D is 5, the global main path is
// B-D-F-I-M-N with the sum 15, the local one has two ends from I on that are as
// good, and neither holds H-K, one of the most important citations.
func sample() *graph.Graph {
	return flow("A C", "B C", "B D", "B J", "C E", "C H", "D F", "D I", "E G", "F H", "F I", "G H", "H K", "I L", "I M", "J M", "M N")
}

func TestMainPathsOfThePublishedSample(t *testing.T) {
	g := sample()
	s := spcOf(g)
	if got := count(t, s, "B", "D"); got != 5 {
		t.Errorf("SPC of B-D: %d, published 5", got)
	}
	global, local := s.MainPath(path.Global), s.MainPath(path.Local)
	if got := spell(g, global.Papers); got != "B D F I M N" || global.Tied != 0 {
		t.Errorf("global main path %s, %d ties", got, global.Tied)
	}
	var sum path.Count
	for _, c := range global.Citations() {
		sum = sum.Plus(s.Of(c))
	}
	if sum.String() != "15" {
		t.Errorf("sum of the global main path: %s, published 15", sum)
	}
	if got := spell(g, local.Papers); got != "B D F I L" || local.Tied != 1 {
		t.Errorf("local main path %s, %d ties", got, local.Tied)
	}
}

// B-D and H-K have the highest SPC, 5 both, so two key routes hold both. By
// hand: B-D-F-H-K sums to 14, A-C-E-G-H-K and B-C-E-G-H-K to 13; step by step
// C-H and G-H tie with 2 before H.
func TestKeyRoutesOfThePublishedSample(t *testing.T) {
	g := sample()
	s := spcOf(g)
	for _, test := range []struct {
		by    path.Search
		want  []string
		joint int
	}{
		{path.Global, []string{"B D F I M N", "B D F H K"}, 7},
		{path.Local, []string{"B D F I L", "A C H K"}, 7},
	} {
		routes := s.KeyRoutes(2, test.by)
		for i, route := range routes {
			if got := spell(g, route.Papers); got != test.want[i] || route.Key.Count.String() != "5" {
				t.Errorf("%s key route %d: %s over a citation of %s", test.by, i+1, got, route.Key.Count)
			}
		}
		joined := map[path.Citation]bool{}
		for _, route := range routes {
			for _, c := range route.Citations() {
				joined[c] = true
			}
		}
		if len(joined) != test.joint {
			t.Errorf("%s key routes together: %d citations, want %d", test.by, len(joined), test.joint)
		}
	}
}

// searchPaths gives every search path, the oldest paper first.
func searchPaths(a *path.Acyclic) (all [][]graph.Node) {
	var walk func(way []graph.Node)
	walk = func(way []graph.Node) {
		citing := a.Citing(way[len(way)-1])
		for _, c := range citing {
			walk(append(slices.Clone(way), c))
		}
		if len(citing) == 0 && len(way) > 1 {
			all = append(all, way)
		}
	}
	for n := range graph.Node(a.Len()) {
		if len(a.References(n)) == 0 {
			walk([]graph.Node{n})
		}
	}
	return all
}

func sumOf(s *path.SPC, papers []graph.Node) path.Count {
	var sum path.Count
	for _, c := range (path.MainPath{Papers: papers}).Citations() {
		sum = sum.Plus(s.Of(c))
	}
	return sum
}

// before orders paths by the PaperIDs of their papers, the oldest first.
func before(g *graph.Graph, a, b []graph.Node) int {
	return slices.CompareFunc(a, b, func(m, n graph.Node) int { return graph.ComparePapers(*g.Paper(m), *g.Paper(n)) })
}

// heaviest is the search path of the largest sum among those that keep to a
// rule, ties by PaperID.
func heaviest(s *path.SPC, all [][]graph.Node, keeps func([]graph.Node) bool) (best []graph.Node, equals int) {
	for _, way := range all {
		if !keeps(way) {
			continue
		}
		order := +1
		if best != nil {
			order = sumOf(s, way).Compare(sumOf(s, best))
		}
		switch {
		case order > 0:
			best, equals = way, 0
		case order == 0:
			equals++
			if before(s.Form().Graph(), way, best) < 0 {
				best = way
			}
		}
	}
	return best, equals
}

func TestGlobalMainPathAgainstAllPaths(t *testing.T) {
	for seed := range uint64(200) {
		s := spcOf(graph.New(graphtest.Random(seed, 2+int(seed%20))))
		want, equals := heaviest(s, searchPaths(s.Form()), func([]graph.Node) bool { return true })
		got := s.MainPath(path.Global)
		if !slices.Equal(got.Papers, want) || (got.Tied == 0) != (equals == 0) {
			t.Fatalf("seed %d: main path %v with %d ties, want %v with %d", seed, got.Papers, got.Tied, want, equals)
		}
	}
}

// A global key route is the heaviest of the search paths over its citation.
func TestKeyRoutesAgainstAllPaths(t *testing.T) {
	for seed := range uint64(100) {
		s := spcOf(graph.New(graphtest.Random(seed, 2+int(seed%18))))
		all := searchPaths(s.Form())
		for _, route := range s.KeyRoutes(5, path.Global) {
			over := func(way []graph.Node) bool {
				return slices.Contains((path.MainPath{Papers: way}).Citations(), route.Key.Citation)
			}
			want, equals := heaviest(s, all, over)
			if !over(route.Papers) || sumOf(s, route.Papers) != sumOf(s, want) || (route.Tied == 0) != (equals == 0) {
				t.Fatalf("seed %d: key route %v over %v, want one like %v", seed, route.Papers, route.Key, want)
			}
		}
	}
}

// Each step of a local search is the heaviest there is, and the first the
// heaviest of all that could be first.
func TestLocalMainPathIsGreedy(t *testing.T) {
	for seed := range uint64(200) {
		s := spcOf(graph.New(graphtest.Random(seed, 2+int(seed%60))))
		a, main := s.Form(), s.MainPath(path.Local).Papers
		if len(main) == 0 {
			continue
		}
		first := s.Of(path.Citation{Citing: main[1], Cited: main[0]})
		for n := range graph.Node(a.Len()) {
			at := slices.Index(main, n)
			for _, c := range a.Citing(n) {
				here := s.Of(path.Citation{Citing: c, Cited: n})
				if len(a.References(n)) == 0 && here.Compare(first) > 0 {
					t.Fatalf("seed %d: a main path could begin with %d over %d", seed, n, c)
				}
				if at >= 0 && here.Compare(s.Of(path.Citation{Citing: main[at+1], Cited: n})) > 0 {
					t.Fatalf("seed %d: after %d comes %d, though %d is heavier", seed, n, main[at+1], c)
				}
			}
		}
		if last := main[len(main)-1]; len(a.References(main[0])) > 0 || len(a.Citing(last)) > 0 {
			t.Fatalf("seed %d: %v is not a search path", seed, main)
		}
	}
}

func TestMainPathsOfNastyGraphs(t *testing.T) {
	for name, g := range nasty() {
		s := spcOf(g)
		for _, by := range []path.Search{path.Global, path.Local} {
			papers := s.MainPath(by).Papers
			if (len(papers) > 1) != (s.Form().Citations() > 0) || len(papers) == 1 {
				t.Errorf("%s: %s main path of %d papers", name, by, len(papers))
			}
			routes := s.KeyRoutes(3, by)
			if len(routes) != min(3, s.Form().Citations()) {
				t.Errorf("%s: %d %s key routes", name, len(routes), by)
			}
			for _, route := range routes {
				for _, c := range route.Citations() {
					if !s.Form().Cites(c.Citing, c.Cited) {
						t.Fatalf("%s: %v on a %s key route does not stand", name, c, by)
					}
				}
			}
		}
	}
}

// Everything of the package as text, to compare it between corpora.
func everything(c *graph.Corpus) string {
	g := graph.New(c)
	a := path.NewAcyclic(g)
	s := path.NewSPC(a)
	name := func(n graph.Node) graph.PaperID { return g.Paper(n).ID }
	out := s.Total().String()
	for _, d := range a.Dropped {
		out += fmt.Sprintf("; dropped %s>%s %s", name(d.Citing), name(d.Cited), d.Reason)
	}
	for _, h := range s.Heaviest(1000) {
		out += fmt.Sprintf("; %s>%s %s", name(h.Citing), name(h.Cited), h.Count)
	}
	for _, by := range []path.Search{path.Global, path.Local} {
		out += fmt.Sprintf("; %s main path %s", by, spell(g, s.MainPath(by).Papers))
		for _, route := range s.KeyRoutes(4, by) {
			out += "; key route " + spell(g, route.Papers)
		}
	}
	_, implied := a.Reduced()
	for _, i := range implied {
		out += fmt.Sprintf("; implied %s>%s", name(i.Citing), name(i.Cited))
	}
	strong := path.Strong(g)
	for i := range strong.Len() {
		if strong.Size(i) > 1 {
			out += "; cycle " + spell(g, strong.Members(i))
		}
	}
	return out
}

func TestNamesAndLonelyPapersChangeNothing(t *testing.T) {
	for seed := range uint64(50) {
		c := graphtest.Random(seed, 40)
		want := everything(c)
		if again := everything(c); again != want {
			t.Fatalf("seed %d: not the same twice", seed)
		}
		for _, lonely := range []bool{false, true} {
			got := everything(renamed(c, lonely))
			if plain := unrenamed(got); plain != want {
				t.Fatalf("seed %d, lonely %t:\n%s\nwant\n%s", seed, lonely, plain, want)
			}
		}
	}
}

func TestSearchesHaveNames(t *testing.T) {
	for _, name := range path.Searches() {
		var s path.Search
		if err := s.UnmarshalText([]byte(name)); err != nil || s.String() != name {
			t.Errorf("%s reads as %s, %v", name, s, err)
		}
	}
	var s path.Search
	if err := s.UnmarshalText([]byte("best")); err == nil || err.Error() != `unknown search "best": want one of global, local` {
		t.Errorf("error: %v", err)
	}
}
