package address

import (
	"iter"
	"regexp"
	"strings"

	"citemap/graph"
)

// DOIEnd gives the end of the DOI with which a text begins, 0 where it begins
// with none.
func DOIEnd(s string) int {
	line, _, _ := strings.Cut(s[:min(len(s), longestDOI)], "\n")
	if found := DOIs(strings.ToValidUTF8(line, "")); len(found) > 0 && found[0].Start == 0 {
		return found[0].End
	}
	return 0
}

// longestDOI is more than a DOI takes, in bytes, so that a text of nothing else
// is read in proportion to its length.
const longestDOI = 512

var DOIStart = regexp.MustCompile(`10\.\d{4,9}/`)

// AreIDs tells whether a text is ids and nothing else.
func AreIDs(s string) bool {
	found := false
	for start, end := range wordsIn(s) {
		if _, err := graph.ParseID(s[start:end]); err != nil {
			return false
		}
		found = true
	}
	return found
}

// UnsignedIn gives the ids in a text that has nothing else, without a sign of
// their own too: of the Anthology, of Semantic Scholar, and bare numbers of a
// scheme.
func UnsignedIn(s string, numbers graph.Scheme) []Written {
	var out []Written
	for start, end := range wordsIn(s) {
		word := s[start:end]
		x, err := graph.ParseID(word)
		if number, ok := graph.NewExternalID(numbers, word); ok && numbers != "" && numbers != graph.DOI {
			x, err = number, nil
		}
		if err == nil && (x.Scheme.Lookup() || x.Scheme == graph.OpenReview) {
			out = append(out, Written{Page{Scheme: x.Scheme, Value: x.Value, Address: word}, start, end})
		}
	}
	return out
}

// AreSeveral tells whether ids that follow each other with nothing but marks
// between them are each of another paper: "10.1000/a, 10.1000/b, arXiv:2101.00001"
// are three, since two DOIs are of two, and so are one of arXiv and others behind a
// semicolon; a DOI and numbers of PubMed are of one.
func AreSeveral(ids []graph.ExternalID, marks string) bool {
	values := map[graph.Scheme]string{}
	for _, id := range ids {
		if there, known := values[id.Scheme]; known && there != id.Value {
			return true
		}
		values[id.Scheme] = id.Value
	}
	return len(values) > 1 && values[graph.ArXiv] != "" && strings.Contains(marks, ";")
}

// wordsIn gives where the words of a text begin and end, without the punctuation
// around them.
func wordsIn(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(s); {
			n := strings.IndexFunc(s[at:], func(r rune) bool { return !isAroundID(r) })
			if n < 0 {
				return
			}
			at += n
			end := wordEnd(s, at)
			first := end - len(strings.TrimLeft(s[at:end], aroundWord))
			last := first + len(strings.TrimRight(s[first:end], aroundWord))
			if last > first && !yield(first, last) {
				return
			}
			at = end
		}
	}
}

// wordEnd gives where the word at an offset ends: a DOI where it does, others at
// the latest at a semicolon.
func wordEnd(s string, at int) int {
	end := len(s)
	if n := strings.IndexFunc(s[at:], isAroundID); n >= 0 {
		end = at + n
	}
	if m := DOIStart.FindStringIndex(s[at:end]); m != nil {
		return at + m[0] + max(m[1]-m[0], DOIEnd(s[at+m[0]:]))
	}
	if n := strings.IndexByte(s[at:end], ';'); n >= 0 {
		return at + max(n, 1)
	}
	return end
}

// aroundWord is the punctuation around words that may be ids, and the dress of Markdown.
const aroundWord = ".,;'`*_~"

func isAroundID(r rune) bool {
	return strings.ContainsRune(" \t\r\n()[]<>{}\"|（）【】《》，。；、：\u00a0", r)
}

// LooseID reads an id with the punctuation of a sentence around it.
func LooseID(word string) (graph.ExternalID, bool) {
	if m := DOIStart.FindStringIndex(word); m != nil {
		word = word[:m[0]+max(m[1]-m[0], DOIEnd(word[m[0]:]))]
	}
	word = strings.TrimRight(strings.Trim(word, "\"'`<>,;["), ".:")
	if strings.HasPrefix(word, "(") {
		word = strings.Trim(word, "()")
	}
	if r := PageOf(word); r.Scheme != "" {
		return r.ExternalID(), true
	}
	if strings.HasPrefix(word, "PMC") && pmcAlone.MatchString(word) {
		return graph.NewExternalID(graph.PubMedCentral, word)
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme != graph.DBLP
}

// pmcAlone is a number of PubMed Central, whose prefix is its own.
var pmcAlone = regexp.MustCompile(`^PMC\d{4,8}$`)
