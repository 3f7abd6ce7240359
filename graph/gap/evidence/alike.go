package evidence

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"citemap/graph"
	"citemap/graph/stem"
)

// Titles are those of a list, to hold other titles against, one at a time and
// not at once.
type Titles struct {
	words   *Words
	bearing map[string][]int // by stem: the places of the listed papers whose titles have it
	listed  []graph.Node
	length  []float64
	known   map[string]string // stems of words met so far
}

// A Likeness is how alike a title is to the most alike one of a list.
type Likeness struct {
	Cosine float64    // of the titles as vectors of their words, in which rare words weigh more
	Listed graph.Node // means nothing where Cosine is 0
	Shared []string   // the stems of the words that both have, the rarest first
}

// Titles takes the titles of a list.
func (w *Words) Titles(g *graph.Graph, listed []graph.Node) *Titles {
	t := &Titles{words: w, bearing: map[string][]int{}, listed: listed, length: make([]float64, len(listed)), known: map[string]string{}}
	for i, l := range listed {
		words := stems(g.Title(l), t.known)
		t.length[i] = w.length(words)
		for _, word := range words {
			t.bearing[word] = append(t.bearing[word], i)
		}
	}
	return t
}

// Beside gives the same titles to be asked by another goroutine.
func (t *Titles) Beside() *Titles {
	own := *t
	own.known = map[string]string{}
	return &own
}

// length is that of a title's vector.
func (w *Words) length(stems []string) float64 {
	squares := 0.0
	for _, word := range stems {
		squares += w.rarity(word) * w.rarity(word)
	}
	return math.Sqrt(squares)
}

// Likest finds the listed title that is most alike; of several the first on the list.
func (t *Titles) Likest(title string) Likeness {
	words := stems(title, t.known)
	products := make([]float64, len(t.listed))
	for _, word := range words {
		for _, i := range t.bearing[word] {
			products[i] += t.words.rarity(word) * t.words.rarity(word)
		}
	}
	var best Likeness
	own, at := t.words.length(words), -1
	for i, product := range products {
		if cosine := product / max(own*t.length[i], 1e-12); cosine > best.Cosine {
			best.Cosine, best.Listed, at = cosine, t.listed[i], i
		}
	}
	best.Shared = slices.DeleteFunc(words, func(word string) bool { return !slices.Contains(t.bearing[word], at) })
	slices.SortStableFunc(best.Shared, func(a, b string) int { return cmp.Compare(t.words.rarity(b), t.words.rarity(a)) })
	return best
}

// AsWritten gives the words of a title that have these stems, in their order and
// as they are written there.
func AsWritten(title string, of []string) []string {
	words := make([]string, len(of))
	for _, word := range strings.FieldsFunc(title, notInWord) {
		if utf8.RuneCountInString(word) < 3 {
			continue
		}
		if i := slices.Index(of, stem.Word(strings.ToLower(word))); i >= 0 && words[i] == "" {
			words[i] = word
		}
	}
	return words
}
