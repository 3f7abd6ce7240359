package address

import (
	"strings"
	"testing"
)

const wiley = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"

// dois are texts and the DOIs in them, joined by spaces.
var dois = []struct{ name, text, want string }{
	{"alone", "10.1038/nature16961", "10.1038/nature16961"},
	{"nothing", "see page 10.1000 or 10.12/x", ""},
	{"no suffix", "10.1000/ and 10.1000/.", ""},
	{"its case stays", "10.1103/PhysRevLett.116.061102", "10.1103/PhysRevLett.116.061102"},
	{"a sentence ends", "See doi:10.1038/nature16961. Then more", "10.1038/nature16961"},
	{"in a list", "10.1038/nature16961, 10.1126/science.aaa8415; and", "10.1038/nature16961 10.1126/science.aaa8415"},
	{"joined by a semicolon", "10.1038/nature16961;10.1126/science.aaa8415", "10.1038/nature16961 10.1126/science.aaa8415"},
	{"joined by a comma, with prefixes", "doi:10.1038/nature16961,doi:10.1126/science.aaa8415", "10.1038/nature16961 10.1126/science.aaa8415"},
	{"doi without a colon", "DOI10.1038/nature16961", "10.1038/nature16961"},
	{"a prefix in front", "DOI: https://doi.org/10.1145/3292500.3330701", "10.1145/3292500.3330701"},
	{"the old address", "http://dx.doi.org/10.1145/3292500.3330701.", "10.1145/3292500.3330701"},
	{"doi in an address", "https://doi.org/doi:10.1145/3292500.3330701", "10.1145/3292500.3330701"},
	{"the mark of the next citation", "doi:10.1007/s10723-012-9245-0.[21] N. Roe, and 10.1002/cpe.1258.[22]", "10.1007/s10723-012-9245-0 10.1002/cpe.1258"},
	{"cut behind the venue of IEEE", "doi:10.1109/SECSE. 2009.5069155, then 10.1109/ABC. 2009 was", "10.1109/SECSE.2009.5069155 10.1109/ABC"},
	{"within a word", "v10.1038/nature16961 and 210.1038/nature16961", ""},

	{"Elsevier", "10.1016/S0004-3702(01)00129-1", "10.1016/S0004-3702(01)00129-1"},
	{"Elsevier in brackets", "(10.1016/S0004-3702(01)00129-1)", "10.1016/S0004-3702(01)00129-1"},
	{"Elsevier, ending in a bracket", "10.1016/0167-7012(94)", "10.1016/0167-7012(94)"},
	{"in brackets", "(doi:10.1234/abc).", "10.1234/abc"},
	{"a bracket and more", "(doi:10.1234/abc).Next", "10.1234/abc"},
	{"Markdown link", "[x](https://doi.org/10.1016/S0004-3702(01)00129-1), y", "10.1016/S0004-3702(01)00129-1"},
	{"Markdown text of a link", "[10.1234/abc](https://doi.org/10.1234/abc)", "10.1234/abc 10.1234/abc"},
	{"Markdown address", "<https://doi.org/10.1234/abc>", "10.1234/abc"},
	{"bold", "**10.1234/abc**", "10.1234/abc"},
	{"italic", "_10.1234/abc_, then", "10.1234/abc"},
	{"code", "`10.1234/abc`", "10.1234/abc"},
	{"a cell of a table", "|10.1234/abc|2020|", "10.1234/abc"},
	{"quoted", `"10.1234/abc" '10.1234/def' “10.1234/ghi”`, "10.1234/abc 10.1234/def 10.1234/ghi"},
	{"HTML", `<a href="https://doi.org/10.1234/abc">10.1234/abc</a><br>`, "10.1234/abc 10.1234/abc"},
	{"braces", "doi = {10.1234/abc},", "10.1234/abc"},
	{"Chinese", "参见10.1234/abc。", "10.1234/abc"},

	{"SICI", wiley, wiley},
	{"SICI at the end of a sentence", "doi:" + wiley + ".", wiley},
	{"SICI in HTML", "10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2", wiley},
	{"SICI in HTML, twice", "10.1002/(SICI)1097-0258(19980815/30)17:15/16&amp;lt;1661::AID-SIM968&amp;gt;3.0.CO;2-2", wiley},
	{"SICI in an address", "https://doi.org/10.1002/%28SICI%291097-0258%2819980815/30%2917:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2", wiley},
	{"SICI in LaTeX", `10.1002/(SICI)1097-0258(19980815/30)17:15/16$<$1661::AID-SIM968$>$3.0.CO;2-2`, wiley},
	{"SICI in LaTeX, by name", `10.1002/(SICI)1097-0258(19980815/30)17:15/16{\textless}1661::AID-SIM968{\textgreater}3.0.CO;2-2`, wiley},
	{"SICI in a Markdown address", "<https://doi.org/" + wiley + ">", wiley},
	{"SICI of a society", "10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2", "10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2"},
	{"SICI in square brackets", "10.1658/1100-9233(2007)18[315:AOMETS]2.0.CO;2.", "10.1658/1100-9233(2007)18[315:AOMETS]2.0.CO;2"},
	{"SICI with a last sign", "10.1002/1521-3951(200009)221:1<453::AID-PSSB453>3.0.CO;2-Q, 2000", "10.1002/1521-3951(200009)221:1<453::AID-PSSB453>3.0.CO;2-Q"},

	{"LaTeX underscore", `10.1007/978-3-319-24574-4\_28`, "10.1007/978-3-319-24574-4_28"},
	{"LaTeX underscore in braces", `10.1007/978-3-319-24574-4{\_}28`, "10.1007/978-3-319-24574-4_28"},
	{"LaTeX ampersand and percent", `10.1000/a\&b\%zz`, "10.1000/a&b%zz"},
	{"Markdown escapes", `10.1016/S0004-3702\(01\)00129-1`, "10.1016/S0004-3702(01)00129-1"},
	{"an escaped slash", "https://doi.org/10.1145%2F3292500.3330701", "10.1145/3292500.3330701"},
	{"escaped in a query", "https://proxy.example/login?url=https%3A%2F%2Fdoi.org%2F10.1145%2F3292500.3330701&x=1", "10.1145/3292500.3330701"},
	{"escaped twice", "https://doi.org/10.1145%252F3292500.3330701", "10.1145/3292500.3330701"},
	{"no width", "10.1234/\u200babc\u200b.", "10.1234/abc"},
	{"a soft hyphen and a dash", "10.1016/S0370\u20131573(98)000\u00ad22\u20132", "10.1016/S0370-1573(98)00022-2"},

	{"a query", "https://onlinelibrary.wiley.com/doi/10.1002/int.22243?casa_token=x:y", "10.1002/int.22243"},
	{"a fragment", "https://www.science.org/doi/10.1126/science.aaa8415#abstract", "10.1126/science.aaa8415"},
	{"a parameter", "https://dl.acm.org/x?doi=10.1145/3292500.3330701&type=pdf", "10.1145/3292500.3330701"},
	{"a publisher's PDF", "https://link.springer.com/content/pdf/10.1007/s10994-013-5335-x.pdf", "10.1007/s10994-013-5335-x"},
	{"a publisher's page", "https://www.frontiersin.org/articles/10.3389/fnins.2019.00001/full", "10.3389/fnins.2019.00001"},
	{"a publisher's abstract", "https://journals.sagepub.com/doi/10.1177/0956797611417632/abstract.", "10.1177/0956797611417632"},
	{"a DOI that ends like a page", "https://doi.org/10.5281/paper.pdf and 10.1000/x/full", "10.5281/paper.pdf 10.1000/x/full"},
	{"a slash behind it", "https://doi.org/10.1234/abc/", "10.1234/abc"},
	{"an ampersand of its own", "10.1000/a&b", "10.1000/a&b"},
}

func TestDOIs(t *testing.T) {
	for _, test := range dois {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, d := range DOIs(test.text) {
				got = append(got, d.Value)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("%q\nholds %q\nwant  %q", test.text, got, test.want)
			}
		})
	}
}

func TestWhereADOIStands(t *testing.T) {
	for text, want := range map[string]string{
		`see (doi:10.1007/978-4\_28).`:                        `10.1007/978-4\_28`,
		"https://doi.org/10.1145%2F3292500.3330701?x=1":       "10.1145%2F3292500.3330701",
		"https://x.example/10.1007/s10994-013.pdf, p. 1":      "10.1007/s10994-013",
		"10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2;": "10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2",
		"10.1234/\u200babc\u200b.":                            "10.1234/\u200babc",
	} {
		d := DOIs(text)
		if len(d) != 1 || text[d[0].Start:d[0].End] != want {
			t.Errorf("%q: %+v", text, d)
		}
	}
}

func TestTrimDOI(t *testing.T) {
	for text, want := range map[string]string{
		" https://doi.org/10.1234/X ": "10.1234/X", "10.1234/x, 10.1234/X": "10.1234/x", "10.1234/x and 10.1234/y": "", "n/a": "", "": "", "10.1/x": "",
	} {
		if got, ok := TrimDOI(text); got != want || ok != (want != "") {
			t.Errorf("%q gives %q, %v", text, got, ok)
		}
	}
}

// FuzzDOIs holds that what is found has no spaces or control characters in it,
// stands where it is said to stand, and is found in itself.
func FuzzDOIs(f *testing.F) {
	for _, test := range dois {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, d := range DOIs(text) {
			if d.Start < end || d.End <= d.Start || d.End > len(text) {
				t.Fatalf("%q stands at %d to %d, behind %d", d.Value, d.Start, d.End, end)
			}
			end = d.End
			if strings.ContainsFunc(d.Value, func(r rune) bool { return r <= ' ' || r > '~' }) || !strings.HasPrefix(d.Value, "10.") {
				t.Errorf("%q holds %q", text, d.Value)
			}
			again := DOIs(d.Value)
			if len(again) != 1 || again[0] != (DOI{d.Value, 0, len(d.Value)}) {
				t.Errorf("%q holds %q, which holds %+v", text, d.Value, again)
			}
		}
	})
}
