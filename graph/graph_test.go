package graph_test

import (
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/topo"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// ids gives the PaperIDs of nodes.
func ids(g *graph.Graph, nodes []graph.Node) []graph.PaperID {
	var out []graph.PaperID
	for _, n := range nodes {
		out = append(out, g.Paper(n).ID)
	}
	slices.Sort(out)
	return out
}

func node(t *testing.T, g *graph.Graph, id graph.PaperID) graph.Node {
	t.Helper()
	n, found := g.Find(id)
	if !found {
		t.Fatalf("paper %s is not in the graph", id)
	}
	return n
}

func TestCitationsRunFromCitingToCited(t *testing.T) {
	g := graph.New(graphtest.Corpus("a", graphtest.Cites("a@2020", "b", "c"), graphtest.Cites("b@2019", "c")))
	for _, test := range []struct {
		paper              graph.PaperID
		references, citing []graph.PaperID
	}{
		{"a", []graph.PaperID{"b", "c"}, nil},
		{"b", []graph.PaperID{"c"}, []graph.PaperID{"a"}},
		{"c", nil, []graph.PaperID{"a", "b"}},
	} {
		n := node(t, g, test.paper)
		if got := ids(g, g.References(n)); !slices.Equal(got, test.references) {
			t.Errorf("references of %s: %v, want %v", test.paper, got, test.references)
		}
		if got := ids(g, g.Citing(n)); !slices.Equal(got, test.citing) {
			t.Errorf("citing papers of %s: %v, want %v", test.paper, got, test.citing)
		}
		if g.LocalCitations(n) != len(test.citing) {
			t.Errorf("local citations of %s: %d, want %d", test.paper, g.LocalCitations(n), len(test.citing))
		}
	}
}

func TestGraphIsCleaned(t *testing.T) {
	a := graphtest.Cites("a", "a", "b", "b", "old-b", "nowhere")
	b := graphtest.Paper("b")
	b.Aliases = []graph.PaperID{"old-b"}
	g := graph.New(&graph.Corpus{Papers: []graph.Paper{a, b}})
	want := graph.Cleaned{SelfCitations: 1, Repeated: 2, Nowhere: 1}
	if g.Cleaned != want || g.Citations() != 1 {
		t.Errorf("%d citations, cleaned %+v, want 1 and %+v", g.Citations(), g.Cleaned, want)
	}
}

func TestNodesAreInTheOrderOfTime(t *testing.T) {
	g := graph.New(graphtest.Corpus("", graphtest.Paper("new@2021"), graphtest.Paper("may@2020-05"), graphtest.Paper("z"),
		graphtest.Paper("b@2020"), graphtest.Paper("a@2020")))
	var got []graph.PaperID
	for n := range graph.Node(g.Len()) {
		got = append(got, g.Paper(n).ID)
	}
	if want := []graph.PaperID{"z", "a", "b", "may", "new"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

// Every citation of a random corpus, and nothing else, stands in both rows and
// in gonum's view.
func TestGraphAgainstPlainLists(t *testing.T) {
	for seed := range uint64(100) {
		c := graphtest.Random(seed, 40)
		g := graph.New(c)
		d := g.Directed()
		citations := 0
		for _, p := range c.Papers {
			for _, q := range c.Papers {
				want := p.ID != q.ID && slices.Contains(p.References.IDs, q.ID)
				a, b := node(t, g, p.ID), node(t, g, q.ID)
				if want {
					citations++
				}
				if g.Cites(a, b) != want || slices.Contains(g.Citing(b), a) != want || d.HasEdgeFromTo(int64(a), int64(b)) != want {
					t.Fatalf("seed %d: %s cites %s: want %v", seed, p.ID, q.ID, want)
				}
			}
		}
		if citations != g.Citations() {
			t.Fatalf("seed %d: %d citations, want %d", seed, g.Citations(), citations)
		}
	}
}

func TestGonumWalksTheGraph(t *testing.T) {
	g := graph.New(graphtest.Corpus("", graphtest.Cites("a", "b"), graphtest.Cites("b", "a", "c")))
	sizes := []int{}
	for _, component := range topo.TarjanSCC(g.Directed()) {
		sizes = append(sizes, len(component))
	}
	slices.Sort(sizes)
	if !slices.Equal(sizes, []int{1, 2}) {
		t.Errorf("strongly connected components of sizes %v, want 1 and 2", sizes)
	}
}

func TestCorpusUntil(t *testing.T) {
	three := 3
	old := graphtest.Cites("old@2010", "older")
	old.Global = &three
	c := graphtest.Corpus("old new", old, graphtest.Paper("older@2009-07"), graphtest.Cites("new@2012-03", "old"), graphtest.Paper("undated"))
	for _, test := range []struct {
		asOf    string
		papers  int
		leftOut graph.LeftOut
	}{
		{"2012", 3, graph.LeftOut{Undated: 1}},
		{"2012-03-31", 3, graph.LeftOut{Undated: 1}},
		{"2012-02", 2, graph.LeftOut{Undated: 1, Later: 1, Entries: 1, Earliest: graph.Date{Year: 2012, Month: 3}}},
		{"2009-06", 0, graph.LeftOut{Undated: 1, Later: 3, Entries: 2, Earliest: graph.Date{Year: 2010}}},
	} {
		asOf, err := graph.ParseDate(test.asOf)
		if err != nil {
			t.Fatal(err)
		}
		cut := c.Until(asOf)
		if len(cut.Papers) != test.papers || cut.LeftOut != test.leftOut {
			t.Errorf("as of %s: %d papers, left out %+v; want %d, %+v", test.asOf, len(cut.Papers), cut.LeftOut, test.papers, test.leftOut)
		}
		for _, p := range cut.Papers {
			if p.Global != nil {
				t.Errorf("as of %s: %s keeps the global citations of today", test.asOf, p.ID)
			}
		}
	}
	if len(c.Papers) != 4 || c.Paper("old").Global == nil {
		t.Error("cutting a corpus changed it")
	}
}

func TestCorpusWithout(t *testing.T) {
	c := graphtest.Corpus("a b", graphtest.Cites("a", "b", "c"), graphtest.Cites("b", "c"))
	cut := c.Without([]graph.PaperID{"b"})
	g := graph.New(cut)
	v := graph.Cover(cut, g)
	if v.Papers != 2 || v.Citations != 1 || v.Listed != 1 || v.LeftOut.Without != 1 {
		t.Errorf("without b: %+v", v)
	}
}

func TestDates(t *testing.T) {
	for _, bad := range []string{"", "20", "2020-13", "2020-1", "2021-02-30", "2020/01/01", "May 2020", "-2020"} {
		if d, err := graph.ParseDate(bad); err == nil {
			t.Errorf("date %q was read as %s", bad, d)
		}
	}
	for _, good := range []string{"2020", "2020-01", "2020-02-29", "1665-03-06"} {
		if d, err := graph.ParseDate(good); err != nil || d.String() != good {
			t.Errorf("date %q was read as %q, %v", good, d, err)
		}
	}
}

// A citation may be told by the citing paper, by the cited one or by both.
func TestCitationsToldByTheCitedPaper(t *testing.T) {
	c := graphtest.Corpus("a", graphtest.Paper("a"), graphtest.Cites("b", "a", "a"), graphtest.Paper("c"))
	c.Papers[0].Citing = graph.Citing{Asked: true, IDs: []graph.PaperID{"b", "c", "a", "nowhere"}}
	g := graph.New(c)
	a, _ := g.Find("a")
	if g.Citations() != 2 || g.LocalCitations(a) != 2 || g.Cleaned != (graph.Cleaned{Repeated: 1}) {
		t.Errorf("%d citations, %d of them of a, %+v", g.Citations(), g.LocalCitations(a), g.Cleaned)
	}
	if v := graph.Cover(c, g); v.WithCiting != 1 || v.WithReferences != 0 {
		t.Errorf("coverage %+v", v)
	}
}
