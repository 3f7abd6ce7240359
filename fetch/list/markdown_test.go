package list_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/graph"
)

// shape writes entries as a test states them: line, title, date, ids.
func shape(entries []graph.Entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%d %s", e.Line, e.Title)
		if !e.Date.IsZero() {
			fmt.Fprintf(&b, " [%s]", e.Date)
		}
		for _, id := range e.IDs {
			fmt.Fprintf(&b, " %s=%s", id.Scheme, id.Value)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestMarkdownForms(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"our own form, with and without the last rule",
			"## A\n\n### One Two\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206v1\n\nWords.\n\n---\n\n### 2024 Other Name\n\n**2024-04-04**\n\nhttps://arxiv.org/pdf/2404.03715\n",
			"3 One Two [2023-05-18] ArXiv=2305.11206\n13 2024 Other Name [2024-04-04] ArXiv=2404.03715\n"},
		{"a summary that links to another paper",
			"### One Two\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206v1\n\nIt goes beyond [Attention Is All You Need](https://arxiv.org/abs/1706.03762).\n\n---\n",
			"1 One Two [2023-05-18] ArXiv=2305.11206\n7 Attention Is All You Need ArXiv=1706.03762\n"},
		{"a bullet whose link is the title",
			"- [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206) - a fine paper\n",
			"1 LIMA: Less Is More for Alignment ArXiv=2305.11206\n"},
		{"a bullet with the title before the links",
			"* LIMA: Less Is More for Alignment [[paper](https://arxiv.org/abs/2305.11206)] [[code](https://github.com/a/b)] [[slides](https://a.org/s.pdf)]\n",
			"1 LIMA: Less Is More for Alignment ArXiv=2305.11206\n"},
		{"a bold title, people, a venue",
			"1. **Patient Knowledge Distillation for BERT**. *Siqi Sun, Yu Cheng*. EMNLP 2019. [[pdf](https://arxiv.org/pdf/1908.09355.pdf)]\n",
			"1 Patient Knowledge Distillation for BERT [2019] ArXiv=1908.09355\n"},
		{"a citation with the title in quotes",
			"- Chen, Tianqi, and Jonathon Shlens. \"Net2net: Accelerating learning.\" arXiv preprint (2015). [[pdf]](https://arxiv.org/abs/1511.05641)\n",
			"1 Net2net: Accelerating learning [2015] ArXiv=1511.05641\n"},
		{"abstract and PDF of one paper",
			"- [LIMA: Less Is More](https://arxiv.org/abs/2305.11206v2) ([pdf](https://arxiv.org/pdf/2305.11206))\n",
			"1 LIMA: Less Is More ArXiv=2305.11206\n"},
		{"several ids of one paper",
			"- LIMA: Less Is More [[arXiv](https://arxiv.org/abs/2305.11206)] [[OpenReview](https://openreview.net/forum?id=KBMOKmX2he)] [[ACL](https://aclanthology.org/2023.acl-long.1/)]\n",
			"1 LIMA: Less Is More ACL=2023.acl-long.1 ArXiv=2305.11206 OpenReview=KBMOKmX2he\n"},
		{"two papers in one bullet",
			"- [First Paper Here](https://arxiv.org/abs/2305.11206), [Second Paper Here](https://arxiv.org/abs/1706.03762)\n",
			"1 First Paper Here ArXiv=2305.11206\n1 Second Paper Here ArXiv=1706.03762\n"},
		{"a nested list below a bold title",
			"- **Spectral Clustering Again (AAAI 2019)**\n  - Xiang Li, Ben Kao\n  - [[Paper]](https://www.aaai.org/ojs/index.php/AAAI/article/view/4328)\n  - [[Code]](https://github.com/a/b)\n",
			"1 Spectral Clustering Again [2019] URL=https://www.aaai.org/ojs/index.php/AAAI/article/view/4328\n"},
		{"a nested list of papers below a category",
			"- Alignment\n  - [First Paper Here](https://arxiv.org/abs/2305.11206)\n  - [Second Paper Here](https://arxiv.org/abs/1706.03762)\n",
			"2 First Paper Here ArXiv=2305.11206\n3 Second Paper Here ArXiv=1706.03762\n"},
		{"people and year below the link",
			"- [Off-Policy Actor-Critic](https://arxiv.org/abs/1205.4839)\n  - Thomas Degris, Martha White. arXiv, 2012.\n",
			"1 Off-Policy Actor-Critic [2012] ArXiv=1205.4839\n"},
		{"a table",
			"| Date | Name | Paper | Code |\n|---|---|---|---|\n| 2017-06 | Transformer | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | [code](https://github.com/a/b) |\n",
			"3 Attention Is All You Need [2017-06] ArXiv=1706.03762\n"},
		{"a table with labels for links",
			"| Title | Year | Link |\n|---|---|---|\n| Attention Is All You Need | 2017 | [PDF](https://arxiv.org/pdf/1706.03762.pdf) |\n",
			"3 Attention Is All You Need [2017] ArXiv=1706.03762\n"},
		{"a count of stars is no year",
			"| [Pyramid Stereo Matching](https://arxiv.org/abs/1803.08669) | CVPR | 2018 |\n|---|---|---|\n| [Glow: Generative Flow](https://arxiv.org/abs/1807.03039) | NIPS | 2088 |\n",
			"1 Pyramid Stereo Matching ArXiv=1803.08669\n3 Glow: Generative Flow ArXiv=1807.03039\n"},
		{"a heading that is the link",
			"## [LIMA: Less Is More](https://arxiv.org/abs/2305.11206)\n\nAbout it.\n",
			"1 LIMA: Less Is More ArXiv=2305.11206\n"},
		{"lines broken on purpose",
			"**A Flexible Diffusion Model** \\\n*Weitao Du, Tao Yang* \\\narXiv 2022. [[Paper](https://arxiv.org/abs/2206.10365)] \\\n17 Jun 2022\n",
			"1 A Flexible Diffusion Model [2022-06-17] ArXiv=2206.10365\n"},
		{"a bare address behind a title",
			"- Attention Is All You Need https://arxiv.org/abs/1706.03762\n",
			"1 Attention Is All You Need ArXiv=1706.03762\n"},
		{"a title behind a bare address",
			"- https://arxiv.org/abs/1706.03762 - Attention Is All You Need\n",
			"1 Attention Is All You Need ArXiv=1706.03762\n"},
		{"a reference-style link",
			"- [Attention Is All You Need][1] by Vaswani et al.\n\n[1]: https://arxiv.org/abs/1706.03762\n",
			"1 Attention Is All You Need ArXiv=1706.03762\n"},
		{"inline HTML",
			"- <a href=\"https://arxiv.org/abs/1706.03762\">Attention Is <b>All</b> You Need</a> <br> 2017\n",
			"1 Attention Is All You Need [2017] ArXiv=1706.03762\n"},
		{"an HTML table",
			"<table>\n<tr><th>Title</th></tr>\n<tr><td>Attention Is All You Need</td><td><a href='https://arxiv.org/abs/1706.03762'>pdf</a></td></tr>\n</table>\n",
			"3 Attention Is All You Need ArXiv=1706.03762\n"},
		{"a badge for a link",
			"- **Attention Is All You Need** [![arXiv](https://img.shields.io/badge/arXiv-1706.03762-red)](https://arxiv.org/abs/1706.03762)\n",
			"1 Attention Is All You Need ArXiv=1706.03762\n"},
		{"a short name and what follows the colon",
			"- [BERT](https://arxiv.org/abs/1810.04805): Pre-training of Deep Bidirectional Transformers\n",
			"1 BERT: Pre-training of Deep Bidirectional Transformers ArXiv=1810.04805\n"},
		{"an id that is written and not linked",
			"- LIMA: Less Is More for Alignment (arXiv:2305.11206)\n- [Another one, which is linked](https://arxiv.org/abs/1706.03762)\n",
			"1 LIMA: Less Is More for Alignment ArXiv=2305.11206\n2 Another one, which is linked ArXiv=1706.03762\n"},
		{"links that are no papers",
			"- [The code of a paper](https://github.com/a/b)\n- [A video about it](https://youtu.be/x)\n- [Contents](#contents)\n- [A blog about it](https://blog.org/x)\n- [The One Paper](https://arxiv.org/abs/1706.03762)\n",
			"5 The One Paper ArXiv=1706.03762\n"},
		{"windows line ends",
			"### One Two\r\n\r\n**2023-05-18**\r\n\r\nhttps://arxiv.org/pdf/2305.11206v1\r\n\r\n---\r\n",
			"1 One Two [2023-05-18] ArXiv=2305.11206\n"},
		{"escapes and entities",
			"- [Q\\_learning \\& friends &amp; more](https://arxiv.org/abs/1706.03762)\n",
			"1 Q_learning & friends & more ArXiv=1706.03762\n"},
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
