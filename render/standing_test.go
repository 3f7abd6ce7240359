package render

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// What a score means is said as a count or a share; the first paper of each ranking.
func TestStanding(t *testing.T) {
	seven := 7
	old := graphtest.Paper("old@1999")
	old.Global, old.Influential = &seven, &seven
	f := study.Of(graphtest.Corpus("new", graphtest.Cites("new@2003", "mid", "old"), graphtest.Cites("mid@2001", "old"), old), study.Options{})
	for m, want := range map[rank.Measure]string{
		rank.Local:            "",
		rank.PageRank:         "PageRank 1.6 times the average",
		rank.Authority:        "authority 100 % of the highest",
		rank.Global:           "cited by 7 papers in all, by the source's count",
		rank.Influential:      "of much influence on 7 citing papers, by the source's count",
		rank.RescaledPageRank: "PageRank above all papers of its age",
		rank.RescaledLocal:    "cited here more than all papers of its age",
		rank.RescaledGlobal:   "no paper of its age to compare it with",
		rank.Betweenness:      "between 0 % of all pairs of papers",
		rank.Core:             "in a core of papers with 2 citations or more among one another",
	} {
		if got := NewStanding(f.Ranking(m, false)).Of(0); got != want {
			t.Errorf("%s: %q, want %q", m, got, want)
		}
	}
	last := NewStanding(f.Ranking(rank.Global, false)).Of(2)
	if last != "the source gave no count of its citing papers" {
		t.Errorf("a count that nobody knows: %q", last)
	}
	if empty := NewStanding(study.Of(&graph.Corpus{}, study.Options{}).Ranking(rank.Default, false)); empty == nil {
		t.Error("no words for no papers")
	}
}
