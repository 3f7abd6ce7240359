package gap_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

func find(c *graph.Corpus, o gap.Options) (*graph.Graph, gap.Found) {
	g := graph.New(c)
	return g, gap.Find(g, o)
}

func order(g *graph.Graph, f gap.Found) string {
	var ids []string
	for _, x := range f.Gaps {
		ids = append(ids, string(g.Paper(x.Node).ID))
	}
	return strings.Join(ids, " ")
}

// Three listed papers and four papers around them that cite the list.
func around() []graph.Paper {
	return []graph.Paper{
		graphtest.Cites("l1@2020", "base"), graphtest.Cites("l2@2020", "base"), graphtest.Cites("l3@2021", "l1"),
		graphtest.Cites("u1@2022", "l1", "l2", "mate"), graphtest.Cites("u2@2022", "l1", "l3", "mate"),
		graphtest.Cites("u3@2023", "l2", "famous"), graphtest.Cites("u4@2023", "l3", "famous"),
		graphtest.Cites("x1@2022", "famous"), graphtest.Cites("x2@2022", "famous"), graphtest.Cites("x3@2022", "famous"),
		graphtest.Paper("mate@2020-06"), graphtest.Paper("famous@2015"), graphtest.Paper("base@2010"),
	}
}

func TestGapsByCocitation(t *testing.T) {
	g, f := find(graphtest.Corpus("l1 l2 l3", around()...), gap.Options{})
	if f.Thin != "" {
		t.Fatalf("thin: %s", f.Thin)
	}
	got := order(g, f)
	if !strings.HasPrefix(got, "mate ") || strings.Index(got, "mate") > strings.Index(got, "famous") {
		t.Errorf("order %q: mate, cited only with the list, belongs before famous", got)
	}
	for _, off := range []string{"x1", "x2", "l1"} {
		if slices.Contains(strings.Fields(got), off) {
			t.Errorf("%s is offered: it does not touch the list, or is on it", off)
		}
	}
}

// The formula, evaluated as it reads for the same corpus.
func TestFormulaScores(t *testing.T) {
	g := graph.New(graphtest.Corpus("l1 l2 l3", around()...))
	n := func(x graph.Node) float64 { return float64(g.LocalCitations(x)) }
	s, ppr := make([]float64, g.Len()), walk(g)
	var maxS, maxP float64
	for c := range graph.Node(g.Len()) {
		if slices.Contains(g.Listed(), c) {
			continue
		}
		for _, l := range g.Listed() {
			for _, u := range g.Citing(c) {
				if g.Cites(u, l) {
					s[c] += 1 / math.Sqrt(n(c)*n(l))
				}
			}
		}
		maxS, maxP = max(maxS, s[c]), max(maxP, ppr[c])
	}
	for c, got := range gap.NewGround(g).Ask(g.Listed()).Scores(gap.Formula) {
		want := math.Log(s[c]/maxS+1e-4) + 0.5*math.Log(ppr[c]/maxP+1e-4)
		if !slices.Contains(g.Listed(), graph.Node(c)) && math.Abs(got-want) > 1e-6 {
			t.Errorf("score of %s: %v, want %v", g.Paper(graph.Node(c)).ID, got, want)
		}
	}
}

// walk is personalised PageRank on a dense matrix: slow and obvious.
func walk(g *graph.Graph) []float64 {
	size := graph.Node(g.Len())
	joined := func(a, b graph.Node) bool { return g.Cites(a, b) || g.Cites(b, a) }
	restart := make([]float64, size)
	for _, l := range g.Listed() {
		restart[l] = 1 / float64(len(g.Listed()))
	}
	x := slices.Clone(restart)
	for range 300 {
		y := make([]float64, size)
		for a := range size {
			degree := 0.0
			for b := range size {
				if joined(a, b) {
					degree++
				}
			}
			for b := range size {
				switch {
				case degree == 0:
					y[b] += 0.7 * x[a] * restart[b]
				case joined(a, b):
					y[b] += 0.7 * x[a] / degree
				}
				y[b] += 0.3 * x[a] * restart[b]
			}
		}
		x = y
	}
	return x
}

func TestVisitsAgainstADenseWalk(t *testing.T) {
	for seed := range uint64(50) {
		g := graph.New(graphtest.Random(seed, 30))
		if len(g.Listed()) == 0 {
			continue
		}
		got, want := rank.Visits(g, g.Listed(), 0.7, 1e-12), walk(g)
		for n := range got {
			if math.Abs(got[n]-want[n]) > 1e-9 {
				t.Fatalf("seed %d, node %d: %v, want %v", seed, n, got[n], want[n])
			}
		}
	}
}

func TestThinCorpusIsOrderedByCount(t *testing.T) {
	g, f := find(graphtest.Corpus("a b c",
		graphtest.Cites("a@2020", "one", "two", "three"), graphtest.Cites("b@2020", "two", "three"), graphtest.Cites("c@2020", "three")), gap.Options{})
	if f.Thin == "" || order(g, f) != "three two one" {
		t.Errorf("thin %q, order %q", f.Thin, order(g, f))
	}
}

func TestReasonsCanBeChecked(t *testing.T) {
	g, f := find(graphtest.Corpus("l1 l2 l3", around()...), gap.Options{})
	for _, x := range f.Gaps {
		p := g.Paper(x.Node)
		for _, l := range x.CitedBy {
			if !g.Cites(l, x.Node) {
				t.Errorf("%s is said to be cited by %s", p.ID, g.Paper(l).ID)
			}
		}
		for _, l := range x.Cites {
			if !g.Cites(x.Node, l) {
				t.Errorf("%s is said to cite %s", p.ID, g.Paper(l).ID)
			}
		}
		if len(x.Reasons) == 0 {
			t.Errorf("%s has no reason", p.ID)
		}
		if p.ID == "mate" {
			if x.Nearest == nil || g.Paper(*x.Nearest).ID != "l1" || x.Together != 2 {
				t.Errorf("mate: nearest %v, together %d; want l1, 2", x.Nearest, x.Together)
			}
			// 2 citing papers of mate, 3 of l1; but for l1 all papers with references
			// could have cited both, which are 9
			if math.Abs(x.Expected-2.0/3) > 1e-11 {
				t.Errorf("mate: expected %v, want 2/3", x.Expected)
			}
		}
	}
}

func TestKinds(t *testing.T) {
	g, f := find(graphtest.Corpus("l1 l2 l3", around()...), gap.Options{})
	want := map[graph.PaperID]gap.Kind{"base": gap.Foundation, "famous": gap.Foundation, "mate": gap.Sibling, "u1": gap.Newer}
	for _, x := range f.Gaps {
		if kind, told := want[g.Paper(x.Node).ID]; told && kind != x.Kind {
			t.Errorf("%s is a %s, want %s", g.Paper(x.Node).ID, x.Kind, kind)
		}
	}
	_, newer := find(graphtest.Corpus("l1 l2 l3", around()...), gap.Options{Kinds: []gap.Kind{gap.Newer}})
	if len(newer.Gaps) == 0 || slices.ContainsFunc(newer.Gaps, func(x gap.Gap) bool { return x.Kind != gap.Newer }) {
		t.Errorf("--kind newer gives %v", newer.Gaps)
	}
}

func TestConfidenceCountsThoseThatCouldCiteIt(t *testing.T) {
	unknown := graphtest.Paper("quiet@2022")
	g, f := find(graphtest.Corpus("loud quiet early", graphtest.Cites("loud@2022", "x"), unknown,
		graphtest.Cites("early@2000", "y"), graphtest.Paper("x@2021")), gap.Options{})
	for _, x := range f.Gaps {
		if g.Paper(x.Node).ID == "x" && x.Confidence != 0.5 {
			t.Errorf("confidence %v, want 0.5: of the two listed papers after it one has known references", x.Confidence)
		}
	}
}

func TestExcludedPapersAreEvidenceOnly(t *testing.T) {
	c := graphtest.Corpus("l1 l2 l3", around()...)
	all, fAll := find(c, gap.Options{})
	less, fLess := find(c, gap.Options{Exclude: []graph.PaperID{"u1"}})
	if got := strings.Fields(order(less, fLess)); slices.Contains(got, "u1") || len(got) != len(strings.Fields(order(all, fAll)))-1 {
		t.Errorf("order %v", got)
	}
}

func TestListsThatSayLittle(t *testing.T) {
	for name, c := range map[string]*graph.Corpus{
		"no paper":                {},
		"no listed paper":         graphtest.Corpus("", graphtest.Cites("a", "b")),
		"a paper on its own":      graphtest.Corpus("a", graphtest.Paper("a")),
		"listed but not gathered": graphtest.Corpus("ghost", graphtest.Cites("a", "b")),
	} {
		if _, f := find(c, gap.Options{}); len(f.Gaps) != 0 || f.Thin == "" {
			t.Errorf("%s: %d gaps, thin %q", name, len(f.Gaps), f.Thin)
		}
	}
}

// One misdated paper changes no gap list but for its own place.
func TestAMisdatedPaperIsNotToday(t *testing.T) {
	for seed := range uint64(10) {
		c := graphtest.Random(seed, 150)
		g, f := find(c, gap.Options{})
		misdated := c.Papers[149]
		want := strings.Fields(order(g, f))
		c.Papers[149].Date = graph.Date{Year: 2109}
		if got := strings.Fields(order(find(c, gap.Options{}))); misdated.ID != "p149" || !slices.Equal(got, want) {
			t.Errorf("seed %d: %v, where its date is right %v", seed, got, want)
		}
	}
}
