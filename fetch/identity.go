package fetch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// NormalTitle reduces a title to what stays the same however it is printed:
// its letters and digits, in lower case, without accents. Two spellings of a
// title ("Cross-task", "Crosstask") give one normal title.
func NormalTitle(title string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(title) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// StubID names a paper of which nothing but a bibliography's line is known:
// "title:" and the first 16 hex digits of the SHA-256 of its normal title, year
// and first author's family name.
func StubID(title string, year int, authors []string) graph.PaperID {
	var first string
	if len(authors) > 0 {
		first = NormalTitle(graph.FamilyName(authors[0]))
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%d|%s", NormalTitle(title), year, first))
	return graph.PaperID("title:" + hex.EncodeToString(sum[:8]))
}

// PaperIDOf names a paper that Semantic Scholar has not named: by its arXiv id,
// else its DOI, else as a stub.
func PaperIDOf(p *graph.Paper) graph.PaperID {
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI} {
		if id := p.IDs.Of(s); id != "" {
			return graph.PaperID(graph.ExternalID{Scheme: s, Value: id}.String())
		}
	}
	return StubID(p.Title, p.Date.Year, p.Authors)
}

// SameTitle reports whether a list's title for a paper and the paper's own
// agree: equal but for spelling, or one shortened from the other ("LIMA" for
// "LIMA: Less Is More for Alignment").
func SameTitle(listed, own string) bool {
	a, b := NormalTitle(listed), NormalTitle(own)
	if a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	words := titleWords(listed)
	return len(words) > 0 && 4*shared(words, titleWords(own)) >= 3*len(words)
}

// generic are titles that many works bear, in normal form.
var generic = map[string]bool{
	"lettertotheeditor": true, "tableofcontents": true, "messagefromtheprogramchairs": true,
	"guesteditorsintroduction": true, "introductiontothespecialissue": true, "prefacetothespecialissue": true,
	"conclusionandfuturework": true, "acknowledgements": true,
}

// distinctive titles are long enough that two works hardly share one:
// "Introduction" is not, "Open LLM leaderboard" is.
func distinctive(title string) bool {
	normal := NormalTitle(title)
	long := utf8.RuneCountInString(normal)
	return !generic[normal] && (long >= 20 || long >= 16 && len(titleWords(title)) >= 3)
}

// betterPrinted reports whether title a keeps more of its capitals than b,
// the same title: bibliographies lose them ("Gpt-4"), old catalogues print
// nothing else.
func betterPrinted(a, b string) bool {
	capitals := func(s string) (n int) {
		if s == strings.ToUpper(s) {
			return 0
		}
		for _, r := range s {
			if unicode.IsUpper(r) {
				n++
			}
		}
		return n
	}
	return cmp.Or(cmp.Compare(capitals(a), capitals(b)), cmp.Compare(b, a)) > 0
}

// titleWords gives the distinct words of a title in normal form.
func titleWords(title string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		words[NormalTitle(w)] = true
	}
	return words
}

func shared(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// sameName reports whether two printed names can be one person's: the family
// names agree, or, since sources swap the parts of a name, they have a whole
// word in common.
func sameName(a, b string) bool {
	if NormalTitle(graph.FamilyName(a)) == NormalTitle(graph.FamilyName(b)) {
		return true
	}
	words := titleWords(a)
	for w := range words {
		if utf8.RuneCountInString(w) < 3 {
			delete(words, w)
		}
	}
	return shared(words, titleWords(b)) > 0
}
