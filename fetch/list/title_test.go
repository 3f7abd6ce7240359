package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
)

// TestOneTitle reads one paper in the many ways in which lists write it.
func TestOneTitle(t *testing.T) {
	const want = "Attention Is All You Need"
	for _, text := range []string{
		"### 1. [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"### Attention Is All You Need\n*Ashish Vaswani, Noam Shazeer*\n[[Paper](https://arxiv.org/abs/1706.03762)] [[Code](https://github.com/a/b)]",
		"- Vaswani et al., \"Attention Is All You Need,\" *NeurIPS 2017*. [paper](https://arxiv.org/abs/1706.03762)",
		"- *Attention Is All You Need*, Ashish Vaswani and Noam Shazeer, NeurIPS 2017 ([pdf](https://arxiv.org/abs/1706.03762))",
		"- 2017-NIPS - Attention Is All You Need - [[Paper](https://arxiv.org/abs/1706.03762)]",
		"- **[2023/05] Attention Is All You Need** [[paper](https://arxiv.org/abs/1706.03762)]",
		"- (NeurIPS 2017) Attention Is All You Need. [[pdf]](https://arxiv.org/abs/1706.03762)",
		"* [2017.06] [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"* ⭐ 06/2017: [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"| [arXiv](https://arxiv.org/abs/1706.03762) | Attention Is All You Need |\n|--|--|",
		"- [ ] [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"Attention Is All You Need  \nAshish Vaswani, Noam Shazeer  \n[[pdf]](https://arxiv.org/abs/1706.03762)",
		"+ **Attention Is All You Need**, *NeurIPS 2017*, [[pdf]](https://arxiv.org/abs/1706.03762)",
		"- [[Paper](https://arxiv.org/abs/1706.03762)] Attention Is All You Need",
		"- [[Paper]](https://arxiv.org/abs/1706.03762) [[Code]](https://github.com/a/b) **Attention Is All You Need** NeurIPS 2017",
		"- Attention Is All You Need. Ashish Vaswani, Noam Shazeer. NeurIPS 2017. [pdf](https://arxiv.org/abs/1706.03762)",
		"- Vaswani, A., Shazeer, N. (2017). Attention Is All You Need. NeurIPS. https://arxiv.org/abs/1706.03762",
		"- [Vaswani, Ashish, et al. \"Attention Is All You Need.\" NeurIPS, 2017.](https://arxiv.org/abs/1706.03762)",
		"- Vaswani and Shazeer. Attention Is All You Need. NeurIPS 2017. [arXiv:1706.03762](https://arxiv.org/abs/1706.03762)",
		"- **Transformer**: \"Attention Is All You Need\", NeurIPS 2017 [[pdf](https://arxiv.org/abs/1706.03762)]",
		"- Attention Is All You Need, NeurIPS 2017 [pdf](https://arxiv.org/abs/1706.03762)",
		"- Attention Is All You Need (Vaswani et al., 2017) [pdf](https://arxiv.org/abs/1706.03762)",
		"- Vaswani et al., 2017 - [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [Vaswani et al., 2017](https://arxiv.org/abs/1706.03762) Attention Is All You Need",
		"- 2017 | Attention Is All You Need | Vaswani | [Paper](https://arxiv.org/abs/1706.03762)",
		"- [arXiv:1706.03762](https://arxiv.org/abs/1706.03762): Attention Is All You Need",
		"- [Attention Is All You Need](notes/attention.md) [[arXiv](https://arxiv.org/abs/1706.03762)]",
		"- [Attention Is All You Need - Ashish Vaswani and Noam Shazeer](https://arxiv.org/abs/1706.03762) :star:",
		"- [pdf](https://arxiv.org/abs/1706.03762 \"Attention Is All You Need\")",
		"<p><b>Attention Is All You Need</b><br>Ashish Vaswani<br><a href='https://arxiv.org/abs/1706.03762'>[Paper]</a></p>",
		"<details><summary>Show</summary>\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n</details>",
		"#### Attention Is All You Need\n- Paper: https://arxiv.org/abs/1706.03762\n- Code: https://github.com/a/b",
		"- Attention Is All You Need\n  - Paper: https://arxiv.org/abs/1706.03762\n  - Code: https://github.com/a/b",
		"- **Attention Is All You Need**\n\n  *Ashish Vaswani*\n\n  [[paper]](https://arxiv.org/abs/1706.03762)",
		"**Attention Is All You Need**\n\n[[paper]](https://arxiv.org/abs/1706.03762)",
		"Attention Is All You Need\n---\nhttps://arxiv.org/abs/1706.03762",
		"- *Attention Is All You Need*, Vaswani et al., KDD 2021. [[paper]](https://arxiv.org/abs/1706.03762)",
		"- Vaswani et al. **Attention Is All You Need**. KDD 2021. [[paper]](https://arxiv.org/abs/1706.03762)",
		"- (2021, KDD) Attention Is All You Need [paper](https://arxiv.org/abs/1706.03762)",
		"- KDD 2021 - Attention Is All You Need [paper](https://arxiv.org/abs/1706.03762)",
		"- 2021 KDD: [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [KDD21] **Attention Is All You Need** [[PDF]](https://arxiv.org/pdf/1706.03762.pdf) [[Code]](https://github.com/a)",
		"- Attention Is All You Need - Ashish Vaswani, Noam Shazeer, Niki Parmar, KDD 2021 [[PDF]](https://arxiv.org/pdf/1706.03762.pdf)",
		"- [Attention Is All You Need](https://arxiv.org/pdf/1706.03762.pdf), Vaswani et al., KDD 2021",
		"- [Attention Is All You Need, Vaswani et al., 2021](https://arxiv.org/pdf/1706.03762.pdf)",
		"- [(2021) Attention Is All You Need](https://arxiv.org/pdf/1706.03762.pdf)",
		"- [Attention Is All You Need. KDD 2021. Vaswani, Shazeer, Parmar](https://arxiv.org/pdf/1706.03762.pdf)",
		"- [\"Attention Is All You Need\"](https://arxiv.org/pdf/1706.03762.pdf) by Ashish Vaswani",
		"- [`Attention Is All You Need`](https://arxiv.org/pdf/1706.03762.pdf) (`KDD 2021`)",
		"- **`KDD 2021`** Attention Is All You Need [`[paper]`](https://arxiv.org/pdf/1706.03762.pdf)",
		"- ![](https://img.shields.io/badge/KDD-2021-blue) [Attention Is All You Need](https://arxiv.org/pdf/1706.03762.pdf) ![GitHub stars](https://img.shields.io/github/stars/a/b)",
		"- Attention Is All You Need, arxiv: https://arxiv.org/abs/1706.03762, code: https://github.com/a/b",
		"- Attention Is All You Need [ArXiv 2021](https://arxiv.org/abs/1706.03762)",
		"- Attention Is All You Need ([Vaswani et al. 2021](https://arxiv.org/abs/1706.03762))",
		"- **Transformer** Attention Is All You Need, KDD'21 [Paper](https://arxiv.org/abs/1706.03762) [Code](https://github.com/a/b)",
		"- [Paper] [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [x] [Attention Is All You Need](https://arxiv.org/abs/1706.03762) ✅",
		"- 23. [Attention Is All You Need](https://arxiv.org/abs/1706.03762) **Best paper**",
		"- [Attention Is All You Need [PDF]](https://arxiv.org/abs/1706.03762)",
		"- [Attention Is All You Need (PDF)](https://arxiv.org/abs/1706.03762) [Video]",
		"- Paper: [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- **Paper:** Attention Is All You Need. **Link:** https://arxiv.org/abs/1706.03762",
		"- **Title:** Attention Is All You Need <br> **Authors:** Ashish Vaswani, Noam Shazeer <br> **Link:** https://arxiv.org/abs/1706.03762",
		"- 📄 **[Attention Is All You Need](https://arxiv.org/abs/1706.03762)**, *Vaswani et al.*, <ins>KDD</ins>, 2021.",
		"- (*KDD2021_Transformer*) Attention Is All You Need. [[paper](https://arxiv.org/abs/1706.03762)]",
		"- Attention Is All You Need. [[tkdd](https://doi.org/10.1145/1234567)] [[arXiv](https://arxiv.org/abs/1706.03762)]",
		"- Attention Is All You Need. **KDD** 2021. [paper](https://arxiv.org/abs/1706.03762). *Ashish Vaswani, Noam Shazeer*",
		"- KDD 2021, *Attention Is All You Need*. [paper](https://arxiv.org/abs/1706.03762)",
		"- Ashish Vaswani, Noam Shazeer, \"Attention Is All You Need\", KDD, [pdf](https://arxiv.org/abs/1706.03762)",
		"- Ashish Vaswani, Noam Shazeer: Attention Is All You Need. KDD (2021) [pdf](https://arxiv.org/abs/1706.03762)",
		"- Ashish Vaswani, Noam Shazeer. **[Attention Is All You Need](https://arxiv.org/abs/1706.03762)**. In KDD'21.",
		"- [Vaswani et al., Attention Is All You Need, KDD 2021](https://arxiv.org/abs/1706.03762)",
		"- [Vaswani 2021 - Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [Attention Is All You Need | KDD 2021](https://arxiv.org/abs/1706.03762)",
		"- [[1706.03762] Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [1706.03762 Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [arXiv:1706.03762 - Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [Attention Is All You Need - arXiv](https://arxiv.org/abs/1706.03762)",
		"- [1706.03762] Attention Is All You Need https://arxiv.org/abs/1706.03762",
		"- [2021.02.06] **Attention Is All You Need** [arXiv](https://arxiv.org/abs/1706.03762)",
		"- **2021.02** - Attention Is All You Need - [arXiv](https://arxiv.org/abs/1706.03762) - [code](https://github.com/a/b)",
		"- `Feb 2021` [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [Feb 2021] Attention Is All You Need [arXiv](https://arxiv.org/abs/1706.03762)",
		"- Feb 6, 2021: Attention Is All You Need [arXiv](https://arxiv.org/abs/1706.03762)",
		"- **[KDD]** [Attention Is All You Need](https://arxiv.org/abs/1706.03762) [\\[code\\]](https://github.com/a/b)",
		"- [\\[pdf\\]](https://arxiv.org/abs/1706.03762) Attention Is All You Need",
		"- [**Attention Is All You Need**, KDD 2021](https://arxiv.org/abs/1706.03762)",
		"- ***Attention Is All You Need*** (KDD 2021) [[paper](https://arxiv.org/abs/1706.03762)]",
		"- ~~[Attention Is All You Need](https://arxiv.org/abs/1706.03762)~~",
		"- Attention Is All You Need [[1](https://arxiv.org/abs/1706.03762)]",
		"- Attention Is All You Need (arXiv: [1706.03762](https://arxiv.org/abs/1706.03762))",
		"- Attention Is All You Need [[Paper]](https://arxiv.org/abs/1706.03762)[[Project + Code]](https://github.com/a/b)",
		"- Vaswani, A., Shazeer, N. & Parmar, N. Attention Is All You Need. *Nature* **521**, 436–444 (2017). https://arxiv.org/abs/1706.03762",
		"- Vaswani, A., Shazeer, N.: Attention Is All You Need. In: NeurIPS 2017. [pdf](https://arxiv.org/abs/1706.03762)",
		"- A. Vaswani, N. Shazeer, and N. Parmar, “Attention Is All You Need,” in *Proc. NeurIPS*, 2017, pp. 1–9. [arXiv](https://arxiv.org/abs/1706.03762)",
		"- Vaswani A, Shazeer N. Attention Is All You Need. Advances in Neural Information Processing Systems. 2017;30. https://arxiv.org/abs/1706.03762",
		"- `2017` [**Transformer**] Attention Is All You Need [[pdf]](https://arxiv.org/abs/1706.03762) [[code]](https://github.com/a)",
		"- Attention Is All You Need. [Vaswani, Shazeer (2017)](https://arxiv.org/abs/1706.03762).",
		"- Ashish Vaswani. 2017. Attention Is All You Need. In *Proceedings of NeurIPS*. https://arxiv.org/abs/1706.03762",
		"- [[Attention Is All You Need]] https://arxiv.org/abs/1706.03762 #todo",
		"- TODO: Attention Is All You Need - https://arxiv.org/pdf/1706.03762.pdf",
		"- **[Transformer, Attention]** Attention Is All You Need | Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit | **[NIPS' 17]** |[`[pdf]`](https://arxiv.org/pdf/1706.03762.pdf)",
		"- **[Transformer]** Attention Is All You Need | Ashish Vaswani, et al. | **[NIPS' 17]** |[`[pdf]`](https://arxiv.org/pdf/1706.03762.pdf)",
		"- (**Transformer**) **Attention Is All You Need** _NeurIPS 2017_  \n[[Paper](https://arxiv.org/abs/1706.03762)] [[Code](https://github.com/a/b)]",
		"- **Attention Is All You Need** (2017), A. Vaswani et al. [[pdf]](https://arxiv.org/abs/1706.03762)",
		"- [The repository of a model](https://github.com/a/b): ignored\n- [[VSP17](https://arxiv.org/abs/1706.03762)] - **Attention Is All You Need** by *Ashish Vaswani and Noam Shazeer*.",
		"1. <u>\"Attention Is All You Need\"</u>. *Ashish Vaswani, Noam Shazeer*. NIPS 2017. [[Paper](https://arxiv.org/abs/1706.03762)]",
		"| **Paper** | **Links** |\n|--|--|\n| 1) **Attention Is All You Need** - presents an architecture of attention alone; it dispenses with recurrence. | [Paper](https://arxiv.org/abs/1706.03762), [Tweet](https://x.com/a/1) |",
		"| Title | Date |\n|:--|:-:|\n| ![Star](https://img.shields.io/github/stars/a/b.svg) <br> [**Attention Is All You Need**](https://arxiv.org/pdf/1706.03762) <br> | 2017-06-12 |",
		"**Attention Is All You Need**\n\n- intro: NIPS 2017\n- arxiv: [https://arxiv.org/abs/1706.03762](https://arxiv.org/abs/1706.03762)\n- slides: <http://a.org/talk.pdf>\n- github(TensorFlow): [https://github.com/a/b](https://github.com/a/b)",
		"🔥 **Attention Is All You Need**\n<p align=\"center\">\n    <img src=\"./a.jpg\" width=\"60%\">\n</p>\n\n<font size=7><div align='center' > [[📽 A Demo Show for All!](https://youtu.be/t)] </div></font>\n\n<font size=7><div align='center' > [[📖 arXiv Paper](https://arxiv.org/pdf/1706.03762)] </div></font>",
		"### 1. Attention Is All You Need\n**Authors**: Ashish Vaswani, Noam Shazeer\n<details span>\n<summary><b>Abstract</b></summary>\nWe propose an architecture.\n</details>\n\n  [📄 Paper (Low Resolution)](https://arxiv.org/pdf/1706.03762) | [🌐 Project Page](https://a.github.io/) | [💻 Code (not yet)](https://github.com/a/b)",
		"<dl><dt>Attention Is All You Need</dt><dd>Ashish Vaswani. <a href=\"https://arxiv.org/abs/1706.03762\">arXiv</a></dd></dl>",
		"<h3>Attention Is All You Need</h3>\n<a href=\"https://arxiv.org/abs/1706.03762\">pdf</a>",
		"<ol><li><p>Attention Is All You Need</p><p><a href=\"https://arxiv.org/abs/1706.03762\">pdf</a></p></li></ol>",
		"<details><summary><b>Attention Is All You Need</b> <a href=\"https://arxiv.org/abs/1706.03762\">[paper]</a></summary>\nAbstract: we propose.\n</details>",
		"- (*Annals of All Fine Systems 2017*) Attention Is All You Need [[paper](https://arxiv.org/abs/1706.03762)]",
		"- [2017 (Somewhere) (NIPS) [Transformer] Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [2017 (NIPS) *[Transformer] (Somewhere) Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- [2017 (NIPS) (Somewhere) Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
		"- Ashish Vaswani, Noam Shazeer, Attention Is All You Need, KDD, 2017. [[Paper]](https://arxiv.org/abs/1706.03762)",
		"- Ashish J. Vaswani, N Shazeer and Niki Parmar, Attention Is All You Need, arXiv:1706.03762 [[Paper]](https://arxiv.org/abs/1706.03762) (1st ranked)",
		"- Vaswani, Ashish, Noam Shazeer, and Niki Parmar, Attention Is All You Need, KDD 2017 [[Code]](https://github.com/a/b) [[Paper]](https://arxiv.org/abs/1706.03762)",
		"- Ashish Vaswani, Noam Shazeer, Attention Is All You Need, arXiv:1706.03762 / KDD 2017 [[Paper]](https://arxiv.org/abs/1706.03762)",
		"- Attention Is All You Need (2017), A. Vaswani. [[pdf]](https://arxiv.org/abs/1706.03762)",
		"- Attention Is All You Need (2017), A. Vaswani et al., [[pdf]](https://arxiv.org/abs/1706.03762)",
		"- Attention Is All You Need, <ins>KDD, 2021</ins> [[Paper](https://arxiv.org/abs/1706.03762)]",
		"- Attention Is All You Need, <ins>KDD-Workshops, 2021</ins> [[Paper](https://arxiv.org/abs/1706.03762)]",
		"- arxiv.org/abs/1706.03762 Attention Is All You Need",
		"- Attention Is All You Need, arXiv: 1706.03762",
		"- [Attention Is All You Need](https://github.com/a/b) - [Python] - A description of what the code does. ([paper](https://arxiv.org/abs/1706.03762))",
		"[^1]: Vaswani et al. *Attention Is All You Need*. https://arxiv.org/abs/1706.03762",
	} {
		entries, err := list.Read("l.md", []byte("[Home](https://github.com/a/b)\n\n"+text+"\n"))
		if err != nil {
			t.Error(err, text)
			continue
		}
		if len(entries) != 1 || entries[0].Title != want {
			t.Errorf("%s\ngot %s", text, shape(entries))
		}
	}
}

// TestShortQuotation holds that two quoted words behind a name are the title,
// where nothing of a title follows them.
func TestShortQuotation(t *testing.T) {
	for text, want := range map[string]string{
		"* **FOT**: \"Fine Otters\", arXiv, 2022 (*Somewhere*). [[Paper](@)]": "Fine Otters",
		"* FOT: \"Fine Otters\" [[Paper](@)]":                                 "Fine Otters",
		"* FOT: \"Fine Otters\" in Streams and Rivers [[Paper](@)]":           "FOT: \"Fine Otters\" in Streams and Rivers",
	} {
		entries, err := list.Read("l.md", []byte(strings.ReplaceAll(text, "@", "https://arxiv.org/abs/1706.03762")))
		if err != nil || len(entries) != 1 || entries[0].Title != want {
			t.Errorf("%s\ngot %s %v", text, shape(entries), err)
		}
	}
}

// TestNoTitle holds that words which are no title are not made one.
func TestNoTitle(t *testing.T) {
	for _, text := range []string{
		"It was introduced in [this paper](https://arxiv.org/abs/1706.03762) and changed much.",
		"- <https://arxiv.org/abs/1706.03762>",
		"- [pdf](https://arxiv.org/abs/1706.03762), [code](https://github.com/a/b)",
		"# My list\n\nhttps://arxiv.org/abs/1706.03762",
	} {
		entries, err := list.Read("l.md", []byte(text+"\n"))
		if err != nil || len(entries) != 1 || entries[0].Title != "" {
			t.Errorf("%s\ngot %s %v", text, shape(entries), err)
		}
	}
}

// TestTitleKept holds that what only looks like a note stays in the title.
func TestTitleKept(t *testing.T) {
	for _, want := range []string{
		"Efficient Document Classification by Combining Convolution and Recurrent Layers",
		"ADD 2022: the First Audio Deep Synthesis Detection Challenge",
		"NIPS 2016 Tutorial: Generative Adversarial Networks",
		"AVEC 2016 - Depression, Mood, and Emotion Recognition Workshop",
		"(Almost) Everything You Need to Know",
		"(Certified!!) Adversarial Robustness for Free!",
		"[Re] Attention Is All You Need",
		"Small Data, Big Decisions: Model Selection in the Small-Data Regime",
		"Transformers in Vision - A Review",
		"2024 Other Name",
		"Look, Listen and Learn",
		"DistilBERT, a distilled version of BERT: smaller, faster, cheaper and lighter",
		"75 Languages, 1 Model: Parsing Universal Dependencies Universally",
		"Mask R-CNN",
		"Patches Are All You Need?",
		"What Does BERT Look At? An Analysis of BERT's Attention",
		"Towards CRISP-ML(Q): a machine learning process model",
		"Learning to See in the Dark",
		"Paper Doll Parsing: Retrieving Similar Styles",
		"Code Llama: Open Foundation Models for Code",
		"1000+ Real-world APIs: Less Is More",
		"C++ Concurrency, Revisited",
		"Random Forests, Gradient Boosting, and Why They Work",
		"Question Answering, Dialogue Systems, Summaries and All That",
		"A Fine Title (2nd Edition), Revised",
	} {
		for _, text := range []string{"- [" + strings.ReplaceAll(want, "[Re]", "\\[Re\\]") + "](https://arxiv.org/abs/1706.03762)\n", "- " + want + " [[pdf](https://arxiv.org/abs/1706.03762)]\n", "- **" + want + "** [[pdf](https://arxiv.org/abs/1706.03762)]\n"} {
			entries, err := list.Read("l.md", []byte(text))
			if err != nil || len(entries) != 1 || strings.TrimRight(entries[0].Title, "?") != strings.TrimRight(want, "?") {
				t.Errorf("%s\ngot %s %v", text, shape(entries), err)
			}
		}
	}
}
