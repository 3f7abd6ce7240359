package study_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// subjects is a field of three subjects of 1,500 papers each, that all cite
// one method; a paper of ten cites into another subject. The list is of 20 papers
// of one of them.
func subjects(listed string) *graph.Corpus {
	r := rand.New(rand.NewPCG(8, 15))
	papers := []graph.Paper{graphtest.Paper("method@1990")}
	for _, subject := range []string{"x", "y", "z"} {
		for i := range 1500 {
			var cited []string
			for range min(i, 6) {
				cited = append(cited, fmt.Sprintf("%s%04d", subject, max(0, i-1-r.IntN(1+i/3))))
			}
			if r.IntN(10) == 0 {
				cited = append(cited, fmt.Sprintf("%s%04d", []string{"x", "y", "z"}[r.IntN(3)], r.IntN(i+1)))
			}
			if r.IntN(5) == 0 {
				cited = append(cited, "method")
			}
			papers = append(papers, graphtest.Cites(fmt.Sprintf("%s%04d@%d", subject, i, 1991+i/100), cited...))
		}
	}
	c := graphtest.Corpus("", papers...)
	for i := range 20 {
		id := graph.PaperID(fmt.Sprintf("%s%04d", listed, 700+3*i))
		c.Entries = append(c.Entries, graph.Entry{Status: graph.StatusResolved, Paper: id})
	}
	return c
}

func firstTwelve(f *study.Findings, whole bool) []graph.Node {
	return f.Ranking(rank.Default, whole).Papers[:12]
}

func TestListsOfDifferentSubjectsRankDifferentPapers(t *testing.T) {
	met := map[graph.Node]string{}
	var field []graph.Node
	for _, subject := range []string{"x", "y", "z"} {
		f := study.Cover(subjects(subject))
		near := f.Neighbourhood()
		if n := len(near.Papers); n > 300*20 || n > f.Graph.Len()/3 || n < 200 {
			t.Errorf("%s: %d papers of %d are near the list", subject, n, f.Graph.Len())
		}
		for _, l := range f.Graph.Listed() {
			if !slices.Contains(near.Papers, l) {
				t.Errorf("%s: listed paper %d is not near the list", subject, l)
			}
		}
		for _, n := range firstTwelve(f, false) {
			if other, twice := met[n]; twice && f.Graph.Paper(n).ID != "method" {
				t.Errorf("%s is among the first twelve of %s and of %s", f.Graph.Paper(n).ID, other, subject)
			}
			met[n] = subject
		}
		whole := firstTwelve(f, true)
		if field != nil && !slices.Equal(field, whole) {
			t.Errorf("%s: the whole field ranks %v, with another list %v", subject, whole, field)
		}
		field = whole
	}
}

// The measures of a neighbourhood are those of a corpus that holds nothing else.
func TestRankingIsAmongTheNeighbourhood(t *testing.T) {
	f := study.Cover(subjects("y"))
	r := f.Ranking(rank.Local, false)
	for i, n := range r.Papers {
		cited := 0
		for _, citing := range f.Graph.Citing(n) {
			if _, near := slices.BinarySearch(r.Among.Papers, citing); near {
				cited++
			}
		}
		if got := r.Score(rank.Local, i); got != float64(cited) {
			t.Fatalf("%s is cited %v times in the neighbourhood, want %d", f.Graph.Paper(n).ID, got, cited)
		}
	}
}

func TestNeighbourhoodOfASmallCorpusIsAllOfIt(t *testing.T) {
	for name, c := range map[string]*graph.Corpus{
		"no list":      graphtest.Random(3, 500),
		"no paper":     {},
		"a small list": graphtest.Corpus("a b", graphtest.Cites("a@2020", "b", "c"), graphtest.Cites("b@2019", "c", "d")),
	} {
		f := study.Cover(c)
		if r := f.Ranking(rank.Default, false); !r.Whole || len(r.Papers) != len(c.Papers) {
			t.Errorf("%s: %d of %d papers are ranked", name, len(r.Papers), len(c.Papers))
		}
	}
}
