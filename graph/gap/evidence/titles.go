package evidence

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/gonum/mat"

	"citemap/graph"
	"citemap/graph/stem"
)

// Words knows how rare the words of titles are in a corpus, by their stems.
type Words struct {
	titles float64
	with   map[string]float64 // titles with a word
}

// titlesRead is about how many titles are read of a corpus: how rare a word is
// can be told from some thousands.
const titlesRead = 5000

// NewWords counts the words in titles of a graph, all of them where there are few.
func NewWords(g *graph.Graph) *Words {
	w, known := &Words{with: map[string]float64{}}, map[string]string{}
	for n := 0; n < g.Len(); n += (g.Len() + titlesRead - 1) / titlesRead {
		words := stems(g.Title(graph.Node(n)), known)
		if len(words) == 0 {
			continue
		}
		w.titles++
		for _, word := range words {
			w.with[word]++
		}
	}
	return w
}

// rarity is log(titles / titles with the word), as if one more had it.
func (w *Words) rarity(word string) float64 {
	return math.Log((w.titles + 1) / (w.with[word] + 1))
}

// stems gives the stems of the words of three letters or more, sorted, each once.
// Those that it finds it makes known.
func stems(title string, known map[string]string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(title), notInWord) {
		if utf8.RuneCountInString(word) >= 3 {
			if known[word] == "" {
				known[word] = stem.Word(word)
			}
			words = append(words, known[word])
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// likeness gives the cosines of the titles of some papers as vectors of their
// words, in which rare words weigh more: it speaks for papers that are too new
// to be cited. A word that stands in no other title counts for nothing. Nil
// where fewer than two titles are known.
func (w *Words) likeness(g *graph.Graph, papers []graph.Node) *mat.SymDense {
	bearing, titles := map[string][]int{}, 0 // by word: the places of the papers whose titles have it
	all, known := []string{}, map[string]string{}
	for i, n := range papers {
		words := stems(g.Title(n), known)
		if len(words) > 0 {
			titles++
		}
		for _, word := range words {
			if bearing[word] == nil {
				all = append(all, word)
			}
			bearing[word] = append(bearing[word], i)
		}
	}
	if titles < 2 {
		return nil
	}
	likeness := mat.NewSymDense(len(papers), nil)
	for _, word := range all {
		places, rare := bearing[word], w.rarity(word)
		if len(places) < 2 && w.with[word] < 2 {
			continue
		}
		for a, i := range places {
			for _, j := range places[a:] {
				likeness.SetSym(i, j, likeness.At(i, j)+rare*rare)
			}
		}
	}
	scale(likeness)
	return likeness
}

// scale divides products of vectors by the vectors' lengths.
func scale(products *mat.SymDense) {
	length := make([]float64, products.SymmetricDim())
	for i := range length {
		length[i] = max(math.Sqrt(products.At(i, i)), 1e-12)
	}
	for i := range length {
		for j := i; j < len(length); j++ {
			products.SetSym(i, j, products.At(i, j)/(length[i]*length[j]))
		}
	}
}
