package list

import (
	"strings"
	"testing"
)

func TestZotero(t *testing.T) {
	const head = `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Extra"` + "\n"
	checkReader(t, []readerTest{
		{"as Zotero writes it", "l.csv", head +
			`"A1","preprint","2023","Zhou, Chunting; Liu, Pengfei","LIMA: <i>Less</i> Is ""More""","","","","","http://arxiv.org/abs/2305.11206","Lines` + "\nof an abstract\"," + `"2023-05-18","arXiv:2305.11206 [cs]"` + "\n" +
			`"B2","journalArticle","2019","","Of Mice","","","","10.1000/X","","","2019-02","PMID: 77` + "\nPMCID: PMC88\"\n" + `"C3","note","","","","","","","","","","",""` + "\n",
			"2 LIMA: Less Is \"More\" [2023-05-18] ArXiv=2305.11206\n4 Of Mice [2019-02] DOI=10.1000/x PubMed=77 PubMedCentral=88\n", ""},
		{"with semicolons, as a spreadsheet saves it", "x", "Title;Year;DOI\nAn Example;1999;10.1000/a\n", "2 An Example [1999] DOI=10.1000/a\n", ""},
		{"with tabs", "x.tsv", "title\tauthors\tarxiv\nA \"Quoted\" Title\tA; B\t2305.11206v2\n", "2 A \"Quoted\" Title ArXiv=2305.11206\n", ""},
		{"in lines of Windows", "x.csv", "Title,DOI\r\nOne Paper,10.1000/a\r\n\r\nTwo Papers,\r\n", "2 One Paper DOI=10.1000/a\n4 Two Papers\n", ""},
		{"of other databases", "x.csv", "PMID,Title,Authors,publication_year,DOI\n7,Of Mice.,\"Roe AB, Doe J.\",2006,\n", "2 Of Mice. [2006] PubMed=7\n", ""},
		{"broken rows among others", "x.csv", "Title,DOI\nThe First,\n\"a\"b,\n,\nThe Last,\n\"never closed,\nEnd,\n", "2 The First\n5 The Last\n7 End\n",
			"x.csv:3: row is not CSV: extraneous or missing \" in quoted-field\nx.csv:4: entry has neither title nor id\nx.csv:6: row is not CSV: extraneous or missing \" in quoted-field\n"},
	})
}

func TestByComma(t *testing.T) {
	for cell, want := range map[string]string{
		"Roe AB, van der Doe J.": "Roe, AB|van der Doe, J.", "A Roe, JP Doe": "A Roe|JP Doe", "Roe, Ann": "Roe, Ann", "van Roe, Ann Bo": "van Roe, Ann Bo",
		"van Roe, A. B.": "van Roe, A. B.", "Roe, A.; Doe, B.": "Roe, A.|Doe, B.", "Roe A.B.; Doe B.": "Roe A.B.|Doe B.", "Roe AB": "Roe, AB", "Roe III, Ann B.": "Roe III, Ann B.", "Ann Roe": "Ann Roe", "Roe, A., Doe, B.": "Roe, A., Doe, B.",
	} {
		if got := strings.Join(byComma(cell), "|"); got != want {
			t.Errorf("%s: %s, want %s", cell, got, want)
		}
	}
}
