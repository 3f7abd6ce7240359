package list_test

import (
	"testing"

	"citemap/fetch/list"
)

// TestMoreForms holds what belongs to one paper and what is another's, in
// nested lists, groups below a title, tables and HTML.
func TestMoreForms(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"groups of links below bold titles",
			"**First Paper Here**\n\n- intro: CVPR 2017\n- arxiv: <https://arxiv.org/abs/2101.00001>\n- slides: https://a.org/s.pdf\n- github: https://github.com/a/b\n\n**Second Paper Here**\n\n- Homepage: \n- Paper(Oral): https://openaccess.thecvf.com/content/CVPR2021/html/x_paper.html\n- Code: None\n",
			"1 First Paper Here [2017] ArXiv=2101.00001\n8 Second Paper Here URL=https://openaccess.thecvf.com/content/CVPR2021/html/x_paper.html\n"},
		{"a bold category over bare addresses",
			"[Home](https://a.org)\n\n**Image classification**\n\n- https://arxiv.org/abs/2101.00001\n- https://arxiv.org/abs/2101.00002\n",
			"5  ArXiv=2101.00001\n6  ArXiv=2101.00002\n"},
		{"sub-bullets of a paper, sub-bullets that are papers",
			"- Alignment\n  - First Paper Here\n    - https://arxiv.org/abs/2101.00001\n    - https://github.com/a/b\n  - Second Paper Here\n    - [arXiv](https://arxiv.org/abs/2101.00002)\n- [Third Paper Here](https://arxiv.org/abs/2101.00003)\n  - follow-up: [Fourth Paper Here](https://arxiv.org/abs/2101.00004)\n  - [code](https://github.com/a/b)\n",
			"2 First Paper Here ArXiv=2101.00001\n5 Second Paper Here ArXiv=2101.00002\n7 Third Paper Here ArXiv=2101.00003\n8 Fourth Paper Here ArXiv=2101.00004\n"},
		{"fields in sub-bullets",
			"- **First Paper Here**\n    - *Authors*: Ada Love\n    - *Link*: [https://doi.org/10.1234/abc.16](https://doi.org/10.1234/abc.16)\n",
			"1 First Paper Here DOI=10.1234/abc.16\n"},
		{"every paper of a bullet with its own links",
			"- [First Paper Here](https://arxiv.org/abs/2101.00001) ([code](https://github.com/a/b)) and [Second Paper Here](https://doi.org/10.1234/b) ([slides](https://a.org/s.pdf))\n",
			"1 First Paper Here ArXiv=2101.00001\n1 Second Paper Here DOI=10.1234/b\n"},
		{"reference-style links of every form",
			"- [First Paper Here][p1] ([code][c1])\n- Second Paper Here [[pdf][p2]]\n- [Third Paper Here]\n\n[p1]: https://arxiv.org/abs/2101.00001 \"arXiv\"\n[c1]: https://github.com/a/b\n[p2]: https://arxiv.org/pdf/2101.00002.pdf\n[Third Paper Here]: https://arxiv.org/abs/2101.00003\n",
			"1 First Paper Here ArXiv=2101.00001\n2 Second Paper Here ArXiv=2101.00002\n3 Third Paper Here ArXiv=2101.00003\n"},
		{"footnotes",
			"It follows others[^1].\n\n[^1]: [First Paper Here](https://arxiv.org/abs/2101.00001)\n[^b]: Love et al. *Second Paper Here*. https://arxiv.org/abs/2101.00002\n",
			"3 First Paper Here ArXiv=2101.00001\n4 Second Paper Here ArXiv=2101.00002\n"},
		{"ids and addresses that are no links",
			"# A\n\n- [Home](https://a.org)\n- First Paper Here. doi:10.1234/abc.28\n- Second Paper Here, DOI: 10.1234/abc.29\n- arxiv.org/abs/2101.00003 Third Paper Here\n- Fourth Paper Here. https://doi.org/10.1016/S0004-3702(01)00129-1\n",
			"4 First Paper Here DOI=10.1234/abc.28\n5 Second Paper Here DOI=10.1234/abc.29\n6 Third Paper Here ArXiv=2101.00003\n7 Fourth Paper Here DOI=10.1016/s0004-3702(01)00129-1\n"},
		{"files beside the list",
			"* :scroll: [First Paper Here](first-paper.pdf)\n* [:scroll:](second.pdf) [Second Paper Here](http://a.edu/second.pdf)\n* [Lecture 1: Introduction to all](l1.pdf)\n* Third Paper Here [[slides](third.pdf)]\n* [Fourth Paper Here](../notes/fourth.md)\n",
			"1 First Paper Here\n2 Second Paper Here URL=http://a.edu/second.pdf\n"},
		{"titles under a column of papers, wherever they lead",
			"| Year | Publication | Code |\n|--|--|--|\n| 2023 | [First Paper Here](https://a.github.io) | [code](https://github.com/a/b) |\n| 2023 | [code](https://github.com/a/b) | [Some Code for It](https://github.com/a/c) |\n",
			"3 First Paper Here [2023] URL=https://a.github.io\n"},
		{"two versions of a paper, each with its id",
			"- First Paper Here [[Nature'20](https://doi.org/10.1038/s1)] [[bioRxiv](https://www.biorxiv.org/content/10.1101/622803v4)] [[code](https://github.com/a/b)]\n",
			"1 First Paper Here [2020] DOI=10.1038/s1\n1 First Paper Here DOI=10.1101/622803\n"},
		{"people and a year for a link",
			"1. **First Paper Here**. [Love (1950)](https://a.edu/love.pdf).\n    * Second Paper Here. [Love, Turing (1971)](http://a.edu/second.html).\n    * Third Paper Here. [Love et al (1975)](https://dl.acm.org/doi/pdf/10.1145/362851.362882).\n",
			"1 First Paper Here [1950] URL=https://a.edu/love.pdf\n2 Second Paper Here [1971] URL=http://a.edu/second.html\n3 Third Paper Here [1975] DOI=10.1145/362851.362882\n"},
		{"items of HTML",
			"<ul>\n<li><a href=\"https://arxiv.org/abs/2101.00001\">First Paper Here</a> (2021)</li>\n<li><b>Second Paper Here</b> [<a href=\"https://arxiv.org/abs/2101.00002\">pdf</a>] [<a href=\"https://github.com/a/b\">code</a>]\n<li>Third Paper Here, <i>NeurIPS 2021</i>. <a href=\"https://arxiv.org/abs/2101.00003\">paper</a></li>\n</ul>\n",
			"2 First Paper Here [2021] ArXiv=2101.00001\n3 Second Paper Here ArXiv=2101.00002\n4 Third Paper Here [2021] ArXiv=2101.00003\n"},
		{"an HTML table with a header",
			"<table>\n<thead><tr><th>Year</th><th>Title</th><th>A longer header with words</th></tr></thead>\n<tbody>\n<tr><td>2021</td><td>First Paper Here</td><td>What it says in so many more words <a href=\"https://arxiv.org/abs/2101.00001\">pdf</a></td></tr>\n<tr>\n <td>2022</td>\n <td>Second Paper Here</td>\n <td><a href=\"https://arxiv.org/abs/2101.00002\"><img src=\"x.png\" alt=\"arXiv\"></a></td>\n</tr>\n</tbody>\n</table>\n",
			"4 First Paper Here [2021] ArXiv=2101.00001\n5 Second Paper Here [2022] ArXiv=2101.00002\n"},
		{"names beside longer notes",
			"| Model | Notes | Language | Link |\n|--|--|--|--|\n| [Lovelace](https://arxiv.org/abs/2101.00001) | It counts by itself | Over 9 Languages | - |\n| Turing | It thinks by itself | - | [paper](https://arxiv.org/abs/2101.00002) |\n| Hopper | It reads by itself | - | [paper](https://a.org/hopper.pdf) |\n| Noether | It turns by itself | - | [code](https://a.org/noether.zip) |\n",
			"3 Lovelace ArXiv=2101.00001\n4 Turing ArXiv=2101.00002\n5 Hopper URL=https://a.org/hopper.pdf\n"},
		{"a cell that spans rows",
			"<table>\n<tr><th>Category</th><th>Model</th><th>Link</th></tr>\n<tr><td rowspan=2>Open<br>Ones</td><td>Lovelace</td><td><a href=\"https://arxiv.org/abs/2101.00001\">Paper</a></td></tr>\n<tr><td>Turing 3.0</td><td><a href=\"https://arxiv.org/abs/2101.00002\">Paper</a></td></tr>\n</table>\n",
			"3 Lovelace ArXiv=2101.00001\n4 Turing 3.0 ArXiv=2101.00002\n"},
		{"a summary behind the title of a cell",
			"| Paper | Links |\n|--|--|\n| 1) First Paper Here  It is the first of all the papers that were ever written here, and it goes on to say so in many more words than anybody would read. | [Paper](https://arxiv.org/abs/2101.00001) |\n",
			"3 First Paper Here ArXiv=2101.00001\n"},
		{"addresses behind a wide colon",
			"**First Paper Here**\n\n- 论文：https://a.org/first.pdf\n- 代码：https://github.com/a/b\n\n**Second Paper Here**\n\n- 主页：https://a.org/second\n- 论文：https://arxiv.org/abs/2101.00002\n- 论文2：https://a.org/second.pdf\n- 解读：https://a.org/second-talk.pdf\n\n**Third Paper Here**\n\n- 论文：暂无\n- 代码：https://github.com/a/c\n",
			"1 First Paper Here URL=https://a.org/first.pdf\n6 Second Paper Here ArXiv=2101.00002\n"},
		{"citations below their links, and beside them",
			"* Fine Nets [[Paper]](https://arxiv.org/abs/2101.00001)\n  * Ada Love, Alan Turing, Fine Nets for All of Us, ICML, 2021.\n* Other Nets [[Paper]](https://arxiv.org/abs/2101.00002)\n * Ada Love, Alan Turing, Other Nets for All of Us, arXiv:2101.00002.\n* Third Nets [[Paper]](https://arxiv.org/abs/2101.00003)\n  * Ada Love, Alan Turing, Third Nets for All of Us, arXiv:2101.00003.\n  * Ada Love, Alan Turing, Later Nets for All of Us, arXiv:2101.00004.\n* Ada Love, Alan Turing, One Net Alone in the World, arXiv:2101.00005.\n",
			"1 Fine Nets for All of Us [2021] ArXiv=2101.00001\n3 Other Nets for All of Us ArXiv=2101.00002\n5 Third Nets for All of Us ArXiv=2101.00003\n7 Later Nets for All of Us ArXiv=2101.00004\n8 One Net Alone in the World ArXiv=2101.00005\n"},
		{"a paper named once more below it",
			"- [First Paper Here](https://arxiv.org/abs/2101.00001)\n  - seen again as [First Paper Here](https://arxiv.org/abs/2101.00001v2)\n  - [Second Paper Here](https://arxiv.org/abs/2101.00002)\n",
			"1 First Paper Here ArXiv=2101.00001\n3 Second Paper Here ArXiv=2101.00002\n"},
		{"our own form without a link yet",
			"## A\n\n### One Two\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206v1\n\n---\n\n### Three Four\n\n**2023-06-01**\n\nWords.\n\n---\n\n### Five Six\n\nNo date.\n",
			"3 One Two [2023-05-18] ArXiv=2305.11206\n11 Three Four [2023-06-01]\n"},
		{"a table of contents, badges, courses and videos",
			"[![Build](https://img.shields.io/a.svg)](https://travis.org/a)\n\n- [Attention models](#attention)\n- [A fine course on it all](https://a.edu/cs224n/)\n- [A talk about it all](https://youtu.be/x)\n- [The book about it all](https://www.deeplearningbook.org/)\n- [One Paper Here](https://arxiv.org/abs/2101.00001)\n",
			"7 One Paper Here ArXiv=2101.00001\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := list.Read("list.md", []byte(test.text))
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
