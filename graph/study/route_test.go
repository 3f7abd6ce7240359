package study_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
	"citemap/graph/study"
)

func spelled(f *study.Findings, r study.Routes) string {
	var out []string
	for _, x := range r.Routes {
		var ids []string
		for _, n := range x.Papers {
			ids = append(ids, string(f.Graph.Paper(n).ID))
		}
		out = append(out, strings.Join(ids, " "))
	}
	return strings.Join(out, ", ")
}

// ladder is a list of three in a field: new and old are listed and joined over b
// and c, or over d; before old and after new comes more, which joins nothing.
func ladder() *graph.Corpus {
	return graphtest.Corpus("new mid old",
		graphtest.Cites("later@2024", "new"),
		graphtest.Cites("new@2020", "b", "d", "mid"),
		graphtest.Cites("mid@2018", "c"),
		graphtest.Cites("b@2019", "c", "mid"),
		graphtest.Cites("c@2015", "old"),
		graphtest.Cites("d@2016", "old"),
		graphtest.Cites("old@2010", "root"),
		graphtest.Paper("root@1990"))
}

func TestMainPathRunsThroughTheListAndWhatJoinsIt(t *testing.T) {
	f := study.Cover(ladder())
	if joined := f.Joined(); joined.Graph.Len() != 6 {
		t.Errorf("%d papers are listed or join listed ones, want 6", joined.Graph.Len())
	}
	r := f.MainPath(path.BySPC, path.Global)
	if got := spelled(f, r); got != "old c mid b new" {
		t.Errorf("main path %q", got)
	}
	// Four search paths: over d; and over c and then b, b and mid, or mid.
	if got, want := r.Routes[0].Shares, []float64{.75, .5, .25, .5}; !slices.Equal(got, want) {
		t.Errorf("shares %v, want %v", got, want)
	}
	if r.Routes[0].Weight() != 2 {
		t.Errorf("weight %v, want 2", r.Routes[0].Weight())
	}
}

func TestKeyRoutesLeadOverTheirKeysOnce(t *testing.T) {
	f := study.Cover(ladder())
	r := f.KeyRoutes(path.BySPC, path.Global, 8)
	keys := 0
	for _, x := range r.Routes {
		keys += x.Keys
	}
	if keys != 8 || len(r.Routes) < 2 {
		t.Errorf("%d routes over %d citations: %s", len(r.Routes), keys, spelled(f, r))
	}
	for i, x := range r.Routes {
		if slices.ContainsFunc(r.Routes[i+1:], func(y study.Route) bool { return slices.Equal(x.Papers, y.Papers) }) {
			t.Errorf("a route is given twice: %s", spelled(f, r))
		}
	}
}

func TestBetweenTwoPapers(t *testing.T) {
	f := study.Cover(ladder())
	at := func(id graph.PaperID) graph.Node {
		n, _ := f.Graph.Find(id)
		return n
	}
	for _, test := range []struct {
		from, to graph.PaperID
		want     string
		reversed bool
	}{
		{"later", "old", "later new d old", false},
		{"old", "later", "later new d old", true},
		{"new", "c", "new b c, new mid c", false},
		{"b", "d", "", false},
	} {
		r := f.Between(at(test.from), at(test.to), path.BySPC, 10)
		if got := spelled(f, r); got != test.want || r.Reversed != test.reversed {
			t.Errorf("%s to %s: %q, reversed %v", test.from, test.to, got, r.Reversed)
		}
	}
	if r := f.Between(at("new"), at("c"), path.BySPC, 1); len(r.Routes) != 1 || r.Chains != path.NewCount(2) {
		t.Errorf("%d of %v chains, want 1 of 2", len(r.Routes), r.Chains)
	}
}

func TestPathsThatThereAreNot(t *testing.T) {
	for name, c := range map[string]*graph.Corpus{
		"no paper":      {},
		"one listed":    graphtest.Corpus("a", graphtest.Cites("a@2020", "b")),
		"nothing joins": graphtest.Corpus("a b", graphtest.Cites("a@2020", "x"), graphtest.Cites("b@2021", "x")),
	} {
		f := study.Cover(c)
		if r := f.MainPath(path.BySPNP, path.Global); len(r.Routes) != 0 {
			t.Errorf("%s: %s", name, spelled(f, r))
		}
		if r := f.KeyRoutes(path.BySPC, path.Global, 3); len(r.Routes) != 0 {
			t.Errorf("%s: %s", name, spelled(f, r))
		}
	}
}
