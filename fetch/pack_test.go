package fetch_test

import (
	"fmt"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

func subjects(citing ...int) []fetch.Subject {
	var out []fetch.Subject
	for _, n := range citing {
		s := fetch.Subject{Citing: &n}
		if n < 0 {
			s.Citing = nil
		}
		out = append(out, s)
	}
	return out
}

func TestPack(t *testing.T) {
	l := fetch.Limits{Subjects: 3, Citing: 100, Around: 300}
	for _, test := range []struct {
		name  string
		facts fetch.Facts
		about []fetch.Subject
		want  string
	}{
		{"nothing", fetch.Own, nil, "[]"},
		{"by number", fetch.Own, subjects(99, 99, 99, 99), "[[0 1 2] [3]]"},
		{"ids only weigh nothing", fetch.ReferenceIDs, subjects(99, 99, 99), "[[0 1 2]]"},
		{"by citing papers", fetch.Surroundings, subjects(60, 50, 40), "[[0 2] [1]]"},
		{"one too many by itself", fetch.Surroundings, subjects(101, 10), "[[0] [1]]"},
		{"counts not known", fetch.Surroundings, subjects(-1, -1, -1), "[[0 1] [2]]"},
		{"a title each", fetch.ByTitle, subjects(0, 0), "[[0] [1]]"},
		{"a page each", fetch.NewestCiting, subjects(0, 0), "[[0] [1]]"},
	} {
		if got := fmt.Sprint(fetch.Pack(l, test.facts, test.about)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if got := fmt.Sprint(fetch.Pack(fetch.Limits{}, fetch.Surroundings, subjects(9999, 9999))); got != "[[0 1]]" {
		t.Errorf("without limits: %s", got)
	}
}

// An answer to a larger question, cut down, is the answer to a smaller one.
func TestNarrow(t *testing.T) {
	whole := fetch.Answer{
		Outcome: fetch.Found,
		Paper: graph.Paper{
			ID:         "p",
			References: graph.References{State: graph.Known, IDs: []graph.PaperID{"r", "title:0123456789abcdef"}},
			Citing:     graph.Citing{Asked: true, IDs: []graph.PaperID{"c"}},
		},
		Around: []graph.Paper{{ID: "r"}, {ID: "title:0123456789abcdef"}, {ID: "c"}},
	}
	for _, test := range []struct {
		facts      fetch.Facts
		state      graph.State
		references int
		around     int
		citing     bool
	}{
		{fetch.Own, graph.Unasked, 0, 0, false},
		{fetch.ReferenceIDs, graph.Known, 1, 0, false},
		{fetch.References, graph.Known, 2, 2, false},
		{fetch.Surroundings, graph.Known, 2, 3, true},
	} {
		a := whole.Narrow(test.facts)
		r := a.Paper.References
		if r.State != test.state || len(r.IDs) != test.references || len(a.Around) != test.around || a.Paper.Citing.Asked != test.citing {
			t.Errorf("%s: %+v with %d around", test.facts, a.Paper, len(a.Around))
		}
	}
	if len(whole.Around) != 3 || len(whole.Paper.References.IDs) != 2 {
		t.Error("the answer itself was changed")
	}
}
