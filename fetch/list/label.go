package list

import (
	"regexp"
	"strings"
	"unicode"

	"citemap/graph"
)

type labelKind uint8

const (
	anyLabel   labelKind = iota + 1
	paperLabel           // what it labels is the paper
	otherLabel           // what it labels is not the paper
	venueLabel           // where papers appear
)

// labels are the words of which the text of a link consists where it is not a
// title.
var labels = kinds(map[labelKind]string{
	paperLabel: `paper papers pdf preprint arxiv arxiv.org publication manuscript eprint e-print fulltext postscript
		论文 論文 论文链接 原文 논문 文章`,
	otherLabel: `code codes github gitlab git repo repository implementation dataset datasets data slide slides video videos talk
		poster supplement supplementary supp appendix blog blogpost post website site homepage project demo tweet twitter
		colab notebook model models weights checkpoint checkpoints huggingface hf pytorch tensorflow tf keras jax matlab
		python r c++ julia torch reproduction unofficial youtube podcast interview notes note review reviews summary tutorial
		bibtex bib cite citation citations stars star fork download downloads license badge leaderboard benchmark
		presentation recording wechat 代码 代码链接 项目 项目主页 主页 数据集 解读 视频 코드 コード`,
	venueLabel: `openreview nips neurips icml iclr acl naacl emnlp eacl coling tacl conll aacl cvpr iccv eccv wacv accv bmvc
		miccai aaai ijcai kdd sigkdd www webconf sigir cikm wsdm recsys icdm sdm pakdd ecml pkdd uai aistats colt alt jmlr tmlr
		nature science pnas cell icra iros corl rss icassp interspeech asru taslp tpami pami ijcv tip tnnls tkde tois tkdd tist
		sigmod pods vldb pvldb icde edbt cidr osdi sosp nsdi eurosys atc asplos isca micro hpca sigcomm mobicom infocom
		ccs usenix ndss crypto eurocrypt asiacrypt pldi popl oopsla icse fse ase chi uist cscw siggraph tog vis stoc focs soda
		ieee acm cvf pmlr springer elsevier biorxiv medrxiv chemrxiv pubmed pmc ssrn hal dblp aclweb aclanthology anthology nber
		findings arxiv-preprint corr ecir mlsys`,
	anyLabel: `link links here this url doi html ps ps.gz abs abstract page web article article1 article2 full text version
		versions journal conference workshop proceedings semantic scholar s2 technical tech report official original more read
		view see source sources published extended short long part of the and at on in for to an a by latest new old main
		home camera ready oral spotlight award best highlight official1 supplement1 or also its their alphaxiv alphaarxiv go
		click check docs documentation visit not yet coming soon tba available material materials 链接`,
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
	words := strings.FieldsFunc(strings.ToLower(stripEmoji(s)), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/|,;&", r) })
	out := words[:0]
	for _, w := range words {
		w = strings.Trim(w, "[](){}<>:.!*_`'\"“”→←↗-–—#·•")
		if labels[w] == 0 {
			if bare := strings.TrimRight(w, "0123456789"); labels[bare] != 0 {
				w = bare
			}
		}
		if w != "" && w != "+" {
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
			return isAddressOrID(s) || isAuthorYear(s) || isVenueYear(s) || isRemarkedLabel(s) || inProse.MatchString(s)
		}
	}
	return true
}

// inProse knows "this survey paper".
var inProse = regexp.MustCompile(`^(?:[Tt]his|[Tt]he|[Tt]hat|[Oo]ur|[Tt]hese) (?:\p{Ll}+ ){0,3}(?:papers?|surveys?|articles?|work|preprint|page)$`)

// isRemarkedLabel knows "Paper (low resolution)".
func isRemarkedLabel(s string) bool {
	open := strings.IndexAny(s, "(（")
	return open > 0 && strings.ContainsAny(s[open:], ")）") && wordCount(s[:open]) > 0 && isLabel(s[:open])
}

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".-'’^", r) }) < 0
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

// isVenueYear knows "NeurIPS 2019", "CVPR'18", "(AAAI 2020)".
func isVenueYear(s string) bool {
	words := labelWordsOf(s)
	for i, w := range words {
		letters := strings.TrimRight(w, "0123456789'’-")
		if labels[w] == 0 && labels[letters] == 0 && !isNumber(w) {
			return len(words) == 2 && yearOf(words[1]) > 0 && i == 0
		}
	}
	return len(words) > 0
}
