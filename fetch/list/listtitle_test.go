package list_test

import (
	"os"
	"path/filepath"
	"testing"

	"citemap/fetch/list"
)

func TestWhatAListIsCalled(t *testing.T) {
	const papers = "- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n- [LIMA: Less Is More](https://arxiv.org/abs/2305.11206)\n"
	for _, test := range []struct{ what, name, text, want string }{
		{"a heading of the first level", "l.md", "## Contents\n\n# Papers I *like* :books:\n\n" + papers, "Papers I like"},
		{"a heading with a badge", "l.md", "# Awesome-LLM [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n" + papers, "Awesome-LLM"},
		{"a heading of another level", "l.md", "## NLP -> Finetune\n\n### LIMA: Less Is More\n\nhttps://arxiv.org/abs/2305.11206\n", "NLP -> Finetune"},
		{"an underlined heading", "l.md", "My list\n=======\n\n" + papers, "My list"},
		{"a heading in HTML", "l.md", "<h1 align=\"center\">\n  Diffusion &amp; <b>friends</b>\n</h1>\n\n" + papers, "Diffusion & friends"},
		{"a title ahead of sections of its level", "l.md", "# Roadmap\n\n# 1 History\n\n" + papers + "\n# 2 Methods\n\n" + papers, "Roadmap"},
		{"sections alone", "must_read-papers.md", "# 2023\n\n" + papers + "\n# 2022\n\n" + papers, "Must read papers"},
		{"papers as headings", "own.md", "### [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n\nGood.\n\n### [LIMA: Less Is More](https://arxiv.org/abs/2305.11206)\n", "Own"},
		{"front matter", "l.md", "---\ntitle: What we read\ntags: [a]\n---\n\n# Other\n\n" + papers, "What we read"},
		{"an outline of Emacs", "l.org", "#+TITLE: Reading for the thesis\n\n* Papers\n** [[https://arxiv.org/abs/2305.11206][LIMA: Less Is More]]\n", "Reading for the thesis"},
		{"BibTeX", "some/folder/thesis refs.bib", "@article{a, title = {LIMA: Less Is More}, eprint = {2305.11206}}\n", "Thesis refs"},
		{"standard input", "-", papers, "A reading list"},
	} {
		t.Run(test.what, func(t *testing.T) {
			l, err := list.Parse(test.name, []byte(test.text), list.Auto)
			if err != nil {
				t.Fatal(err)
			}
			if got := l.Title(); got != test.want {
				t.Errorf("called %q, want %q", got, test.want)
			}
		})
	}
}

// The public lists beside the repository are called what their people call them.
func TestTitlesOfPublicLists(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	for _, file := range realLists(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		l, err := list.Parse(file, text, list.Auto)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %q", filepath.Base(file), l.Title())
		if l.Title() == "" || len(l.Title()) > 150 {
			t.Errorf("%s is called %q", file, l.Title())
		}
	}
}
