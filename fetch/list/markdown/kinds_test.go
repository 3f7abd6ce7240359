package markdown_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
)

// shape gives the entries of a text, one a line: where, which title, when, and
// which ids.
func shape(t *testing.T, name, text string) string {
	t.Helper()
	entries, err := list.Read(name, []byte(text))
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for _, e := range entries {
		b.WriteString(e.Title)
		for _, id := range e.IDs {
			b.WriteString(" " + id.String())
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestKindsOfEntries holds what lists write in many ways: ids beside links, in
// columns, apart by marks; titles in brackets, struck out, in chats.
func TestKindsOfEntries(t *testing.T) {
	const (
		nets  = "Fine Nets for All arXiv:2101.00001\n"
		trees = "Text Mining with Trees DOI:10.1000/trees\n"
	)
	for _, test := range []struct{ name, file, text, want string }{
		{"a DOI in prose beside a link", "l.md", "See doi:10.1000/x9, while [Fine Nets](https://arxiv.org/abs/2101.00001) is later.\n", " DOI:10.1000/x9\nFine Nets arXiv:2101.00001\n"},
		{"a DOI at the beginning of prose", "l.md", "doi:10.1000/x9, while [Fine Nets](https://arxiv.org/abs/2101.00001) is later.\n", " DOI:10.1000/x9\nFine Nets arXiv:2101.00001\n"},
		{"a year that is linked, and an id behind", "l.md", "- [2017](https://arxiv.org/abs/2101.00001) Fine Nets for All, see also Text Mining with Trees (Love et al., doi:10.1000/trees)\n", nets + trees},
		{"numbers of PubMed", "l.md", "# Papers\n- PMID 26017442, PMC2705234\n- (PMID 26017443, doi:10.1000/a)\n- PMID: 26017444, PMCID: PMC2705235\n- **PMID:** 26017445\n",
			" PMID:26017442 PMCID:2705234\n DOI:10.1000/a PMID:26017443\n PMID:26017444 PMCID:2705235\n PMID:26017445\n"},
		{"numbers of PubMed in plain lines", "l.txt", "PMID 26017442, PMC2705234\n(PMID 26017443, doi:10.1000/a)\nPMID: 26017444, PMCID: PMC2705235\n",
			" PMID:26017442 PMCID:2705234\n DOI:10.1000/a PMID:26017443\n PMID:26017444 PMCID:2705235\n"},
		{"ids with semicolons between them", "l.md", "# Papers\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n- arXiv:2101.00002; doi:10.1000/a; arXiv:2101.00003\n- 10.1000/b; 10.1000/c\n- arXiv:2101.00004; doi:10.1000/d\n",
			nets + " arXiv:2101.00002\n DOI:10.1000/a\n arXiv:2101.00003\n DOI:10.1000/b\n DOI:10.1000/c\n arXiv:2101.00004\n DOI:10.1000/d\n"},
		{"the ids of one citation", "l.md", "# Papers\n\n- Love A. Text mining with trees. Nature. 2015. doi: 10.1000/trees; PMID: 26017442; PMCID: PMC2705234.\n",
			"Text mining with trees DOI:10.1000/trees PMID:26017442 PMCID:2705234\n"},
		{"HTML on one line", "l.md", `<ul><li><a href="https://arxiv.org/abs/2101.00001">Fine Nets for All</a></li><li><a href="https://doi.org/10.1000/trees">Text Mining with Trees</a></li><li>doi:10.1000/c</li></ul>` + "\n",
			nets + trees + " DOI:10.1000/c\n"},
		{"links to several papers in an item", "l.md", "- [Fine Nets for All](https://arxiv.org/abs/2101.00001), [Text Mining with Trees](https://doi.org/10.1000/trees) and [T5](https://arxiv.org/abs/2101.00003).\n", nets + trees + "T5 arXiv:2101.00003\n"},
		{"bare ids in a column of references", "l.md", "| Title | Reference |\n|---|---|\n| Fine Nets for All | 2101.00001 |\n| Text Mining with Trees | 10.1000/trees |\n", nets + trees},
		{"bare ids in a column of links", "l.md", "| Paper | Link |\n|---|---|\n| Fine Nets for All | 2101.00001v2 |\n| Text Mining with Trees | 10.1000/trees |\n", nets + trees},
		{"bare ids in a column of numbers", "l.md", "| Title | arXiv ID | PMID |\n|---|---|---|\n| Fine Nets for All | 2101.00001 | 26017442 |\n", "Fine Nets for All arXiv:2101.00001 PMID:26017442\n"},
		{"ids of the Anthology in a column", "l.md", "| Title | ID |\n|---|---|\n| Fine Nets for All | P18-1001 |\n", "Fine Nets for All ACL:P18-1001\n"},
		{"a chat", "l.txt", "Ada Love  9:41 AM\n• <https://arxiv.org/abs/2101.00001|Fine Nets for All> - the classic\n• <https://doi.org/10.1000/trees|Text Mining with Trees> must read\n• <https://arxiv.org/abs/2101.00003>\n", nets + trees + " arXiv:2101.00003\n"},
		{"a chat in Markdown", "l.md", "# Papers\n\n- <https://arxiv.org/abs/2101.00001|Fine Nets for All> - the classic\n- <https://doi.org/10.1000/trees|Text Mining with Trees>: must read\n", nets + trees},
		{"footnotes of several citations", "l.md", "One[^1], two[^2].\n\n[^1]: Love A. Fine nets for all. Nature. 2015. arXiv:2101.00001; Roe J, Doe I. Text mining with trees. JMLR 2017. doi:10.1000/trees\n[^2]: See Roe et al. (2019), Trees all the way down, arXiv:2101.00003, and Doe et al. (2020), Nets are few, arXiv:2101.00004.\n",
			"Fine nets for all arXiv:2101.00001\nText mining with trees DOI:10.1000/trees\nTrees all the way down arXiv:2101.00003\nNets are few arXiv:2101.00004\n"},
		{"titles in two pairs of brackets", "l.md", "- [[Mask R-CNN]](https://arxiv.org/abs/2101.00001) He et al.\n- [[Mask R-CNN]](https://arxiv.org/abs/2101.00002) He et al. 2017\n- [[Faster R-CNN]](https://arxiv.org/abs/2101.00003)\n",
			"Mask R-CNN arXiv:2101.00001\nMask R-CNN arXiv:2101.00002\nFaster R-CNN arXiv:2101.00003\n"},
		{"struck out", "l.md", "- ~~[Fine Nets for All](https://arxiv.org/abs/2101.00001)~~\n- [x] ~~Text Mining with Trees, doi:10.1000/trees~~\n", nets + trees},
		{"code without a paper", "l.md", "- Three [code](https://github.com/a/b)\n- BERT [code](https://github.com/a/c) [pdf](https://arxiv.org/pdf/2101.00001)\n", "BERT arXiv:2101.00001\n"},
		{"titles of the words of labels", "l.md", "- [Data Science](https://doi.org/10.1000/a)\n- [Science of science](https://doi.org/10.1000/b) - Fortunato et al.\n- [Video Summary](https://doi.org/10.1000/c)\n- [Nature - A Source of Inspiration](https://doi.org/10.1000/d)\n- Nature - A Source of Inspiration. doi:10.1000/e\n",
			"Data Science DOI:10.1000/a\nScience of science DOI:10.1000/b\nVideo Summary DOI:10.1000/c\nNature - A Source of Inspiration DOI:10.1000/d\nNature - A Source of Inspiration DOI:10.1000/e\n"},
		{"summaries where the title is not", "l.md", "- https://arxiv.org/abs/2101.00001 Proposes an architecture of nets alone.\n- [paper](https://arxiv.org/abs/2101.00002) This paper introduces a net.\n- [arXiv](https://arxiv.org/abs/2101.00003): A summary of how nets work in practice, with many results.\n- https://arxiv.org/abs/2101.00004 Investigates how nets learn.\n- [link](https://arxiv.org/abs/2101.00005) A very good introduction to nets and a must read.\n",
			" arXiv:2101.00001\n arXiv:2101.00002\n arXiv:2101.00003\n arXiv:2101.00004\n arXiv:2101.00005\n"},
		{"titles that begin as summaries do", "l.md", "- https://arxiv.org/abs/2101.00001 Networks of Trees\n- https://arxiv.org/abs/2101.00002 Using Nets to Learn\n- https://arxiv.org/abs/2101.00003 Reviewing Trees: A Study\n", "Networks of Trees arXiv:2101.00001\nUsing Nets to Learn arXiv:2101.00002\nReviewing Trees: A Study arXiv:2101.00003\n"},
		{"small letters", "l.txt", "fine nets for all\ntext mining with trees\n", "fine nets for all\ntext mining with trees\n"},
		{"short titles", "l.txt", "Word2vec\nGloVe\nELMo\n", "Word2vec\nGloVe\nELMo\n"},
		{"Cyrillic titles", "l.txt", "Глубокое обучение\nВнимание — это всё, что вам нужно\nНейросети\n", "Глубокое обучение\nВнимание — это всё, что вам нужно\nНейросети\n"},
		{"links below an item", "l.md", "- Fine Nets for All\n  - https://arxiv.org/abs/2101.00001\n- **Text Mining with Trees**\n  - Love, Roe\n  - doi:10.1000/trees\n", nets + trees},
		{"details", "l.md", "<details><summary>Fine Nets for All</summary>\n\nhttps://arxiv.org/abs/2101.00001\n\n</details>\n<details>\n<summary><b>Text Mining with Trees</b></summary>\n<p>Some abstract here. <a href=\"https://doi.org/10.1000/trees\">DOI</a></p>\n</details>\n<details>\n<summary>Papers of 2015</summary>\n\n- [Trees Two](https://doi.org/10.1000/a)\n- [Trees Three](https://doi.org/10.1000/b)\n\n</details>\n",
			nets + trees + "Trees Two DOI:10.1000/a\nTrees Three DOI:10.1000/b\n"},
		{"Chinese marks", "l.md", "1. 《Fine Nets for All》，作者：Love等，2017，https://arxiv.org/abs/2101.00001。\n2. 【论文】Text Mining with Trees：https://doi.org/10.1000/trees\n3. 论文：《深度学习》，DOI：10.1000/c\n4. Deep nets for you，Love等。doi：10.1000/d，Nature\n",
			nets + trees + "深度学习 DOI:10.1000/c\nDeep nets for you DOI:10.1000/d\n"},
		{"marks ahead of a citation", "l.md", "[1] Love Y, Roe G. Deep nets. Nature. 2015;521:436-44. doi:10.1000/a\n[2]. Roe A, Love N. Nets are all you need. JMLR 2017. arXiv:2101.00002\n(3) Doe D, Roe J. Adam: A method for trees. ICLR 2015. arXiv:2101.00003\n",
			"Deep nets DOI:10.1000/a\nNets are all you need arXiv:2101.00002\nAdam: A method for trees arXiv:2101.00003\n"},
		{"dressed ids", "l.md", "- Text Mining with Trees \\href{https://doi.org/10.1000/trees}{link}\n- \\href{https://arxiv.org/abs/2101.00001}{Fine Nets for All}\n- [Trees of birds](https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf+html)\n- [Trees of frogs](https://www.biorxiv.org/content/biorxiv/early/2020/01/01/2020.01.01.123457.full.pdf?html=)\n- [Trees of toads](https://doi.org/%2010.1000/toads)\n- [Trees of cats](https://www.tandfonline.com/action/showCitFormats?doi=10.1000%2Fcats)\n- [Trees of dogs](https://arxiv.org/abs/%202101.00006)\n",
			trees + nets + "Trees of birds DOI:10.1101/2020.01.01.123456\nTrees of frogs DOI:10.1101/2020.01.01.123457\nTrees of toads DOI:10.1000/toads\nTrees of cats DOI:10.1000/cats\nTrees of dogs arXiv:2101.00006\n"},
		{"DOIs cut by a line", "l.md", "# Papers\n- Love Y. Text Mining with Trees. doi:10.1000/\n  trees.2015\n- Baz D. Third good title. doi:10.1000/\n- Qux E. Fourth good title. https://doi.org/10.1000\n", "Text Mining with Trees DOI:10.1000/trees.2015\n"},
		{"ids in the texts of links", "l.md", "- Fine Nets for All [arXiv:2101.00001](papers/nets.pdf)\n- Text Mining with Trees [doi:10.1000/trees](https://github.com/a/b)\n", nets + trees},
		{"several ids in prose", "l.md", "We build on Nets (doi:10.1000/nets), Trees (arXiv:2101.00002) and [T5](https://arxiv.org/abs/2101.00003).\n", " DOI:10.1000/nets\nTrees arXiv:2101.00002\nT5 arXiv:2101.00003\n"},
		{"a linked year and a second paper behind a semicolon", "l.md", "- [2017](https://arxiv.org/abs/2101.00001) Fine Nets for All (Love et al.); Text Mining with Trees (Roe et al., doi:10.1000/trees)\n", nets + trees},
		{"an id behind the title in its cell", "l.md", "| Title | Year |\n|---|---|\n| Fine Nets for All arXiv:2101.00001 | 2017 |\n| [Text Mining with Trees](https://doi.org/10.1000/trees) | 2018 |\n", nets + trees},
		{"a chat with remarks", "l.txt", "• <https://arxiv.org/abs/2101.00001|Fine Nets for All> - note\n• <https://doi.org/10.1000/trees|Text Mining with Trees> – note two\nSome remark of somebody\n• <https://example.com/blog|A blog post> - note\n", nets + trees},
		{"a name in brackets and people", "l.md", "- [[DETR]](https://arxiv.org/abs/2101.00001) Love et al.\n- [[paper]](https://arxiv.org/abs/2101.00002) Roe et al.\n", "DETR arXiv:2101.00001\n arXiv:2101.00002\n"},
		{"marks that Markdown does not know", "l.md", "† Roe A, Love N. Nets are all you need. JMLR 2017. arXiv:2101.00002\n\n➤ Love Y, Roe B, Hinton G. Deep nets. Nature. 2015;521:436-44. doi:10.1000/a\n",
			"Nets are all you need arXiv:2101.00002\nDeep nets DOI:10.1000/a\n"},
		{"addresses without https", "l.md", "- Fine Nets for All, arxiv.org/abs/2101.00001\n- Text Mining with Trees, www.publisher.org/doi/10.1000/trees\n", nets + trees},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := shape(t, test.file, test.text); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}
