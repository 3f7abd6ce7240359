package list_test

import (
	"testing"

	"citemap/fetch/list"
)

func TestRIS(t *testing.T) {
	const endNote = "TY  - JOUR\r\nAU  - Zhou, Chunting\r\nAU  - Liu, Pengfei\r\nDA  - May 18\r\nPY  - 2023\r\nTI  - LIMA: Less Is More\r\n for Alignment\r\nT2  - arXiv preprint arXiv:2305.11206\r\nAB  - An abstract.\r\nTI - of sorts\r\nER  - \r\n\r\n"
	checkReader(t, []readerTest{
		{"as EndNote writes it, in lines of Windows", "l.ris", endNote,
			"1 LIMA: Less Is More for Alignment [2023-05-18] ArXiv=2305.11206\n", ""},
		{"as Mendeley writes it", "l.ris", "TY  - JOUR\nT1  - Attention Is All You Need\nA1  - Vaswani, Ashish\nY1  - 2017/06/12/\nUR  - http://arxiv.org/abs/1706.03762v5\nL1  - file:///x.pdf\nER  - \n",
			"1 Attention Is All You Need [2017-06-12] ArXiv=1706.03762\n", ""},
		{"the DOI in M3, in an address, in DO", "l.ris",
			"TY  - JOUR\nTI  - A First\nM3  - 10.1000/ABC\nER  -\nTY  - JOUR\nTI  - A Second\nUR  - https://doi.org/10.1000/def\nER  -\nTY  - JOUR\nTI  - A Third\nDO  - doi:10.1000/ghi\nM3  - Article\nER  -\n",
			"1 A First DOI=10.1000/abc\n5 A Second DOI=10.1000/def\n9 A Third DOI=10.1000/ghi\n", ""},
		{"PubMed's number, and its other one", "l.ris", "TY  - JOUR\nTI  - Of Mice\nAN  - 31452104\nDB  - PubMed\nC2  - PMC123456\nPY  - 2019//\nER  - \nTY  - JOUR\nTI  - Of Men\nAN  - WOS:000123\nER  - \n",
			"1 Of Mice [2019] PubMed=31452104 PubMedCentral=123456\n8 Of Men\n", ""},
		{"lines before the records, none between them, no end", "export.txt", "Provider: ACM\nContent: text/plain\n\nTY  - CONF\nT1  - One Paper Here\nPY  - 2001///\nTY  - CONF\nT1  - Two Papers Here",
			"4 One Paper Here [2001]\n7 Two Papers Here\n", ""},
		{"an id as the key, several addresses", "l.ris", "TY  - GEN\nID  - arXiv:2305.11206\nER  - \nTY  - GEN\nTI  - Of OpenReview\nUR  - https://example.org/x; https://openreview.net/forum?id=abc\nER  - \n",
			"1  ArXiv=2305.11206\n4 Of OpenReview OpenReview=abc URL=https://openreview.net/forum?id=abc\n", ""},
		{"a type said again, and lists of references", "l.ris", "TY  - JOUR\nTI  - Of Helices\nN1  - Export Date: 2 January 2016\nTY  - Review\nDB  - Scopus\nC2  - 12345678\nN1  - References: Roe, A., Of X (2000), doi: 10.1000/other;\n Doe, B., arXiv:1706.03762\nER  - \n\nTY  - Journal Article\nTI  - Of Sheets\n\nTY  - Thesis\nTI  - Of Strands &amp; <i>Coils</i>\n",
			"1 Of Helices PubMed=12345678\n11 Of Sheets\n14 Of Strands & Coils\n", ""},
		{"tags of four letters", "l.ris", "TY  - JOUR\nTI  - Of Four\nPMID  - 77\nNOTE - a file\nER  - \n", "1 Of Four PubMed=77\n", ""},
		{"as PubMed writes it", "l.nbib", "\nPMID- 16734914\nSTAT- MEDLINE\nDP  - 2006 May 30\nTI  - Agile mice: a study of\n      several sites.\nLID - 10.1000/a-b [doi]\nFAU - Roe, Ann B\nAU  - Roe AB\nCIN - J Mice. doi: 10.1000/other. PMID:\n      31978944\nPMC - PMC77\nAID - a-b [pii]\nSO  - J Mice. 2006 May 30. doi: 10.1000/so.\n\nPMID- 2\nAU  - Roe AB\nDP  - 1999 Nov-Dec\n",
			"2 Agile mice: a study of several sites [2006-05-30] DOI=10.1000/a-b PubMed=16734914 PubMedCentral=77\n16  [1999-11] PubMed=2\n", ""},
		{"broken records among others", "l.ris", "TI  - Too Early\nTY  - JOUR\nPY  - 1999\nER  - \nTY  - JOUR\nTI  - The Good One\nER  - \n",
			"1 Too Early [1999]\n5 The Good One\n", ""},
		{"no space behind the hyphen, small letters", "l.ris", "\ufeffTY  - JOUR\r\nTI  - A First\r\nDO  - 10.1000/r1\r\nER  - \r\nTY  -JOUR\r\nTI  -No Space Here\r\nDO  -doi:10.1000/nospace\r\nER  -\r\nty  - JOUR\r\nti  - Small Tags\r\ndo  - 10.1000/lower\r\ner  - \r\nTY  - JOUR\r\nTI  - A Last\r\nDO  - 10.1000/r4\r\n",
			"1 A First DOI=10.1000/r1\n5 No Space Here DOI=10.1000/nospace\n9 Small Tags DOI=10.1000/lower\n13 A Last DOI=10.1000/r4\n", ""},
		{"the type behind other fields", "export.txt", "DB  - WoS\nTI  - Of Baboons\nTY  - JOUR\nER  - \n\nTI  - Ahead of Its Type\nDO  - 10.1000/ahead\nTY  - JOUR\nPY  - 2009\nER  - \n\nTI  - Without a Type\n\nTY  - JOUR\nTI  - With One\n",
			"1 Of Baboons\n6 Ahead of Its Type [2009] DOI=10.1000/ahead\n12 Without a Type\n14 With One\n", ""},
	})
	checkReader(t, []readerTest{
		{"addresses in a row and in lines, and one of a publisher as the DOI", "l.ris", "TY  - JOUR\nTI  - A First\nUR  - https://a.example.org/x;https://arxiv.org/abs/1706.03762\nDO  - https://www.nature.com/articles/nature14539\nTY  - JOUR\nT1  - A Second\nUR  - https://b.example.org/\n      https://doi.org/10.1000/second\nPY  - 2020/03//\nER  -\n",
			"1 A First ArXiv=1706.03762 DOI=10.1038/nature14539\n5 A Second [2020-03] DOI=10.1000/second\n", ""},
		{"in lines of old Macintoshes", "l.ris", "TY  - JOUR\rTI  - Of Macs\rDO  - 10.1000/mac\rER  - \r", "1 Of Macs DOI=10.1000/mac\n", ""},
		{"the short title first", "l.ris", "TY  - JOUR\nST  - Short\nT2  - A Journal\nTI  - Short: And Long\nY1  - 2001\nER  - \nTY  - JOUR\nT2  - A Journal Alone\nER  - \n", "1 Short: And Long [2001]\n7 A Journal Alone\n", ""},
	})
	l, err := list.Parse("l.ris", []byte(endNote), list.Auto)
	if err != nil || len(l.Entries) != 1 || l.Format != list.RIS {
		t.Fatal(l, err)
	}
	if e := l.Entries[0]; len(e.Authors) != 2 || e.Authors[0] != "Zhou, Chunting" || e.End != len(endNote)-5 {
		t.Errorf("authors %q, span %d-%d of %d", e.Authors, e.Start, e.End, len(endNote))
	}
}
