package list_test

import (
	"strings"
	"testing"

	"citemap/fetch/list"
)

func TestBibTeXFields(t *testing.T) {
	checkReader(t, []readerTest{
		{"fields of the volume, and of xdata", "l.bib", "@inproceedings{a, title={One Paper}, crossref={VOL}}\n@proceedings{vol, title={The Volume}, year=1999, doi={10.1000/vol}}\n@xdata{x, date={2003-04}}\n@article{b, title={Another Paper}, xdata={nosuch, x}}\n@proceedings{own, title={On the List}, year=2001}\n",
			"1 One Paper [1999]\n4 Another Paper [2003-04]\n5 On the List [2001]\n", ""},
		{"in a circle", "l.bib", "@misc{a, title={A B}, xdata={b}}\n@misc{b, xdata={a}, year=1999}\n@misc{c, crossref={c}, title={C D}}\n",
			"1 A B [1999]\n2 A B [1999]\n3 C D\n", ""},
		{"arXiv's ids wherever people put them", "l.bib",
			"@misc{a, title={A}, note={To appear. arXiv:2305.11201}}\n@misc{b, title={B}, journal={arXiv preprint 2305.11202}}\n@misc{c, title={C}, journal={CoRR abs/2305.11203}}\n@misc{d, title={D}, eprint={9901001}, archiveprefix={arXiv}, primaryclass={hep-th}}\n@misc{e, title={E}, eprint={https://arxiv.org/abs/2305.11205v2}}\n@misc{f, title={F}, eprint={2305.11206}, eprinttype={arXiv}}\n@misc{g, title={G}, howpublished={\\url{https://arxiv.org/pdf/2305.11207.pdf}}}\n@misc{h, title={H}, eprint={123}, eprinttype={pubmed}}\n@misc{i, title={I}, doi={10.48550/arXiv.2305.11209}}\n",
			"1 A ArXiv=2305.11201\n2 B ArXiv=2305.11202\n3 C ArXiv=2305.11203\n4 D ArXiv=hep-th/9901001\n5 E ArXiv=2305.11205\n6 F ArXiv=2305.11206\n7 G ArXiv=2305.11207\n8 H PubMed=123\n9 I ArXiv=2305.11209\n", ""},
		{"comments, missing commas, subtitles", "l.bib", "@misc{a,\n % title = {no},\n title = {Main}\n subtitle = {And Sub},\n date = {2020-01-02T03:04}}\n@comment{never {closed\n@misc{b, title = \"A {\\\"o} {\"}q{\"}\"}\n",
			"1 Main: And Sub [2020-01-02]\n7 A ö \"q\"\n", ""},
		{"broken entries, each named", "l.bib", "@misc{a, title={x\n\n  @misc{b, title={The Good One}}\n@misc{c, title}\n@misc{d, year=1999}\n@misc{e, title={x}} }\n@misc{f, title={The Last}, author={{Barnes and Noble} and others}}\n@misc{g, title={x}\n",
			"3 The Good One\n6 x\n7 The Last\n", "l.bib:1: entry without end\nl.bib:4: entry with a field without value\nl.bib:5: entry d has neither title nor id\nl.bib:8: entry without end\n"},
		{"every value in two braces, as one citation index writes it", "l.bib", "@article{ WOS:0001,\nTitle = {{Of \\& Things}},\nYear = {{2009}},\nMonth = {{JAN-FEB}},\nDOI = {{10.1000/(SICI)1-2<3::AID>4.0.CO;2-0}}\n}\n@misc{b, title={{Of &quot;Others{\\&}quot;}}, eprint={{2305.11206}}, archiveprefix={{arXiv}}}\n",
			"1 Of & Things [2009-01] DOI=10.1000/(sici)1-2<3::aid>4.0.co;2-0\n7 Of \"Others\" ArXiv=2305.11206\n", ""},
		{"months among days and others", "l.bib", "@misc{a, title={Of June}, year=2019, month = jun # \"~\" # \"3--5\"}\n@misc{b, title={Of March}, year=2019, month = \"12 \" # mar}\n@misc{c, title={Of July}, year=2019, month = jul#\"/\"#aug}\n@misc{d, title={Of Six}, year=2019, month={06}}\n@misc{e, title={Of Spring}, year=2019, month={Spring}}\n",
			"1 Of June [2019-06]\n2 Of March [2019-03]\n3 Of July [2019-07]\n4 Of Six [2019-06]\n5 Of Spring [2019]\n", ""},
		{"DOIs that were taken for text", "l.bib", "@misc{a, title={Of A}, doi={10.1000/1{\\textless}2{\\textgreater}3}}\n@misc{b, title={Of B}, doi={10.1000/1$<$2$>$3\\textunderscore 4}}\n@misc{c, title={Of C}, doi={10.1000/1&lt;2.}}\n",
			"1 Of A DOI=10.1000/1<2>3\n2 Of B DOI=10.1000/1<2>3_4\n3 Of C DOI=10.1000/1<2\n", ""},
		{"DOIs with brackets", "l.bib", "@misc{a, title={Of A}, doi={10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}}\n@misc{b, title={Of B}, note={(doi: 10.1016/S0004-3702(01)00129-1)}}\n@misc{c, title={Of C}, note={See https://doi.org/10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2.}}\n@misc{d, title={Of D}, note={DOI 10.1007/978-3-319-24574-4\\_28; pmid 77}}\n",
			"1 Of A DOI=10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2\n2 Of B DOI=10.1016/s0004-3702(01)00129-1\n3 Of C DOI=10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2\n4 Of D DOI=10.1007/978-3-319-24574-4_28 PubMed=77\n", ""},
		{"ids among words in braces", "l.bib", "@misc{a, title={Of A}, note={{PMID:} 77}},\n@misc{b, title={Of B}, journal={{arXiv} preprint {arXiv:2305.11206}}}\n@misc{c, title={Of C}, howpublished={\\href{http://arxiv.org/abs/2305.11207}{a link}}}\n",
			"1 Of A PubMed=77\n2 Of B ArXiv=2305.11206\n3 Of C ArXiv=2305.11207\n", ""},
		{"a long note is about others", "l.bib", "@misc{a, title={Of Notes}, annote={Cites " + strings.Repeat("this and that and ", 20) + "arXiv:2305.11206}}\n@misc{b, title={Of Links}, bdsk-url-1={http://dx.doi.org/10.1000/b}}\n",
			"1 Of Notes\n2 Of Links DOI=10.1000/b\n", ""},
		{"a DOI behind an address, and addresses with escapes in braces", "l.bib", "@misc{a, title={Of One}, doi={http://doi.example.org/10.1000%2FX}}\n@misc{b, title={Of Two}, url={http://example.org/{\\~{}}x/a{\\_}b?c{\\&}d}}\n@misc{c, title={Of {x}}, note={a{b}}}\n",
			"1 Of One DOI=10.1000/x\n2 Of Two URL=http://example.org/~x/a_b?c&d\n3 Of x\n", ""},
	})
	n, err := list.Parse("l.bib", []byte("@misc{n, title={T}, author={family=Berg, given=Ann B., prefix=van den, useprefix=true and Roe, Jo}}"), list.Auto)
	if err != nil || n.Entries[0].Authors[0] != "van den Berg, Ann B." || len(n.Entries[0].Authors) != 2 {
		t.Errorf("%v %v", n, err)
	}
	l, err := list.Parse("l.bib", []byte("@misc{f, title={T}, author={{Barnes and Noble} AND\n{\\'E}mile Zola and others}}"), list.Auto)
	if err != nil || len(l.Entries[0].Authors) != 2 || l.Entries[0].Authors[0] != "Barnes and Noble" || l.Entries[0].Authors[1] != "Émile Zola" {
		t.Errorf("%v %v", l, err)
	}
}
