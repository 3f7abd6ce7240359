package list_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"citemap/fetch/list"
	"citemap/graph"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestFinetune holds every field of the entries of a user's own list.
func TestFinetune(t *testing.T) {
	text, err := os.ReadFile("../../testdata/lists/finetune.md")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := list.Read("finetune.md", text)
	if err != nil {
		t.Fatal(err)
	}
	checkEntries(t, text, entries)
	for _, e := range entries {
		part := string(text[e.Start:e.End])
		if !strings.HasPrefix(part, "### "+e.Title) || !strings.HasSuffix(part, "\n---") {
			t.Errorf("%s: the span is not the entry: %q", e.Place(), part)
		}
	}
	got, err := json.MarshalIndent(entries, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "finetune.json")
	if *update {
		if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, bytes.TrimSpace(want)) {
		t.Errorf("entries differ from %s (go test -update writes it anew); got\n%s", golden, got)
	}
}

func TestPlainLists(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"ids of every form",
			"# what to read\n2305.11206\n\narXiv:1706.03762v5\ndoi:10.1145/3543507.3583448\nhttps://aclanthology.org/P02-1040/\nCorpusId:13756489\n",
			"2  ArXiv=2305.11206\n4  ArXiv=1706.03762\n5  DOI=10.1145/3543507.3583448\n6  ACL=P02-1040\n7  CorpusId=13756489\n"},
		{"titles and comments beside ids",
			"2305.11206  LIMA: Less Is More for Alignment\n- 1706.03762 # the one\nAttention, by arXiv:1409.0473\n",
			"1 LIMA: Less Is More for Alignment ArXiv=2305.11206\n2  ArXiv=1706.03762\n3 Attention, by ArXiv=1409.0473\n"},
		{"ids by their names alone, coined names, years", "DOI 10.1000/x\narXiv: 2305.11206\nPMC4159219\nword9vec Explained at Length\nA Method of Steps (2014)\n",
			"1  DOI=10.1000/x\n2  ArXiv=2305.11206\n3  PubMedCentral=4159219\n4 word9vec Explained at Length\n5 A Method of Steps [2014]\n"},
		{"a title among ids",
			"2305.11206\n1706.03762\nDirect Preference Optimization\n",
			"1  ArXiv=2305.11206\n2  ArXiv=1706.03762\n3 Direct Preference Optimization\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			entries, err := list.Read("ids.txt", []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := shape(entries); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestSections(t *testing.T) {
	entries, err := list.Read("l.md", []byte("# List\n## NLP -> Finetune\n### One Two\nhttps://arxiv.org/abs/2305.11206\n\n## :star: Vision\n- [An Image Is Worth It](https://arxiv.org/abs/2010.11929)\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"List > NLP -> Finetune", "List > Vision"}
	for i, e := range entries {
		if e.Section != want[i] {
			t.Errorf("entry %d: section %q, want %q", i, e.Section, want[i])
		}
	}
}

// TestEncodings reads one list in every encoding; the spans are of the bytes given.
func TestEncodings(t *testing.T) {
	const text = "- [Schrödinger’s – “Bridge” Model](https://arxiv.org/abs/2305.11206)\n- [Zweite Größe 𝛼 überhaupt](https://arxiv.org/abs/1706.03762)\n"
	want := []string{"Schrödinger’s – “Bridge” Model", "Zweite Größe 𝛼 überhaupt"}
	latin := []byte("- [Schr\xf6dinger\x92s \x96 \x93Bridge\x94 Model](https://arxiv.org/abs/2305.11206)\n- [Zweite Gr\xf6\xdfe a \xfcberhaupt](https://arxiv.org/abs/1706.03762)\n")
	for name, raw := range map[string][]byte{
		"utf-8": []byte(text), "utf-8 with a mark": append([]byte{0xEF, 0xBB, 0xBF}, text...),
		"utf-16 le": inUTF16(text, false), "utf-16 be": inUTF16(text, true), "windows-1252": latin,
	} {
		t.Run(name, func(t *testing.T) {
			entries, err := list.Read("l.md", raw)
			if err != nil {
				t.Fatal(err)
			}
			for i, e := range entries {
				if got := strings.ReplaceAll(e.Title, " a ", " 𝛼 "); got != want[i] || e.Line != i+1 {
					t.Errorf("line %d: %q, want %q", e.Line, e.Title, want[i])
				}
				part := bytes.ReplaceAll(raw[e.Start:e.End], []byte{0}, nil)
				if !bytes.HasPrefix(part, []byte("- [")) || !bytes.HasSuffix(part, []byte(")")) {
					t.Errorf("span of entry %d is %q", i, part)
				}
			}
		})
	}
}

func inUTF16(s string, big bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\uFEFF" + s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
			continue
		}
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestBadLists(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, test := range []struct{ path, want string }{
		{filepath.Join(folder, "nowhere.md"), "does not exist"},
		{folder, "is a folder: want a file with a reading list"},
		{write("empty.md", " \n\n"), "is empty"},
		{write("binary", "\x89PNG\r\n\x1a\n\x00\x00"), "is binary: want text"},
		{write("prose.md", "# Hello\n\nNo paper [here](https://github.com/a/b).\n"), "no entry: want Markdown with links to papers or citations, BibTeX, RIS, CSL-JSON, EndNote XML, Zotero CSV, a snapshot, or an id or a title a line"},
	} {
		_, err := list.Open(test.path, nil, list.Auto)
		if want := test.path + ": " + test.want; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if _, err := list.Open("-", strings.NewReader(""), list.Auto); err == nil || err.Error() != "-: is empty" {
		t.Errorf("got %v, want -: is empty", err)
	}
}

// TestTwoInOneBlock holds that entries of one bullet share it out.
func TestTwoInOneBlock(t *testing.T) {
	text := []byte("- First Paper Here [[pdf](https://arxiv.org/abs/2305.11206)] and the Second Paper Here [[pdf](https://arxiv.org/abs/1706.03762)]\n")
	entries, err := list.Read("l.md", text)
	if err != nil || len(entries) != 2 {
		t.Fatal(entries, err)
	}
	if entries[0].End > entries[1].Start || entries[1].IDs.Of(graph.ArXiv) != "1706.03762" {
		t.Errorf("spans %d-%d, %d-%d", entries[0].Start, entries[0].End, entries[1].Start, entries[1].End)
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/lists/*")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			f.Add(text)
		}
	}
	for _, s := range []string{
		"- [A b c](https://arxiv.org/abs/2305.11206) [pdf](https://arxiv.org/abs/1706.03762)\n  - x\n    - https://doi.org/10.1/x\n",
		"| Title | x |\n|--|--|\n| a \\| b | [pdf](http://a.org/b.pdf) |\n", "<tr><td><a href=https://arxiv.org/abs/2305.11206>x",
		"> - a\n> - [x][1]\n\n[1]: https://arxiv.org/abs/2305.11206\n", "2305.11206\n10.1234/x\n# c\nA title\n",
		"Title\n===\nhttps://arxiv.org/abs/2305.11206", "\xff\xfe-\x00 \x002\x00", "**A b**\n\n[pdf](https://arxiv.org/abs/2305.11206)\n\n---",
		"@string{x=\"y\"}\n@a(b,title=x # {z {\\'\\i} $\\alpha$},year=1999)", "@a{b,title={x\n@b{c,title=\"d\"}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		entries, err := list.Read("x", text)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		if !isPlainUTF8(text) {
			return // lines are counted in the decoded text
		}
		checkEntries(t, text, entries)
	})
}

// isPlainUTF8 tells a text that is read as it stands.
func isPlainUTF8(text []byte) bool {
	return utf8.Valid(text) && !bytes.Contains(bytes.ReplaceAll(text, []byte("\r\n"), nil), []byte("\r"))
}

// Items that tabs indent begin at their markers.
func TestSpansBehindTabs(t *testing.T) {
	text := "- a\n\t- b\n\t\t- c\n\t\t\t- [A Paper](https://arxiv.org/abs/2101.00001)\n\t\t\t10)\t[Another Paper](https://arxiv.org/abs/2101.00002)\n"
	entries, err := list.Read("l.md", []byte(text))
	if err != nil || len(entries) != 2 {
		t.Fatal(entries, err)
	}
	for i, want := range []string{"- [A Paper](https://arxiv.org/abs/2101.00001)", "10)\t[Another Paper](https://arxiv.org/abs/2101.00002)"} {
		if e := entries[i]; text[e.Start:e.End] != want || e.Line != 4+i {
			t.Errorf("line %d, %q, want line %d, %q", e.Line, text[e.Start:e.End], 4+i, want)
		}
	}
}
