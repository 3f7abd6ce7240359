package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
)

// TestForeign reads what researchers' programs write.
func TestForeign(t *testing.T) {
	checkReader(t, []readerTest{
		{"EndNote's tags, of Google Scholar and others", "scholar.enw", "%0 Journal Article\n%T Of Tags\n%A Roe, Ann\n%A Doe, Ian\n%J Advances\n%D 2017\n\n%0 Conference Proceedings\n%T Of Meetings\n%D 2019\n%8 June\n%R 10.18653/v1/N19-1423\n%U https://aclanthology.org/N19-1423\n%P 1-2\n",
			"1 Of Tags [2017]\n8 Of Meetings [2019-06] ACL=N19-1423 DOI=10.18653/v1/n19-1423\n", ""},
		{"Web of Science, without what it cites", "savedrecs.txt", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Roe, JA\n   Doe, IC\nAF Roe, Jane A.\n   Doe, Ian C.\nTI A study of tags and how they break\n   over lines\nSO JOURNAL\nCR SMITH J, 2001, J X, DOI 10.1000/cited.one\n   JONES K, 2002, J Y, DOI 10.1000/cited.two\nPD MAR\nPY 2019\nDI 10.1000/wos.one\nPM 31143794\nER\n\nPT C\nAU Other, A\nTI A second record\nPY 2020\nDI 10.1000/wos.two\nER\n\nEF\n",
			"3 A study of tags and how they break over lines [2019-03] DOI=10.1000/wos.one PubMed=31143794\n19 A second record [2020] DOI=10.1000/wos.two\n", ""},
		{"\\bibitem in a paper, in four styles", "paper.tex", "\\documentclass{article}\n\\begin{document}\nText \\cite{a}.\n\\begin{thebibliography}{9}\n\\bibitem{a}\nA.~Roe, N.~Doe, and N.~Poe.\n\\newblock Of blocks.\n\\newblock In {\\em Advances}, 2017.\n\\newblock \\href{https://arxiv.org/abs/1706.03762}{arXiv:1706.03762}.\n\n\\bibitem[Devlin et~al.(2019)Devlin, Chang]{b}\nJacob Doe and Ming Roe.\n\\newblock {BERT}: Of braces.\n\\newblock \\emph{NAACL}, 2019.\n\\newblock \\doi{10.18653/v1/N19-1423}.\n\n\\bibitem{c} \nAlbert Roe. \n\\textit{Zur Dynamik bewegter K{\\\"o}rper}. (German) \nAnnalen, 322(10):891--921, 1905.\n\n\\bibitem{d}\nD.~E. Roe, ``Literate programs,'' \\emph{The Journal}, vol.~27, no.~2, pp.~97--111, 1984.\n\\end{thebibliography}\n\\end{document}\n",
			"5 Of blocks [2017] ArXiv=1706.03762\n11 BERT: Of braces [2019] DOI=10.18653/v1/n19-1423\n17 Zur Dynamik bewegter Körper [1905]\n22 Literate programs [1984]\n", ""},
		{"\\bibitem of publishers", "x.bbl", "\\begin{thebibliography}{9}\n\\bibitem [{\\citenamefont {Roe}(1935)}]{a}%\n  \\BibitemOpen\n  \\bibfield  {author} {\\bibinfo {author} {\\bibfnamefont {A.}~\\bibnamefont {Roe}}, }\\bibfield  {title} {\\bibinfo {title} {Of reviews and letters},\\ }\\href {https://doi.org/10.1103/PhysRev.47.777} {\\bibfield  {journal} {\\bibinfo  {journal} {Phys. Rev.}\\ }\\textbf {\\bibinfo {volume} {47}},\\ \\bibinfo {pages} {777} (\\bibinfo {year} {1935})}\\BibitemShut {NoStop}%\n\\bibitem[Roe and Doe(2007)]%\n        {b}\n\\bibfield{author}{\\bibinfo{person}{Ann~S. Roe} {and} \\bibinfo{person}{Ian Doe}.} \\bibinfo{year}{2007}\\natexlab{}.\n\\newblock \\showarticletitle{Of associations and machinery}.\n\\newblock \\bibinfo{journal}{\\emph{Commun. ACM}} \\bibinfo{volume}{50}.\n\\newblock\n\\urldef\\tempurl%\n\\url{https://doi.org/10.1145/1188913.1188915}\n\\showDOI{\\tempurl}\n\\bibitem{c}\nRoe, A., Doe, B.: Of lecture notes in series. Journal \\textbf{2}(5), 99--110 (2016). \\doi{10.1000/lncs}\n\\end{thebibliography}\n",
			"2 Of reviews and letters [1935] DOI=10.1103/physrev.47.777\n5 Of associations and machinery [2007] DOI=10.1145/1188913.1188915\n14 Of lecture notes in series [2016] DOI=10.1000/lncs\n", ""},
		{"what biber writes", "x.bbl", "\\begingroup\n\\refsection{0}\n  \\datalist[entry]{nty/global//global/global}\n    \\entry{roe}{article}{}\n      \\name{author}{2}{}{%\n        {{hash=1}{%\n           family={Roe},\n           familyi={R\\bibinitperiod},\n           given={Ann},\n           giveni={A\\bibinitperiod}}}%\n        {{hash=2}{%\n           family={Doe},\n           given={Ian},\n           giveni={I\\bibinitperiod}}}%\n      }\n      \\field{title}{Of Biber}\n      \\field{year}{2019}\n      \\field{eprinttype}{arXiv}\n      \\verb{eprint}\n      \\verb 1901.00001\n      \\endverb\n      \\verb{doi}\n      \\verb 10.1000/biber\n      \\endverb\n    \\endentry\n  \\enddatalist\n\\endrefsection\n",
			"4 Of Biber [2019] ArXiv=1901.00001 DOI=10.1000/biber\n", ""},
		{"arXiv's answer", "feed.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:arxiv=\"http://arxiv.org/schemas/atom\"><title>arXiv Query</title>\n<entry><id>http://arxiv.org/abs/1706.03762v5</id><title>Of\n  Attention</title><summary>See arXiv:1810.04805.</summary><author><name>Ann Roe</name></author><published>2017-06-12T17:57:34Z</published><arxiv:doi>10.1000/feed</arxiv:doi></entry>\n<entry><id>http://arxiv.org/abs/1810.04805v2</id><title>Of &amp; BERT</title></entry></feed>\n",
			"3 Of Attention [2017-06-12] ArXiv=1706.03762 DOI=10.1000/feed\n5 Of & BERT ArXiv=1810.04805\n", ""},
		{"Zotero's RDF, with a DOI at the journal", "x.rdf", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:z=\"z\" xmlns:bib=\"b\" xmlns:dc=\"d\" xmlns:foaf=\"f\" xmlns:dcterms=\"t\" xmlns:link=\"l\">\n<bib:Article rdf:about=\"#item_1\"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource=\"urn:issn:1\"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Roe</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><link:link rdf:resource=\"#item_2\"/><dc:title>Of Triples</dc:title><dc:date>2015-05-28</dc:date></bib:Article>\n<z:Attachment rdf:about=\"#item_2\"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>\n<bib:Journal rdf:about=\"urn:issn:1\"><dc:title>A Journal</dc:title><dc:identifier>DOI 10.1000/rdf</dc:identifier></bib:Journal>\n</rdf:RDF>\n",
			"2 Of Triples [2015-05-28] DOI=10.1000/rdf\n", ""},
		{"YAML of a homepage", "publications.yml", "- title: \"Of Homes\"\n  authors: Ann Roe, Ian Doe\n  year: 2017\n  links:\n    code: https://arxiv.org/abs/1810.04805\n    paper: https://arxiv.org/abs/1706.03762\n- title: \"Of Names: and Colons\"\n  year: 2019\n  doi: 10.1000/yaml\n",
			"1 Of Homes [2017] ArXiv=1706.03762\n7 Of Names: and Colons [2019] DOI=10.1000/yaml\n", ""},
		{"CSL-YAML", "-", "references:\n- id: a\n  title: 'Of Styles'\n  author:\n  - family: Roe\n    given: Ann\n  issued:\n    year: 2017\n    month: 6\n  URL: https://arxiv.org/abs/1706.03762\n- id: b\n  title: Of Titles Only\n  issued:\n  - year: 1999\n",
			"2 Of Styles [2017-06] ArXiv=1706.03762\n11 Of Titles Only [1999]\n", ""},
		{"YAML below subjects", "x.yaml", "title: What I read\nnlp:\n  - {title: Of Words, arxiv: '1706.03762'}\ncv:\n  deep:\n    - title: Of Sight\n      doi: 10.1000/cv\n", "3 Of Words ArXiv=1706.03762\n6 Of Sight DOI=10.1000/cv\n", ""},
		{"TOML", "papers.toml", "[[papers]]\ntitle = \"Of Tables\"\nurl = \"https://arxiv.org/abs/1706.03762\"\nyear = 2017\n\n[[papers]]\ntitle = \"Of More\"\ndoi = \"10.1000/toml\"\nauthors = [\"Ann Roe\", \"Ian Doe\"]\n", "1 Of Tables [2017] ArXiv=1706.03762\n6 Of More DOI=10.1000/toml\n", ""},
		{"an outline of Emacs", "reading.org", "#+TITLE: Reading list\n\n* To read\n** TODO [[https://arxiv.org/abs/1706.03762][Of Attention]]   :nlp:\n   SCHEDULED: <2023-06-01 Thu>\n   :PROPERTIES:\n   :DOI: 10.48550/arXiv.1706.03762\n   :CUSTOM_ID: roe2017\n   :END:\n   Compare to [[https://arxiv.org/abs/1409.0473][another]].\n** TODO Of Properties\n   :PROPERTIES:\n   :AUTHOR: Roe, Ann\n   :YEAR: 2019\n   :DOI: 10.1000/org\n   :END:\n* Read\n- [X] [[doi:10.1145/3292500.3330701][Optuna]] [[file:papers/optuna.pdf][pdf]]\n- [X] Without a link\n- [[https://arxiv.org/abs/2005.14165]]\n",
			"4 Of Attention ArXiv=1706.03762\n11 Of Properties [2019] DOI=10.1000/org\n18 Optuna DOI=10.1145/3292500.3330701\n20  ArXiv=2005.14165\n", "reading.org:19: item has no link to a paper\n"},
		{"tables of Emacs, and ids without links", "reading.org", "* Papers\n| Title | arXiv | DOI |\n|-------+-------+-----|\n| Of Tables | 1706.03762 | |\n| Of Rows | | 10.1000/row |\n* More\n| [[https://arxiv.org/abs/1512.03385][Of Links]] | good |\n| Of Cells | 10.1000/cell |\n- 1409.0473 Of Bare Ids\n- [ ] Of Words. doi:10.1038/nature14539\n- nothing\n",
			"4 Of Tables ArXiv=1706.03762\n5 Of Rows DOI=10.1000/row\n7 Of Links ArXiv=1512.03385\n8 Of Cells DOI=10.1000/cell\n9 Of Bare Ids ArXiv=1409.0473\n10 Of Words DOI=10.1038/nature14539\n", "reading.org:11: item has no link to a paper\n"},
		{"headings with an id, and above an address", "x.org", "#+TITLE: x\n* Papers\n** BERT arXiv:1810.04805\n** Residual Learning\nhttps://arxiv.org/abs/1512.03385\n** Two of Them\nhttps://arxiv.org/abs/1409.0473\n10.1000/two\n** Plain Heading\nsome notes, with 10.1000/prose among them\n** TODO [#A] Of Priorities\nhttps://arxiv.org/abs/1706.03762\n",
			"3 BERT ArXiv=1810.04805\n5 Residual Learning ArXiv=1512.03385\n7  ArXiv=1409.0473\n8  DOI=10.1000/two\n10  DOI=10.1000/prose\n11 Of Priorities ArXiv=1706.03762\n", ""},
		{"a feed in another charset, with a broken item", "x.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<rss version=\"2.0\"><channel><title>x</title><item><title>Of RSS</title><link>https://arxiv.org/abs/1706.03762</link></item>\n<item><title>Broken <b</title></item>\n<item><title>The Last</title><link>https://arxiv.org/abs/1810.04805</link></item></channel></rss>\n",
			"2 Of RSS ArXiv=1706.03762\n4 The Last ArXiv=1810.04805\n", "x.xml:3: item is not XML: expected attribute name in element\n"},
		{"YAML with an item that is broken, and one without its quotes", "x.yaml", "- title: The First\n  doi: 10.1000/good\n- title: Bad [one\n  doi: [10.1000/bad\n- title: Of YAML: The Colon\n  doi: 10.1000/colon\n", "1 The First DOI=10.1000/good\n5 Of YAML: The Colon DOI=10.1000/colon\n", "x.yaml:3: item is not YAML: did not find expected ',' or ']'\n"},
		{"TOML with a table that is broken", "x.toml", "[[p]]\ntitle = \"The First\"\n[[p]]\ntitle = The Second\n[[p]]\ntitle = \"The Third\"\ndoi = \"10.1000/three\"\n", "1 The First\n5 The Third DOI=10.1000/three\n", "x.toml:4: is not TOML: unexpected character U+0054 'T' at start of value\n"},
		{"summaries of PubMed", "summary.txt", "1: Roe AB, Doe C. Of Mice and Others. J Mice. 2019 May 3;12(3):100-110. doi:\n10.1000/mice. PMID: 31143794; PMCID: PMC6543210.\n\n2: Roe AB. Of Men. J Men. 2020 Jan;13:1. doi: 10.1000/men. Epub 2019 Dec 1. PMID: 31143795.\n",
			"1 Of Mice and Others [2019-05-03] DOI=10.1000/mice PubMed=31143794 PubMedCentral=6543210\n4 Of Men [2020-01] DOI=10.1000/men PubMed=31143795\n", ""},
		{"a page of PubMed's results, pasted", "x.txt", "1\nCite\nShare\nOf Mice and Others.\nRoe AB, Doe C.\nJ Mice. 2019 May 3;12(3):100-110. doi: 10.1000/mice.\nPMID: 31143794 Free PMC article.\nWe found mice.\n2\nCite\nShare\nOf Men.\nRoe AB.\nJ Men. 2020 Jan;13:1. doi: 10.1000/men.\nPMID: 31143795\n",
			"1 Of Mice and Others [2019-05-03] DOI=10.1000/mice PubMed=31143794\n9 Of Men [2020-01] DOI=10.1000/men PubMed=31143795\n", ""},
		{"PubMed's XML", "x.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID Version=\"1\">31143794</PMID><Article><Journal><JournalIssue><PubDate><Year>2019</Year><Month>May</Month></PubDate></JournalIssue></Journal><ArticleTitle>Of <i>Mice</i>.</ArticleTitle><AuthorList><Author><LastName>Roe</LastName><ForeName>Ann</ForeName></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.1000/mice</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId>31143795</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>\n</PubmedArticleSet>\n",
			"4 Of Mice [2019-05] DOI=10.1000/mice PubMed=31143794\n", ""},
		{"abstracts of PubMed", "abstract.txt", "1. J Mice. 2019 May 3;12(3):100-110. doi: 10.1000/mice.\n\nOf Mice and\nOthers.\n\nRoe AB(1), Doe C(2).\n\nAuthor information:\n(1)Somewhere.\n\nIt was found that 2. mice differ.\n\nDOI: 10.1000/mice\nPMID: 31143794\n\n2. J Men. 2020 Jan;13:1.\n\nOf Men.\n\nRoe AB.\n\nPMID: 31143795\n",
			"1 Of Mice and Others [2019-05-03] DOI=10.1000/mice PubMed=31143794\n16 Of Men [2020-01] PubMed=31143795\n", ""},
		{"a page of arXiv's results, pasted", "x.txt", "arXiv:1706.03762 [pdf, other] cs.CL\nOf Attention\nAuthors: Ann Roe, Ian Doe\nSubmitted 12 June, 2017; originally announced June 2017.\n\narXiv:1810.04805 [pdf, other] cs.CL\nOf BERT\nAuthors: Ian Doe\nComments: 13 pages\n",
			"1 Of Attention [2017-06-12] ArXiv=1706.03762\n6 Of BERT ArXiv=1810.04805\n", ""},
		{"a listing of arXiv, pasted", "x.txt", "[1]  arXiv:1706.03762 [pdf, other]\nTitle: Of Attention\nAuthors: Ann Roe\nSubjects: Computation and Language (cs.CL)\n[2]  arXiv:1810.04805 (cross-list from cs.LG) [pdf]\nTitle: Of BERT\nAuthors: Ian Doe\n", "1 Of Attention ArXiv=1706.03762\n5 Of BERT ArXiv=1810.04805\n", ""},
	})
}

// TestRefused names the forms that are not read, by what they hold or are called.
func TestRefused(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"x.ipynb", `{"cells": [{"cell_type": "markdown", "source": ["https://arxiv.org/abs/1706.03762"]}], "nbformat": 4}`, "a Jupyter notebook"},
		{"-", `{"cells": [{"cell_type": "markdown", "source": ["https://arxiv.org/abs/1706.03762"]}], "nbformat": 4}`, "a Jupyter notebook"},
		{"x.rst", "Papers\n======\n\n- `Of Attention <https://arxiv.org/abs/1706.03762>`_\n", "reStructuredText"},
		{"-", "Papers\n======\n\n- `Of Attention <https://arxiv.org/abs/1706.03762>`_\n", "reStructuredText"},
		{"x.tex", "\\documentclass{article}\nSee https://arxiv.org/abs/1706.03762.\n", "LaTeX without a bibliography in it"},
		{"x.adoc", "= Papers\n\n* https://arxiv.org/abs/1706.03762[Of Attention]\n", "AsciiDoc"},
		{"x.txt", "Of Attention\nA Roe - 2017 - example.org\nCited by 100 Related articles All 5 versions\n", "a page of Google Scholar's results"},
		{"x.txt", "Of Attention\nAnn Roe, +6 authors\n12 June 2017\nTLDR A new architecture. Expand\n101,234 PDF · Save · Alert · Cite\n", "a page of Semantic Scholar's results"},
		{"-", "Of Attention\nA Roe - 2017\nCited by 100 Related articles All 5 versions\nOf BERT\nI Doe - 2019\nCited by 90 Related articles\n", "a page of Google Scholar's results"},
		{"x.xml", "<?xml version=\"1.0\"?>\n<modsCollection><mods/></modsCollection>\n", "XML of <modsCollection>"},
	} {
		_, err := list.Parse(test.name, []byte(test.text), list.Auto)
		if err == nil || !strings.HasPrefix(err.Error(), test.name+": is "+test.want+", which citemap does not read: ") {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// TestForeignIsNotMarkdown holds that a form that is recognised is never read as
// another where nothing is found in it.
func TestForeignIsNotMarkdown(t *testing.T) {
	for name, text := range map[string]string{
		"x.org": "* Of Attention\n- Roe, A. (2017). Of Attention. arXiv.\n", "x.yml": "a: [https://arxiv.org/abs/1706.03762\n", "x.toml": "a = \"https://example.org/x\"\n", "x.yaml": "see: https://example.org/x\n",
	} {
		if l, err := list.Parse(name, []byte(text), list.Auto); err == nil {
			t.Errorf("%s: %s\n%s", name, l.Format, shape(l.Entries))
		}
	}
}

// TestNumberedListsAreNotForeign holds that a numbered list with PubMed's numbers
// is read as what it is.
func TestNumberedListsAreNotForeign(t *testing.T) {
	l, err := list.Parse("l.md", []byte("1. [Of Mice and Others](https://arxiv.org/abs/1706.03762) PMID: 31143794\n2. [Of Men](https://arxiv.org/abs/1810.04805) PMID: 31143795\n"), list.Auto)
	if err != nil || l.Format != list.Markdown || len(l.Entries) != 2 || l.Entries[0].Title != "Of Mice and Others" {
		t.Error(l, err)
	}
}
