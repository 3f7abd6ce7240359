package rank_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// power is PageRank as its formula reads, iterated on a dense vector: slow
// and obvious.
func power(g *graph.Graph) []float64 {
	n := float64(g.Len())
	x := make([]float64, g.Len())
	for i := range x {
		x[i] = 1 / n
	}
	for range 400 {
		y := make([]float64, len(x))
		for p := range x {
			references := g.References(graph.Node(p))
			for q := range y {
				if len(references) == 0 {
					y[q] += 0.85 * x[p] / n
				}
			}
			for _, q := range references {
				y[q] += 0.85 * x[p] / float64(len(references))
			}
		}
		for q := range y {
			y[q] += 0.15 / n
		}
		x = y
	}
	return x
}

func TestPageRankAgainstPowerIterationAndGonum(t *testing.T) {
	for seed := range uint64(60) {
		g := graph.New(graphtest.Random(seed, 30))
		got, want := rank.Scores(g, rank.PageRank), power(g)
		oracle := network.PageRankSparse(g.Directed(), 0.85, 1e-12)
		sum, apart, fromGonum := 0.0, 0.0, 0.0
		for n := range got {
			sum += got[n]
			apart += math.Abs(got[n] - want[n])
			fromGonum += math.Abs(got[n] - oracle[int64(n)])
		}
		if apart > 1e-9 || fromGonum > 1e-8 || math.Abs(sum-1) > 1e-9 {
			t.Fatalf("seed %d: L1 to power iteration %g, to gonum %g, sum %v", seed, apart, fromGonum, sum)
		}
	}
}

// The example of the Wikipedia article "PageRank" (figure "PageRanks for a
// simple network", damping 0.85): the percentages printed there.
func TestPageRankOfThePublishedExample(t *testing.T) {
	g := graph.New(graphtest.Corpus("",
		graphtest.Cites("B", "C"), graphtest.Cites("C", "B"), graphtest.Cites("D", "A", "B"), graphtest.Cites("E", "B", "D", "F"),
		graphtest.Cites("F", "B", "E"), graphtest.Cites("g1", "B", "E"), graphtest.Cites("g2", "B", "E"), graphtest.Cites("g3", "B", "E"),
		graphtest.Cites("g4", "E"), graphtest.Cites("g5", "E")))
	scores := rank.Scores(g, rank.PageRank)
	for id, percent := range map[graph.PaperID]float64{"A": 3.3, "B": 38.4, "C": 34.3, "D": 3.9, "E": 8.1, "F": 3.9, "g1": 1.6, "g5": 1.6} {
		n, _ := g.Find(id)
		if math.Abs(100*scores[n]-percent) > 0.05 {
			t.Errorf("PageRank of %s: %.2f %%, published %.1f %%", id, 100*scores[n], percent)
		}
	}
}

func TestRenamingPapersRenamesTheRanking(t *testing.T) {
	c := graphtest.Random(7, 40)
	renamed := &graph.Corpus{}
	for _, p := range c.Papers {
		p.ID = "z" + p.ID
		p.References.IDs = slices.Clone(p.References.IDs)
		for i := range p.References.IDs {
			p.References.IDs[i] = "z" + p.References.IDs[i]
		}
		renamed.Papers = append(renamed.Papers, p)
	}
	g, h := graph.New(c), graph.New(renamed)
	for _, m := range rank.All() {
		a, b := rank.Order(g, rank.Scores(g, m)), rank.Order(h, rank.Scores(h, m))
		for i := range a {
			if "z"+g.Paper(a[i]).ID != h.Paper(b[i]).ID {
				t.Fatalf("%s, place %d: %s became %s", m, i+1, g.Paper(a[i]).ID, h.Paper(b[i]).ID)
			}
		}
	}
}

func TestEmptyAndUncitedCorpora(t *testing.T) {
	empty := graph.New(&graph.Corpus{})
	lonely := graph.New(graphtest.Corpus("", graphtest.Paper("a"), graphtest.Paper("b")))
	for _, m := range rank.All() {
		if got := rank.Scores(empty, m); len(got) != 0 {
			t.Errorf("%s of no paper: %v", m, got)
		}
		scores := rank.Scores(lonely, m)
		told := m == rank.Global || m == rank.Influential || m == rank.RescaledGlobal
		if len(scores) != 2 || rank.Known(scores[0]) == told || rank.Known(scores[1]) == told || !told && scores[0] != scores[1] {
			t.Errorf("%s of two papers without citations: %v", m, scores)
		}
		if order := rank.Order(lonely, scores); lonely.Paper(order[0]).ID != "a" {
			t.Errorf("%s: a tie did not go to the smaller PaperID", m)
		}
	}
}

func TestUnknownIsNotZeroAndComesLast(t *testing.T) {
	known, none, many := graphtest.Paper("known"), graphtest.Paper("none"), graphtest.Paper("many")
	zero, more := 0, 7
	none.Global, none.Influential, many.Global, many.Influential = &zero, &zero, &more, &more
	g := graph.New(graphtest.Corpus("", known, none, many, graphtest.Paper("also")))
	for _, m := range []rank.Measure{rank.Global, rank.Influential} {
		scores, got := rank.Scores(g, m), ""
		for _, n := range rank.Order(g, scores) {
			got += fmt.Sprint(g.Paper(n).ID, " ", rank.Known(scores[n]), " ", scores[n], "; ")
		}
		if want := "many true 7; none true 0; also false NaN; known false NaN; "; got != want {
			t.Errorf("%s: %s", m, got)
		}
	}
}

func TestUnknownMeasureListsTheChoices(t *testing.T) {
	var m rank.Measure
	err := m.Set("impact")
	want := `unknown measure "impact": want one of local, pagerank, authority, hub, global, rescaled-pagerank, rescaled-local, citerank, betweenness, core, influential, rescaled-global`
	if err == nil || err.Error() != want {
		t.Errorf("error: %v", err)
	}
	for i, name := range rank.Names() {
		if err := m.Set(name); err != nil || m != rank.Measure(i) || m.Heading() == "" || m.Meaning() == "" {
			t.Errorf("measure %q: %v, %q, %q", name, err, m.Heading(), m.Meaning())
		}
	}
}

func TestAScoreboardGivesWhatScoresGives(t *testing.T) {
	g := graph.New(graphtest.Random(4, 50))
	board := rank.NewScoreboard(g)
	for range 2 {
		for _, m := range rank.All() {
			if same := func(a, b float64) bool { return a == b || a != a && b != b }; !slices.EqualFunc(board.Scores(m), rank.Scores(g, m), same) {
				t.Errorf("%s differs", m)
			}
		}
	}
}

// Papers that neither cite nor are cited change the order of the others by no
// measure that does not look at the papers around in time.
func TestIsolatedPapersLeaveTheOrderOfTheRest(t *testing.T) {
	for seed := range uint64(10) {
		c := graphtest.Random(seed, 40)
		more := &graph.Corpus{Papers: append(slices.Clone(c.Papers),
			graphtest.Paper("p0005"), graphtest.Paper("p0105@1991"), graphtest.Paper("z@2011"))}
		slices.SortFunc(more.Papers, graph.ComparePapers)
		g, h := graph.New(c), graph.New(more)
		for _, m := range rank.All() {
			if m.Number() == rank.Deviation {
				continue
			}
			want, got := ids(g, m), slices.DeleteFunc(ids(h, m), func(id graph.PaperID) bool { _, found := g.Find(id); return !found })
			if !slices.Equal(got, want) {
				t.Errorf("seed %d, %s: %v, without the isolated papers %v", seed, m, got, want)
			}
		}
	}
}

func ids(g *graph.Graph, m rank.Measure) []graph.PaperID {
	var ids []graph.PaperID
	for _, n := range rank.Order(g, rank.Scores(g, m)) {
		ids = append(ids, g.Paper(n).ID)
	}
	return ids
}

// of builds a graph of papers.
func of(papers ...graph.Paper) *graph.Graph { return graph.New(graphtest.Corpus("", papers...)) }

// dense is a small random graph with many cycles.
func dense(seed uint64, n int) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 2))
	var papers []graph.Paper
	for i := range n {
		var cited []string
		for range r.IntN(4) {
			cited = append(cited, fmt.Sprintf("d%02d", r.IntN(n)))
		}
		papers = append(papers, graphtest.Cites(fmt.Sprintf("d%02d", i), cited...))
	}
	return of(papers...)
}

// circle is n papers of which each cites the next and the last the first; open,
// the last cites none.
func circle(n int, open bool) *graph.Graph {
	papers := make([]graph.Paper, n)
	for i := range papers {
		papers[i] = graphtest.Cites(fmt.Sprintf("c%06d", i), fmt.Sprintf("c%06d", (i+1)%n))
	}
	if open {
		papers[n-1].References.IDs = nil
	}
	return graph.New(&graph.Corpus{Papers: papers})
}

// diamonds is a chain of diamonds, in which 2^n shortest paths lead from end to end.
func diamonds(n int) *graph.Graph {
	var papers []graph.Paper
	for i := range n {
		top, next := fmt.Sprintf("k%05d", i), fmt.Sprintf("k%05d", i+1)
		left, right := fmt.Sprintf("l%05d", i), fmt.Sprintf("r%05d", i)
		papers = append(papers, graphtest.Cites(top, left, right), graphtest.Cites(left, next), graphtest.Cites(right, next))
	}
	return of(papers...)
}

func TestNastyGraphs(t *testing.T) {
	undated, sameDay := graphtest.Random(3, 60), graphtest.Random(3, 60)
	for i := range undated.Papers {
		undated.Papers[i].Date = graph.Date{}
		sameDay.Papers[i].Date = graph.Date{Year: 2001, Month: 2, Day: 29}
	}
	ancient := graphtest.Random(3, 60)
	for i := range ancient.Papers[:20] {
		ancient.Papers[i].Date = graph.Date{Year: 1 + 20*i}
	}
	chain, paths := 200_000, 1100
	if testing.Short() {
		chain, paths = 2000, 50
	}
	for name, g := range map[string]*graph.Graph{
		"papers of antiquity": graph.New(ancient), "one paper": of(graphtest.Paper("a")), "citing itself": of(graphtest.Cites("a", "a")), "twins": of(graphtest.Cites("a", "b"), graphtest.Cites("b", "a")),
		"no dates": graph.New(undated), "one date": graph.New(sameDay), "a big cycle": circle(3000, false), "a long chain": circle(chain, true),
		"too many paths to count": diamonds(paths), "nasty text": graph.New(graphtest.Nasty()),
	} {
		board := rank.NewScoreboard(g)
		for _, m := range rank.All() {
			scores, sum := board.Scores(m), 0.0
			for n, x := range scores {
				if m != rank.Global && m != rank.Influential && m != rank.RescaledGlobal && (math.IsNaN(x) || math.IsInf(x, 0)) {
					t.Fatalf("%s, %s: %v for %s", name, m, x, g.Paper(graph.Node(n)).ID)
				}
				if x != 0 && math.Abs(x) < 1e-290 {
					t.Fatalf("%s, %s: %v for %s, which igraph would not read", name, m, x, g.Paper(graph.Node(n)).ID)
				}
				sum += x
			}
			if len(scores) != g.Len() || (m == rank.PageRank || m == rank.CiteRank) && math.Abs(sum-1) > 1e-9 {
				t.Errorf("%s, %s: %d scores of sum %v", name, m, len(scores), sum)
			}
		}
	}
}
