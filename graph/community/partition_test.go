package community_test

import (
	"fmt"
	"slices"
	"testing"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/graphtest"
)

func undirected(g *graph.Graph) *simple.UndirectedGraph {
	u := simple.NewUndirectedGraph()
	for n := range graph.Node(g.Len()) {
		u.AddNode(simple.Node(n))
	}
	for n := range graph.Node(g.Len()) {
		for _, cited := range g.References(n) {
			u.SetEdge(simple.Edge{F: simple.Node(n), T: simple.Node(cited)})
		}
	}
	return u
}

func gonumCommunities(p *community.Partition) [][]gonum.Node {
	all := make([][]gonum.Node, p.Len())
	for c := range all {
		for _, n := range p.Members(c) {
			all[c] = append(all[c], simple.Node(n))
		}
	}
	return all
}

// Papers are taken in the order of time, so that names play no part as long as
// no two are of one date.
func TestRenamingPapersRenamesCommunities(t *testing.T) {
	for seed := range uint64(30) {
		c := dated(graphtest.Random(seed, 50))
		renamed := rename(c, func(id graph.PaperID) graph.PaperID { return graph.PaperID(fmt.Sprintf("%x", reversed(string(id)))) })
		g, h := graph.New(c), graph.New(renamed)
		p, q := community.Leiden(g, community.Options{}), community.Leiden(h, community.Options{})
		for a := range g.Len() {
			for b := range a {
				if (p.Of[a] == p.Of[b]) != (q.Of[a] == q.Of[b]) {
					t.Fatalf("seed %d: renaming parts or joins %s and %s", seed, g.Paper(graph.Node(a)).ID, g.Paper(graph.Node(b)).ID)
				}
			}
		}
	}
}

func dated(c *graph.Corpus) *graph.Corpus {
	for i := range c.Papers {
		c.Papers[i].Date = graph.Date{Year: 1500 + i}
	}
	return c
}

func rename(c *graph.Corpus, name func(graph.PaperID) graph.PaperID) *graph.Corpus {
	out := &graph.Corpus{Papers: slices.Clone(c.Papers)}
	for i := range out.Papers {
		p := &out.Papers[i]
		p.ID = name(p.ID)
		p.References.IDs = slices.Clone(p.References.IDs)
		for j, id := range p.References.IDs {
			p.References.IDs[j] = name(id)
		}
	}
	slices.SortFunc(out.Papers, graph.ComparePapers)
	return out
}

func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

func TestCorporaWithoutCitations(t *testing.T) {
	for name, c := range map[string]*graph.Corpus{
		"no paper": {}, "one paper": graphtest.Corpus("", graphtest.Paper("a")),
		"no citation":      graphtest.Corpus("", graphtest.Paper("a"), graphtest.Paper("b"), graphtest.Cites("c")),
		"a self-citation":  graphtest.Corpus("", graphtest.Cites("a", "a")),
		"one isolated one": graphtest.Corpus("", graphtest.Cites("a", "b"), graphtest.Paper("c")),
	} {
		for _, o := range []community.Options{{}, {Quality: community.CPM}} {
			g := graph.New(c)
			p := community.Leiden(g, o)
			want := g.Len() - g.Citations()
			if p.Len() != want || len(p.Of) != g.Len() {
				t.Errorf("%s, %v: %d communities, want %d", name, o.Quality, p.Len(), want)
			}
			if labels := community.Labels(g, p); len(labels) != want {
				t.Errorf("%s: labels %q", name, labels)
			}
			if q := p.Quality(g, o); q != q || g.Citations() == 0 && q != 0 {
				t.Errorf("%s, %v: quality %v", name, o.Quality, q)
			}
		}
	}
}

func TestQualityByName(t *testing.T) {
	for _, want := range []community.Quality{community.Modularity, community.CPM} {
		text, _ := want.MarshalText()
		var got community.Quality
		if err := got.UnmarshalText(text); err != nil || got != want {
			t.Errorf("%s reads as %v, %v", text, got, err)
		}
	}
	var q community.Quality
	if err := q.UnmarshalText([]byte("louvain")); err == nil || err.Error() != `unknown quality "louvain": want one of modularity, cpm` {
		t.Errorf("error %v", err)
	}
}

func BenchmarkLeiden(b *testing.B) {
	for _, papers := range []int{1_000, 30_000} {
		g := graph.New(graphtest.Random(1, papers))
		b.Run(fmt.Sprintf("papers=%d", papers), func(b *testing.B) {
			for b.Loop() {
				community.Leiden(g, community.Options{})
			}
		})
	}
}
