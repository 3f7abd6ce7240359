package list_test

import (
	"testing"

	"citemap/fetch/list"
)

func TestEndNote(t *testing.T) {
	style := func(s string) string { return `<style face="normal" font="default" size="100%">` + s + `</style>` }
	record := "<record><database name=\"My.enl\">My.enl</database><ref-type name=\"Journal Article\">17</ref-type>" +
		"<contributors><authors><author>" + style("Zhou, Chunting") + "</author><author>" + style("Liu, Pengfei") + "</author></authors><secondary-authors><author>Editor, An</author></secondary-authors></contributors>" +
		"<titles><title>" + style("LIMA: ") + style("Less &amp; More") + "</title><secondary-title>" + style("Nature") + "</secondary-title></titles>" +
		"<dates><year>" + style("2023") + "</year><pub-dates><date>" + style("May 18") + "</date></pub-dates></dates>" +
		"<electronic-resource-num>" + style("10.1000/ABC") + "</electronic-resource-num><accession-num>" + style("31452104") + "</accession-num>" +
		"<custom2>" + style("PMC99") + "</custom2></record>"
	checkReader(t, []readerTest{
		{"as EndNote writes it, on one line", "l.xml", `<?xml version="1.0" encoding="UTF-8" ?><xml><records>` + record + "</records></xml>",
			"1 LIMA: Less & More [2023-05-18] DOI=10.1000/abc PubMed=31452104 PubMedCentral=99\n", ""},
		{"without styles, by addresses", "x", "<xml>\n<records>\n<record><titles><title>Of arXiv</title></titles><urls><related-urls><url>https://x.org/a&#xD;https://arxiv.org/abs/2305.11206</url></related-urls></urls></record>\n<record><titles><title>Of a DOI</title></titles><electronic-resource-num>https://doi.org/10.1000/X</electronic-resource-num></record></records></xml>",
			"3 Of arXiv ArXiv=2305.11206\n4 Of a DOI DOI=10.1000/x\n", ""},
		{"the numbers of other databases", "l.xml", "<xml><records>\n<record><titles><title>Of Schools</title></titles><accession-num>12345678</accession-num><remote-database-name>Academic Search</remote-database-name></record>\n<record><titles><title>Of Mice</title></titles><accession-num>12345678</accession-num><remote-database-name>Medline</remote-database-name></record></records></xml>",
			"2 Of Schools\n3 Of Mice PubMed=12345678\n", ""},
		{"the first form of it, and a file for a title", "l.xml", "<XML><RECORDS>\n<RECORD><AUTHORS><AUTHOR>Roe, Ann</AUTHOR></AUTHORS><YEAR>2012</YEAR><DATE>June</DATE><TITLE>Of Capitals</TITLE><URL>10.1000/x</URL></RECORD>\n</RECORDS></XML>\n<record><titles><title>&lt;A Scanned Paper.pdf&gt;</title></titles></record>",
			"2 Of Capitals [2012-06] DOI=10.1000/x\n4 A Scanned Paper\n", ""},
		{"broken records among others", "l.xml", "<xml><records>\n<record><titles><title>Never ends</title>\n<record><titles><title>Ends <b>well</title></titles></record>\n<record><titles><title>Bad &#x0; sign</title></titles></record>\n<record></record>\n<record><titles><title>The Last</title></titles></record>\n</records></xml>",
			"3 Ends well\n6 The Last\n", "l.xml:2: record without end\nl.xml:4: record is not XML: illegal character code U+0000\nl.xml:5: entry has neither title nor id\n"},
		{"entities of its own grow nothing", "l.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<xml><records><record><titles><title>The &b; Title</title></titles></record></records></xml>",
			"3 The &b; Title\n", ""},
	})
	l, err := list.Parse("l.xml", []byte("<xml><records>"+record+"</records></xml>"), list.Auto)
	if err != nil || l.Format != list.EndNote || len(l.Entries[0].Authors) != 2 || l.Entries[0].Authors[1] != "Liu, Pengfei" {
		t.Error(l, err)
	}
}
