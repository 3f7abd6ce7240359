package list_test

import (
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
		{"of Notion, whose notes are about other papers", "x.csv", "Name,Tags,Status,URL,Authors,Published,Notes\nOne Paper Here,\"nlp, x\",Read,https://arxiv.org/abs/1706.03762,\"Roe, Doe\",\"June 12, 2017\",Great. Compare https://arxiv.org/abs/1810.04805\nA Post,blog,,https://blog.example.org/posts/x/,Roe,\"Jan 27, 2023\",\nNo Link,nlp,,,Roe,2019,see arXiv:1810.04805\n",
			"2 One Paper Here [2017-06-12] ArXiv=1706.03762\n3 A Post [2023-01-27] URL=https://blog.example.org/posts/x/\n4 No Link [2019]\n", ""},
		{"of Lens", "x.csv", "\"#\",Lens ID,Title,Date Published,Publication Year,Author/s,Source URLs,External URL,PMID,DOI,Microsoft Academic ID,PMCID,References\n1,000-001,Of Lenses,2020-05-01,2020,Ann Roe; Ian Doe,http://dx.doi.org/10.1000/lens.one,https://lens.org/000-001,32000001,10.1000/lens.one,3000000001,,000-1\n2,000-002,Of Others,,2019,Solo A,,,,,,PMC7000001,\n",
			"2 Of Lenses [2020-05-01] DOI=10.1000/lens.one MAG=3000000001 PubMed=32000001\n3 Of Others [2019] PubMedCentral=7000001\n", ""},
		{"of Covidence", "x.csv", "Title,Authors,Published Year,Published Month,DOI\nOf Reviews,\"Roe, J.; Doe, I.\",2014,3,10.1000/covidence\n", "2 Of Reviews [2014-03] DOI=10.1000/covidence\n", ""},
		{"of Springer", "x.csv", "Item Title,Publication Title,Item DOI,Authors,Publication Year,URL\nOf Chapters,Proceedings,10.1007/978-3-030-58452-8_26,Jane RoeIan Doe,2020,http://link.springer.com/chapter/10.1007/978-3-030-58452-8_26\n", "2 Of Chapters [2020] DOI=10.1007/978-3-030-58452-8_26\n", ""},
		{"of Publish or Perish", "x.csv", "Cites,Authors,Title,Year,Source,ArticleURL,CitesURL,GSRank,DOI\n12,\"A Roe, B Doe\",Of Perishing,2011,\"arXiv preprint arXiv:1101.00001\",https://example.org/x,https://scholar.google.com/x,1,\n", "2 Of Perishing [2011] ArXiv=1101.00001\n", ""},
		{"of Dimensions, below a line of its own", "x.csv", "\"About the data: Exported on Jan 1, 2024. Criteria: 'x'\"\nRank,Publication ID,DOI,PMID,PMCID,Title,Source title,Publication date,PubYear,Authors\n1,pub.1,10.1000/dim,77,PMC88,Of Dimensions,Journal,2020-03,2020,\"Roe, Ann; Doe, Ian\"\n", "3 Of Dimensions [2020-03] DOI=10.1000/dim PubMed=77 PubMedCentral=88\n", ""},
		{"of Scopus", "x.csv", "\ufeff\"Authors\",\"Author full names\",\"Author(s) ID\",\"Title\",\"Year\",\"Source title\",\"DOI\",\"Link\",\"PubMed ID\",\"EID\"\n\"Roe A.; Doe B.\",\"Roe, Ann (1); Doe, Bo (2)\",\"1; 2\",\"Of Scopes\",\"2022\",\"J\",\"10.1000/scopus\",\"https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1000%2fscopus\",\"99\",\"2-s2.0-1\"\n", "2 Of Scopes [2022] DOI=10.1000/scopus PubMed=99\n", ""},
		{"of Web of Science, in tabs", "savedrecs.txt", "PT\tAU\tBA\tAF\tTI\tSO\tCR\tDI\tPY\tPM\tUT\t\nJ\tRoe, JA; Doe, IC\t\tRoe, Jane A.; Doe, Ian C.\tOf Tabs\tJ\tSMITH J, 2001, J X, DOI 10.1000/cited\t10.1000/wos.tab\t2018\t31143794\tWOS:1\t\nC\tOther, A\t\tOther, A.\tWithout an Id\tP\t\t\t2017\t\tWOS:2\t\n", "2 Of Tabs [2018] DOI=10.1000/wos.tab PubMed=31143794\n3 Without an Id [2017]\n", ""},
		{"below the line of a spreadsheet", "x.csv", "sep=;\nTitle;Author;Year;DOI\nOf Sheets;Roe, J.;2013;10.1000/sep\n", "3 Of Sheets [2013] DOI=10.1000/sep\n", ""},
		{"with links in a column", "x.csv", "Paper Title,Paper Link,Year,Code\nOne Paper Here,https://arxiv.org/abs/1706.03762,2017,https://github.com/x\nNo Link Here,,2018,\n", "2 One Paper Here [2017] ArXiv=1706.03762\n3 No Link Here [2018]\n", ""},
		{"of a name and an address", "x.csv", "Name,URL\nOne Paper Here,https://arxiv.org/abs/1706.03762\n", "2 One Paper Here ArXiv=1706.03762\n", ""},
		{"in French", "x.csv", "#;Titre;Auteurs;Année;Lien\n1;Étude;Roe A.;2019;https://doi.org/10.1000/fr\n", "2 Étude [2019] DOI=10.1000/fr\n", ""},
		{"with quotes where CSV has none", "x.csv", "\ufeffTitle,Authors,DOI\n\"Of a \"\"quoted, title\",\"Roe, A.\",10.1000/a\nAn unquoted \"mark\" here,Doe,10.1000/b\nThe Last,Roe,10.1000/c\n", "2 Of a \"quoted, title DOI=10.1000/a\n3 An unquoted \"mark\" here DOI=10.1000/b\n4 The Last DOI=10.1000/c\n", ""},
		{"broken rows among others", "x.csv", "Title,DOI\nThe First,\n\"a\"b,\n,\nThe Last,\n\"never closed,\nEnd,\n", "2 The First\n5 The Last\n7 End\n",
			"x.csv:3: row is not CSV: extraneous or missing \" in quoted-field\nx.csv:4: entry has neither title nor id\nx.csv:6: row is not CSV: extraneous or missing \" in quoted-field\n"},
	})
}
