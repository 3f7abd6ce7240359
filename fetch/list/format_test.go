package list_test

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/fetch/list/add"
	"citemap/fetch/list/fix"
	"citemap/graph"
)

// A readerTest is a list, the shape of its entries and what could not be read.
type readerTest struct{ name, file, text, want, broken string }

func checkReader(t *testing.T, tests []readerTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, err := list.Parse(test.file, []byte(test.text), list.Auto)
			if err != nil {
				t.Fatal(err)
			}
			checkEntries(t, []byte(test.text), l.Entries)
			if got := shape(l.Entries); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			var broken strings.Builder
			for _, b := range l.Broken {
				broken.WriteString(said(b) + "\n")
			}
			if got := broken.String(); got != test.broken {
				t.Errorf("broken:\n%swant\n%s", got, test.broken)
			}
		})
	}
}

// samples are a list of the same two papers in every format.
var samples = map[list.Format]string{
	list.Markdown: "- [Größe and Maß](https://arxiv.org/abs/2305.11206)\n- [The Second Paper](https://doi.org/10.1000/x)\n",
	list.BibTeX:   "@misc{a, title={Größe and Maß}, eprint={2305.11206}}\n@article{b, title={The Second Paper}, doi={10.1000/x}}\n",
	list.RIS:      "TY  - UNPB\nTI  - Größe and Maß\nUR  - https://arxiv.org/abs/2305.11206\nER  - \nTY  - JOUR\nTI  - The Second Paper\nDO  - 10.1000/x\nER  - \n",
	list.CSL:      "[{\"title\": \"Größe and Maß\", \"number\": \"arXiv:2305.11206\"},\n{\"title\": \"The Second Paper\", \"DOI\": \"10.1000/x\"}]\n",
	list.EndNote:  "<?xml version=\"1.0\"?><xml><records><record><titles><title>Größe and Maß</title></titles><label>arXiv:2305.11206</label></record>\n<record><titles><title>The Second Paper</title></titles><electronic-resource-num>10.1000/x</electronic-resource-num></record></records></xml>\n",
	list.Zotero:   "\"Key\",\"Title\",\"DOI\",\"Url\"\n\"A\",\"Größe and Maß\",\"\",\"http://arxiv.org/abs/2305.11206\"\n\"B\",\"The Second Paper\",\"10.1000/x\",\"\"\n",
	list.IDs:      "2305.11206  Größe and Maß\n10.1000/x  The Second Paper\n",
	list.Snapshot: "{\"format\":\"citemap-snapshot\",\"version\":1}\n{\"paperId\":\"arXiv:2305.11206\",\"title\":\"Größe and Maß\"}\n{\"paperId\":\"DOI:10.1000/x\",\"title\":\"The Second Paper\",\"references\":[\"a\",\"b\"]}\n",

	list.Tagged:       "%0 Journal Article\n%T Größe and Maß\n%U https://arxiv.org/abs/2305.11206\n\n%0 Journal Article\n%T The Second Paper\n%R 10.1000/x\n",
	list.WebOfScience: "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Größe and\n   Maß\nAR arXiv:2305.11206\nER\n\nPT J\nTI The Second Paper\nDI 10.1000/x\nER\n\nEF\n",
	list.RefWorks:     "RT Journal Article\nID 1\nT1 Größe and Maß\nUL https://arxiv.org/abs/2305.11206\n\nRT Journal Article\nID 2\nT1 The Second Paper\nDO 10.1000/x\n",
	list.Bibitems:     "\\begin{thebibliography}{9}\n\\bibitem{a} A. Roe.\n\\newblock Größe and Maß.\n\\newblock \\url{https://arxiv.org/abs/2305.11206}\n\n\\bibitem[Roe(2001)]{b}\nB. Roe.\n\\newblock The Second Paper. \\doi{10.1000/x}\n\\end{thebibliography}\n",
	list.Feed:         "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>arXiv Query</title>\n<entry><id>http://arxiv.org/abs/2305.11206v1</id><title>Größe and Maß</title></entry>\n<entry><link href=\"http://dx.doi.org/10.1000/x\"/><title>The Second Paper</title></entry></feed>\n",
	list.RDF:          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:z=\"http://www.zotero.org/namespaces/export#\" xmlns:bib=\"http://purl.org/net/biblio#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<bib:Article rdf:about=\"https://arxiv.org/abs/2305.11206\"><dc:title>Größe and Maß</dc:title></bib:Article>\n<bib:Article rdf:about=\"#b\"><dc:title>The Second Paper</dc:title><dc:identifier>DOI 10.1000/x</dc:identifier></bib:Article></rdf:RDF>\n",
	list.YAML:         "references:\n- id: a\n  title: Größe and Maß\n  URL: https://arxiv.org/abs/2305.11206\n- id: b\n  title: The Second Paper\n  DOI: 10.1000/x\n",
	list.TOML:         "[[papers]]\ntitle = \"Größe and Maß\"\narxiv = \"2305.11206\"\n\n[[papers]]\ntitle = \"The Second Paper\"\ndoi = \"10.1000/x\"\n",
	list.Org:          "#+TITLE: Papers\n* To read\n** TODO [[https://arxiv.org/abs/2305.11206][Größe and Maß]]\n** TODO The Second Paper\n   :PROPERTIES:\n   :DOI: 10.1000/x\n   :END:\n",
	list.PubMed:       "1: Roe AB, Doe C. Größe and Maß. J Mass. 2019 May 3;12(3):1-9. arXiv:2305.11206. PMID: 31143794\n\n2: Roe AB. The Second Paper. J Mass. 2020;13:1. doi: 10.1000/x. PMID: 31143795\n",
	list.ArXivPages:   "arXiv:2305.11206 [pdf, other] cs.CL\nGröße and Maß\nAuthors: Ann Roe, Ian Doe\n\narXiv:2306.00001 [pdf, other] cs.CL\nThe Second Paper\nAuthors: Ann Roe\nDOI: 10.1000/x\n",
}

// samplesWith are the papers of the samples that have other ids besides.
var samplesWith = map[list.Format]string{
	list.PubMed:     "Größe and Maß [2019-05-03] PubMed=31143794\nThe Second Paper [2020] DOI=10.1000/x PubMed=31143795\n",
	list.ArXivPages: "Größe and Maß ArXiv=2305.11206\nThe Second Paper ArXiv=2306.00001 DOI=10.1000/x\n",
}

const samplePapers = "Größe and Maß ArXiv=2305.11206\nThe Second Paper DOI=10.1000/x\n"

// papersOf is the shape of entries without their lines.
func papersOf(l *list.List) string {
	var b strings.Builder
	for _, line := range strings.SplitAfter(shape(l.Entries), "\n") {
		_, rest, _ := strings.Cut(line, " ")
		b.WriteString(rest)
	}
	return b.String()
}

// TestRecognised reads each format by what it holds alone, by what --from says,
// and in every encoding and with every end of line.
func TestRecognised(t *testing.T) {
	for format, text := range samples {
		latin := strings.NewReplacer("ö", "\xf6", "ß", "\xdf").Replace(text)
		for how, raw := range map[string][]byte{
			"utf-8": []byte(text), "utf-8 with a mark": []byte("\ufeff" + text), "utf-16 le": inUTF16(text, false), "utf-16 be": inUTF16(text, true),
			"utf-16 le without a mark": inUTF16(text, false)[2:], "utf-16 be without a mark": inUTF16(text, true)[2:],
			"latin-1": []byte(latin), "crlf": []byte(strings.ReplaceAll(text, "\n", "\r\n")), "cr": []byte(strings.ReplaceAll(text, "\n", "\r")),
		} {
			t.Run(format.String()+" in "+how, func(t *testing.T) {
				for _, from := range []list.Format{list.Auto, format} {
					l, err := list.Parse("-", raw, from)
					if err != nil {
						t.Fatal(err)
					}
					if got := papersOf(l); l.Format != format || got != cmp.Or(samplesWith[format], samplePapers) || len(l.Broken) > 0 {
						t.Errorf("from %s: %s, %v\n%s", from, l.Format, l.Broken, got)
					}
					last := l.Entries[len(l.Entries)-1]
					if want := strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1; last.Line > want || last.Line < 2 {
						t.Errorf("the last entry is in line %d of %d", last.Line, want)
					}
					if part := bytes.ReplaceAll(raw[last.Start:last.End], []byte{0}, nil); !bytes.Contains(part, []byte("10.1000/x")) || bytes.Contains(part, []byte("2305.11206")) {
						t.Errorf("the last entry's span is %q", part)
					}
				}
			})
		}
	}
}

func TestExtensions(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       list.Format
	}{
		{"mendeley.bib", "Automatically generated by Mendeley\n\n@misc{a, title={T U}}", list.BibTeX},
		{"l.md", "[A Title](https://arxiv.org/abs/2305.11206)\n", list.Markdown},
		{"l.md", "<p align=center>x</p>\n\n- [A Title](https://arxiv.org/abs/2305.11206)\n", list.Markdown},
		{"ids.csv", "2305.11206\n1706.03762\n", list.IDs},
		{"x.json", "2305.11206\n", list.IDs},
		{"titles.txt", "# what to read\nAttention Is All You Need\nDeep Residual Learning for Image Recognition\n2305.11206\n\nBERT: Pre-training of Deep Bidirectional Transformers\n", list.IDs},
		{"-", "Attention Is All You Need\nDeep Residual Learning\n", list.IDs},
		{"t.md", "- Attention Is All You Need\n- Deep Residual Learning\n", list.IDs},
	} {
		l, err := list.Parse(test.name, []byte(test.text), list.Auto)
		if err != nil || l.Format != test.want {
			t.Errorf("%s: %v, %v; want %s", test.name, l, err, test.want)
		}
	}
}

// TestMarkedUpLines reads as Markdown what is marked up so, and as plain lines
// what only holds a star or two.
func TestMarkedUpLines(t *testing.T) {
	two := "Attention Is All You Need ArXiv=1706.03762\nDeep Residual Learning ArXiv=1512.03385\n"
	for _, test := range []struct {
		name, text string
		want       list.Format
		papers     string
	}{
		{"labels", "- **Paper:** Attention Is All You Need. **Link:** https://arxiv.org/abs/1706.03762\n- **Paper:** Deep Residual Learning. **Link:** https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"bold", "- **Attention Is All You Need** https://arxiv.org/abs/1706.03762\n- **Deep Residual Learning** https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"italics", "1. *Attention Is All You Need* https://arxiv.org/abs/1706.03762\n2. *Deep Residual Learning* https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"breaks", "- Attention Is All You Need<br>https://arxiv.org/abs/1706.03762\n- Deep Residual Learning<br>https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"links", "- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n- Deep Residual Learning https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"tasks", "- [ ] Attention Is All You Need https://arxiv.org/abs/1706.03762\n- [x] Deep Residual Learning https://arxiv.org/abs/1512.03385\n", list.Markdown, two},
		{"bare numbers ahead of bold titles", "1706.03762 **Attention Is All You Need**\n1512.03385 **Deep Residual Learning**\n", list.Markdown, two},
		{"a star", "https://arxiv.org/abs/1706.03762 Attention Is All You Need\nhttps://arxiv.org/abs/1512.03385 Deep Residual Learning\n2305.11206 A* in Graphs\n", list.IDs, two + "A* in Graphs ArXiv=2305.11206\n"},
	} {
		for _, name := range []string{"-", "l.md", "l.txt"} {
			l, err := list.Parse(name, []byte(test.text), list.Auto)
			if err != nil {
				t.Fatal(err)
			}
			if got := papersOf(l); l.Format != test.want || got != test.papers {
				t.Errorf("%s, %s: %s\n%s", test.name, name, l.Format, got)
			}
		}
	}
}

// TestFrom holds that what the user says counts, and what is said where it is wrong.
func TestFrom(t *testing.T) {
	for _, test := range []struct {
		from       list.Format
		text, want string
	}{
		{list.BibTeX, "- [A](https://arxiv.org/abs/2305.11206)\n", "l.md: no entry: want entries like @article{key, title = {...}}"},
		{list.RIS, "x\n", "l.md: no entry: want RIS records, each from a line \"TY  - \" to a line \"ER  - \""},
		{list.CSL, "[]", "l.md: no entry: want CSL-JSON, an array of items or {\"items\": [...]}"},
		{list.EndNote, "<xml></xml>", "l.md: no entry: want EndNote XML with <record> elements"},
		{list.Zotero, "a,b\n", "l.md: no entry: want CSV whose first line names its columns, one of them Title or DOI"},
		{list.Snapshot, "a\n", "l.md:1: line is not the head of a snapshot"},
		{list.IDs, "this is prose.\n", "l.md:1: line is neither an id nor a title"},
	} {
		if _, err := list.Parse("l.md", []byte(test.text), test.from); err == nil || err.Error() != test.want {
			t.Errorf("from %s: got %v, want %s", test.from, err, test.want)
		}
	}
	var f list.Format
	want := `unknown list format "word": want one of auto, markdown, bibtex, ris, csl, endnote, zotero, ids, snapshot, enw, wos, refworks, bbl, atom, rdf, yaml, toml, org, pubmed, arxiv`
	if err := f.UnmarshalText([]byte("word")); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func packed(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPackedSnapshot(t *testing.T) {
	l, err := list.Parse("s.jsonl.gz", packed(t, samples[list.Snapshot]), list.Auto)
	if err != nil || papersOf(l) != samplePapers || l.Entries[1].Line != 3 || l.Entries[1].End != 0 {
		t.Fatal(l, err)
	}
	l, err = list.Parse("s.jsonl.gz", packed(t, samples[list.Snapshot]+"{]\n"), list.Auto)
	if err != nil || len(l.Broken) != 1 || !strings.HasPrefix(said(l.Broken[0]), "s.jsonl.gz:4: line is not a paper") {
		t.Fatal(l, err)
	}
	for name, raw := range map[string][]byte{
		"it unpacks to more than 1000 times its size or 4 GB: this is no snapshot": packed(t, samples[list.Snapshot]+strings.Repeat("\n", 64<<20)),
		"is compressed, as only a snapshot may be: unpack it first":                packed(t, samples[list.RIS]),
	} {
		from := list.Auto
		if strings.Contains(name, "only") {
			from = list.RIS
		}
		if _, err := list.Parse("s.gz", raw, from); err == nil || err.Error() != "s.gz: "+name {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

// TestNothingAdded holds that a list of a format that cannot be written says so.
func TestNothingAdded(t *testing.T) {
	attention := []graph.Paper{{ID: "arXiv:1706.03762", Title: "Attention Is All You Need", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}}}
	for _, name := range list.FormatNames() {
		var f list.Format
		if err := f.UnmarshalText([]byte(name)); err != nil {
			t.Fatal(err)
		}
		if f == list.Auto || f.IsWritten() {
			continue
		}
		want := "l: is " + f.Called() + ", which citemap reads but does not write: want Markdown, BibTeX or plain ids; change it in the program that made it"
		if _, err := add.Append("l", []byte(samples[f]), list.Auto, attention); err == nil || err.Error() != want {
			t.Errorf("%s: %v", f, err)
		}
		if _, err := fix.Fix("l", []byte(samples[f]), list.Auto, fix.FixUsual, nil); err == nil || err.Error() != want {
			t.Errorf("%s: %v", f, err)
		}
	}
	if _, err := add.Append("l", packed(t, samples[list.Snapshot]), list.Auto, attention); err == nil {
		t.Error("something was added to a packed file")
	}
}

// TestDemoSnapshot reads the demo's snapshot as a list of all its papers.
func TestDemoSnapshot(t *testing.T) {
	text, err := os.ReadFile("../../testdata/snapshots/finetune.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	l, err := list.Parse("finetune.jsonl", text, list.Auto)
	if err != nil || len(l.Entries) != bytes.Count(text, []byte("\n"))-1 || len(l.Broken) > 0 {
		t.Fatal(len(l.Entries), l.Broken, err)
	}
	checkEntries(t, text, l.Entries)
}

// TestAddToTitles adds to a list of titles.
func TestAddToTitles(t *testing.T) {
	attention := []graph.Paper{{ID: "arXiv:1706.03762", Title: "Attention Is All You Need", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1706.03762"}}}}
	a, err := add.Append("l.txt", []byte("Deep Residual Learning\nA Second Title\rwith a return\n"), list.Auto, attention)
	if want := "Deep Residual Learning\nA Second Title\rwith a return\n1706.03762\n"; err != nil || string(a.Text) != want {
		t.Errorf("got %q, %v; want %q", a.Text, err, want)
	}
	a, err = add.Append("l.txt", []byte("2305.11206\r1409.0473\r"), list.Auto, attention)
	if want := "2305.11206\r1409.0473\r1706.03762\r"; err != nil || string(a.Text) != want {
		t.Errorf("got %q, %v; want %q", a.Text, err, want)
	}
}

// said gives what a user reads of a broken entry.
func said(b list.Broken) string { return fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.Text) }
