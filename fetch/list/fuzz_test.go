package list_test

import (
	"testing"
	"unicode/utf8"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown"
)

// FuzzMarkdown holds that no text makes the Markdown reader panic, write an
// entry outside the text, or give a title with line breaks in it.
func FuzzMarkdown(f *testing.F) {
	for _, h := range hostile {
		f.Add([]byte(h.make(256)))
	}
	for _, s := range []string{
		"### One Two\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206v1\n\n---\n\n### Three Four\n\n**2023-05**\n",
		"**A b c**\n\n- arxiv: <https://arxiv.org/abs/2305.11206>\n\n<h3>X y z</h3>\n<a href='https://doi.org/10.1/x'>pdf</a>",
		"- Vaswani, A., Shazeer, N. & P. Q. Attention Is (2017). [[`pdf`]](a.pdf)\n  - (x) [y][z\n\n[z]: <https://doi.org/10.1234/a(b)>",
		"| Paper | Date |\n|--|\n| 1) **A b** - c | Jun., 2024 | [x](https://a.b/c \"d e f\") |",
		"<dl><dt>A b<dd><table><tr><th>Title<tr><td>A<td><a href=https://arxiv.org/abs/1706.03762>x</a><li><p><details>",
		"[^1]: NIPS 2017 - A b, DOI: 10.1234/x | arXiv:1706.03762v2 - Ada Love, Alan Turing\n\u00a0\u2028:a:b: ['](http://[::1]:x/)",
		"- \\href{https://arxiv.org/abs/2101.00001}{A b} <https://doi.org/10.1/x|C d>; **PMID:** 1; see also [doi:10.1000/x](y)\n",
		"• <https://arxiv.org/abs/2101.00001|A b>\n• arXiv:2101.00002; doi:10.1000/x\n➤ 1706.03762\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !utf8.Valid(text) {
			return // the decoder sees to it
		}
		for _, e := range markdown.Read(text) {
			if e.Start < 0 || e.End < e.Start || e.End > len(text) {
				t.Errorf("span %d-%d in a text of %d bytes", e.Start, e.End, len(text))
			}
			if e.Title == "" && len(e.IDs) == 0 || e.Title != words.OneLine(e.Title) {
				t.Errorf("title %q, ids %v", e.Title, e.IDs)
			}
		}
	})
}
