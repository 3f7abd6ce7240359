package list_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/record"
	"citemap/graph"
)

func arxivPaper(id, title string, date string) graph.Paper {
	d, _ := graph.ParseDate(date)
	return graph.Paper{ID: graph.PaperID("arXiv:" + id), IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: id}}, Title: title, Date: d,
		Authors: []string{"Hugo Touvron", "Van der Maaten, Laurens"}}
}

var (
	llama   = arxivPaper("2307.09288", "Llama 2: Open Foundation Models", "2023")
	newest  = arxivPaper("2501.12948", "Reasoning *by* [Reward]", "2025-01-22")
	oldest  = arxivPaper("1706.03762", "Attention Is All You Need", "2017-06-12")
	journal = graph.Paper{ID: "0123456789abcdef0123456789abcdef01234567", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/a_(b)<c>;2-#"}},
		Title: "Größe & {Braces} of 50% in C#", Date: graph.Date{Year: 2019}, Venue: "Journal of Tests", Authors: []string{"Jürgen Müller", "OpenAI"}}
)

// TestAppend holds what is written into lists of every form. want is the new
// text, in which the added part stands between « and ».
func TestAppend(t *testing.T) {
	const a, b = "### A First Paper\n\n**2023-05-18**\n\nhttps://arxiv.org/pdf/2305.11206v1\n\nIt says this.\n\n---", "### The Second One\n\n**2024-01-02**\n\nhttps://arxiv.org/pdf/2401.01335\n\nAnd that.\n\n---"
	const llamaEntry = "### Llama 2: Open Foundation Models\n\n**2023**\n\nhttps://arxiv.org/pdf/2307.09288\n\n---"
	const newestEntry = "### Reasoning \\*by\\* \\[Reward\\]\n\n**2025-01-22**\n\nhttps://arxiv.org/pdf/2501.12948"
	for _, test := range []struct {
		name, file, want string
		papers           []graph.Paper
	}{
		{"our form, by date", "l.md", "## S\n\n" + a + "\n\n«" + llamaEntry + "\n\n»" + b + "\n", []graph.Paper{llama}},
		{"our form, at the end without a line break", "l.md", a + "\n\n" + b + "«\n\n" + newestEntry + "\n\n---»", []graph.Paper{newest}},
		{"our form, the last rule missing", "l.md", a + "\n\n" + strings.TrimSuffix(b, "\n\n---") + "«\n\n---\n\n" + newestEntry + "»\n", []graph.Paper{newest}},
		{"our form, one entry without a rule", "l.md", strings.TrimSuffix(a, "\n\n---") + "«\n\n---\n\n" + newestEntry + "»\n", []graph.Paper{newest}},
		{"our form, before all others", "l.md", "## S\n\n«### Attention Is All You Need\n\n**2017-06-12**\n\nhttps://arxiv.org/pdf/1706.03762\n\n---\n\n»" + a + "\n\n" + b + "\n", []graph.Paper{oldest}},
		{"our form, newest first", "l.md", b + "\n\n«" + llamaEntry + "\n\n»" + a + "\n", []graph.Paper{llama}},
		{"our form, windows", "l.md", strings.ReplaceAll(a+"\n\n«"+llamaEntry+"\n\n»"+b+"\n", "\n", "\r\n"), []graph.Paper{llama}},
		{"our form with a mark", "l.md", "\ufeff" + a + "\n\n«" + llamaEntry + "\n\n»" + b + "\n", []graph.Paper{llama}},
		{"headings alone", "l.md", "# L\n\n## [A First Paper](https://arxiv.org/abs/2305.11206)\nText.\n\n## [The Second One](https://arxiv.org/abs/2401.01335)\nMore text.\n«\n## [Llama 2: Open Foundation Models](https://arxiv.org/abs/2307.09288)\n»", []graph.Paper{llama}},
		{"bullets", "l.md", "# L\n\n* [A First Paper](https://arxiv.org/abs/2305.11206)\n* The Second One [[pdf](https://arxiv.org/abs/2401.01335)]\n  - [code](https://github.com/a/b)\n«* [Llama 2: Open Foundation Models](https://arxiv.org/abs/2307.09288) (2023)\n* [Attention Is All You Need](https://arxiv.org/abs/1706.03762) (2017)\n»\n## Licence\n\nMIT\n", []graph.Paper{llama, oldest}},
		{"bullets apart, with boxes", "l.md", "- [x] [A First Paper](https://arxiv.org/abs/2305.11206)\n\n- [ ] [The Second One](https://arxiv.org/abs/2401.01335)«\n\n- [ ] [Größe & {Braces} of 50% in C\\#](https://doi.org/10.1000/a_%28b%29%3Cc%3E;2-%23) (2019)»", []graph.Paper{journal}},
		{"bullets under years", "l.md", "## 2024\n- [The Second One](https://arxiv.org/abs/2401.01335)\n\n## 2023\n- [A First Paper](https://arxiv.org/abs/2305.11206)\n«- [Llama 2: Open Foundation Models](https://arxiv.org/abs/2307.09288) (2023)\n»\n## 2022\n- [A Third Paper](https://arxiv.org/abs/2203.02155)\n", []graph.Paper{llama}},
		{"numbers", "l.md", "1. [A First Paper](https://arxiv.org/pdf/2305.11206)\n2. [The Second One](https://arxiv.org/pdf/2401.01335)\n«3. [Llama 2: Open Foundation Models](https://arxiv.org/pdf/2307.09288) (2023)\n4. [Attention Is All You Need](https://arxiv.org/pdf/1706.03762) (2017)\n»", []graph.Paper{llama, oldest}},
		{"all ones", "l.md", "1) [A First Paper](https://arxiv.org/pdf/2305.11206)\n1) [The Second One](https://arxiv.org/pdf/2401.01335)\n«1) [Llama 2: Open Foundation Models](https://arxiv.org/pdf/2307.09288) (2023)\n»", []graph.Paper{llama}},
		{"a table", "l.md", "| Year | Title | Code |\n|---|---|---|\n| 2024 | [The Second One](https://arxiv.org/abs/2401.01335) | [x](https://github.com/a/b) |\n«| 2025 | [Reasoning \\*by\\* \\[Reward\\]](https://arxiv.org/abs/2501.12948) | |\n»\nMore.\n", []graph.Paper{newest}},
		{"a table with a column of links", "l.md", "Title | PDF\n--|--\nThe Second One | [pdf](https://arxiv.org/pdf/2401.01335)\n«Llama 2: Open Foundation Models | [pdf](https://arxiv.org/pdf/2307.09288)\n»", []graph.Paper{llama}},
		{"paragraphs", "l.md", "**A First Paper** [[pdf](https://arxiv.org/pdf/2305.11206)]\n*People*\n\n**The Second One** [[pdf](https://arxiv.org/pdf/2401.01335)]\n«\n[Llama 2: Open Foundation Models](https://arxiv.org/pdf/2307.09288) (2023)\n»\n## Licence\n", []graph.Paper{llama}},
		{"citations without blank lines", "l.md", "[1] A. Love and A. Turing, “Fine nets,” ICML, 2015.\n[2] A. Love, “Random woods,” JMLR,\n2017.\n«\n[Llama 2: Open Foundation Models](https://arxiv.org/abs/2307.09288) (2023)\n»", []graph.Paper{llama}},
		{"quoted bullets", "l.md", "> - [A First Paper](https://arxiv.org/pdf/2305.11206)\n> - [The Second One](https://arxiv.org/pdf/2401.01335)\n«> - [Llama 2: Open Foundation Models](https://arxiv.org/pdf/2307.09288) (2023)\n»\nEnd.\n", []graph.Paper{llama}},
		{"bare ids", "ids.txt", "# mine\n2305.11206\n2401.01335«\n2307.09288\n10.1000/a_(b)<c>;2-#»", []graph.Paper{llama, journal}},
		{"ids with prefix", "ids.txt", "arxiv:2305.11206\narxiv:2401.01335\n«arxiv:2307.09288\nDOI:10.1000/a_(b)<c>;2-#\n»", []graph.Paper{llama, journal}},
		{"addresses with comments", "ids.txt", "https://arxiv.org/abs/2305.11206 # A First Paper\nhttps://arxiv.org/abs/2401.01335 # The Second One\n«https://arxiv.org/abs/2307.09288 # Llama 2: Open Foundation Models\n»", []graph.Paper{llama}},
		{"bulleted ids with titles", "ids.txt", "- 2305.11206  A First Paper\n- 2401.01335  The Second One\n«- 2307.09288  Llama 2: Open Foundation Models\n»# end\n", []graph.Paper{llama}},
		{"bibtex", "l.bib", "@article{a,\n    title = {A First Paper},\n    year = 2023\n}\n\n@misc{touvron2023llama,\n    title = {The Second One},\n    eprint = {2401.01335}\n}\n«\n@misc{touvron2023llamaa,\n    title = {Llama 2: Open Foundation Models},\n    author = {Touvron, Hugo and Van der Maaten, Laurens},\n    year = {2023},\n    eprint = {2307.09288},\n    archivePrefix = {arXiv}\n}\n»", []graph.Paper{llama}},
		{"bibtex in columns", "l.txt", "@article{a,\n\ttitle  = {A First Paper},\n\tauthor = {X},\n\tyear   = 2023,\n}«\n\n@article{muller2019grosse,\n\ttitle  = {Größe \\& \\textbraceleft{}Braces\\textbraceright{} of 50\\% in C\\#},\n\tauthor = {Müller, Jürgen and {OpenAI}},\n\tyear   = {2019},\n\tjournal = {Journal of Tests},\n\tdoi    = {10.1000/a\\_(b)<c>;2-\\#},\n}»", []graph.Paper{journal}},
	} {
		t.Run(test.name, func(t *testing.T) {
			head, rest, _ := strings.Cut(test.want, "«")
			middle, tail, _ := strings.Cut(rest, "»")
			a, err := add.Append(test.file, []byte(head+tail), list.Auto, test.papers)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(a.Text); got != head+middle+tail {
				t.Errorf("got\n%s\nwant\n%s", got, head+middle+tail)
			}
			if len(a.Passed) > 0 || len(a.Added) != len(test.papers) {
				t.Errorf("added %v, passed %v", a.Added, a.Passed)
			}
			checkGrown(t, test.file, []byte(head+tail), a, test.papers)
		})
	}
}

// checkGrown holds what Append promises, with none of its own means: the old
// bytes are there in their order, so are the old entries, and the others are
// the added papers, one each.
func checkGrown(t *testing.T, name string, old []byte, a add.Addition, papers []graph.Paper) {
	t.Helper()
	at := 0
	for _, b := range a.Text {
		if at < len(old) && old[at] == b {
			at++
		}
	}
	if at < len(old) {
		t.Fatalf("an old byte at %d is gone", at)
	}
	before, err := list.Read(name, old)
	if err != nil {
		t.Fatal(err)
	}
	after, err := list.Read(name, a.Text)
	if err != nil {
		t.Fatal(err)
	}
	added := map[string]bool{}
	for _, p := range papers {
		if slices.Contains(a.Added, p.ID) {
			for _, id := range p.IDs {
				added[id.String()] = true
			}
		}
	}
	kept := slices.DeleteFunc(slices.Clone(after), func(e graph.Entry) bool {
		return slices.ContainsFunc(e.IDs, func(id graph.ExternalID) bool { return added[id.String()] })
	})
	if len(kept) != len(before) || len(after) != len(before)+len(a.Added) {
		t.Fatalf("%d entries became %d, of which %d are old; %d were added", len(before), len(after), len(kept), len(a.Added))
	}
	for i := range kept {
		if !slices.Equal(kept[i].IDs, before[i].IDs) {
			t.Errorf("entry %d had %v, now %v", i, before[i].IDs, kept[i].IDs)
		}
	}
}

// TestAppendPasses holds which papers are not added, and why.
func TestAppendPasses(t *testing.T) {
	text := []byte("- [A First Paper](https://arxiv.org/abs/2305.11206)\n- [The Second One](https://www.jmlr.org/papers/v1/x.html)\n")
	merged := graph.Paper{ID: "DOI:10.1/x", Aliases: []graph.PaperID{"arXiv:2305.11206"}, Title: "A first paper, printed"}
	nameless := graph.Paper{ID: "title:0123456789abcdef", Title: "Known by its title alone"}
	second := graph.Paper{ID: "0123456789abcdef0123456789abcdef01234567", Title: "The second one."}
	a, err := add.Append("l.md", text, list.Auto, []graph.Paper{merged, llama, nameless, second, llama})
	if err != nil {
		t.Fatal(err)
	}
	want := []add.Passed{{Paper: merged.ID, Why: "is on the list already: l.md:1"}, {Paper: nameless.ID, Why: "has no id or address that the list could link to"},
		{Paper: second.ID, Why: "is on the list already: l.md:2"}, {Paper: llama.ID, Why: "was given twice"}}
	if !slices.Equal(a.Passed, want) || !slices.Equal(a.Added, []graph.PaperID{llama.ID}) {
		t.Errorf("added %v, passed %q", a.Added, a.Passed)
	}
	a, err = add.Append("l.md", text, list.Auto, []graph.Paper{merged})
	if err != nil || !bytes.Equal(a.Text, text) {
		t.Errorf("nothing to add, and %v, %q", err, a.Text)
	}
}

func TestAppendErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"html alone", "<table>\n<tr><td><a href=\"https://arxiv.org/abs/2305.11206\">A First Paper</a></td></tr>\n</table>\n",
			"l.md: its entries are HTML or front matter, which citemap reads but does not write"},
		{"windows-1252", "- [Gr\xf6\xdfe of it all](https://arxiv.org/abs/2305.11206)\n",
			`l.md: is in Windows-1252, which cannot write 'Ł': save it as UTF-8 first`},
		{"no list", "words\n", "l.md: no entry: want Markdown with links to papers or citations, BibTeX, RIS, CSL-JSON, EndNote XML, Zotero CSV, a snapshot, or an id or a title a line"},
	} {
		_, err := add.Append("l.md", []byte(test.text), list.Auto, []graph.Paper{arxivPaper("2307.09288", "On Łukasiewicz", "2023")})
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// TestAppendEncodings adds to a list in every encoding, in that encoding.
func TestAppendEncodings(t *testing.T) {
	const old = "- [Über alles](https://arxiv.org/abs/2305.11206)\n"
	const grown = old + "- [Größe zählt](https://arxiv.org/abs/2307.09288) (2023)\n"
	latin := strings.NewReplacer("Ü", "\xdc", "ö", "\xf6", "ß", "\xdf", "ä", "\xe4")
	for name, test := range map[string]struct{ old, want []byte }{
		"utf-16 le": {inUTF16(old, false), inUTF16(grown, false)}, "utf-16 be": {inUTF16(old, true), inUTF16(grown, true)},
		"windows-1252": {[]byte(latin.Replace(old)), []byte(latin.Replace(grown))},
	} {
		a, err := add.Append("l.md", test.old, list.Auto, []graph.Paper{arxivPaper("2307.09288", "Größe zählt", "2023")})
		if err != nil || !bytes.Equal(a.Text, test.want) {
			t.Errorf("%s: %v; got %q, want %q", name, err, a.Text, test.want)
		}
	}
}

// TestAppendToRealLists adds to lists as people keep them.
func TestAppendToRealLists(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	files, err := filepath.Glob("../../../shared/lists/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no lists in ../shared/lists")
	}
	papers := []graph.Paper{arxivPaper("2412.99991", "A Paper That Nobody Wrote", "2024-12"), journal,
		arxivPaper("1012.99992", "Another Paper That Nobody Wrote: _Really_ | [Not]", "2010"),
		{ID: "ACL:P99-9999", IDs: graph.ExternalIDs{{Scheme: graph.ACL, Value: "P99-9999"}}, Title: "Short"}}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := add.Append(file, text, list.Auto, papers)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Passed) > 0 {
				t.Errorf("passed %v", a.Passed)
			}
			checkGrown(t, file, text, a, papers)
			t.Logf("%s", newLines(text, a.Text))
		})
	}
}

// newLines shows the lines that one text has and another has not, each run
// with the line above it.
func newLines(old, grown []byte) string {
	was := map[string]int{}
	for _, line := range strings.Split(string(old), "\n") {
		was[line]++
	}
	var out []string
	above := ""
	for _, line := range strings.Split(string(grown), "\n") {
		if was[line]--; was[line] < 0 {
			if above != "" {
				out = append(out, "  "+above)
			}
			out, above = append(out, "+ "+line), ""
		} else {
			above = line
		}
	}
	return strings.Join(out, "\n")
}

// FuzzAppend holds that what is added stands beside what was there.
func FuzzAppend(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/lists/*")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			f.Add(text, "A *Title* [of] it", uint16(2023))
		}
	}
	for _, s := range []string{
		"- [A b c](https://arxiv.org/abs/2305.11206) [pdf](https://arxiv.org/abs/1706.03762)\n  - x\n", "1. a https://arxiv.org/abs/2305.11206",
		"| Title | x |\n|--|--|\n| a \\| b | [pdf](http://a.org/b.pdf) |\n", "> - [x][1]\n\n[1]: https://arxiv.org/abs/2305.11206\n",
		"2305.11206\r\n10.1234/x\r\n", "Title\n===\nhttps://arxiv.org/abs/2305.11206", "@a{b,title={x},year=2}", "@string{x=\"y\"}\n@a(b,title=x # {z},\n",
		"\xff\xfe-\x00 \x002\x00", "**A b**\n\n[pdf](https://arxiv.org/abs/2305.11206)\n\n---", "### A b\nhttps://arxiv.org/abs/2305.11206\n***\n",
	} {
		f.Add([]byte(s), "# T](x)\n\n- y", uint16(0))
	}
	f.Fuzz(func(t *testing.T, text []byte, title string, year uint16) {
		papers := []graph.Paper{
			{ID: "arXiv:9901.99999", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "9901.99999"}}, Title: title, Date: graph.Date{Year: int(year)}, Authors: []string{title}, Venue: title},
			{ID: "DOI:10.1000/zzz", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/zzz"}}, Title: "B " + title},
		}
		a, err := add.Append("x", text, list.Auto, papers)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		checkGrown(t, "x", text, a, papers)
	})
}

// TestTitlesSurvive writes titles full of marks into every form and reads them
// again as they were.
func TestTitlesSurvive(t *testing.T) {
	for _, title := range []string{
		`Beating $O(n^2)$: a_b under {x} & 50% of ~all~ \cases`, "On <b>HTML</b>, pipes|strokes, * stars _under_ `code` in [brackets]", "C# at 100&nbsp;& more",
		"Dashes -- and --- ``quotes'' of a kind", "See http://a.org/b and www.c.org for it", "Größe, Ćwiek and 深度学习 of models", "Two\nlines \x1b[2J of\u202e it",
	} {
		p := arxivPaper("2307.09288", title, "2023")
		for name, text := range map[string]string{
			"l.bib": "@misc{a, title={First One}, eprint={2305.11206}}\n", "h.md": "### First One\n\n**2020**\n\nhttps://arxiv.org/pdf/2305.11206\n",
			"b.md": "- [First One](https://arxiv.org/abs/2305.11206)\n", "t.md": "| Title |\n|---|\n| [First One](https://arxiv.org/abs/2305.11206) |\n",
		} {
			a, err := add.Append(name, []byte(text), list.Auto, []graph.Paper{p})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			entries, err := list.Read(name, a.Text)
			want := layout.Printable(title)
			if name == "l.bib" { // HTML is none in BibTeX
				want = record.PlainTitle(want)
			}
			if err != nil || len(entries) != 2 || entries[1].Title != want {
				t.Errorf("%s: %v; %q became %q in\n%s", name, err, want, entries[len(entries)-1].Title, a.Text)
			}
		}
	}
}
