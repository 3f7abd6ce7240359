package gap

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

// titles are the titles of some papers as unit vectors of their words, in which
// words that are rare among them weigh more. Words have numbers in the order of
// their first appearance.
type titles struct {
	words [][]int   // by paper: the numbers of its words, rising; none where it has no title
	rare  []float64 // by word: log(titles / titles with the word)
	norm  []float64 // by paper: the length of its vector
}

func newTitles(g *graph.Graph, papers []graph.Node) *titles {
	t := &titles{words: make([][]int, len(papers)), norm: make([]float64, len(papers))}
	number, all := map[string]int{}, 0.0
	for i, n := range papers {
		t.words[i] = t.read(g.Paper(n).Title, number)
		if len(t.words[i]) > 0 {
			all++
		}
	}
	for w, with := range t.rare {
		t.rare[w] = math.Log(all / with)
	}
	for n, words := range t.words {
		for _, w := range words {
			t.norm[n] += t.rare[w] * t.rare[w]
		}
		t.norm[n] = math.Sqrt(t.norm[n])
	}
	return t
}

// read numbers the words of three letters or more and counts them in rare.
func (t *titles) read(title string, number map[string]int) []int {
	var words []int
	for _, word := range strings.FieldsFunc(strings.ToLower(title), notInWord) {
		if utf8.RuneCountInString(word) < 3 {
			continue
		}
		w, known := number[word]
		if !known {
			w = len(number)
			number[word] = w
			t.rare = append(t.rare, 0)
		}
		words = append(words, w)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	for _, w := range words {
		t.rare[w]++
	}
	return words
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// alike is the cosine of the titles of two papers, named by their places, 0
// where one of them is not known.
func (t *titles) alike(a, b int) float64 {
	x, y, sum := t.words[a], t.words[b], 0.0
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0] < y[0]:
			x = x[1:]
		case x[0] > y[0]:
			y = y[1:]
		default:
			sum += t.rare[x[0]] * t.rare[x[0]]
			x, y = x[1:], y[1:]
		}
	}
	if sum == 0 {
		return 0
	}
	return sum / (t.norm[a] * t.norm[b])
}
