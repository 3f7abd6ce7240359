package evidence

import (
	"math"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

func TestLikestTitle(t *testing.T) {
	var papers []graph.Paper
	listed := []string{"Translating phrases", "Dependency parsing of speech", "Speech recognition", ""}
	for i, title := range append(listed, "Parsing", "Phrase structure", "Speech synthesis", "Speech") {
		p := graphtest.Paper(string(rune('a' + i)))
		p.Title = title
		papers = append(papers, p)
	}
	g := graph.New(graphtest.Corpus("a b c d", papers...))
	w := NewWords(g)
	titles := w.Titles(g, g.Listed())
	for _, test := range []struct {
		title  string
		listed int      // its place; -1: like none
		shared []string // as written, the rarest first
	}{
		{"Phrase Translation", 0, []string{"Translation", "Phrase"}},
		{"Parsing dependencies", 1, []string{"dependencies", "Parsing"}},
		{"RECOGNITION of speech", 2, []string{"RECOGNITION", "speech"}},
		{"Poetry", -1, nil},
		{"", -1, nil},
	} {
		l := titles.Likest(test.title)
		if test.listed < 0 {
			if l.Cosine != 0 || len(l.Shared) > 0 {
				t.Errorf("%q is like a title: %+v", test.title, l)
			}
			continue
		}
		if want := cosine(w, test.title, listed[test.listed]); l.Listed != g.Listed()[test.listed] || math.Abs(l.Cosine-want) > 1e-12 {
			t.Errorf("%q: %+v, want %v with %q", test.title, l, want, listed[test.listed])
		}
		if got := AsWritten(test.title, l.Shared); !slices.Equal(got, test.shared) {
			t.Errorf("%q shares %q, want %q", test.title, got, test.shared)
		}
	}
}

// cosine is that of two titles, word by word.
func cosine(w *Words, a, b string) float64 {
	known := map[string]string{}
	product, first, second := 0.0, 0.0, 0.0
	for _, word := range stems(a, known) {
		first += w.rarity(word) * w.rarity(word)
		if slices.Contains(stems(b, known), word) {
			product += w.rarity(word) * w.rarity(word)
		}
	}
	for _, word := range stems(b, known) {
		second += w.rarity(word) * w.rarity(word)
	}
	return product / math.Sqrt(first*second)
}
