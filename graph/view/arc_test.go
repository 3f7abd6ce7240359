package view_test

import (
	"slices"
	"testing"

	"citemap/graph/graphtest"
	"citemap/graph/view"
)

// The main path leads from each paper to the next that cites it, over citations
// that are drawn and marked; no other is marked.
func TestMainPath(t *testing.T) {
	for seed := range uint64(40) {
		v := of(graphtest.Random(seed, 40), view.Options{Papers: 40})
		var want []view.Citation
		for i := 1; i < len(v.MainPath); i++ {
			want = append(want, view.Citation{Citing: v.MainPath[i], Cited: v.MainPath[i-1]})
		}
		var got []view.Citation
		for _, c := range v.Citations {
			if c.Main {
				got = append(got, view.Citation{Citing: c.Citing, Cited: c.Cited})
			}
		}
		slices.SortFunc(want, func(a, b view.Citation) int {
			return slices.Compare([]int{a.Citing, a.Cited}, []int{b.Citing, b.Cited})
		})
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: marked are %v, the path is %v", seed, got, v.MainPath)
		}
	}
}

func TestAllCitations(t *testing.T) {
	for seed := range uint64(20) {
		c := graphtest.Random(seed, 40)
		few, all := of(c, view.Options{}), of(c, view.Options{AllCitations: true})
		if len(all.Implied) > 0 || len(all.Citations) != len(few.Citations)+len(few.Implied) {
			t.Errorf("seed %d: %d citations drawn, %d implied; of %d and %d", seed, len(all.Citations), len(all.Implied), len(few.Citations), len(few.Implied))
		}
	}
}

// Of the citations that are not drawn, each is implied by a path of drawn ones.
func TestReductionAgainstPaths(t *testing.T) {
	for seed := range uint64(60) {
		c := graphtest.Random(seed, 25)
		v := of(c, view.Options{Papers: 25, Gaps: -1})
		for _, implied := range v.Implied {
			if !leads(v.Citations, implied.Citing, implied.Cited, map[int]bool{}) {
				t.Fatalf("seed %d: %v is left out though no path leads that way", seed, implied)
			}
		}
		if len(v.Citations)+len(v.Implied) == 0 && len(v.Papers) > 5 {
			t.Fatalf("seed %d: no citation among %d papers", seed, len(v.Papers))
		}
	}
}

func leads(citations []view.Citation, from, to int, seen map[int]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	for _, c := range citations {
		if c.Citing == from && !seen[c.Cited] && leads(citations, c.Cited, to, seen) {
			return true
		}
	}
	return false
}

// What closes a cycle is drawn. Within what is left, a citation is implied by any
// longer path, over papers of the cycle too.
func TestCycles(t *testing.T) {
	// a -> b -> c -> a is a cycle; a -> d is implied by a -> b -> d, a -> e by a -> d -> e.
	v := of(graphtest.Corpus("a b c d e",
		graphtest.Cites("a@2020", "b", "d", "e"), graphtest.Cites("b@2020", "c", "d"), graphtest.Cites("c@2020", "a"),
		graphtest.Cites("d@2010", "e"), graphtest.Paper("e@2000")), view.Options{})
	if len(v.Citations) != 5 || len(v.Implied) != 2 {
		t.Errorf("drawn %v, implied %v", v.Citations, v.Implied)
	}
}
