package words

import (
	"strings"
)

type LabelKind uint8

const (
	AnyLabel   LabelKind = iota + 1
	PaperLabel           // what it labels is the paper
	OtherLabel           // what it labels is not the paper
	VenueLabel           // where papers appear
)

// Labels are the words of which the text of a link consists where it is not a
// title.
var Labels = kinds(map[LabelKind]string{
	PaperLabel: `paper papers pdf preprint arxiv arxiv.org publication manuscript eprint e-print fulltext postscript
		论文 論文 论文链接 原文 논문 文章`,
	OtherLabel: `code codes github gitlab git repo repository implementation dataset datasets data slide slides video videos talk
		poster supplement supplementary supp appendix blog blogpost post website site homepage project demo tweet twitter
		colab notebook model models weights checkpoint checkpoints huggingface hf pytorch tensorflow tf keras jax matlab
		python r c++ julia torch reproduction unofficial youtube podcast interview notes note review reviews summary tutorial
		bibtex bib cite citation citations stars star fork download downloads license badge leaderboard benchmark
		presentation recording wechat 代码 代码链接 项目 项目主页 主页 数据集 解读 视频 코드 コード`,
	VenueLabel: `openreview nips neurips icml iclr acl naacl emnlp eacl coling tacl conll aacl cvpr iccv eccv wacv accv bmvc
		miccai aaai ijcai kdd sigkdd www webconf sigir cikm wsdm recsys icdm sdm pakdd ecml pkdd uai aistats colt alt jmlr tmlr
		nature science pnas cell icra iros corl rss icassp interspeech asru taslp tpami pami ijcv tip tnnls tkde tois tkdd tist
		sigmod pods vldb pvldb icde edbt cidr osdi sosp nsdi eurosys atc asplos isca micro hpca sigcomm mobicom infocom
		ccs usenix ndss crypto eurocrypt asiacrypt pldi popl oopsla icse fse ase chi uist cscw siggraph tog vis stoc focs soda
		ieee acm cvf pmlr springer elsevier biorxiv medrxiv chemrxiv pubmed pmc ssrn hal dblp aclweb aclanthology anthology nber
		findings arxiv-preprint corr ecir mlsys`,
	AnyLabel: `link links here this url doi html ps ps.gz abs abstract page web article article1 article2 full text version
		versions journal conference workshop proceedings semantic scholar s2 technical tech report official original more read
		view see source sources published extended short long part of the and at on in for to an a by latest new old main
		home camera ready oral spotlight award best highlight official1 supplement1 or also its their alphaxiv alphaarxiv go
		click check docs documentation visit not yet coming soon tba available material materials 链接`,
})

func kinds(lists map[LabelKind]string) map[string]LabelKind {
	out := map[string]LabelKind{}
	for kind, words := range lists {
		for _, w := range strings.Fields(words) {
			out[w] = kind
		}
	}
	return out
}

// MaxLabel is longer, in bytes, than labels are.
const MaxLabel = 70
