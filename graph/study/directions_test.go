package study_test

import (
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

func TestDirections(t *testing.T) {
	nameless := graphtest.Paper("nameless")
	nameless.Title = ""
	for _, test := range []struct {
		name string
		of   *graph.Corpus
		want study.Directions
	}{
		{"nothing", &graph.Corpus{}, study.Directions{}},
		{"a listed paper that cites another is listed alone", graphtest.Corpus("a b", graphtest.Cites("a", "b")), study.Directions{Listed: 2}},
		{"references and citing papers", graphtest.Corpus("a", graphtest.Cites("a", "b", "c"), graphtest.Cites("d", "a")), study.Directions{Listed: 1, References: 2, Citing: 1}},
		{"a paper cited by one listed paper cites another", graphtest.Corpus("a b", graphtest.Cites("a", "m"), graphtest.Cites("m", "b")), study.Directions{Listed: 2, References: 1, Citing: 1, Both: 1}},
		{"what references cite is a step further", graphtest.Corpus("a", graphtest.Cites("a", "b"), graphtest.Cites("b", "nameless", "c"), nameless), study.Directions{Listed: 1, References: 1, Farther: 2, Untitled: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := study.Of(test.of, study.Options{}).Directions(); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}
