package graph

import (
	"reflect"
	"testing"
)

func TestSortContexts(t *testing.T) {
	got := SortContexts([]Context{
		{Cited: "b", Texts: []string{"one", "two"}, Intents: []string{"result"}},
		{Cited: "a", Intents: []string{"background"}},
		{Cited: "b", Texts: []string{"two", "three"}, Intents: []string{"methodology"}, Influential: true},
	})
	want := []Context{
		{Cited: "a", Intents: []string{"background"}},
		{Cited: "b", Texts: []string{"one", "two", "three"}, Intents: []string{"methodology", "result"}, Influential: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// A cited paper is met under its aliases too.
func TestContextOf(t *testing.T) {
	p := Paper{Contexts: []Context{{Cited: "a", Texts: []string{"x"}}, {Cited: "old", Texts: []string{"y"}}}}
	for _, c := range []struct {
		cited Paper
		want  *Context
	}{
		{Paper{ID: "a"}, &p.Contexts[0]},
		{Paper{ID: "new", Aliases: []PaperID{"older", "old"}}, &p.Contexts[1]},
		{Paper{ID: "b"}, nil},
	} {
		if got := p.ContextOf(&c.cited); got != c.want {
			t.Errorf("%s: %v", c.cited.ID, got)
		}
	}
}

// The gravest notice stays, whichever comes first.
func TestGraver(t *testing.T) {
	first, second := Date{Year: 2020, Month: 1}, Date{Year: 2021}
	notices := []*Notice{
		nil, {Kind: Correction}, {Kind: Correction, DOI: "10.1/b", Date: second}, {Kind: Correction, DOI: "10.1/a", Date: first},
		{Kind: Concern, DOI: "10.1/c"}, {Kind: Retraction}, {Kind: Retraction, DOI: "10.1/d"}, {Kind: Retraction, DOI: "10.1/d", Date: second},
	}
	for i, a := range notices {
		for j, b := range notices {
			if got := Graver(a, b); got != notices[max(i, j)] {
				t.Errorf("of %v and %v: %v", a, b, got)
			}
		}
	}
}
