package list_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"citemap/fetch/citation/words"
	"citemap/fetch/list"
	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/fix"
	"citemap/graph"
)

var (
	lima      = arxivPaper("2305.11206", "LIMA: Less Is More for Alignment", "2023-05-18")
	attention = graph.Paper{ID: "204e3073870fae3d05bcbc2f6a8e263d9b72e776", Title: "Attention Is All You Need", Date: graph.Date{Year: 2017, Month: 6, Day: 12},
		IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}, {Scheme: graph.DOI, Value: "10.5555/3295222"}}, Authors: []string{"Ashish Vaswani"}, Venue: "NIPS"}
)

// knowing advises from papers, by id and by title.
func knowing(papers ...graph.Paper) func([]graph.Entry) []fix.Advice {
	return func(entries []graph.Entry) []fix.Advice {
		out := make([]fix.Advice, len(entries))
		first := map[string]int{}
		for i, e := range entries {
			out[i].Same = -1
			var names []string
			for _, id := range e.IDs {
				names = append(names, id.String())
			}
			for k := range papers {
				for _, id := range papers[k].IDs {
					if slices.Contains(e.IDs, id) || len(e.Lookups()) == 0 && words.SameTitle(e.Title, papers[k].Title) {
						out[i].Paper = &papers[k]
						names = append(names, string(papers[k].ID))
						break
					}
				}
			}
			slices.Sort(names)
			for _, name := range names {
				if at, met := first[name]; met && (out[i].Same < 0 || at < out[i].Same) {
					out[i].Same = at
				}
			}
			for _, name := range names {
				if _, met := first[name]; !met {
					first[name] = i
				}
			}
		}
		return out
	}
}

// TestFix holds what becomes of lists.
func TestFix(t *testing.T) {
	const a, b = "- [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206)", "- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)"
	for _, test := range []struct {
		name, file, old, want string
		said                  []string
	}{
		{"a version", "l.md", "- [LIMA](http://www.arxiv.org/pdf/2305.11206v3.pdf) is good\n" + b + "\n", "- [LIMA](https://arxiv.org/abs/2305.11206) is good\n" + b + "\n",
			[]string{"1 link http://www.arxiv.org/pdf/2305.11206v3.pdf is now https://arxiv.org/abs/2305.11206"}},
		{"a PDF stays one", "l.md", "- LIMA: Less Is More [[pdf](http://arxiv.org/pdf/2305.11206v1.pdf)]\n- [Attention Is All You Need](http://arxiv.org/abs/1706.03762) ([paper](https://arxiv.org/pdf/1706.03762.pdf))\n",
			"- LIMA: Less Is More [[pdf](https://arxiv.org/pdf/2305.11206.pdf)]\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762) ([paper](https://arxiv.org/pdf/1706.03762.pdf))\n",
			[]string{"1 link http://arxiv.org/pdf/2305.11206v1.pdf is now https://arxiv.org/pdf/2305.11206.pdf", "2 link http://arxiv.org/abs/1706.03762 is now https://arxiv.org/abs/1706.03762"}},
		{"other sites", "l.md", "- [A Title](http://dx.doi.org/10.1000/Some_(Case)?x)\n- [BLEU a method](https://www.aclweb.org/anthology/P02-1040.pdf \"t\")\n- [Third Title](https://huggingface.co/papers/2305.11206)\n- [Fourth Title](http://openreview.net/pdf?id=abc-D_9)\n- [Old Title](http://arxiv.org/ftp/arxiv/papers/1905/1905.12345.pdf) and [Older Title](http://xxx.lanl.gov/abs/math.AG/0601001v2)\n- [Fifth Title](https://www.ncbi.nlm.nih.gov/pubmed/12345)\n",
			"- [A Title](https://doi.org/10.1000/Some_(Case)?x)\n- [BLEU a method](https://aclanthology.org/P02-1040/ \"t\")\n- [Third Title](https://arxiv.org/abs/2305.11206)\n- [Fourth Title](https://openreview.net/forum?id=abc-D_9)\n- [Old Title](https://arxiv.org/abs/1905.12345) and [Older Title](https://arxiv.org/abs/math/0601001)\n- [Fifth Title](https://pubmed.ncbi.nlm.nih.gov/12345/)\n", nil},
		{"not in code, not a place in a paper", "l.md", a + "\n\n```\nhttp://arxiv.org/abs/1706.03762v1\n```\n\n`http://arxiv.org/abs/1706.03762v1` and <!-- http://arxiv.org/abs/1706.03762v1 -->\n\n- [A Third Paper](http://arxiv.org/pdf/2001.00001v1#page=3)\n", "", nil},
		{"references and HTML", "l.md", "- [LIMA: Less Is More for Alignment][1]\n- <a href=\"http://arxiv.org/abs/1706.03762v5\">Attention Is All You Need</a>\n\n[1]: http://arxiv.org/abs/2305.11206v1\n",
			"- [LIMA: Less Is More for Alignment][1]\n- <a href=\"https://arxiv.org/abs/1706.03762\">Attention Is All You Need</a>\n\n[1]: https://arxiv.org/abs/2305.11206\n", nil},
		{"a duplicate", "l.md", "# L\n\n" + a + "\n" + b + "\n* other\n\n## More\n\n- [LIMA: Less Is More for Alignment](https://arxiv.org/pdf/2305.11206)\n\nEnd.\n", "# L\n\n" + a + "\n" + b + "\n* other\n\n## More\n\nEnd.\n",
			[]string{`9 duplicate of line 3 removed: "LIMA: Less Is More for Alignment"`}},
		{"another id of the paper", "l.md", b + "\n- [Attention is all you need](https://doi.org/10.5555/3295222) (NIPS 2017)\n- last\n", b + "\n- last\n",
			[]string{`2 duplicate of line 1 removed: "Attention is all you need"`}},
		{"a duplicate with more to say", "l.md", a + "\n" + b + "\n- [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206), a must\n" + a + " [code](https://github.com/a/b)\n" + a + " and " + b[2:] + "\n", "",
			[]string{`3 left: "LIMA: Less Is More for Alignment" is the paper of line 1, but it says more: "must"`, `4 left: "LIMA: Less Is More for Alignment" is the paper of line 1, but it links to https://github.com/a/b too`,
				`5 left: "LIMA: Less Is More for Alignment" is the paper of line 1, but its place in the list holds another paper too`, `5 left: "Attention Is All You Need" is the paper of line 2, but its place in the list holds another paper too`}},
		{"a wrong id", "l.md", a + "\n- [Scaling Laws for Models](https://arxiv.org/abs/2305.11206)\n", "",
			[]string{`2 left: "Scaling Laws for Models" is the paper of line 1, but has another title: one of the two ids may be wrong`}},
		{"our form", "l.md", "### A First Paper\n\n**2020-01-02**\n\nhttps://arxiv.org/abs/2001.00001\n\nText.\n\n---\n\n### LIMA: Less Is More for Alignment\n\nhttps://arxiv.org/pdf/2305.11206v1\n\n---\n\n### A First Paper\n\n**2020-01-02**\n\nhttps://arxiv.org/abs/2001.00001\n\n---\n\n### Last One\n\nhttps://arxiv.org/abs/2001.00009\n",
			"### A First Paper\n\n**2020-01-02**\n\nhttps://arxiv.org/abs/2001.00001\n\nText.\n\n---\n\n### LIMA: Less Is More for Alignment\n\n**2023-05-18**\n\nhttps://arxiv.org/abs/2305.11206\n\n---\n\n### Last One\n\nhttps://arxiv.org/abs/2001.00009\n",
			[]string{`11 "LIMA: Less Is More for Alignment" now has the date 2023-05-18`, "13 link https://arxiv.org/pdf/2305.11206v1 is now https://arxiv.org/abs/2305.11206", `17 duplicate of line 1 removed: "A First Paper"`}},
		{"dates behind", "l.md", a + " (2023)\r\n" + b + ", great\r\n- [A Third Paper](https://arxiv.org/abs/2001.00001)\r\n", a + " (2023)\r\n" + b + " (2017), great\r\n- [A Third Paper](https://arxiv.org/abs/2001.00001)\r\n",
			[]string{`2 "Attention Is All You Need" now has the date 2017`}},
		{"dates ahead", "l.md", "* 2023-05: [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206)\n* [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n", "* 2023-05: [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206)\n* 2017-06: [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n", nil},
		{"dates ahead of titles", "l.md", "- [2023/05] LIMA: Less Is More for Alignment [[paper](https://arxiv.org/abs/2305.11206)]\n- Attention Is All You Need [[paper](https://arxiv.org/abs/1706.03762)]\n", "- [2023/05] LIMA: Less Is More for Alignment [[paper](https://arxiv.org/abs/2305.11206)]\n- [2017/06] Attention Is All You Need [[paper](https://arxiv.org/abs/1706.03762)]\n", nil},
		{"dates at the end", "l.md", "1. [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206), Zhou et al. (2023)\n2. [Attention Is All You Need](https://arxiv.org/abs/1706.03762), Vaswani et al.  \n", "1. [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206), Zhou et al. (2023)\n2. [Attention Is All You Need](https://arxiv.org/abs/1706.03762), Vaswani et al. (2017)  \n", nil},
		{"no dates", "l.md", a + "\n" + b + "\n", "", nil},
		{"dates in a table", "l.md", "| Title | Year |\n|---|---|\n| [A Paper](https://arxiv.org/abs/2001.00001) | 2020 |\n| [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206) | |\n| [Attention Is All You Need](https://arxiv.org/abs/1706.03762) ||\n",
			"| Title | Year |\n|---|---|\n| [A Paper](https://arxiv.org/abs/2001.00001) | 2020 |\n| [LIMA: Less Is More for Alignment](https://arxiv.org/abs/2305.11206) | 2023 |\n| [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | 2017 |\n", nil},
		{"bare links", "l.md", a + "\n- https://arxiv.org/pdf/1706.03762v1\n- <https://arxiv.org/abs/2305.11206>\n", a + "\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n",
			[]string{`2 "arXiv:1706.03762" now has the title Attention Is All You Need`, `3 duplicate of line 1 removed: "arXiv:2305.11206"`}},
		{"ids", "ids.txt", "2305.11206 # LIMA: Less Is More for Alignment\nhttps://arxiv.org/pdf/1706.03762v2\narXiv:2305.11206v2\n2305.11206 # read it\n", "2305.11206 # LIMA: Less Is More for Alignment\nhttps://arxiv.org/pdf/1706.03762 # Attention Is All You Need\n2305.11206 # read it\n", nil},
		{"bibtex", "l.bib", "@misc{a,\n  title = {LIMA: Less Is More for Alignment},\n  doi   = {https://doi.org/10.1000/x},\n  url   = {http://arxiv.org/abs/2305.11206v1}\n}\n\n@article{b,\n  title = \"{Attention} Is All You Need\",\n  author = {Vaswani, Ashish},\n}\n\n@misc{c, title={LIMA: Less is more for alignment}, eprint={2305.11206}}\n",
			"@misc{a,\n  title = {LIMA: Less Is More for Alignment},\n  doi   = {10.1000/x},\n  url   = {https://arxiv.org/abs/2305.11206},\n  year  = {2023}\n}\n\n@article{b,\n  title = \"{Attention} Is All You Need\",\n  author = {Vaswani, Ashish},\n  year = {2017},\n  doi = {10.5555/3295222},\n}\n",
			[]string{"1 doi is now 10.1000/x", `1 "LIMA: Less Is More for Alignment" now has year = 2023`, "4 link http://arxiv.org/abs/2305.11206v1 is now https://arxiv.org/abs/2305.11206",
				`7 "Attention Is All You Need" now has year = 2017`, `7 "Attention Is All You Need" now has doi = 10.5555/3295222`, `12 duplicate of line 1 removed: "LIMA: Less is more for alignment" (c: cite a)`}},
		{"a record that others refer to", "l.bib", "@proceedings{a, title={Proceedings of It All}, year=2020, doi={10.1000/p}}\n@proceedings{b, title={Proceedings of It All}, year=2020, doi={10.1000/p}}\n@inproceedings{c, title={A Paper}, year=2020, crossref={b}}\n", "", nil},
		{"two records of one work", "l.bib", "@misc{a, title={LIMA: Less Is More for Alignment}, year=2023, eprint={2305.11206}}\n@inproceedings{b, title={LIMA: Less Is More for Alignment}, year=2023, booktitle={NeurIPS}, eprint={2305.11206}}\n", "",
			[]string{`2 left: "LIMA: Less Is More for Alignment" is the paper of line 1, but it says more: "neurips"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.want == "" {
				test.want = test.old
			}
			f, err := fix.Fix(test.file, []byte(test.old), list.Auto, fix.FixUsual, knowing(lima, attention))
			if err != nil {
				t.Fatal(err)
			}
			if string(f.Text) != test.want {
				t.Errorf("got\n%s\nwant\n%s", f.Text, test.want)
			}
			var said []string
			for _, c := range append(f.Changes, f.Left...) {
				said = append(said, fmt.Sprintf("%d %s", c.Line, c.What))
			}
			if test.said != nil && !slices.Equal(said, test.said) {
				t.Errorf("said\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(test.said, "\n"))
			}
			checkFixed(t, test.file, []byte(test.old), f, knowing(lima, attention))
		})
	}
}

// TestFixCrossListed holds that a list which files papers under several headings
// keeps them there, unless it is told otherwise.
func TestFixCrossListed(t *testing.T) {
	const deliberate = 5 // so many are no oversight
	var b strings.Builder
	for _, heading := range []string{"# One", "# Two"} {
		b.WriteString(heading + "\n\n")
		for i := range deliberate {
			fmt.Fprintf(&b, "- [Paper Number %d](https://arxiv.org/abs/2001.0000%d)\n", i, i)
		}
		b.WriteString("- [Paper Number 0](https://arxiv.org/abs/2001.00000)\n\n")
	}
	for repairs, want := range map[fix.Repair]int{fix.FixUsual: 2, fix.FixUsual | fix.FixCrossListed: deliberate + 2} {
		f, err := fix.Fix("l.md", []byte(b.String()), list.Auto, repairs, knowing())
		if err != nil || len(f.Changes) != want {
			t.Errorf("%v: want %d duplicates removed, got %v", err, want, f.Changes)
		}
	}
}

// checkFixed holds what Fix promises: a second time it changes nothing, and no
// paper is gone.
func checkFixed(t *testing.T, name string, old []byte, f fix.Fixed, advise func([]graph.Entry) []fix.Advice) {
	t.Helper()
	if len(f.Changes) == 0 && !bytes.Equal(old, f.Text) {
		t.Errorf("nothing was said, and the text changed")
	}
	again, err := fix.Fix(name, f.Text, list.Auto, fix.FixUsual, advise)
	if err != nil {
		t.Fatalf("a second time: %v", err)
	}
	if !bytes.Equal(again.Text, f.Text) || len(again.Changes) > 0 {
		t.Fatalf("a second time it changes %v:\n%s\nbecame\n%s", again.Changes, f.Text, again.Text)
	}
	before, err := list.Read(name, old)
	if err != nil {
		t.Fatal(err)
	}
	after, err := list.Read(name, f.Text)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for i, a := range advise(after) {
		for _, name := range entryNames(&after[i], a) {
			known[name] = true
		}
	}
	for i, a := range advise(before) {
		names := entryNames(&before[i], a)
		if len(names) > 0 && a.Same < 0 && !slices.ContainsFunc(names, func(n string) bool { return known[n] }) {
			t.Errorf("%s is gone", before[i].Name())
		}
	}
}

// entryNames gives the ids of an entry and of its paper.
func entryNames(e *graph.Entry, a fix.Advice) []string {
	var names []string
	for _, id := range e.IDs {
		names = append(names, id.String())
	}
	if a.Paper != nil {
		names = append(names, string(a.Paper.ID))
	}
	return names
}

// TestFixRefuses holds the lists that are not written.
func TestFixRefuses(t *testing.T) {
	_, err := fix.Fix("l.md", []byte("words\n"), list.Auto, fix.FixUsual, knowing())
	if err == nil || !strings.HasPrefix(err.Error(), "l.md: no entry") {
		t.Errorf("got %v", err)
	}
}

// TestFixEncodings fixes a list in every encoding, in that encoding; what it
// cannot write it leaves.
func TestFixEncodings(t *testing.T) {
	const old = "- [Über alles](http://arxiv.org/abs/2001.00001v2) (2020)\n- http://arxiv.org/abs/2305.11206\n"
	const want = "- [Über alles](https://arxiv.org/abs/2001.00001) (2020)\n- [Größe](https://arxiv.org/abs/2305.11206) (2023)\n"
	latin := strings.NewReplacer("Ü", "\xdc", "ö", "\xf6", "ß", "\xdf")
	titled := arxivPaper("2305.11206", "Größe", "2023")
	for name, test := range map[string]struct{ old, want []byte }{
		"utf-16 le": {inUTF16(old, false), inUTF16(want, false)}, "utf-16 be": {inUTF16(old, true), inUTF16(want, true)},
		"windows-1252": {[]byte(latin.Replace(old)), []byte(latin.Replace(want))}, "with a mark": {[]byte("\ufeff" + old), []byte("\ufeff" + want)},
		"windows": {[]byte(strings.ReplaceAll(old, "\n", "\r\n")), []byte(strings.ReplaceAll(want, "\n", "\r\n"))},
	} {
		f, err := fix.Fix("l.md", test.old, list.Auto, fix.FixUsual, knowing(titled))
		if err != nil || !bytes.Equal(f.Text, test.want) {
			t.Errorf("%s: %v; got %q, want %q", name, err, f.Text, test.want)
		}
	}
	polish := arxivPaper("2305.11206", "On Łukasiewicz", "2023")
	f, err := fix.Fix("l.md", []byte(latin.Replace(old)), list.Auto, fix.FixTitles, knowing(polish))
	if err != nil || len(f.Changes) > 0 || len(f.Left) != 1 || !strings.Contains(f.Left[0].What, "Windows-1252, which cannot write 'Ł'") {
		t.Errorf("%v: %v", err, f)
	}
}

// TestFixRealLists fixes lists as people keep them, with a made-up paper for
// every id.
func TestFixRealLists(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	files, _ := filepath.Glob("../../../shared/lists/*.md")
	more, err := filepath.Glob("../../testdata/lists/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, more...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f, err := fix.Fix(file, text, list.Auto, fix.FixUsual, inventing)
			if err != nil {
				t.Fatal(err)
			}
			checkFixed(t, file, text, f, inventing)
			checkUntouched(t, file, text)
			t.Logf("%d changes, %d left", len(f.Changes), len(f.Left))
		})
	}
}

// inventing advises with a paper for each id, dated and titled by it.
func inventing(entries []graph.Entry) []fix.Advice {
	out := knowing()(entries)
	for i, e := range entries {
		ids := e.Lookups()
		if len(ids) == 0 {
			continue
		}
		title := e.Title
		if title == "" {
			title = "The Paper " + ids[0].Value
		}
		out[i].Paper = &graph.Paper{ID: graph.PaperID(ids[0].String()), Title: title, IDs: e.IDs,
			Date: graph.Date{Year: 1990 + len(ids[0].Value)%30, Month: 1 + len(title)%12}}
	}
	return out
}

// FuzzFix holds that a second time nothing changes, and that no paper goes.
func FuzzFix(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/lists/*")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			f.Add(text)
		}
	}
	for _, s := range []string{
		"- [A b c](http://arxiv.org/abs/2305.11206v1) (2020)\n- https://arxiv.org/pdf/1706.03762\n  - x\n- [A b c](http://arxiv.org/abs/2305.11206v1) (2020)\n",
		"| Title | Year |\n|--|--|\n| [a b](http://a.org/b.pdf) | 2020 |\n| [c d](http://arxiv.org/abs/2305.11206) | |\n", "> - [x][1]\n\n[1]: http://arxiv.org/abs/2305.11206\n",
		"A title\r http://arxiv.org/abs/2305.11206", "2305.11206 # a\r\nhttp://dx.doi.org/10.1234/x\r\n2305.11206", "Title\n===\nhttp://arxiv.org/abs/2305.11206", "@a{b,title={x},doi={https://doi.org/10.1/2}}\n@a{c,eprint=2305.11206}",
		"\xff\xfe-\x00 \x002\x00", "### A b\n**2020**\n\nhttps://arxiv.org/abs/2305.11206v1\n***\n\n### C d\nhttps://arxiv.org/abs/1706.03762\n", "**A b**\n\n[pdf](https://arxiv.org/abs/2305.11206)\n\n**A b**\n\n[pdf](https://arxiv.org/abs/2305.11206)\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fixed, err := fix.Fix("x", text, list.Auto, fix.FixUsual, inventing)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		checkFixed(t, "x", text, fixed, inventing)
		checkUntouched(t, "x", text)
	})
}

// linesOf parts a text into lines as the readers do: at each CR where there is no LF.
func linesOf(text []byte) [][]byte {
	if !bytes.Contains(text, []byte("\n")) {
		return bytes.Split(text, []byte("\r"))
	}
	return bytes.Split(text, []byte("\n"))
}

// checkUntouched holds that where only links change, each line stays but for
// its addresses.
func checkUntouched(t *testing.T, name string, text []byte) {
	t.Helper()
	f, err := fix.Fix(name, text, list.Auto, fix.FixLinks, inventing)
	if err != nil || !utf8.Valid(text) {
		return
	}
	old, now := linesOf(text), linesOf(f.Text)
	if len(old) != len(now) {
		t.Fatalf("%d lines became %d", len(old), len(now))
	}
	changed := map[int]bool{}
	for _, c := range f.Changes {
		changed[c.Line-1] = true
	}
	for i := range old {
		same := bytes.Equal(old[i], now[i])
		if !same && (!bytes.Contains(old[i], []byte("http")) && !bytes.Contains(bytes.ToLower(old[i]), []byte("doi")) || !changed[i] && !bibtex.Is(text)) {
			t.Errorf("line %d changed: %q became %q", i+1, old[i], now[i])
		}
	}
}
