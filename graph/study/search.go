package study

import (
	"cmp"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// Search gives the papers that an id names, or in whose title and names of authors all
// words of a query begin a word, with the year as one of them: those of which the title
// has all words first, then those that most papers cite here. Nothing is found by a query without words.
func (f *Findings) Search(query string) []graph.Node {
	if n, found := f.Named(query); found {
		return []graph.Node{n}
	}
	words := strings.Fields(titles.Fold(wordsOnly(query)))
	var inTitle, beside []graph.Node
	for i := range f.Graph.Len() {
		n := graph.Node(i)
		switch title := f.Graph.Title(n); {
		case len(words) == 0:
		case holds(title, words):
			inTitle = append(inTitle, n)
		case holds(f.Graph.Paper(n).Byline()+" "+strings.Join(f.Graph.Paper(n).Authors, " ")+" "+title, words):
			beside = append(beside, n)
		}
	}
	f.byCitations(inTitle)
	f.byCitations(beside)
	return append(inTitle, beside...)
}

// Named gives the paper of the graph that an id or an address names.
func (f *Findings) Named(written string) (n graph.Node, found bool) {
	id, err := graph.ParseID(written)
	if err != nil {
		return 0, false
	}
	place, found := f.Corpus.Index().Find(id)
	if !found {
		return 0, false
	}
	return f.Graph.Find(f.Corpus.At(place).ID)
}

// Foremost gives papers in the order in which they tell most of the lists: listed ones
// first, then those that most papers cite here.
func (f *Findings) Foremost(papers []graph.Node) []graph.Node {
	out := slices.Clone(papers)
	f.byCitations(out)
	slices.SortStableFunc(out, func(a, b graph.Node) int { return -compare(f.Listed(a), f.Listed(b)) })
	return out
}

func (f *Findings) byCitations(papers []graph.Node) {
	slices.SortFunc(papers, func(a, b graph.Node) int {
		return cmp.Or(f.Graph.LocalCitations(b)-f.Graph.LocalCitations(a), f.Graph.ByID(a, b))
	})
}

func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// holds reports whether each of the words begins a word of a text.
func holds(text string, words []string) bool {
	text = " " + titles.Fold(wordsOnly(text))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, " "+w) })
}

// wordsOnly parts words by single spaces.
func wordsOnly(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !titles.Spells(r) && (r < '0' || r > '9') }), " ")
}
