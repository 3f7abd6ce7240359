package evidence

import (
	"math"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

func TestLikenessOfTitles(t *testing.T) {
	var papers []graph.Paper
	for id, title := range map[string]string{
		"a": "Translating phrases", "b": "Phrase translation", "c": "Phrase structure", "d": "Parsing", "e": "",
	} {
		p := graphtest.Paper(id)
		p.Title = title
		papers = append(papers, p)
	}
	g := graph.New(graphtest.Corpus("", papers...))
	at := func(id graph.PaperID) graph.Node {
		n, _ := g.Find(id)
		return n
	}
	w := NewWords(g)
	l := w.likeness(g, []graph.Node{at("a"), at("b"), at("c"), at("d"), at("e")})
	if x := l.At(0, 1); math.Abs(x-1) > 1e-9 {
		t.Errorf("the same stems: %v", x)
	}
	// "structur" stands in no other title and counts for nothing, so that of the
	// two words of b one is all that c has.
	phrase, translat := w.rarity("phrase"), w.rarity("translat")
	want := phrase / math.Hypot(phrase, translat)
	if x := l.At(1, 2); math.Abs(x-want) > 1e-9 {
		t.Errorf("one of two stems: %v, want %v", x, want)
	}
	for i := range 5 {
		if i != 3 && l.At(i, 3) != 0 || l.At(i, 4) != 0 {
			t.Errorf("paper %d is like one that shares no word: %v %v", i, l.At(i, 3), l.At(i, 4))
		}
	}
	if l := w.likeness(g, []graph.Node{at("a"), at("e")}); l != nil {
		t.Error("one title alone is like none")
	}
}
