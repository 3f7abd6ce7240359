package styled

import (
	"testing"

	"citemap/fetch/citation"
)

// TestTitlesOfLines holds which words of a line are its title, by where the line
// stands.
func TestTitlesOfLines(t *testing.T) {
	plain := func(s string) Run { return Run{Text: s} }
	bold := func(s string) Run { return Run{Text: s, Bold: true} }
	for _, test := range []struct {
		name string
		read func([]Run) citation.Reading
		line []Run
		want string
	}{
		{"a line", FirstTitle, []Run{plain("Fine Nets for All, 2017, ")}, "Fine Nets for All"},
		{"a line behind one of people", FirstTitle, []Run{plain("Ada Love, Alan Turing"), {Gap: LineGap}, plain("Fine Nets for All")}, "Fine Nets for All"},
		{"a sentence that a link ends", FirstTitle, []Run{plain("This is shown in ")}, ""},
		{"bold", BoldTitle, []Run{plain("Love et al. "), bold("Fine Nets for All"), plain(", 2017")}, "Fine Nets for All"},
		{"a bold venue", BoldTitle, []Run{bold("[NeurIPS]"), plain(" Fine Nets for All")}, ""},
		{"quoted", QuotedTitle, []Run{plain("“Fine Nets for All.” JMLR, 2017.")}, "Fine Nets for All"},
		{"a quotation of something", QuotedTitle, []Run{plain("“Fine nets” are what we like")}, ""},
		{"behind a link", TitleBehind, []Run{plain(" Fine Nets for All")}, "Fine Nets for All"},
		{"the rest of a sentence", TitleBehind, []Run{plain(" is a fine net for all")}, ""},
		{"people ahead", PeopleTitle, []Run{plain("Ada Love, Alan Turing, Fine Nets for All, ICML, 2015")}, "Fine Nets for All"},
		{"a cell with a name and what it is", CellTitle, []Run{bold("BERT"), plain(" - fine nets for all of us")}, "BERT"},
		{"a cell", CellTitle, []Run{plain("Fine Nets for All")}, "Fine Nets for All"},
		{"people in Chinese", LineTitle, []Run{plain("Deep nets for you，Love等。")}, "Deep nets for you"},
	} {
		if got := test.read(test.line).Title; got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestBetweenPapers holds to which of two papers the words between them belong.
func TestBetweenPapers(t *testing.T) {
	between := []Run{{Text: " Fine Nets for All, see also Text Mining with Trees (", End: 52}}
	if got := Text(AboutLast(between)); got != "Fine Nets for All" {
		t.Errorf("about the first: %q", got)
	}
	if got := Text(AboutNext(between, true)); got != "Text Mining with Trees (" {
		t.Errorf("about the second: %q", got)
	}
	if got := Text(WithoutField([]Run{{Text: "Fine Nets\n论文链接："}})); got != "Fine Nets" {
		t.Errorf("without the name of the link: %q", got)
	}
}

// TestSaidOfPapers tells titles from what is said of a paper.
func TestSaidOfPapers(t *testing.T) {
	for s, want := range map[string]bool{
		"Proposes a net": true, "This paper shows nets": true, "Investigates how nets learn": true, "A very good introduction": true,
		"Networks of Trees": false, "Using Nets to Learn": false, "Good Nets Make Good Neighbours": false, "Studies in Nets": false,
	} {
		if IsSummary(s) != want {
			t.Errorf("%q is a summary: %v", s, !want)
		}
	}
}
