package list

import "testing"

// TestOneTitle reads one paper in the many ways in which lists write it.
func TestOneTitle(t *testing.T) {
	const want = "Attention Is All You Need"
	for _, text := range []string{
		"### 1. [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
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
	} {
		entries, err := Read("l.md", []byte(text+"\n"))
		if err != nil {
			t.Error(err, text)
			continue
		}
		if len(entries) != 1 || entries[0].Title != want {
			t.Errorf("%s\ngot %s", text, shape(entries))
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
		entries, err := Read("l.md", []byte(text+"\n"))
		if err != nil || len(entries) != 1 || entries[0].Title != "" {
			t.Errorf("%s\ngot %s %v", text, shape(entries), err)
		}
	}
}
