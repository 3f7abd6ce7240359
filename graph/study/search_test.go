package study_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

func TestSearch(t *testing.T) {
	called := func(p graph.Paper, title string, authors ...string) graph.Paper {
		p.Title, p.Authors = title, authors
		return p
	}
	f := study.Of(graphtest.Corpus("a",
		called(graphtest.Cites("a@2020", "b", "c"), "Attention: a survey", "Ann Lee"),
		called(graphtest.Cites("b@2019", "c"), "Self-attention for Größen", "Bo Ek"),
		called(graphtest.Paper("c@2018"), "Nothing of it", "Cy Attention"),
		called(graphtest.Paper("arXiv:2001.00009"), "One more", "Ann Lee")), study.Options{})
	ids := func(nodes []graph.Node) string {
		var out []string
		for _, n := range nodes {
			out = append(out, string(f.Graph.ID(n)))
		}
		return strings.Join(out, " ")
	}
	for query, want := range map[string]string{
		"attention": "b a c", // in the title first, then what is cited more
		"ATTEN":     "b a c", "grossen": "b", "lee": "a arXiv:2001.00009", "lee 2020": "a", "survey lee": "a", "tention": "",
		"arXiv:2001.00009": "arXiv:2001.00009", "https://arxiv.org/abs/2001.00009v2": "arXiv:2001.00009", "arXiv:2001.00010": "", "": "", "?!": "",
	} {
		if got := ids(f.Search(query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	c, _ := f.Graph.Find("c")
	if n, found := f.Named("https://arxiv.org/abs/2001.00009"); !found || f.Graph.ID(n) != "arXiv:2001.00009" {
		t.Errorf("named by an address: %v", found)
	}
	if got := ids(f.Foremost(f.Graph.Citing(c))); got != "a b" {
		t.Errorf("who cites c: %s, want the listed paper first", got)
	}
}

func TestOfKinds(t *testing.T) {
	c := graphtest.Field(3, 3000)
	for i := range 8 {
		c.Entries = append(c.Entries, graph.Entry{Paper: c.At(i * 17).ID, Status: graph.StatusResolved})
	}
	out := study.Of(c, study.Options{}).Gaps.Gaps
	if len(out) < 3 {
		t.Fatalf("%d gaps", len(out))
	}
	g := study.Of(c, study.Options{}).Graph
	o := gap.Options{Exclude: []graph.PaperID{g.ID(out[0].Node)}}
	f := study.Of(c, study.Options{Gaps: o})
	o.Kinds = []gap.Kind{out[1].Kind}
	again, want := f.OfKinds(o.Kinds), study.Of(c, study.Options{Gaps: o})
	same := func(a, b gap.Gap) bool { return a.Node == b.Node && a.Score == b.Score }
	if !slices.EqualFunc(again.Gaps.Gaps, want.Gaps.Gaps, same) || len(again.Gaps.Gaps) == 0 || f.OfKinds(nil) != f {
		t.Errorf("%d gaps of a kind, want %d as if asked at once", len(again.Gaps.Gaps), len(want.Gaps.Gaps))
	}
}
