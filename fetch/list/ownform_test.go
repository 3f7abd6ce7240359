package list_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/fetch/list/fix"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// parsed is a paper that many sites show.
var parsed = graph.Paper{ID: "ACL:E06-1011", Title: "Approximate Parsing", Date: graph.Date{Year: 2006}, IDs: graph.ExternalIDs{
	{Scheme: graph.ArXiv, Value: "2006.00001"}, {Scheme: graph.DOI, Value: "10.3115/e06.1011"}, {Scheme: graph.ACL, Value: "E06-1011"},
}}

// What is added to a list and what is put right in it go by one form, the list's own:
// %s stands in each for the addresses that it has, then for the one that is added.
func TestAddAndFixKeepTheListsForm(t *testing.T) {
	for _, test := range []struct {
		name         string
		has          []string
		added, fixed string // fixed is the last of has once it is put right; "": as it is
	}{
		{"PDFs of arXiv", []string{"https://arxiv.org/pdf/2305.11206", "https://arxiv.org/pdf/2305.02301"}, "https://arxiv.org/pdf/2006.00001", ""},
		{"PDFs of arXiv that end so", []string{"https://arxiv.org/pdf/2305.11206.pdf", "https://arxiv.org/pdf/2305.02301.pdf"}, "https://arxiv.org/pdf/2006.00001.pdf", ""},
		{"PDFs with versions", []string{"https://arxiv.org/pdf/2305.11206", "https://arxiv.org/pdf/2305.02301v2"}, "https://arxiv.org/pdf/2006.00001", "https://arxiv.org/pdf/2305.02301"},
		{"PDFs over http", []string{"https://arxiv.org/pdf/2305.11206.pdf", "http://arxiv.org/pdf/2305.02301.pdf"}, "https://arxiv.org/pdf/2006.00001.pdf", "https://arxiv.org/pdf/2305.02301.pdf"},
		{"abstracts", []string{"https://arxiv.org/abs/2305.11206", "https://arxiv.org/abs/2305.02301"}, "https://arxiv.org/abs/2006.00001", ""},
		{"abstracts and one PDF", []string{"https://arxiv.org/abs/2305.11206", "https://arxiv.org/abs/2401.01335", "https://arxiv.org/pdf/2305.02301"}, "https://arxiv.org/abs/2006.00001", "https://arxiv.org/abs/2305.02301"},
		{"one abstract and PDFs", []string{"https://arxiv.org/pdf/2305.11206", "https://arxiv.org/pdf/2401.01335", "https://arxiv.org/abs/2305.02301"}, "https://arxiv.org/pdf/2006.00001", ""},
		{"the anthology without a slash", []string{"https://aclanthology.org/P02-1040", "https://aclanthology.org/P05-1033"}, "https://aclanthology.org/E06-1011", ""},
		{"the anthology with one", []string{"https://aclanthology.org/P02-1040/", "https://aclanthology.org/P05-1033/"}, "https://aclanthology.org/E06-1011/", ""},
		{"the anthology's PDFs", []string{"https://aclanthology.org/P02-1040.pdf", "https://www.aclweb.org/anthology/P05-1033.pdf"}, "https://aclanthology.org/E06-1011.pdf", "https://aclanthology.org/P05-1033.pdf"},
		{"DOIs", []string{"https://doi.org/10.1000/one", "http://dx.doi.org/10.1000/two"}, "https://doi.org/10.3115/e06.1011", "https://doi.org/10.1000/two"},
		{"publishers", []string{"https://link.springer.com/article/10.1007/s10994-021-05946-3", "https://dl.acm.org/doi/10.1145/3292500.3330701"}, "https://doi.org/10.3115/e06.1011", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			old := ""
			for i, a := range test.has {
				old += fmt.Sprintf("- [A Title of Paper %d](%s) (200%d)\n", i, a, i)
			}
			want := old
			if test.fixed != "" {
				want = strings.Replace(old, test.has[len(test.has)-1], test.fixed, 1)
			}
			checkOwnForm(t, "l.md", old, want, test.added)
		})
	}
}

// checkOwnForm puts a list right, adds a paper to it, and does it the other way
// round: all to the same end.
func checkOwnForm(t *testing.T, name, old, fixed, added string) {
	t.Helper()
	f, err := fix.Fix(name, []byte(old), list.Auto, fix.FixLinks, knowing())
	if err != nil {
		t.Fatal(err)
	}
	if string(f.Text) != fixed {
		t.Errorf("fixed to\n%s\nwant\n%s", f.Text, fixed)
	}
	a, err := add.Append(name, []byte(old), list.Auto, []graph.Paper{parsed})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(a.Text), "("+added+")") {
		t.Errorf("want %s added to\n%s", added, a.Text)
	}
	first, err := add.Append(name, f.Text, list.Auto, []graph.Paper{parsed})
	if err != nil {
		t.Fatal(err)
	}
	then, err := fix.Fix(name, a.Text, list.Auto, fix.FixLinks, knowing())
	if err != nil {
		t.Fatal(err)
	}
	if string(first.Text) != string(then.Text) {
		t.Errorf("fixed and added to is\n%s\nadded to and fixed\n%s", first.Text, then.Text)
	}
}

// What is added to a real list is not touched when that is put right, and most links
// lead where they did.
func TestRealListsKeepTheirForm(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	files, _ := filepath.Glob("../../../shared/lists/*.md")
	if len(files) == 0 {
		t.Skip("no lists in ../shared/lists")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if layout.Writable(file, text, list.Auto) != nil {
			continue
		}
		a, err := add.Append(file, text, list.Auto, []graph.Paper{parsed})
		if err != nil {
			continue // the list has no place for it, which other tests are about
		}
		f, err := fix.Fix(file, a.Text, list.Auto, fix.FixLinks, knowing())
		if err != nil {
			t.Fatal(err)
		}
		abs, pdf := strings.Count(string(text), "arxiv.org/abs/"), strings.Count(string(text), "arxiv.org/pdf/")
		for _, c := range f.Changes {
			for _, own := range []string{"2006.00001", "10.3115/e06.1011", "E06-1011"} {
				if strings.Contains(c.What, own) {
					t.Errorf("%s: what was added is put right: %s", filepath.Base(file), c.What)
				}
			}
			if was, is, _ := strings.Cut(c.What, " is now "); pdf > abs && strings.Contains(was, "arxiv.org/pdf/") && strings.Contains(is, "/abs/") {
				t.Errorf("%s: %d of PDFs, %d of abstracts, and %s", filepath.Base(file), pdf, abs, c.What)
			}
		}
	}
}
