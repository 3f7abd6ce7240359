package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
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
		{"glued, on one line, behind a comment and behind words", "l.bib", "@comment{x} @article{a, title={One Line One}, year=2000}@article{b, title={One Line Two}}\n@misc{c, title={One Line Three}}, @misc{d, title={One Line Four}}\n1. Cite as: @book{e, title={Behind Words}}\n% @book{f, title={Behind a Percent}}\nmail roe@book{g, title={Of an Address}}\n",
			"1 One Line One [2000]\n1 One Line Two\n2 One Line Three\n2 One Line Four\n3 Behind Words\n"},
		{"keys with spaces, commas, brackets and signs, and none", "l.bib", "@article{Lang,Bellcore:1990:CRF:378956.378963, author = {Lang, B.}, title = {Of Fiber}, year = {1990}}\n@article{Roe et al 2020, title = {With Spaces}}\n@article{Roe(2021), title = {With Brackets}}\n@article(Roe(2022), title = {In Brackets})\n@article{roe's2019,\n title = {With an Apostrophe}}\n@article{a=b, title = {With Equals}}\n@article{k#1, title = {With a Hash}}\n@article{title = {With None}, year = 2001}\n@article{,\n title = {With None Either}}\n@article{year = 2003, title = \"Year First\"}\n@article{10.1145/3292500.3330701, title = {Optuna Itself}}\n",
			"1 Of Fiber [1990]\n2 With Spaces\n3 With Brackets\n4 In Brackets\n5 With an Apostrophe\n7 With Equals\n8 With a Hash\n9 With None [2001]\n10 With None Either\n12 Year First [2003]\n13 Optuna Itself DOI=10.1145/3292500.3330701\n"},
		{"dressed ids", "l.bib", "@article{a, title={D Five}, doi={arXiv:1706.03762}}\n@article{b, title={D Seven}, doi={\\href{https://doi.org/10.1000/seven}{10.1000/seven}}}\n@article{c, title={D Twelve}, url={https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3.full.pdf+html}}\n@article{d, title={D Fifteen}, doi={10.1103/PhysRevLett.116.061102%20}}\n@article{e, title={D Sixteen}, doi={10.1093/bioinformatics/btaa1000)}}\n@article{f, title={D Twenty-three}, eprint={10.1101/2020.03.22.002386}, archiveprefix={bioRxiv}}\n@article{g, title={With Brackets}, doi={10.1016/S0140-6736(05)17890-3}}\n",
			"1 D Five ArXiv=1706.03762\n2 D Seven DOI=10.1000/seven\n3 D Twelve DOI=10.1101/2020.03.22.002386\n4 D Fifteen DOI=10.1103/physrevlett.116.061102\n5 D Sixteen DOI=10.1093/bioinformatics/btaa1000\n6 D Twenty-three DOI=10.1101/2020.03.22.002386\n7 With Brackets DOI=10.1016/s0140-6736(05)17890-3\n"},
		{"fields of homepages", "l.bib", "---\n---\n\n@article{a, title={With HTML Only}, html={https://doi.org/10.1000/html.only}, supp={https://doi.org/10.1000/supplement}, pub_year={2022}}\n@article{b, title={With a Paper}, paper={https://arxiv.org/abs/2101.00001}, html={b.html}}\n@article{c, title={Of Another Archive}, eprinttype={hdl}, eprint={2301.00001}}\n",
			"4 With HTML Only [2022] DOI=10.1000/html.only\n5 With a Paper ArXiv=2101.00001\n6 Of Another Archive\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := list.Read(test.file, []byte(test.text))
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
	entries, err := list.Read("l.md", []byte("- [A First Paper](https://arxiv.org/abs/2305.11206)\n\n```\n@misc{us, title={This list}}\n```\n"))
	if err != nil || len(entries) != 1 || entries[0].Title != "A First Paper" {
		t.Errorf("%v, %v", entries, err)
	}
	_, err = list.Read("l.bib", []byte("\n@article{a,\n title = {Never closed,\n}\n"))
	if want := "l.bib:2: entry without end"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = list.Read("l.bib", []byte("@article{a,\n year = 2000}\n"))
	if want := "l.bib:1: entry a has neither title nor id"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestBibTeXPeople holds that only people are authors, and that the name of a
// string that nobody defined is told.
func TestBibTeXPeople(t *testing.T) {
	l, err := list.Parse("l.bib", []byte("@article{a, title={Of People}, author={{The Collaboration} and {Roe}, N. and et al.}}\n@article{b, title=nobody, author={Einstein*†, A. and Rosen*, N. and others}}\n@article{c, title={Of May}, month=may, journal=nobody}\n"), list.Auto)
	if err != nil || len(l.Entries) != 3 || len(l.Broken) != 1 {
		t.Fatal(l, err)
	}
	if got := strings.Join(l.Entries[0].Authors, "|"); got != "The Collaboration|Roe, N." {
		t.Error(got)
	}
	if got := strings.Join(l.Entries[1].Authors, "|"); got != "Einstein, A.|Rosen, N." {
		t.Error(got)
	}
	if want := "l.bib:2: title of entry b is the string nobody, which the file does not define"; said(l.Broken[0]) != want {
		t.Errorf("got %s, want %s", said(l.Broken[0]), want)
	}
}
