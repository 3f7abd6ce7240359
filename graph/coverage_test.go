package graph_test

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// A list that is cut is not known, and says how much of it there is where the
// source counts all of them.
func TestCoverageTellsCutFromKnown(t *testing.T) {
	count := func(n int) *int { return &n }
	cut := func(id string, counted *int, cited ...string) graph.Paper {
		p := graphtest.Cites(id, cited...)
		p.References.State, p.Referenced = graph.Cut, counted
		return p
	}
	many := graphtest.Cites("many", "x")
	many.Citing, many.Global = graph.Citing{Asked: true, Cut: true, IDs: []graph.PaperID{"y"}}, count(120000)
	for _, test := range []struct {
		name               string
		papers             []graph.Paper
		listed             string
		known              int
		references, citing graph.Cuts
	}{
		{"all known", []graph.Paper{graphtest.Cites("a", "x")}, "a", 1, graph.Cuts{}, graph.Cuts{}},
		{"cut", []graph.Paper{cut("a", count(9), "x", "y"), cut("b", count(5), "x"), graphtest.Cites("c", "x")}, "a b c", 1, graph.Cuts{Papers: 2, Given: 3, Counted: 14}, graph.Cuts{}},
		{"cut, nobody says where", []graph.Paper{cut("a", count(9), "x", "y"), cut("b", nil, "x"), cut("c", count(7), "x")}, "a b c", 0, graph.Cuts{Papers: 3, Given: 4}, graph.Cuts{}},
		{"cut, but not on the list", []graph.Paper{cut("a", count(9), "x"), graphtest.Cites("b", "x")}, "b", 1, graph.Cuts{}, graph.Cuts{}},
		{"the newest citing papers", []graph.Paper{many}, "many", 1, graph.Cuts{}, graph.Cuts{Papers: 1, Given: 1, Counted: 120000}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := graphtest.Corpus(test.listed, test.papers...)
			v := graph.Cover(c, graph.New(c))
			if v.WithReferences != test.known || v.CutReferences != test.references || v.CutCiting != test.citing {
				t.Errorf("known %d, cut %+v, citing %+v", v.WithReferences, v.CutReferences, v.CutCiting)
			}
		})
	}
}
