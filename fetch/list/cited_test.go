package list_test

import (
	"testing"

	"citemap/fetch/list"
)

// TestBibliographies holds what is read where citations have no links.
func TestBibliographies(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"lines broken as on paper", "l.txt",
			"[1] Ada Love, Alan Turing, and Geoffrey E Hinton. Net norms. arXiv preprint\narXiv:1607.06450, 2016.\n[2] Ada Love, Alan Turing. Net trans-\nlation by self-\nattention. CoRR, abs/1409.0473, 2014.\n",
			"1 Net norms [2016] ArXiv=1607.06450\n3 Net translation by self-attention [2014] ArXiv=1409.0473\n"},
		{"a heading, a journal's issue and a page number among them", "l.txt",
			"References\n[8] A. Love, et al., Mastering nets without knowledge, Nature 550\n(7676) (2017) 354–359. doi:10.1038/nature24270.\n12\n[9] A. Love, A. Turing, C. Babbage, A fine language\nmodel, Journal of Nets 3 (2003) 1137–1155.\n",
			"2 Mastering nets without knowledge [2017] DOI=10.1038/nature24270\n5 A fine language model [2003]\n"},
		{"a citation a line", "l.txt",
			"Love, A., & Turing, A. (2015). Fine nets. Nature, 521, 436-444.\nLove, A. (2001). Random woods. JMLR, 45, 5-32. arXiv:1607.06450.\n",
			"1 Fine nets [2015]\n2 Random woods [2001] ArXiv=1607.06450\n"},
		{"a citation a paragraph", "l.md",
			"# References\n\nLove, A., & Turing, A. (2015). Fine nets. *Nature, 521*, 436-444. https://doi.org/10.1000/a\n\nLove, A. (2001). Random woods. *JMLR, 45*, 5-32. arXiv:1607.06450\n\nLove, A. (2003). More random woods. *JMLR, 47*, 5-32.\n",
			"3 Fine nets [2015] DOI=10.1000/a\n5 Random woods [2001] ArXiv=1607.06450\n7 More random woods [2003]\n"},
		{"bullets with and without links", "l.md",
			"* Love et al. **Social nets: a review.** SNAM, 2013. [code](https://github.com/a/b)\n* Turing et al. [Fine nets for all](https://arxiv.org/abs/2101.00001). SNAM, 2021.\n* A course by Love and Turing, 2019: [A fine course](https://a.edu/c).\n",
			"1 Social nets: a review [2013]\n2 Fine nets for all [2021] ArXiv=2101.00001\n"},
		{"the citation below a short name", "l.md",
			"  * Woods, Love Research [[Paper]](https://arxiv.org/abs/2101.00001)\n   * Ada Love, Alan Turing, Random Woods in the Wild, ECCV, 2014.\n  * Nets, Love Research [[Paper]](https://arxiv.org/abs/2101.00002)\n   * Ada Love, Alan Turing, Fine Nets in the Wild, ECCV, 2015.\n",
			"1 Random Woods in the Wild [2014] ArXiv=2101.00001\n3 Fine Nets in the Wild [2015] ArXiv=2101.00002\n"},
		{"Chinese citations in the style of GB/T 7714", "l.txt",
			"[1] 王某某, 李某. 基于深度学习的图像识别[J]. 计算机学报, 2020, 1(2): 3-4.\n[2] LOVE A, TURING B, et al. Fine nets for all[C]//Advances in Nets. 2017: 59-60.\n",
			"1 基于深度学习的图像识别 [2020]\n2 Fine nets for all [2017]\n"},
		{"Chinese lines with people ahead", "l.md",
			"- 王小明，李强．图像识别方法综述．计算机学报，2019，42(3)：1-10\n- 张三, 李四: 基于深度学习的目标检测, 自动化学报, 2020. [链接](https://doi.org/10.1234/a)\n",
			"1 图像识别方法综述 [2019]\n2 基于深度学习的目标检测 [2020] DOI=10.1234/a\n"},
		{"people in bold, a title in italics", "l.md",
			"- **Ada Love, Alan Turing**. *Fine Nets for All*. NeurIPS 2017. [pdf](https://arxiv.org/abs/2101.00001)\n- **Grace Love, Ada Turing**. *Nets for Everyone Else*. NeurIPS. [pdf](https://arxiv.org/abs/2101.00002)\n",
			"1 Fine Nets for All [2017] ArXiv=2101.00001\n2 Nets for Everyone Else ArXiv=2101.00002\n"},
		{"Vancouver without numbers, a letter at the end of a title", "l.txt",
			"Love JH. Course and outcome of hepatitis C. Hepatology 2002;36:S21-9.\nTuring LB, Poe E. A cure for hepatitis C. N Engl J Med 2001;36:S35-46, PMID 12407575\nLove AB. The nets of rivers. Nature 1999;341:556-62, PMID\n",
			"1 Course and outcome of hepatitis C [2002]\n2 A cure for hepatitis C [2001] PubMed=12407575\n3 The nets of rivers [1999]\n"},
		{"people whose names are words", "l.txt",
			"An Y, Deep K, Text A. Mining old books. Nature. 2019;1:2-3.\nYang An, Anna Deep, and Alan Text. 2019. Learning from old books. In ICML.\nDeep, K. (2011). A fine algorithm. Nature, 1, 2-3.\n",
			"1 Mining old books [2019]\n2 Learning from old books [2019]\n3 A fine algorithm [2011]\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := list.Read(test.file, []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := shape(entries); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			checkEntries(t, []byte(test.text), entries)
		})
	}
}
