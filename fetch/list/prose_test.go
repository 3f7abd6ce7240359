package list_test

import (
	"testing"

	"citemap/fetch/list"
)

// A proseCase is a text as people write it, and the entries that are in it.
type proseCase struct{ name, file, text, want string }

func checkProse(t *testing.T, cases []proseCase) {
	t.Helper()
	for _, test := range cases {
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

// TestMarks holds what stands ahead of a citation without being a part of it.
func TestMarks(t *testing.T) {
	const (
		first  = "Love, A., Shazeer, N., & Turing, A. (2017). Fine nets for all. JMLR, 30, 5998–6008.\n"
		second = "Turing, A., & Love, A. (2019). Nets: Pre-training of fine nets. JMLR, 41. https://doi.org/10.18653/v1/N19-1423\n"
		third  = "Hopper, G., & Love, A. (2020). Compilers are few-shot nets. JMLR, 33. arXiv:2005.14165\n"
		want   = "3 Fine nets for all [2017]\n4 Nets: Pre-training of fine nets [2019] DOI=10.18653/v1/n19-1423\n5 Compilers are few-shot nets [2020] ArXiv=2005.14165\n"
	)
	var cases []proseCase
	for _, m := range [][3]string{
		{"[1] ", "[2] ", "[3] "}, {"[1]. ", "[2]. ", "[3]. "}, {"[1]: ", "[2]: ", "[3]: "}, {"(1) ", "(2) ", "(3) "}, {"1 ", "2 ", "3 "},
		{"1\t", "2\t", "3\t"}, {"¹ ", "² ", "³ "}, {"¹", "²", "³"}, {"① ", "② ", "③ "}, {`\[1\] `, `\[2\] `, `\[3\] `}, {"【1】 ", "【2】 ", "【3】 "},
		{"[Lov17] ", "[Tur19] ", "[Hop20] "}, {"[LST+17] ", "[TL19] ", "[HL20] "}, {"[Love et al., 2017] ", "[Turing and Love, 2019] ", "[Hopper & Love, 2020] "},
		{"[^1]: ", "[^b]: ", "[^hopper]: "}, {"<sup>1</sup> ", "<sup>2</sup> ", "<sup>3</sup> "},
	} {
		cases = append(cases, proseCase{m[0], "l.md", "# References\n\n" + m[0] + first + m[1] + second + m[2] + third, want})
	}
	checkProse(t, cases)
}

// TestRunOn holds citations that stand one behind the other.
func TestRunOn(t *testing.T) {
	checkProse(t, []proseCase{
		{"on one line", "l.txt",
			"[1] A. Love, N. Shazeer, and N. Parmar, \"Fine nets are all you need,\" in JMLR, 2017, pp. 5-8. [2] A. Turing and K. Lee, \"Pre-training of nets,\" in ACL, 2019, pp. 4171-4186. [3] K. He and J. Sun, \"Deep nets for images,\" in CVPR, 2016, doi: 10.1109/CVPR.2016.90.\n",
			"1 Fine nets are all you need [2017]\n1 Pre-training of nets [2019]\n1 Deep nets for images [2016] DOI=10.1109/cvpr.2016.90\n"},
		{"a line break in each", "l.md",
			"[1] A. Love and N. Parmar. Fine nets are all\nyou need. JMLR, 2017. [2] A. Turing and K. Lee.\nPre-training of nets. ACL, 2019.\n",
			"1 Fine nets are all you need [2017]\n2 Pre-training of nets [2019]\n"},
		{"a sentence that names the numbers of others", "l.md",
			"Nets were fine in [1] and finer in the work of Love. [2] shows that they are not. [3] disagrees.\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n",
			"3 Fine Nets for All ArXiv=2101.00001\n"},
		{"footnotes of several lines", "l.md",
			"Claim one[^1]. Claim two[^2]. Claim three[^3].\n\n[^1]: Love, A., & Mann, B. (2020). Nets are few-shot learners. *JMLR*, 33, 1877–1901.\n[^2]: J. Turing, M. Chang, \"Pre-training of nets,\" in *Proc. ACL*, 2019, pp. 4171–4186.\n[^3]: Love, A. et al. (2017) Fine nets are all you need.\n    Second line of the note, <https://arxiv.org/abs/2101.00001>.\n",
			"3 Nets are few-shot learners [2020]\n4 Pre-training of nets [2019]\n5 Fine nets are all you need [2017] ArXiv=2101.00001\n"},
		{"footnotes that are an address", "l.md",
			"Claim[^1] and claim[^2].\n\n[^1]: https://arxiv.org/abs/2101.00001\n\n[^2]: <https://doi.org/10.1000/b>\n",
			"3  ArXiv=2101.00001\n5  DOI=10.1000/b\n"},
	})
}

// TestDOIsInText holds that a DOI is whole or is none.
func TestDOIsInText(t *testing.T) {
	checkProse(t, []proseCase{
		{"brackets of their own", "l.md",
			"# Refs\n1. Love K, Roe J. Second paper title here. Lancet. 2022;400(1):1-10. doi: 10.1016/S0140-6736(22)00001-1.\n2. [Fifth paper](https://doi.org/10.1016/S0140-6736(22)00004-4)\n3. Sixth paper, doi:10.1016/0004-3702(94)00096-W\n4. <https://doi.org/10.1016/S0140-6736(22)00005-5>\n5. Ninth paper (doi:10.1016/S0140-6736(22)00006-6)\n6. Tenth paper, https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(22)00007-7/fulltext\n",
			"2 Second paper title here [2022] DOI=10.1016/s0140-6736(22)00001-1\n3 Fifth paper DOI=10.1016/s0140-6736(22)00004-4\n4 Sixth paper DOI=10.1016/0004-3702(94)00096-w\n5  DOI=10.1016/s0140-6736(22)00005-5\n6 Ninth paper DOI=10.1016/s0140-6736(22)00006-6\n7 Tenth paper DOI=10.1016/s0140-6736(22)00007-7\n"},
		{"SICIs", "l.md",
			"- [Seventh](https://doi.org/10.1002/(SICI)1097-4571(199706)48:6<500::AID-ASI2>3.0.CO;2-L)\n- [Eighth](<https://doi.org/10.1002/(SICI)1097-4571(199706)48:6<500::AID-ASI2>3.0.CO;2-M>)\n- Ninth paper. doi:10.1002/(SICI)1097-4571(199706)48:6<500::AID-ASI2>3.0.CO;2-N.\n- Tenth paper https://doi.org/10.1175/1520-0469(1983)040%3C0396:SWALW%3E2.0.CO;2\n",
			"1 Seventh DOI=10.1002/(sici)1097-4571(199706)48:6<500::aid-asi2>3.0.co;2-l\n2 Eighth DOI=10.1002/(sici)1097-4571(199706)48:6<500::aid-asi2>3.0.co;2-m\n3 Ninth paper DOI=10.1002/(sici)1097-4571(199706)48:6<500::aid-asi2>3.0.co;2-n\n4 Tenth paper DOI=10.1175/1520-0469(1983)040<0396:swalw>2.0.co;2\n"},
		{"broken over a line", "l.md",
			"References\n\n[1] A. Love and B. Sano. Fine nets for all of us. In KDD, 2019. doi:10.1145/\n3292500.3330701.\n[2] K. He and X. Zhang, “Deep nets for images,” in CVPR, 2016, doi: 10.1109/CVPR.\n2016.90.\n[3] J. Roe and I. Doe. A broken address in a list. J. Things, 2020. https://doi.org/10.1016/j.jot.\n2020.100123\n[4] W. Love and T. Turing. Fine nets in the brain. Brain Res. 2010; 64(1):104–22. doi: 10.1016/j.brainresrev.2010.03.\n002 PMID: 20227440\n[5] Roe, J. A title with an id over lines. arXiv preprint arXiv:\n2005.14165, 2020.\n[6] Roe, J. and Doe, I. A title with an address over lines. https://arxiv.org/abs/\n2203.02155, 2022.\n[7] Roe, J. A title with brackets over lines. Lancet, 2022. doi:10.1016/S0140-6736(22)\n00001-1\n",
			"3 Fine nets for all of us [2019] DOI=10.1145/3292500.3330701\n5 Deep nets for images [2016] DOI=10.1109/cvpr.2016.90\n7 A broken address in a list [2020] DOI=10.1016/j.jot.2020.100123\n9 Fine nets in the brain [2010] DOI=10.1016/j.brainresrev.2010.03.002 PubMed=20227440\n11 A title with an id over lines [2020] ArXiv=2005.14165\n13 A title with an address over lines [2022] ArXiv=2203.02155\n15 A title with brackets over lines [2022] DOI=10.1016/s0140-6736(22)00001-1\n"},
		{"whole at the end of a line", "l.md",
			"[1] A. Love. Fine nets for all of us. JMLR, 2019. doi:10.1145/3292500.\n[2] B. Love. Other nets for all of us. JMLR, 2020. doi:10.1145/3292501.\n2021 was a year of nets.\n",
			"1 Fine nets for all of us [2019] DOI=10.1145/3292500\n2 Other nets for all of us [2020] DOI=10.1145/3292501\n"},
	})
}

// TestSeveralIDs holds lines that name several papers, and links of chats.
func TestSeveralIDs(t *testing.T) {
	checkProse(t, []proseCase{
		{"commas", "l.txt", "10.1145/3292500.3330701, 10.1109/CVPR.2016.90, 10.1038/nature14539\n",
			"1  DOI=10.1145/3292500.3330701\n1  DOI=10.1109/cvpr.2016.90\n1  DOI=10.1038/nature14539\n"},
		{"spaces, semicolons and prefixes", "l.txt", "2101.00001 2101.00002\narXiv:2101.00003;arXiv:2101.00004\nhttps://arxiv.org/abs/2101.00005; https://arxiv.org/abs/2101.00006 and doi: 10.1000/a\n",
			"1  ArXiv=2101.00001\n1  ArXiv=2101.00002\n2  ArXiv=2101.00003\n2  ArXiv=2101.00004\n3  ArXiv=2101.00005\n3  ArXiv=2101.00006\n3  DOI=10.1000/a\n"},
		{"a title each", "l.txt", "Fine Nets for All arXiv:2101.00001, Other Nets arXiv:2101.00002\n2101.00003 Third Nets, 2101.00004 Fourth Nets\n",
			"1 Fine Nets for All ArXiv=2101.00001\n1 Other Nets ArXiv=2101.00002\n2 Third Nets ArXiv=2101.00003\n2 Fourth Nets ArXiv=2101.00004\n"},
		{"of one paper", "l.txt", "Fine Nets for All arXiv:2101.00001 doi:10.1000/a\n10.48550/arXiv.2101.00002 2101.00002\n",
			"1 Fine Nets for All ArXiv=2101.00001 DOI=10.1000/a\n2  ArXiv=2101.00002\n"},
		{"bullets of Markdown", "l.md", "# To read\n\n- 10.1145/3292500.3330701, 10.1109/CVPR.2016.90\n- arXiv:2101.00003, arXiv:2101.00004\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n",
			"3  DOI=10.1145/3292500.3330701\n3  DOI=10.1109/cvpr.2016.90\n4  ArXiv=2101.00003\n4  ArXiv=2101.00004\n5 Fine Nets for All ArXiv=2101.00001\n"},
		{"links of a chat", "l.txt", "<https://arxiv.org/abs/2101.00001|Fine Nets for All>\n• <https://doi.org/10.1145/3292500.3330701|Optuna> (KDD)\n@jane: <https://arxiv.org/abs/2101.00002>\n",
			"1 Fine Nets for All ArXiv=2101.00001\n2 Optuna DOI=10.1145/3292500.3330701\n3  ArXiv=2101.00002\n"},
		{"links of a chat in Markdown", "l.md", "# Papers\n\n- <https://arxiv.org/abs/2101.00001|Fine Nets for All>\n- <https://doi.org/10.1145/3292500.3330701|Optuna> (KDD)\n",
			"3 Fine Nets for All ArXiv=2101.00001\n4 Optuna DOI=10.1145/3292500.3330701\n"},
	})
}

// TestFrontMatter holds that front matter is no prose, and which papers its
// fields name.
func TestFrontMatter(t *testing.T) {
	checkProse(t, []proseCase{
		{"a note on a paper", "l.md",
			"---\ntitle: \"Fine Nets: All of Them\"\naliases: [\"Love 2017\"]\ncitekey: loveFine2017\nauthors: [Ada Love, Alan Turing]\nyear: 2017\ndoi: 10.48550/arXiv.2101.00001\nurl: https://arxiv.org/abs/2101.00001\ntags: [paper, nlp]\n---\n\n> [!info] Metadata\n> **DOI**:: 10.48550/arXiv.2101.00001\n\n## Related\n- [[@turing2018|Nets]]\n- ![[figure1.png]]\n",
			"1 Fine Nets: All of Them [2017] ArXiv=2101.00001\n"},
		{"TOML", "l.md",
			"+++\ntitle = \"Fine Nets\"\ndate = 2017-06-12\nauthors = [\"A. Love\"]\nurl_pdf = \"https://arxiv.org/pdf/2101.00001\"\ndoi = \"\"\n+++\n\nMore detail can be written here.\n",
			"1 Fine Nets [2017-06-12] ArXiv=2101.00001\n"},
		{"where the page came from", "l.md",
			"---\ntitle: Weekly papers\nsource: https://arxiv.org/abs/2101.00009\n---\n\n# Notes\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n",
			"8 Fine Nets for All ArXiv=2101.00001\n"},
		{"a clipped page without papers", "l.md",
			"---\ntitle: Fine Nets for All\nsource: https://arxiv.org/abs/2101.00009\nauthor:\n  - \"[[Ada Love]]\"\npublished: 2021-01-02\n---\n\nWe show that nets are fine.\n",
			"1 Fine Nets for All [2021-01-02] ArXiv=2101.00009\n"},
		{"references", "l.qmd",
			"---\ntitle: \"A talk\"\nformat: html\nreferences:\n- type: article-journal\n  id: Love1953\n  author:\n  - family: Love\n    given: A. D.\n  issued:\n    date-parts:\n    - - 1953\n      - 4\n  title: 'Structure of nets: a\n    structure of all'\n  DOI: 10.1038/171737a0\n- id: turing\n  title: Fine Nets for All\n  URL: https://arxiv.org/abs/2101.00001\n  issued: 2017\nbibliography: refs.bib\n---\n\nSee @Love1953.\n",
			"5 Structure of nets: a structure of all [1953-04] DOI=10.1038/171737a0\n17 Fine Nets for All [2017] ArXiv=2101.00001\n"},
		{"a blog's", "l.md",
			"---\nlayout: post\ntitle: A Fine List of Papers\nauthor: Ada Love\ndate: 2021-01-01\ndescription: >\n  All the papers: of\n  this year.\n---\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n",
			"11 Fine Nets for All ArXiv=2101.00001\n"},
		{"rules are no fences", "l.md",
			"---\n\n- [Fine Nets for All](https://arxiv.org/abs/2101.00001)\n\n---\n\n- [Other Nets for All](https://arxiv.org/abs/2101.00002)\n",
			"3 Fine Nets for All ArXiv=2101.00001\n7 Other Nets for All ArXiv=2101.00002\n"},
	})
}

// TestTitlesOfProse holds which words are the title, whatever stands around them.
func TestTitlesOfProse(t *testing.T) {
	checkProse(t, []proseCase{
		{"APA with a day", "l.md",
			"- Love, A., & Lee, K. (2020, March 3). *A title in italics with a comma, and more*. bioRxiv. https://doi.org/10.1101/2020.03.22.002386\n- Love, A. (2021, June 3–5). Nets at a conference [Paper presentation]. ICWSM. https://doi.org/10.1000/b\n- Love, A., & Lee, K. (n.d.). Nets of no date. https://doi.org/10.1000/c\n- Touvron, H., et al. \"Fine Nets 2: Open Nets.\" arXiv preprint arXiv:2307.09288 (2023).\n",
			"1 A title in italics with a comma, and more [2020-03-03] DOI=10.1101/2020.03.22.002386\n2 Nets at a conference [2021-06-03] DOI=10.1000/b\n3 Nets of no date DOI=10.1000/c\n4 Fine Nets 2: Open Nets [2023] ArXiv=2307.09288\n"},
		{"Chinese marks", "l.md",
			"# 论文列表\n\n1. 《Fine Nets for All》，作者：Love 等，2017。链接：https://arxiv.org/abs/2101.00001。\n2. **BERT**（2019）：[论文](https://aclanthology.org/N19-1423)、[代码](https://github.com/x/y)\n3. 【GPT-3】Nets are Few-Shot Learners（https://arxiv.org/abs/2101.00003）\n4. 论文标题：Training nets to follow\n   论文链接：https://arxiv.org/abs/2101.00004\n   代码：无\n5. Chain-of-Nets Prompting，arXiv：2101.00005\n6. 发表于《自然》的论文 https://doi.org/10.1038/nature14539\n",
			"3 Fine Nets for All [2017] ArXiv=2101.00001\n4 BERT [2019] ACL=N19-1423\n5 Nets are Few-Shot Learners ArXiv=2101.00003\n6 Training nets to follow ArXiv=2101.00004\n9 Chain-of-Nets Prompting ArXiv=2101.00005\n10 发表于《自然》的论文 DOI=10.1038/nature14539\n"},
		{"bullets with links below a heading", "l.md",
			"## 2023\n\n### Fine Nets: Less Is More\n- **Authors**: Love et al.\n- **Link**: https://arxiv.org/abs/2101.00001\n- **Code**: https://github.com/x/y\n- **Notes**: builds on [Other Nets](https://arxiv.org/abs/2101.00009)\n\n### Direct Nets\nPaper: https://arxiv.org/abs/2101.00002  \nCode: https://github.com/e/d\n\n---\n- Self-Consistency\n  - Paper: [arXiv](https://arxiv.org/abs/2101.00003)\n  - Summary: samples many; see https://arxiv.org/abs/2101.00010\n",
			"3 Fine Nets: Less Is More ArXiv=2101.00001\n7 Other Nets ArXiv=2101.00009\n9 Direct Nets ArXiv=2101.00002\n14 Self-Consistency ArXiv=2101.00003\n16  ArXiv=2101.00010\n"},
		{"quoted behind a name and people", "l.md",
			"- **FECT:** Ann Roe, Ben Doe, Cy Poe.<br />\n  \"Nets from coarse to fine for tracking.\" PRL (2024).\n  [[paper](https://www.sciencedirect.com/science/article/pii/S0167865524000412)]\n\n- **MambaX:** Ann Roe.<br />\n  \"MambaX: Nets for robust Tracking.\" TCSVT (2024).\n  [[paper](https://arxiv.org/abs/2101.00001)]\n  [[code](https://github.com/a/b)]\n\n- **SNN:** Ben Doe.<br />\n  \"Spiking Nets Tracking\" ICLR (2025).\n  [[paper](https://openreview.net/forum?id=abcDEF123)]\n- \"Why Should I Trust You?\": Explaining the Nets of All [[paper](https://arxiv.org/abs/2101.00002)]\n",
			"1 Nets from coarse to fine for tracking [2024] URL=https://www.sciencedirect.com/science/article/pii/S0167865524000412\n5 MambaX: Nets for robust Tracking [2024] ArXiv=2101.00001\n10 Spiking Nets Tracking [2025] OpenReview=abcDEF123 URL=https://openreview.net/forum?id=abcDEF123\n13 \"Why Should I Trust You?\": Explaining the Nets of All ArXiv=2101.00002\n"},
		{"details", "l.md",
			"<details>\n<summary>2023</summary>\n\n- **Fine Nets for All** ([pdf](https://arxiv.org/abs/2101.00001))\n\n</details>\n\n<details>\n<summary>Direct Nets for All</summary>\n\nLove et al. [[paper](https://arxiv.org/abs/2101.00002)]\n\nA long abstract.\n</details>\n\n<details><summary>Third Nets for All</summary>\n<p>Paper: https://arxiv.org/abs/2101.00003</p>\n</details>\n",
			"4 Fine Nets for All ArXiv=2101.00001\n9 Direct Nets for All ArXiv=2101.00002\n16 Third Nets for All ArXiv=2101.00003\n"},
		{"words of labels that are titles", "l.md",
			"- [Data Science](https://arxiv.org/abs/2101.00001)\n- [Science of science](https://www.science.org/doi/10.1126/science.aao0185)\n- [Video Summary](https://doi.org/10.1145/1111.2222) (CVPR 2019)\n- [[Mask R-CNN]](https://arxiv.org/abs/2101.00004)\n- BERT [code](https://github.com/a/b) [pdf](https://arxiv.org/abs/2101.00005)\n- [Nature - A Source of Inspiration](https://arxiv.org/abs/2101.00006)\n- [Fine Nets for All](https://arxiv.org/abs/2101.00007) [Data](https://doi.org/10.5281/zenodo.1)\n- Other Nets for All [Project Video](https://arxiv.org/abs/2101.00008)\n",
			"1 Data Science ArXiv=2101.00001\n2 Science of science DOI=10.1126/science.aao0185\n3 Video Summary [2019] DOI=10.1145/1111.2222\n4 Mask R-CNN ArXiv=2101.00004\n5 BERT ArXiv=2101.00005\n6 Nature - A Source of Inspiration ArXiv=2101.00006\n7 Fine Nets for All ArXiv=2101.00007\n8 Other Nets for All ArXiv=2101.00008\n"},
		{"a summary in place of a title", "l.md",
			"- [2101.00001](https://arxiv.org/abs/2101.00001): We propose a net that is fine.\n- [2101.00002](https://arxiv.org/abs/2101.00002) This paper shows nets of all kinds.\n- [2101.00003](https://arxiv.org/abs/2101.00003) Proposes a net.\n- [2101.00004](https://arxiv.org/abs/2101.00004) Nets of All Kinds\n",
			"1  ArXiv=2101.00001\n2  ArXiv=2101.00002\n3  ArXiv=2101.00003\n4 Nets of All Kinds ArXiv=2101.00004\n"},
		{"marks of code ahead, a summary below", "l.md",
			"* `video` `training` [Fine Nets for All](http://arxiv.org/abs/2101.00001v2)\n  > **TL;DR**: Proposes fine nets. See https://arxiv.org/abs/2101.00077.\n- [ICLR'23 Oral] [Other Nets for All](https://openreview.net/forum?id=vhFu1Acb0xb) [[code](https://github.com/a/b)]\n",
			"1 Fine Nets for All ArXiv=2101.00001\n2  ArXiv=2101.00077\n3 Other Nets for All [2023] OpenReview=vhFu1Acb0xb URL=https://openreview.net/forum?id=vhFu1Acb0xb\n"},
		{"people called An, Deep and Text; hepatitis C", "l.md",
			"- Jisun An, Haewoon Kwak. Fine nets of all kinds. In ICWSM, 2019.\n- Chen Deep and Ada Text. 2019. Fine nets of other kinds. ICWSM.\n- An J, Deep K. Nets of a third kind. Nature. 2019;3:1-4.\n- An, J., & Deep, K. (2019). Nets of the fine kind. JMLR, 3. arXiv:2101.00005\n- Love J, Poe E. A cure for hepatitis C. N Engl J. 2014;370:1-10. doi:10.1056/NEJMoa1402454\n",
			"1 Fine nets of all kinds [2019]\n2 Fine nets of other kinds [2019]\n3 Nets of a third kind [2019]\n4 Nets of the fine kind [2019] ArXiv=2101.00005\n5 A cure for hepatitis C [2014] DOI=10.1056/nejmoa1402454\n"},
		{"small, short and Cyrillic titles", "l.txt",
			"attention is all you need\nOptuna\nглубокое обучение для распознавания образов\nBERT\nthe lottery ticket hypothesis\n",
			"1 attention is all you need\n2 Optuna\n3 глубокое обучение для распознавания образов\n4 BERT\n5 the lottery ticket hypothesis\n"},
		{"a column of ids", "l.md",
			"| Paper | DOI | Code |\n|---|---|---|\n| Optuna | 10.1145/3292500.3330701 | - |\n| [Fine Nets for All](https://arxiv.org/abs/2101.00001) | 10.1109/CVPR.2016.90 | [code](https://github.com/a/b) |\n\n| Title | PMID | arXiv |\n|---|---|---|\n| Third Nets for All | 20227440 | |\n| Fourth Nets for All | | 2101.00004 |\n",
			"3 Optuna DOI=10.1145/3292500.3330701\n4 Fine Nets for All ArXiv=2101.00001 DOI=10.1109/cvpr.2016.90\n8 Third Nets for All PubMed=20227440\n9 Fourth Nets for All ArXiv=2101.00004\n"},
	})
}
