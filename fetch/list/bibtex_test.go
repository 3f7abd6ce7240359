package list

import (
	"strings"
	"testing"
)

func TestBibTeX(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"a record as Google Scholar gives it", "l.bib", "@article{zhou2023lima,\n  title={LIMA: Less Is More for Alignment},\n  author={Zhou, Chunting},\n  journal={arXiv preprint arXiv:2305.11206},\n  year={2023}\n}\n",
			"1 LIMA: Less Is More for Alignment [2023] ArXiv=2305.11206\n"},
		{"as DBLP does", "l.bib", "@article{DBLP:journals/corr/VaswaniSPUJGKP17,\n  title     = {Attention Is\n               All You Need},\n  journal   = {CoRR},\n  volume    = {abs/1706.03762},\n  year      = {2017}\n}\n",
			"1 Attention Is All You Need [2017] ArXiv=1706.03762\n"},
		{"as arXiv does, without a name for BibTeX", "mine", "% mine\n@misc{x, title={A Title Here}, eprint={2305.11206}, archivePrefix={arXiv}, primaryClass={cs.CL}}",
			"2 A Title Here ArXiv=2305.11206\n"},
		{"strings, joins, quotes, months and round brackets", "l.bib", "@string{v = \"Journal\"}\n@STRING(w = {of }) @comment{not this}\n@article(k, title = \"The {\"}Best{\"} \" # w # v, month = feb, year = 1999, doi = \"https://doi.org/10.1000/a\\_b\")\n",
			"3 The \"Best\" of Journal [1999-02] DOI=10.1000/a_b\n"},
		{"accents and signs", "l.bib", `@book{k, title = {Schr{\"o}dinger's \emph{caf\'{e}} -- {\AA}ngstr\"om \& \v{C}ech, 50\% of $\alpha$ na\"{\i}ve ` + "``x''" + ` \o{}re}, date = {2020-05-06/2021}}`,
			"1 Schrödinger's café – Ångström & Čech, 50% of α naïve “x” øre [2020-05-06]\n"},
		{"broken records among others", "l.bib", "@article{a, title = {Never closed,\n year = 2000\n\n@article{b, title = {The Second One}, year = {2001}}\n@misc{c, title {no value}}\n@article{d, title = {The Fourth One}, pmid = {123}}\n",
			"4 The Second One [2001]\n6 The Fourth One PubMed=123\n"},
		{"addresses", "l.bib", "@misc{a, title={One Two}, url={https://openreview.net/forum?id=abc}}\n@misc{b, title={Three Four}, howpublished={\\url{https://www.jmlr.org/papers/v1/x.html}}}\n",
			"1 One Two OpenReview=abc URL=https://openreview.net/forum?id=abc\n2 Three Four URL=https://www.jmlr.org/papers/v1/x.html\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := Read(test.file, []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if part := test.text[e.Start:e.End]; part[0] != '@' || !strings.ContainsAny(part[len(part)-1:], "})") {
					t.Errorf("the span is %q", part)
				}
			}
			if got := shape(entries); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

// TestNotBibTeX holds that Markdown with BibTeX in it is Markdown, and that
// broken BibTeX says where it is broken.
func TestNotBibTeX(t *testing.T) {
	entries, err := Read("l.md", []byte("- [A First Paper](https://arxiv.org/abs/2305.11206)\n\n```\n@misc{us, title={This list}}\n```\n"))
	if err != nil || len(entries) != 1 || entries[0].Title != "A First Paper" {
		t.Errorf("%v, %v", entries, err)
	}
	_, err = Read("l.bib", []byte("\n@article{a,\n title = {Never closed,\n}\n"))
	if want := "l.bib:2: entry without end"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = Read("l.bib", []byte("@article{a,\n year = 2000}\n"))
	if want := "l.bib:1: entry a has neither title nor id"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
