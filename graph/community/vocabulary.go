package community

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
	"citemap/graph/titles"
)

// A vocabulary is the terms of all titles. Those of paper n are
// all[start[n]:start[n+1]], each once.
type vocabulary struct {
	terms []term
	start []uint32
	all   []uint32
	forms map[string]*form // as titles write them
	keys  map[string]uint32

	// before and after are, by word, in how many titles the word that most often
	// stands there does.
	before, after map[string]int
}

// A term is one to three words in a row.
type term struct {
	key    string // its words in the singular, with a space between
	words  int
	titles int // that have it
	forms  []*form
}

// A form is one way to write a term.
type form struct {
	text   string
	term   uint32
	titles int
}

// newVocabulary reads all titles.
func newVocabulary(g *graph.Graph) *vocabulary {
	v := &vocabulary{start: make([]uint32, g.Len()+1), forms: map[string]*form{}, keys: map[string]uint32{}, before: map[string]int{}, after: map[string]int{}}
	for n := range graph.Node(g.Len()) {
		v.read(titles.Plain(g.Title(n)))
		v.start[n+1] = uint32(len(v.all))
	}
	for _, t := range v.terms {
		if a, b, pair := strings.Cut(t.key, " "); pair && t.words == 2 && t.titles > 1 {
			v.after[a], v.before[b] = max(v.after[a], t.titles), max(v.before[b], t.titles)
		}
	}
	return v
}

// always is which share of a word's titles have it beside another one that
// belongs to it.
const always = 0.8

// torn reports whether a term is the middle of a phrase: a word that is always
// there stands before it or after it, as around "carlo tree".
func (v *vocabulary) torn(t *term) bool {
	words := strings.Split(t.key, " ")
	within := func(word string, beside map[string]int) bool {
		n, known := v.keys[word]
		return known && float64(beside[word]) >= always*float64(v.terms[n].titles)
	}
	return within(words[0], v.before) || within(words[len(words)-1], v.after)
}

func (v *vocabulary) of(n graph.Node) []uint32 { return v.all[v.start[n]:v.start[n+1]] }

// read appends the terms of one title. Words are in a row with nothing but
// space between them.
func (v *vocabulary) read(title string) {
	begin := len(v.all)
	var row []string
	for _, word := range strings.Fields(strings.ToLower(title)) {
		bare := strings.TrimFunc(word, notLetter)
		if !telling(bare) {
			row = row[:0]
			continue
		}
		if !strings.HasPrefix(word, bare) {
			row = row[:0]
		}
		row = append(row[max(0, len(row)-2):], bare)
		for first := range row {
			v.add(row[first:], begin)
		}
		if !strings.HasSuffix(word, bare) {
			row = row[:0]
		}
	}
}

// notLetter reports whether a sign is at home outside of words only; digits
// and marks are letters here.
func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }

// telling reports whether a word may tell a topic.
func telling(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLetter(r):
			letters++
		case notLetter(r) && !strings.ContainsRune("-'’./+", r):
			return false
		}
	}
	return letters >= 3 && utf8.ValidString(word) && !stopWords[word] && !stopWords[singular(word)]
}

// add counts a form of a term once for the title whose terms begin there.
func (v *vocabulary) add(words []string, begin int) {
	text := strings.Join(words, " ")
	f, known := v.forms[text]
	if !known {
		f = v.learn(text, words)
	}
	if slices.Contains(v.all[begin:], f.term) {
		return
	}
	v.all = append(v.all, f.term)
	v.terms[f.term].titles++
	f.titles++
}

// learn adds a form to the term it belongs to.
func (v *vocabulary) learn(text string, words []string) *form {
	key := inSingular(words)
	t, known := v.keys[key]
	if !known {
		t = uint32(len(v.terms))
		v.keys[key] = t
		v.terms = append(v.terms, term{key: key, words: len(words)})
	}
	f := &form{text: text, term: t}
	v.forms[text] = f
	v.terms[t].forms = append(v.terms[t].forms, f)
	return f
}

// shown is the form of a term that most titles have, ties by its letters.
func (t *term) shown() string {
	return slices.MinFunc(t.forms, func(a, b *form) int {
		return cmp.Or(cmp.Compare(b.titles, a.titles), strings.Compare(a.text, b.text))
	}).text
}

func inSingular(words []string) string {
	out := make([]string, len(words))
	for i, word := range words {
		out[i] = singular(word)
	}
	return strings.Join(out, " ")
}

// singular takes the plural off an English word, so that both are one term.
func singular(word string) string {
	for _, as := range plurals {
		if stem, found := strings.CutSuffix(word, as.ending); found && len(stem) > 1 {
			return stem + as.singular
		}
	}
	return word
}

// plurals are endings of words, the first that fits holds.
var plurals = []struct{ ending, singular string }{
	{"'s", ""}, {"’s", ""}, {"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"ies", "y"},
	{"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"}, {"xes", "x"}, {"s", ""},
}

// within reports whether the words of a stand in a row in b.
func within(a, b *term) bool { return strings.Contains(" "+b.key+" ", " "+a.key+" ") }

// shareWord reports whether two terms have a word in common.
func shareWord(a, b *term) bool {
	for word := range strings.SplitSeq(a.key, " ") {
		if strings.Contains(" "+b.key+" ", " "+word+" ") {
			return true
		}
	}
	return false
}
