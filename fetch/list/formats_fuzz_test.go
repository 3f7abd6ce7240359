package list_test

import (
	"runtime"
	"strings"
	"testing"

	"citemap/fetch/list"
)

func FuzzRIS(f *testing.F) {
	fuzzFormat(f, list.RIS, "TY  - JOUR\r\nTI  - A\r\n b\r\nER  - \r\n", "TY - X\nUR  - http://[\nAN  - 10.1/x\nDA  - May\nPY  - 2023", "TI  - x\nER  -\nER  -\n", "PMID- 1\nTI  - a\n      b\n\nPMID- \nLID - x [doi]\n----x\n", "TY  - J\nTY  - b\n")
}

func FuzzCSL(f *testing.F) {
	fuzzFormat(f, list.CSL, `[{"title":["a",[1]],"issued":{"date-parts":[[null],["x"]]},"author":[1,"a",{"family":{}}]}]`, `{"items":[{"data":{"data":{}}}]}`,
		"[{\"a\": \"\\\"}\n, {\"title\": \"x\"}]", strings.Repeat("[{\"title\":", 100), `{"items": [`)
}

func FuzzEndNote(f *testing.F) {
	fuzzFormat(f, list.EndNote, "<record><titles><title><style>a</b></title></record>", "<record><![CDATA[<record>]]></record>", "<!DOCTYPE a [<!ENTITY b \"c\">]><record>&b;</record>",
		"<record>"+strings.Repeat("<a>", 80)+"</record>", "<record></record></record><record ", "<RECORD><TITLE>&lt;a.pdf&gt;</TITLE></record>")
}

func FuzzZotero(f *testing.F) {
	fuzzFormat(f, list.Zotero, "Title,DOI\n\"a\nb\",10.1000/x\n\"c", "title\tyear\n\"x\t\n", "Title;Date\n;\n\"\"\"\n", "Title,Url\r\na,http://x\r\n")
}

func FuzzBibTeX(f *testing.F) {
	fuzzFormat(f, list.BibTeX, "@string{a=\"x\"}@string{b=a#a}@misc{k,title=b#b}", "@misc{a,crossref={b},title={x}}\n@book{b,crossref={a},year=1999}", "@misc{a,title={$\\frac{\\hat{\\alpha}}{x_{i^2}}$ \\'{\\\"{\\i}}}}",
		"@misc{a,title={"+strings.Repeat("{", 100)+"x\n\n@misc{b,xdata={b,a},title={\\href{a}{b}}}")
}

func FuzzLines(f *testing.F) { fuzzFormat(f, list.IDs, "2305.11206 # x\nA Title\nprose.\n") }

func FuzzSnapshot(f *testing.F) {
	fuzzFormat(f, list.Snapshot, "{\"format\":\"citemap-snapshot\"}\n{\"paperId\":1,\"externalIds\":{\"DOI\":[\"10.1000/x\"]}}\n\n{}", "\x1f\x8b\x08")
}

// FuzzForeign gives every text to each reader of package record.
func FuzzForeign(f *testing.F) {
	for format := list.Tagged; format <= list.ArXivPages; format++ {
		f.Add([]byte(samples[format]))
	}
	for _, s := range []string{"\\bibitem[{]{a", "\\entry{a}{b}\n\\name{author}{1}{}{%\n family={\n}\n \\endentry", "<rdf:RDF xmlns:z=\"\"><bib:Journal", "a: &a [*a, *a]\n- title: {x: [1", "[[a]]\n[b.c]\nd.e = {f = [1, 2]}\n",
		"* TODO [[a:b]\n:DOI: \n- [[doi:]]\n", "1: \nPMID: 1\n2. PMID 3", "arXiv:2305.11206\narXiv:2305.11206 [\nTitle:\n", "%T\n%0\n\n%A x", "PT J\nAU\n   x\nER\nER"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for format := list.Tagged; format <= list.ArXivPages; format++ {
			l, err := list.Parse("x", text, format)
			if err != nil {
				continue
			}
			if isPlainUTF8(text) {
				checkEntries(t, text, l.Entries)
			}
			again, err := list.Parse("x", text, format)
			if err != nil || shape(l.Entries) != shape(again.Entries) {
				t.Errorf("%s: the same text, other entries", format)
			}
		}
	})
}

// fuzzFormat holds of a reader that it answers to anything, with entries in
// order inside the text, each with a title or an id, and faults of one line; and
// that the same text gives the same entries.
func fuzzFormat(f *testing.F, format list.Format, seeds ...string) {
	f.Add([]byte(samples[format]))
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := list.Parse("x", text, format)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		for _, b := range l.Broken {
			if strings.Contains(b.Text, "\n") || b.Line < 1 {
				t.Errorf("a fault of several lines or none: %q", b.Text)
			}
		}
		if l.Title() == "" {
			t.Error("the list is called nothing")
		}
		again, err := list.Parse("x", text, format)
		if err != nil || shape(l.Entries) != shape(again.Entries) {
			t.Error("the same text, other entries")
		}
		if isPlainUTF8(text) {
			checkEntries(t, text, l.Entries)
		}
	})
}

// bombs are texts that are made to cost far more than their size.
func bombs() map[list.Format][]string {
	deep := strings.Repeat
	return map[list.Format][]string{
		list.BibTeX: {
			doubling(), "@misc{a, title={" + deep("{", 1<<19) + deep("}", 1<<19) + "}}\n", "@misc{a, title={" + deep(`\'`, 1<<19) + "e}}\n",
			"@misc{a, title={" + deep(`\hat{`, 1<<17) + "e" + deep("}", 1<<17) + "}}\n", "@misc{a, title={" + deep(`\frac{`, 1<<17) + "e" + deep("}", 1<<17) + "}}\n",
			"@misc{a, title={" + deep("$^{", 1<<17) + deep("}", 1<<17) + "}}\n", deep("@misc{a, title={", 1<<16), deep("@misc{a, title={\n", 1<<16), deep("@a{", 1<<18),
			"@xdata{x, title={" + deep("long ", 1<<16) + "}}\n" + deep("@misc{y, xdata={x}, year=2000}\n", 1<<12), deep(" ", 1<<20) + deep("\n  @", 1<<18),
		},
		list.CSL: {deep("[", 1<<20), deep("[{", 1<<19), deep(`[{"title":`, 1<<17), `[{"author":` + deep("[", 1<<20) + `}]`, deep("{\"title\": \"\n", 1<<16), `{"items": ` + deep("{\"a\":", 1<<17),
			deep(`{"aa":[1,`, 30) + "1" + deep("]}", 30), deep(`{"aa":`, 60) + "1" + deep("}", 60), "[" + deep(deep(`{"aa":{"bb":[`, 15)+"1"+deep("]}}", 15)+",", 1<<10) + "1]"},
		list.EndNote:      {"<xml><record><" + deep("n", 1<<19) + ">" + deep("<a></a>", 1<<16) + "</record>", "<xml><record>" + deep("<a>", 1<<18) + "</record>", deep("<record>", 1<<17), deep("<record></record>", 1<<16), "<xml><record>" + deep("&#x26;", 1<<18) + "</record>"},
		list.RIS:          {deep("TY  - \n", 1<<17), "TY  - J\nTI  - x\n" + deep("y\n", 1<<19), deep("ER  - \n", 1<<17), "TY  - J\n" + deep("DA  - a\n", 1<<16)},
		list.Bibitems:     {deep("\\bibitem{a} A. Roe. A title of several words. 2001.\n", 1<<12), "\\bibitem{a} " + deep("{", 1<<18), "\\bibitem{a} " + deep("\\emph{", 1<<16), deep("\\entry{a}{b}{}\n", 1<<15), "\\bibitem[" + deep("{", 1<<18)},
		list.YAML:         {"a: &a [x, x]\n" + deep("b: &b [*a, *a]\n", 1<<12), deep("- ", 1<<14), deep("[", 1<<14), deep("- title: x\n  doi: 10.1000/x\n", 1<<13)},
		list.TOML:         {deep("[[a]]\n", 1<<15), "a = " + deep("[", 1<<12), deep("a.", 1<<15) + "b = 1\n"},
		list.Feed:         {"<feed><entry>" + deep("<a>", 1<<16), deep("<feed><entry>", 1<<15), "<feed>" + deep("<entry></entry>", 1<<14)},
		list.RDF:          {"<rdf:RDF xmlns:z=\"z\">" + deep("<bib:Article rdf:about=\"a\"><dc:title>x</dc:title></bib:Article>", 1<<12)},
		list.Org:          {deep("* TODO a title of several words here and more\n", 1<<12), deep("- [[", 1<<16), deep("- [[doi:10.1000/x][a title of several words here]]\n", 1<<12)},
		list.PubMed:       {deep("1: Roe AB. A title of several words. PMID: 1\n", 1<<12), deep("PMID: 1\n", 1<<15), "1: " + deep("Roe AB, ", 1<<15) + "PMID: 1\n"},
		list.ArXivPages:   {deep("arXiv:2305.11206\nTitle: A title of several words\n", 1<<12), "arXiv:2305.11206\nTitle: x\n" + deep(" y\n", 1<<16)},
		list.Tagged:       {deep("%T x\n", 1<<16), "%T x\n" + deep("y\n", 1<<17)},
		list.WebOfScience: {"FN ISI\nPT J\n" + deep("AU x\n", 1<<14), "FN ISI\nPT J\nTI x\n" + deep("   y\n", 1<<16)},
		list.Zotero:       {"Title,DOI\n" + deep("\"a\n", 1<<17), "Title,DOI\n" + deep("\"\"\"\n", 1<<17), "Title,DOI\n\"" + deep("a\"\"\n", 1<<17), "Title,DOI\n" + deep(",", 1<<20), "Title,DOI\n" + deep("\"a\"b\n", 1<<17)},
	}
}

// doubling is BibTeX each string of which is twice the one before.
func doubling() string {
	var b strings.Builder
	b.WriteString("@string{a0 = {0123456789}}\n")
	last := "a0"
	for range 40 {
		name := last + "x"
		b.WriteString("@string{" + name + " = " + last + " # " + last + "}\n")
		last = name
	}
	b.WriteString("@misc{k, title = " + last + "}\n@misc{m, title = {The Good One}}\n")
	return b.String()
}

// TestBombs reads them all with less memory than ten times their size, beyond a
// megabyte. That it comes to an end is the other half of the test.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and the race detector finds nothing in it")
	}
	for format, texts := range bombs() {
		for i, text := range texts {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			l, _ := list.Parse("x", []byte(text), format)
			runtime.GC()
			runtime.ReadMemStats(&after)
			if kept := int64(after.HeapAlloc) - int64(before.HeapAlloc); kept > 10*int64(len(text))+1<<20 {
				t.Errorf("%s %d: keeps %d bytes for %d", format, i, kept, len(text))
			}
			runtime.KeepAlive(l)
		}
	}
}
