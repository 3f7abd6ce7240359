package pairs_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/pairs"
)

// kinds are the two ways to pair papers, with what they count: the papers
// that each of a pair has.
var kinds = []struct {
	name   string
	pair   func(*graph.Graph, pairs.Options) []pairs.Pair
	shared func(*graph.Graph, graph.Node) []graph.Node
}{
	{"co-citation", pairs.CoCitation, (*graph.Graph).Citing},
	{"coupling", pairs.Coupling, (*graph.Graph).References},
}

func of(papers ...graph.Paper) *graph.Graph { return graph.New(graphtest.Corpus("", papers...)) }

func spell(g *graph.Graph, all []pairs.Pair) string {
	var out []string
	for _, p := range all {
		out = append(out, fmt.Sprintf("%s-%s %d %.3f", g.Paper(p.A).ID, g.Paper(p.B).ID, p.Count, p.Cosine))
	}
	return strings.Join(out, ", ")
}

// Two papers are co-cited as often as papers cite both (Small 1973), and
// coupled as strongly as they have references in common (Kessler 1963).
func TestPairsByHand(t *testing.T) {
	g := of(graphtest.Cites("x@2020", "a", "b"), graphtest.Cites("y@2020", "a", "b", "c"), graphtest.Cites("z@2020", "c"), graphtest.Cites("w@2020", "a"))
	for _, test := range []struct{ kind, want string }{
		{"co-citation", "a-b 2 0.816, b-c 1 0.500, a-c 1 0.408"},
		{"coupling", "x-y 2 0.816, w-x 1 0.707, w-y 1 0.577, y-z 1 0.577"},
	} {
		for _, kind := range kinds {
			if got := spell(g, kind.pair(g, pairs.Options{})); kind.name == test.kind && got != test.want {
				t.Errorf("%s: %s, want %s", kind.name, got, test.want)
			}
		}
	}
}

func TestOptionsByHand(t *testing.T) {
	g := of(graphtest.Cites("x@2020", "a", "b"), graphtest.Cites("y@2020", "a", "b", "c"), graphtest.Cites("z@2020", "c", "d"), graphtest.Cites("w@2020", "a"))
	for _, test := range []struct {
		name string
		o    pairs.Options
		want string
	}{
		{"all by count", pairs.Options{By: pairs.ByCount}, "a-b 2 0.816, c-d 1 0.707, b-c 1 0.500, a-c 1 0.408"},
		{"twice or more", pairs.Options{MinCount: 2}, "a-b 2 0.816"},
		{"cosine of a half", pairs.Options{MinCosine: 0.5}, "a-b 2 0.816, c-d 1 0.707, b-c 1 0.500"},
		{"one a paper", pairs.Options{PerPaper: 1}, "a-b 2 0.816, c-d 1 0.707"},
		{"two a paper", pairs.Options{PerPaper: 2}, "a-b 2 0.816, c-d 1 0.707, b-c 1 0.500"},
		{"nothing", pairs.Options{MinCosine: 1.1}, ""},
	} {
		if got := spell(g, pairs.CoCitation(g, test.o)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// dense counts what each pair of papers shares, one by one, and keeps to the
// options as they read.
func dense(g *graph.Graph, shared func(*graph.Graph, graph.Node) []graph.Node, o pairs.Options) []pairs.Pair {
	var all []pairs.Pair
	could := map[graph.Node]bool{}
	for n := range graph.Node(g.Len()) {
		for _, m := range shared(g, n) {
			could[m] = true
		}
	}
	for a := range graph.Node(g.Len()) {
		for b := a + 1; b < graph.Node(g.Len()); b++ {
			p := pairs.Pair{A: a, B: b}
			if o.Among != nil && !(o.Among(a) && o.Among(b)) {
				continue
			}
			for _, n := range shared(g, a) {
				if slices.Contains(shared(g, b), n) {
					p.Count++
				}
			}
			p.Cosine = float64(p.Count) / math.Sqrt(float64(len(shared(g, a))*len(shared(g, b))))
			p.Association = float64(p.Count*len(could)) / float64(len(shared(g, a))*len(shared(g, b)))
			if p.Count > 0 && p.Count >= o.MinCount && p.Cosine >= o.MinCosine {
				all = append(all, p)
			}
		}
	}
	// With weights this small, cosines that are not equal are further apart.
	cosines := func(p, q pairs.Pair) int {
		if math.Abs(p.Cosine-q.Cosine) < 1e-12 {
			return 0
		}
		return cmp.Compare(q.Cosine, p.Cosine)
	}
	strongest := func(p, q pairs.Pair) int {
		if o.By == pairs.ByAssociation && math.Abs(p.Association-q.Association) > 1e-9 {
			return cmp.Compare(q.Association, p.Association)
		}
		if o.By != pairs.ByCosine {
			return cmp.Or(cmp.Compare(q.Count, p.Count), cosines(p, q))
		}
		return cmp.Or(cosines(p, q), cmp.Compare(q.Count, p.Count))
	}
	id := func(n graph.Node) graph.PaperID { return g.Paper(n).ID }
	slices.SortFunc(all, func(p, q pairs.Pair) int {
		return cmp.Or(strongest(p, q), cmp.Compare(id(p.A), id(q.A)), cmp.Compare(id(p.B), id(q.B)))
	})
	if o.PerPaper == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(p pairs.Pair) bool {
		for _, end := range [][2]graph.Node{{p.A, p.B}, {p.B, p.A}} {
			stronger := 0
			for _, q := range all {
				other := q.A
				if q.A == end[0] {
					other = q.B
				} else if q.B != end[0] {
					continue
				}
				if cmp.Or(strongest(q, p), cmp.Compare(id(other), id(end[1]))) < 0 {
					stronger++
				}
			}
			if stronger >= o.PerPaper {
				return true
			}
		}
		return false
	})
}

func TestPairsAgainstEachOneCounted(t *testing.T) {
	options := []pairs.Options{
		{}, {By: pairs.ByCount}, {By: pairs.ByAssociation}, {Among: func(n graph.Node) bool { return n%3 > 0 }}, {MinCount: 2}, {MinCosine: 0.4}, {PerPaper: 1}, {PerPaper: 3, By: pairs.ByCount}, {PerPaper: 2, MinCount: 2, MinCosine: 0.3},
	}
	for seed := range uint64(60) {
		g := graph.New(graphtest.Random(seed, 2+int(seed)))
		for _, kind := range kinds {
			for _, o := range options {
				got, want := kind.pair(g, o), dense(g, kind.shared, o)
				if spell(g, got) != spell(g, want) {
					t.Fatalf("seed %d, %s, %+v:\n%s\nwant\n%s", seed, kind.name, o, spell(g, got), spell(g, want))
				}
				for i, p := range got {
					if math.Abs(p.By(pairs.ByAssociation)-want[i].Association) > 1e-12*want[i].Association {
						t.Fatalf("seed %d, %s, %+v: association %v, want %v", seed, kind.name, o, p.Association, want[i].Association)
					}
				}
			}
		}
	}
}

// Renaming papers renames the pairs; papers without citations change nothing.
func TestNamesAndLonelyPapersChangeNothing(t *testing.T) {
	c := graphtest.Random(11, 60)
	renamed := &graph.Corpus{Papers: []graph.Paper{graphtest.Paper("zzz@1970"), graphtest.Paper("zzzz")}}
	for _, p := range c.Papers {
		p.ID = "z" + p.ID
		p.References.IDs = slices.Clone(p.References.IDs)
		for i := range p.References.IDs {
			p.References.IDs[i] = "z" + p.References.IDs[i]
		}
		renamed.Papers = append(renamed.Papers, p)
	}
	g, h := graph.New(c), graph.New(renamed)
	for _, kind := range kinds {
		for _, o := range []pairs.Options{{}, {PerPaper: 2}, {By: pairs.ByCount}} {
			want, got := spell(g, kind.pair(g, o)), spell(h, kind.pair(h, o))
			if strings.ReplaceAll(got, "zp", "p") != want {
				t.Errorf("%s, %+v: %s, want %s", kind.name, o, got, want)
			}
		}
	}
}

func TestPairsOfNastyGraphs(t *testing.T) {
	var clique []graph.Paper
	for i := range 30 {
		var others []string
		for j := range 30 {
			others = append(others, fmt.Sprintf("q%02d", j))
		}
		clique = append(clique, graphtest.Cites(fmt.Sprintf("q%02d@2001", i), others...))
	}
	chain := make([]graph.Paper, 200_000)
	for i := range chain {
		chain[i] = graphtest.Paper(fmt.Sprintf("c%07d", i))
		if i > 0 {
			chain[i].References.IDs = []graph.PaperID{chain[i-1].ID}
		}
	}
	for _, test := range []struct {
		name  string
		g     *graph.Graph
		pairs int
	}{
		{"no paper", graph.New(&graph.Corpus{}), 0},
		{"one paper", of(graphtest.Paper("a")), 0},
		{"one citation", of(graphtest.Cites("a", "b")), 0},
		{"a clique both ways", of(clique...), 30 * 29 / 2},
		{"a long chain", graph.New(&graph.Corpus{Papers: chain}), 0},
	} {
		for _, kind := range kinds {
			if got := kind.pair(test.g, pairs.Options{}); len(got) != test.pairs {
				t.Errorf("%s of %s: %d pairs, want %d", kind.name, test.name, len(got), test.pairs)
			}
			most := map[graph.Node]int{}
			for _, p := range kind.pair(test.g, pairs.Options{PerPaper: 3}) {
				most[p.A]++
				most[p.B]++
				if max(most[p.A], most[p.B]) > 3 {
					t.Fatalf("%s of %s: a paper in more than 3 pairs", kind.name, test.name)
				}
			}
		}
	}
}

func TestStrengthsHaveNames(t *testing.T) {
	for _, name := range pairs.Strengths() {
		var s pairs.Strength
		if err := s.UnmarshalText([]byte(name)); err != nil || s.String() != name {
			t.Errorf("%s reads as %s, %v", name, s, err)
		}
	}
	var s pairs.Strength
	if err := s.UnmarshalText([]byte("size")); err == nil || err.Error() != `unknown strength "size": want one of cosine, count, association` {
		t.Errorf("error: %v", err)
	}
}

// citationLike is a seeded corpus of n papers, each citing up to 20 earlier
// ones, half of them because others did.
func citationLike(n int) *graph.Corpus {
	r := rand.New(rand.NewPCG(6, uint64(n)))
	papers := make([]graph.Paper, n)
	var cited []int
	for i := range papers {
		papers[i] = graphtest.Cites(fmt.Sprintf("p%07d", i))
		for range min(i, r.IntN(21)) {
			at := r.IntN(i)
			if r.IntN(2) == 0 && len(cited) > 0 {
				at = cited[r.IntN(len(cited))]
			}
			cited = append(cited, at)
			papers[i].References.IDs = append(papers[i].References.IDs, papers[at].ID)
		}
	}
	return &graph.Corpus{Papers: papers}
}

// Both kinds on the shared graphs, with all pairs and with what a map of
// related papers would ask for.
func BenchmarkPairs(b *testing.B) {
	const shared = "../../../shared/graphs/"
	graphs := map[string]func() *graph.Graph{"seeded": func() *graph.Graph { return graph.New(citationLike(10_000)) }}
	for _, name := range []string{"aan", "hepth"} {
		graphs[name] = func() *graph.Graph {
			if _, err := os.Stat(shared); err != nil {
				b.Skip("needs the shared graphs beside the repository")
			}
			snapshot, err := library.ScanFile(shared + name + ".snapshot.jsonl.gz")
			if err != nil {
				b.Fatal(err)
			}
			corpus := snapshot.Corpus()
			papers := corpus.Whole()
			return graph.New(&graph.Corpus{Papers: papers})
		}
	}
	for _, name := range []string{"seeded", "aan", "hepth"} {
		g := graphs[name]()
		for _, kind := range kinds {
			for _, o := range []pairs.Options{{MinCount: 2}, {MinCount: 2, PerPaper: 20}} {
				b.Run(fmt.Sprintf("%s/%s/%d", name, kind.name, o.PerPaper), func(b *testing.B) {
					found := 0
					for b.Loop() {
						found = len(kind.pair(g, o))
					}
					b.ReportMetric(float64(found), "pairs")
				})
			}
		}
	}
}
