package path_test

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// flow builds a graph from arcs as the literature on main paths draws them:
// along the flow of knowledge, from the cited to the citing paper.
func flow(arrows ...string) *graph.Graph {
	var citations []string
	for _, arrow := range arrows {
		ends := strings.Fields(arrow)
		citations = append(citations, ends[1]+" "+ends[0])
	}
	return arcs(citations...)
}

func spcOf(g *graph.Graph) *path.SPC { return path.NewSPC(path.NewAcyclic(g)) }

func count(t *testing.T, s *path.SPC, cited, citing string) uint64 {
	t.Helper()
	g := s.Form().Graph()
	n, exact := s.Of(path.Citation{Citing: node(t, g, citing), Cited: node(t, g, cited)}).Uint64()
	if !exact {
		t.Fatalf("the count of %s by %s is not exact", cited, citing)
	}
	return n
}

// Liu and Lu 2012 (doi:10.1002/asi.21692), figure 1, with its SPC, as quoted
// in the tests of the R package netmem.
func TestSearchPathCountOfLiuAndLu(t *testing.T) {
	arrows := []string{"A H", "B H", "H J", "H D", "J C", "J D", "B I", "I F", "I G", "I E", "G D", "G E"}
	want := []uint64{3, 3, 4, 2, 2, 2, 4, 1, 2, 1, 1, 1}
	s := spcOf(flow(arrows...))
	for i, arrow := range arrows {
		cited, citing, _ := strings.Cut(arrow, " ")
		if got := count(t, s, cited, citing); got != want[i] {
			t.Errorf("SPC of %s: %d, published %d", arrow, got, want[i])
		}
	}
	if s.Total().String() != "10" {
		t.Errorf("%s search paths, want 10", s.Total())
	}
}

// Kuan 2020 (Scientometrics 124, 775-782), figure 2 and table 3: the sums of
// SPC over the citations of each paper by others and over its references.
func TestSearchPathCountOfKuan(t *testing.T) {
	g := flow("01 04", "02 04", "03 04", "04 05", "04 06", "05 07", "06 08", "07 08", "07 09", "07 10", "07 11", "08 12", "08 13")
	s := spcOf(g)
	references := []uint64{0, 0, 0, 21, 15, 6, 15, 12, 3, 3, 3, 6, 6}
	citing := []uint64{7, 7, 7, 21, 15, 6, 15, 12, 0, 0, 0, 0, 0}
	for i := range references {
		n := node(t, g, []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"}[i])
		var in, out path.Count
		for _, r := range g.References(n) {
			in = in.Plus(s.Of(path.Citation{Citing: n, Cited: r}))
		}
		for _, c := range g.Citing(n) {
			out = out.Plus(s.Of(path.Citation{Citing: c, Cited: n}))
		}
		if in != path.NewCount(references[i]) || out != path.NewCount(citing[i]) {
			t.Errorf("paper %d: %s and %s, published %d and %d", i+1, in, out, references[i], citing[i])
		}
	}
	if got := count(t, s, "08", "12"); got != 6 {
		t.Errorf("SPC of 8-12: %d, published 6", got)
	}
	if got := count(t, s, "01", "04"); got != 7 {
		t.Errorf("SPC of 1-4: %d, published 7", got)
	}
}

// enumerate counts search paths by walking every one of them.
func enumerate(a *path.Acyclic) (counts map[path.Citation]uint64, through []uint64, total uint64) {
	counts, through = map[path.Citation]uint64{}, make([]uint64, a.Len())
	var walk func(way []graph.Node)
	walk = func(way []graph.Node) {
		last := way[len(way)-1]
		for _, r := range a.References(last) {
			walk(append(slices.Clone(way), r))
		}
		if len(a.References(last)) > 0 || len(way) == 1 {
			return
		}
		total++
		for i, n := range way {
			through[n]++
			if i > 0 {
				counts[path.Citation{Citing: way[i-1], Cited: n}]++
			}
		}
	}
	for n := range graph.Node(a.Len()) {
		if len(a.Citing(n)) == 0 {
			walk([]graph.Node{n})
		}
	}
	return counts, through, total
}

func TestSearchPathCountAgainstEnumeration(t *testing.T) {
	for seed := range uint64(200) {
		a := path.NewAcyclic(graph.New(graphtest.Random(seed, 2+int(seed%25))))
		s := path.NewSPC(a)
		counts, through, total := enumerate(a)
		if s.Total() != path.NewCount(total) {
			t.Fatalf("seed %d: %s search paths, enumeration finds %d", seed, s.Total(), total)
		}
		for n := range graph.Node(a.Len()) {
			if s.Through(n) != path.NewCount(through[n]) {
				t.Fatalf("seed %d: %s search paths through %d, enumeration finds %d", seed, s.Through(n), n, through[n])
			}
			for _, r := range a.References(n) {
				if c := (path.Citation{Citing: n, Cited: r}); s.Of(c) != path.NewCount(counts[c]) {
					t.Fatalf("seed %d: SPC of %v is %s, enumeration finds %d", seed, c, s.Of(c), counts[c])
				}
			}
		}
	}
}

// exactly counts search paths in whole numbers of any size.
func exactly(a *path.Acyclic) func(path.Citation) *big.Int {
	sum := func(neighbours []graph.Node, paths []*big.Int) *big.Int {
		total := new(big.Int)
		if len(neighbours) == 0 {
			return total.SetInt64(1)
		}
		for _, n := range neighbours {
			total.Add(total, paths[n])
		}
		return total
	}
	newer, older := make([]*big.Int, a.Len()), make([]*big.Int, a.Len())
	for _, n := range a.Order() {
		older[n] = sum(a.References(n), older)
	}
	for _, n := range slices.Backward(a.Order()) {
		newer[n] = sum(a.Citing(n), newer)
	}
	return func(c path.Citation) *big.Int { return new(big.Int).Mul(newer[c.Citing], older[c.Cited]) }
}

// Of graphs whose counts overflow 64 bits, and even a float64: the error stays
// below the bound that the doc comment of SPC gives.
func TestSearchPathCountAgainstBigIntegers(t *testing.T) {
	graphs := map[string]*graph.Graph{
		"diamonds":      diamonds(3000),
		"citation-like": graph.New(citationLike(3000, 12)),
		"clique":        clique(300),
	}
	for name, g := range graphs {
		a := path.NewAcyclic(g)
		s, exact := path.NewSPC(a), exactly(a)
		bound, most := math.Ldexp(float64(a.Citations()+1), -64), 0.0
		for n := range graph.Node(a.Len()) {
			for _, r := range a.References(n) {
				c := path.Citation{Citing: n, Cited: r}
				want := exact(c)
				if want.IsUint64() != (s.Of(c).Log2() < 64) {
					t.Fatalf("%s: SPC of %v is %s, want %d", name, c, s.Of(c), want)
				}
				if got, ok := s.Of(c).Uint64(); ok && got != want.Uint64() {
					t.Fatalf("%s: SPC of %v is %d, want %d", name, c, got, want)
				}
				most = max(most, path.RelativeError(s.Of(c), want))
			}
		}
		if most > bound {
			t.Errorf("%s: relative error %g, above %g", name, most, bound)
		}
		t.Logf("%s: %s search paths, relative error at most %.1e", name, s.Total(), most)
	}
}

// What flows into a paper flows out of it, and all of it through any cut
// (Batagelj 2003: Kirchhoff's node law).
func TestSearchPathsFlow(t *testing.T) {
	for seed := range uint64(100) {
		a := path.NewAcyclic(graph.New(graphtest.Random(seed, 40)))
		s := path.NewSPC(a)
		for n := range graph.Node(a.Len()) {
			var in, out path.Count
			for _, r := range a.References(n) {
				out = out.Plus(s.Of(path.Citation{Citing: n, Cited: r}))
			}
			for _, c := range a.Citing(n) {
				in = in.Plus(s.Of(path.Citation{Citing: c, Cited: n}))
			}
			if in != out && len(a.References(n)) > 0 && len(a.Citing(n)) > 0 || in != s.Through(n) && out != s.Through(n) {
				t.Fatalf("seed %d, paper %d: %s in, %s out, %s through", seed, n, in, out, s.Through(n))
			}
			if s.Through(n).Share(s.Total()) > 1 {
				t.Fatalf("seed %d: more than all paths through %d", seed, n)
			}
		}
	}
}

func TestHeaviestAgainstSorting(t *testing.T) {
	for seed := range uint64(40) {
		s := spcOf(graph.New(graphtest.Random(seed, 30)))
		all := s.Heaviest(math.MaxInt)
		if len(all) != s.Form().Citations() {
			t.Fatalf("seed %d: %d citations of %d", seed, len(all), s.Form().Citations())
		}
		for i := 1; i < len(all); i++ {
			if all[i].Count.Compare(all[i-1].Count) > 0 {
				t.Fatalf("seed %d: %v before %v", seed, all[i-1], all[i])
			}
		}
		for _, k := range []int{-1, 0, 1, 2, 7, 30} {
			if got := s.Heaviest(k); !slices.Equal(got, all[:min(max(k, 0), len(all))]) {
				t.Fatalf("seed %d: the heaviest %d are %v, want %v", seed, k, got, all)
			}
		}
	}
}

func TestSearchPathsOfNastyGraphs(t *testing.T) {
	for name, g := range nasty() {
		s := spcOf(g)
		if s.Total().IsZero() != (s.Form().Citations() == 0) {
			t.Errorf("%s: %s search paths over %d citations", name, s.Total(), s.Form().Citations())
		}
	}
	s := spcOf(of(graphtest.Paper("a"), graphtest.Cites("b", "c")))
	if !s.Through(0).IsZero() || !s.Of(path.Citation{Citing: 0, Cited: 1}).IsZero() {
		t.Errorf("a paper without citations lies on %s search paths", s.Through(0))
	}
}
