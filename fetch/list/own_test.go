package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/graph"
)

// ownList is a list as citemap writes them.
const ownList = "<!-- citemap list: titles are whole -->\n\n## Papers\n\n### A Score (Extended Abstract)\n\n**2002**\n\n<https://doi.org/10.1000/a_b(1)>\n\n---\n\n" +
	"### 2002: Another \\<i\\>Score\\</i\\>\n\n---\n\n### Nothing But a Title\n\n**2003-05-01**\n\n---\n\n### ACL:P02-1040\n\n**2004**\n"

// TestOwnLists keeps the titles of our own lists whole, and reads the papers
// without a link; what a person puts among them is read as in any list.
func TestOwnLists(t *testing.T) {
	own := "A Score (Extended Abstract) [2002] DOI=10.1000/a_b(1)\n2002: Another <i>Score</i>\nNothing But a Title [2003-05-01]\n [2004] ACL=P02-1040\n"
	for _, test := range []struct{ name, text, want string }{
		{"alone", ownList, own},
		{"with a list below", ownList + "\n### More of them\n\n- [A Third Paper](https://arxiv.org/abs/2305.11206)\n", own + "A Third Paper ArXiv=2305.11206\n"},
		{"with words below", ownList + "\n---\n\n### A Third Paper (NIPS 2017)\n\nIt is good.\n\nhttps://arxiv.org/abs/2305.11206\n", own + "A Third Paper [2017] ArXiv=2305.11206\n"},
	} {
		l, err := list.Parse("l.md", []byte(test.text), list.Auto)
		if err != nil {
			t.Fatal(err)
		}
		checkEntries(t, []byte(test.text), l.Entries)
		if got := papersOf(l); got != test.want || l.Format != list.Markdown {
			t.Errorf("%s: %s\n%swant\n%s", test.name, l.Format, got, test.want)
		}
	}
}

// TestOwnListsGrow adds a paper with an awkward title to one of our lists.
func TestOwnListsGrow(t *testing.T) {
	paper := graph.Paper{ID: "DOI:10.2000/x", Title: "__init__ & [Not] a (link)", Date: graph.Date{Year: 2005}, IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.2000/x"}}}
	a, err := add.Append("l.md", []byte(ownList), list.Auto, []graph.Paper{paper})
	if err != nil || len(a.Added) != 1 {
		t.Fatal(err, a.Passed)
	}
	entries, err := list.Read("l.md", a.Text)
	if err != nil {
		t.Fatal(err)
	}
	if e := entries[len(entries)-1]; e.Title != paper.Title || e.Date != paper.Date || !strings.HasPrefix(string(a.Text), ownList) {
		t.Errorf("%+v\n%s", e, a.Text)
	}
}
