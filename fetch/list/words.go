package list

import (
	"strings"
	"unicode"

	"citemap/graph"
)

// An anchor is the text of a link, judged.
type anchor struct {
	text  string
	label bool // it names what the link leads to, not the paper: "PDF", "Code", an id
	paper bool // a label that says that it leads to the paper
	other bool // a label that says that it leads to something beside the paper
}

// anchor judges the text of a link of the block.
func (b *block) anchor(place int) anchor {
	l, s := &b.links[place], b.spans[place]
	a := anchor{text: plainText(b.pieces[s.first:s.after])}
	bracketed := strings.HasPrefix(a.text, "[") || s.first > 0 && strings.HasSuffix(b.pieces[s.first-1].text, "[")
	a.label = l.bare || isLabel(a.text) || bracketed && wordCount(a.text) <= 3
	if !a.label {
		return a
	}
	for _, w := range labelWordsOf(a.text) {
		a.paper = a.paper || labels[w] == paperLabel
		a.other = a.other || labels[w] == otherLabel
	}
	a.other = a.other && !a.paper
	a.paper = a.paper || l.pdf && !a.other
	return a
}

type labelKind uint8

const (
	anyLabel   labelKind = iota + 1
	paperLabel           // what it labels is the paper
	otherLabel           // what it labels is not the paper
)

// labels are the words of which the text of a link consists where it is not a
// title.
var labels = kinds(map[labelKind]string{
	paperLabel: `paper papers pdf preprint arxiv arxiv.org publication manuscript eprint e-print fulltext postscript 论文 논문`,
	otherLabel: `code github gitlab git repo repository implementation dataset datasets data slides slide video videos talk
		poster supplement supplementary supp appendix blog blogpost post website site homepage project demo tweet twitter
		colab notebook model models weights checkpoint checkpoints huggingface hf pytorch tensorflow tf keras jax matlab
		python r c++ julia torch reproduction unofficial youtube podcast interview notes note review reviews summary tutorial
		bibtex bib cite citation citations stars star fork download downloads license badge leaderboard benchmark 代码 项目 코드`,
	anyLabel: `link links here this url doi html ps ps.gz abs abstract page web article article1 article2 full text version
		versions journal conference workshop proceedings openreview nips neurips icml iclr acl naacl emnlp eacl coling tacl
		cvpr iccv eccv aaai ijcai kdd www sigir wsdm cikm uai aistats jmlr tmlr icra iros corl rss icassp interspeech acm
		ieee cvf pmlr nature science springer elsevier biorxiv medrxiv pubmed pmc ssrn hal semantic scholar s2 aclweb
		aclanthology anthology nber technical tech report official original more read view see source sources published
		extended short long part of the and & at on in for to an a by latest new old main home camera ready oral spotlight
		official1 supplement1 or also its their alphaxiv alphaarxiv go click check or docs documentation visit 链接`,
})

func kinds(lists map[labelKind]string) map[string]labelKind {
	out := map[string]labelKind{}
	for kind, words := range lists {
		for _, w := range strings.Fields(words) {
			out[w] = kind
		}
	}
	return out
}

// labelWordsOf gives the words of a text in lower case and without what
// decorates a label: brackets, a number behind.
func labelWordsOf(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(stripEmoji(s)), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/|,;", r) })
	out := words[:0]
	for _, w := range words {
		w = strings.Trim(w, "[](){}<>:.!*_`'\"“”→←↗-–—#")
		if labels[w] == 0 {
			if bare := strings.TrimRight(w, "0123456789"); labels[bare] != 0 {
				w = bare
			}
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// maxLabel is longer, in bytes, than labels are.
const maxLabel = 70

// isLabel tells whether a text is no title: words that say where a link leads,
// numbers, an id, an address, an author with a year.
func isLabel(s string) bool {
	if len(s) > maxLabel && strings.Contains(s, " ") || strings.Count(s, " ") > 7 {
		return false
	}
	words := labelWordsOf(s)
	for _, w := range words {
		if labels[w] == 0 && !isNumber(w) {
			return isAddressOrID(s) || isAuthorYear(s) || isVenueYear(s)
		}
	}
	return true
}

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".-'’", r) }) < 0
}

func isAddressOrID(s string) bool {
	s = strings.Trim(s, "[]() ")
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") {
		return !strings.ContainsAny(s, " ")
	}
	if _, err := graph.ParseID(strings.ReplaceAll(s, ": ", ":")); err == nil {
		return true
	}
	return false
}

// isAuthorYear knows "Vaswani et al., 2017", "Smith and Jones (2019)".
func isAuthorYear(s string) bool {
	words := strings.Fields(s)
	if len(words) > 6 || len(words) == 0 {
		return false
	}
	if hasEtAl(s) {
		return true
	}
	return len(words) > 1 && len(words) < 5 && yearOf(words[len(words)-1]) > 0 && strings.ContainsAny(s, ",(") && looksLikeNames(strings.TrimRight(s, "0123456789() ,.")+" and X")
}

func hasEtAl(s string) bool {
	words := strings.Fields(s)
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "et" && strings.HasPrefix(words[i+1], "al") && len(strings.Trim(words[i+1], ".,;:()")) == 2 {
			return true
		}
	}
	return false
}

// isVenueYear knows "NeurIPS 2019", "CVPR'18", "(AAAI 2020)".
func isVenueYear(s string) bool {
	words := labelWordsOf(s)
	for i, w := range words {
		letters := strings.TrimRight(w, "0123456789'’-")
		if labels[w] == 0 && labels[letters] == 0 && !isNumber(w) && !(i == 0 && len(words) == 2 && yearOf(words[1]) > 0 && strings.ToUpper(w) != w) {
			return len(words) == 2 && yearOf(words[1]) > 0 && i == 0
		}
	}
	return len(words) > 0
}

// wordCount counts the words of a text that have a letter in them.
func wordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			n++
		}
	}
	if n == 1 && len(s) > 12 && strings.IndexFunc(s, isCJK) >= 0 {
		return 3 // written without spaces
	}
	return n
}

func isCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// looksLikeNames tells whether a text is a list of people.
func looksLikeNames(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".,;:")
	if hasEtAl(s) {
		return true
	}
	s = strings.NewReplacer(" and ", ",", "&", ",", ";", ",", " et al.", ",", " et al", ",").Replace(s)
	parts, names := strings.Split(s, ","), 0
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if !isName(part) {
			return false
		}
		names++
	}
	return names >= 2
}

// isName tells whether up to four words all begin large, but for "van" and the like.
func isName(s string) bool {
	words := strings.Fields(strings.TrimPrefix(s, "and "))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) && !strings.Contains(" van von de der den la le di da del el al bin dos du ", " "+w+" ") {
			return false
		}
		if labels[strings.ToLower(w)] != 0 && len(w) > 1 {
			return false
		}
	}
	return true
}

// sameTitle compares titles by their letters and digits alone.
func sameTitle(a, b string) bool { return bareTitle(a) == bareTitle(b) }

func bareTitle(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
