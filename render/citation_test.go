package render_test

import (
	"slices"
	"testing"

	"citemap/graph/graphtest"
	"citemap/render"
)

// The main path leads from each paper to the next that cites it, over citations
// that are drawn and marked; no other is marked.
func TestMainPath(t *testing.T) {
	for seed := range uint64(40) {
		m := draw(graphtest.Random(seed, 40), render.Options{Papers: 40})
		var want []render.Citation
		for i := 1; i < len(m.MainPath); i++ {
			want = append(want, render.Citation{Citing: m.MainPath[i], Cited: m.MainPath[i-1]})
		}
		var got []render.Citation
		for _, c := range m.Citations {
			if c.Main {
				got = append(got, render.Citation{Citing: c.Citing, Cited: c.Cited})
			}
		}
		slices.SortFunc(want, func(a, b render.Citation) int {
			return slices.Compare([]int{a.Citing, a.Cited}, []int{b.Citing, b.Cited})
		})
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: marked are %v, the path is %v", seed, got, m.MainPath)
		}
	}
}

func TestAllCitations(t *testing.T) {
	for seed := range uint64(20) {
		c := graphtest.Random(seed, 40)
		few, all := draw(c, render.Options{}), draw(c, render.Options{AllCitations: true})
		if len(all.Implied) > 0 || len(all.Citations) != len(few.Citations)+len(few.Implied) {
			t.Errorf("seed %d: %d citations drawn, %d implied; of %d and %d", seed, len(all.Citations), len(all.Implied), len(few.Citations), len(few.Implied))
		}
	}
}

// Papers of the context tie others together before famous ones that tie nothing.
func TestContextConnects(t *testing.T) {
	c := graphtest.Corpus("a b",
		graphtest.Cites("a@2020", "bridge", "aside"), graphtest.Cites("b@2021", "bridge"),
		graphtest.Paper("bridge@2010"), graphtest.Paper("aside@2011"),
		graphtest.Cites("x1@2012", "aside", "famous"), graphtest.Cites("x2@2012", "aside", "famous"), graphtest.Cites("x3@2012", "aside", "famous"),
		graphtest.Paper("famous@2000"))
	m := draw(c, render.Options{Papers: 3, Gaps: -1})
	var drawn []string
	for _, p := range m.Papers {
		drawn = append(drawn, string(p.ID))
	}
	if want := []string{"bridge", "a", "b"}; !slices.Equal(drawn, want) {
		t.Errorf("drawn are %v, want %v", drawn, want)
	}
}
