package community

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
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
// says anything that is not another's. A term is one to three words of three
// letters or more in a row; a phrase stands in place of its words. Stop words are
// left out, a plural is the same term as its singular, and titles are read without
// their markup (titles.Plain).
//
// The terms of highest class-based tf-idf are taken, each community being one
// document (Grootendorst 2022, doi:10.48550/arXiv.2203.05794):
//
//	W(t,c) = tf(t,c) log(1 + A/f(t))
//
// where tf counts the titles of c that have the term, f those of the corpus,
// and A is the mean number of terms in the titles of a community. Words of any
// field, as "model", count less on their own, and so do pieces of a phrase. Ties go to the more frequent
// term, then to the smaller in letters.
//
// Labels tell communities of three papers or more apart: no two have terms of which
// one is within the other or that share two words in a row. First the terms that
// are most typical of a community (see contrast) make its label; then each adds or
// takes what it has more of and no label has, the larger first.
func Labels(g *graph.Graph, p *Partition) []string {
	v := newVocabulary(g)
	all := v.allCandidates(g, p)
	owner := owners(all, len(v.terms))
	labels := make([]string, p.Len())
	given := taken{map[string]int{}, map[string]int{}}
	for _, alsoForeign := range []bool{false, true} {
		for c, candidates := range all {
			if p.Size(c) < fewestApart {
				labels[c] = v.label(candidates)
				continue
			}
			given.count(labels[c], -1)
			labels[c] = v.label(without(candidates, func(t candidate) bool {
				return !alsoForeign && owner[t.index] != int32(c) || given.like(t.term)
			}))
			given.count(labels[c], +1)
		}
	}
	return labels
}

// allCandidates gives the candidates of each community.
func (v *vocabulary) allCandidates(g *graph.Graph, p *Partition) [][]candidate {
	document, corpus := v.meanDocument(p), v.titles()
	counts := tally{sum: make([]uint32, len(v.terms))}
	all := make([][]candidate, p.Len())
	for c := range all {
		titles := 0
		for _, n := range p.Members(c) {
			titles += min(1, len(v.of(n)))
			for _, t := range v.of(n) {
				counts.add(t, 1)
			}
		}
		all[c] = v.candidates(&counts, titles, corpus, document)
		counts.clear()
	}
	return all
}

// titles counts the titles that say anything.
func (v *vocabulary) titles() (n int) {
	for i := 1; i < len(v.start); i++ {
		n += int(min(1, v.start[i]-v.start[i-1]))
	}
	return n
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
	index   uint32 // of the term
	count   uint32
	score   float64
	typical float64 // its contrast
}

// candidates gives the terms that may name a community of so many titles of the
// corpus, best first.
func (v *vocabulary) candidates(counts *tally, titles, corpus int, document float64) []candidate {
	var all []candidate
	least := max(2, uint32(minShare*float64(titles)))
	for _, t := range counts.met {
		if n := counts.sum[t]; n >= least || titles == 1 {
			c := candidate{term: &v.terms[t], index: t, count: n, score: float64(n) * math.Log1p(document/float64(v.terms[t].titles))}
			c.typical = contrast(float64(n), float64(titles), float64(v.terms[t].titles), float64(corpus))
			if weakWords[c.key] || v.torn(c.term) {
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
// singular or the plural, whatever its markup.
func Names(title, term string) bool {
	words := strings.Fields(strings.ToLower(titles.Plain(title)))
	for i := range words {
		words[i] = strings.TrimFunc(words[i], notLetter)
	}
	return strings.Contains(" "+inSingular(words)+" ", " "+inSingular(strings.Fields(term))+" ")
}
