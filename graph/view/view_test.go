package view_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
)

func of(c *graph.Corpus, o view.Options) *view.View { return view.Of(study.Of(c, study.Options{}), o) }

// drawn names the drawn papers and why they are.
func drawn(v *view.View) string {
	var names []string
	for _, p := range v.Papers {
		names = append(names, string(v.Findings.Graph.Paper(p.Node).ID)+" "+p.Role.String())
	}
	return strings.Join(names, "|")
}

// Whatever the corpus, a view keeps what its fields promise.
func TestViewOfAnything(t *testing.T) {
	corpora := map[string]*graph.Corpus{"nasty": graphtest.Nasty(), "empty": {}}
	for seed := range uint64(40) {
		corpora[fmt.Sprint("seed ", seed)] = graphtest.Random(seed, 10+int(seed)*5)
	}
	for name, c := range corpora {
		v := of(c, view.Options{Papers: 50})
		g := v.Findings.Graph
		if v.LeftOut.Papers+len(v.Papers) != g.Len() || v.LeftOut.Listed+v.Count(view.Listed) != len(g.Listed()) || v.LeftOut.Gaps+v.Count(view.Gap) != len(v.Findings.Gaps.Gaps) {
			t.Errorf("%s: %+v left out of %d papers, %d listed, %d gaps", name, v.LeftOut, g.Len(), len(g.Listed()), len(v.Findings.Gaps.Gaps))
		}
		among, cited := 0, make([]int, len(v.Papers))
		for i, p := range v.Papers {
			if i > 0 && p.Node <= v.Papers[i-1].Node {
				t.Errorf("%s: paper %d comes after %d", name, p.Node, v.Papers[i-1].Node)
			}
			for j, q := range v.Papers {
				if g.Cites(p.Node, q.Node) {
					among++
					cited[j]++
				}
			}
		}
		for _, c := range append(v.Citations, v.Implied...) {
			if among--; !g.Cites(v.Papers[c.Citing].Node, v.Papers[c.Cited].Node) {
				t.Errorf("%s: %v is no citation", name, c)
			}
		}
		if among != 0 {
			t.Errorf("%s: %d citations among the drawn papers are neither drawn nor implied", name, among)
		}
		for i, p := range v.Papers {
			if p.CitedHere != cited[i] {
				t.Errorf("%s: paper %d is cited by %d drawn ones, want %d", name, i, p.CitedHere, cited[i])
			}
		}
	}
}

// A paper is of the community that holds it; communities come by size, and the
// paper that leads one is cited most.
func TestCommunities(t *testing.T) {
	found := 0
	for seed := range uint64(20) {
		v := of(graphtest.Random(seed, 80), view.Options{Papers: 80})
		of := make([]int, len(v.Papers))
		for i := range of {
			of[i] = -1
		}
		for c, community := range v.Communities {
			found++
			if c > 0 && len(community.Papers) > len(v.Communities[c-1].Papers) || len(community.Papers) < 3 {
				t.Errorf("seed %d: community %d has %d papers", seed, c, len(community.Papers))
			}
			for _, i := range community.Papers {
				of[i] = c
				if cited := v.Findings.Graph.LocalCitations; cited(v.Papers[i].Node) > cited(v.Papers[v.Leading(community)].Node) {
					t.Errorf("seed %d: paper %d leads no community of %d", seed, v.Leading(community), i)
				}
			}
		}
		for i, p := range v.Papers {
			if p.Community != of[i] {
				t.Errorf("seed %d: paper %d is of community %d, want %d", seed, i, p.Community, of[i])
			}
		}
		if len(v.Communities) > view.MostCommunities {
			t.Errorf("seed %d: %d communities", seed, len(v.Communities))
		}
	}
	if found == 0 {
		t.Error("no communities in any graph")
	}
}

// No view is larger than can be laid out, and it knows that more were asked for.
func TestMoreThanCanBeDrawn(t *testing.T) {
	v := of(graphtest.Random(1, 1200), view.Options{Papers: 1100})
	if len(v.Papers) != view.MostPapers || v.Asked != 1100 || v.Options.Papers != view.MostPapers {
		t.Errorf("%d papers, %d asked for, %d at most", len(v.Papers), v.Asked, v.Options.Papers)
	}
}

// Papers of the context tie others together before famous ones that tie nothing.
func TestContextConnects(t *testing.T) {
	c := graphtest.Corpus("a b",
		graphtest.Cites("a@2020", "bridge", "aside"), graphtest.Cites("b@2021", "bridge"),
		graphtest.Paper("bridge@2010"), graphtest.Paper("aside@2011"),
		graphtest.Cites("x1@2012", "aside", "famous"), graphtest.Cites("x2@2012", "aside", "famous"), graphtest.Cites("x3@2012", "aside", "famous"),
		graphtest.Paper("famous@2000"))
	v := of(c, view.Options{Papers: 3, Gaps: -1})
	if got := drawn(v); got != "bridge context|a listed|b listed" {
		t.Errorf("drawn: %s", got)
	}
}

// The list comes first, but for the third of the room that is the gaps'.
func TestTheListComesFirst(t *testing.T) {
	var papers []graph.Paper
	for i := range 30 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("l%02d@2020", i), "famous", fmt.Sprintf("r%02d", i)))
	}
	c := graphtest.Corpus("l00 l01 l02 l03 l04 l05 l06 l07 l08 l09", papers...)
	for _, test := range []struct{ papers, listed, most int }{{5, 3, 5}, {10, 6, 10}, {15, 10, 15}, {0, 10, 60}} {
		v := of(c, view.Options{Papers: test.papers})
		if v.Count(view.Listed) != test.listed || len(v.Papers) > test.most {
			t.Errorf("--papers %d: %d papers, %d listed; want %d listed, %d at most", test.papers, len(v.Papers), v.Count(view.Listed), test.listed, test.most)
		}
	}
}

func TestContextIsWhatHangsTogether(t *testing.T) {
	c := graphtest.Corpus("a",
		graphtest.Cites("a@2020", "near"), graphtest.Cites("near@2010", "far"), graphtest.Paper("far@2000"),
		graphtest.Cites("x@2020", "island"), graphtest.Cites("y@2020", "island"), graphtest.Paper("island@2000"), graphtest.Paper("alone@2000"))
	if got := drawn(of(c, view.Options{Gaps: -1})); got != "far context|near context|a listed" {
		t.Errorf("drawn: %s", got)
	}
}
