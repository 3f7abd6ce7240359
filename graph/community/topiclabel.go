package community

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"citemap/graph"
)

const (
	labelTerms  = 3
	labelWords  = 5    // in all, more only where one term has them
	worthwhile  = 0.4  // of the best score, for a third term
	inItsPlace  = 0.4  // of the titles with a word, for a phrase in its place
	pale        = 0.3  // what a weak word on its own counts
	minShare    = 0.04 // of the titles that a term stands in
	minDocument = 5    // papers of a community that counts in the mean size of a document
)

// Labels names each community of a partition after the words of its papers'
// titles: up to three terms in lower case, joined by ", "; "" where no title
// says anything. A term is one to three words of three letters or more in a
// row; a phrase stands in place of its words. Stop words are left out, and a
// plural is the same term as its singular.
//
// The terms of highest class-based tf-idf are taken, each community being one
// document (Grootendorst 2022, doi:10.48550/arXiv.2203.05794):
//
//	W(t,c) = tf(t,c) log(1 + A/f(t))
//
// where tf counts the titles of c that have the term, f those of the corpus,
// and A is the mean number of terms in the titles of a community. Words of any
// field, as "model", count less on their own. Ties go to the more frequent
// term, then to the smaller in letters.
func Labels(g *graph.Graph, p *Partition) []string {
	v := newVocabulary(g)
	document := v.meanDocument(p)
	labels := make([]string, p.Len())
	counts := tally{sum: make([]uint32, len(v.terms))}
	for c := range labels {
		titles := 0
		for _, n := range p.Members(c) {
			titles += min(1, len(v.of(n)))
			for _, t := range v.of(n) {
				counts.add(t, 1)
			}
		}
		labels[c] = v.label(v.candidates(&counts, titles, document))
		counts.clear()
	}
	return labels
}

// meanDocument is A, over the communities worth the name where there are any.
func (v *vocabulary) meanDocument(p *Partition) float64 {
	n, sum := 0, 0
	for c := range p.Len() {
		if n > 0 && p.Size(c) < minDocument {
			break // the largest come first
		}
		n++
		for _, paper := range p.Members(c) {
			sum += len(v.of(paper))
		}
	}
	return float64(sum) / float64(max(1, n))
}

// A candidate is a term with its score in one community.
type candidate struct {
	*term
	count uint32
	score float64
}

// candidates gives the terms that may name a community of so many titles, best
// first.
func (v *vocabulary) candidates(counts *tally, titles int, document float64) []candidate {
	var all []candidate
	least := max(2, uint32(minShare*float64(titles)))
	for _, t := range counts.met {
		if n := counts.sum[t]; n >= least || titles == 1 {
			c := candidate{&v.terms[t], n, float64(n) * math.Log1p(document/float64(v.terms[t].titles))}
			if weakWords[c.key] {
				c.score *= pale
			}
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.count, a.count), strings.Compare(a.key, b.key))
	})
	return all
}

// label joins the best terms that share no word. A phrase nearly as frequent
// as one of its words takes the word's place.
func (v *vocabulary) label(all []candidate) string {
	var picked []candidate
	for _, c := range all {
		at := slices.IndexFunc(picked, func(p candidate) bool { return shareWord(p.term, c.term) })
		switch {
		case at < 0 && (len(picked) < 2 || len(picked) < labelTerms && c.score >= worthwhile*all[0].score):
			picked = append(picked, c)
		case at >= 0 && within(picked[at].term, c.term) && float64(c.count) >= inItsPlace*float64(picked[at].count):
			picked[at] = c
			picked = slices.DeleteFunc(picked, func(p candidate) bool { return p.term != c.term && shareWord(p.term, c.term) })
		}
	}
	return written(picked)
}

// written joins terms as long as they are short enough together.
func written(terms []candidate) string {
	var out []string
	words := 0
	for _, t := range terms {
		if words += t.words; words > labelWords && len(out) > 0 {
			break
		}
		out = append(out, t.shown())
	}
	return Label(out)
}

const betweenTerms = ", "

// Terms gives the terms of a label, the best first.
func Terms(label string) []string {
	if label == "" {
		return nil
	}
	return strings.Split(label, betweenTerms)
}

// Label joins terms as Labels does.
func Label(terms []string) string { return strings.Join(terms, betweenTerms) }

// Names reports whether a title has the words of a term in a row, in the
// singular or the plural.
func Names(title, term string) bool {
	words := strings.Fields(strings.ToLower(title))
	for i := range words {
		words[i] = strings.TrimFunc(words[i], notLetter)
	}
	return strings.Contains(" "+inSingular(words)+" ", " "+inSingular(strings.Fields(term))+" ")
}
