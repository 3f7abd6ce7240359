package list_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/fetch/list"
)

// heads and feet are what stands before and behind the records of a large list,
// records how one of them is written.
var (
	heads = map[list.Format]string{list.CSL: "[\n", list.EndNote: "<?xml version=\"1.0\"?><xml><records>", list.Zotero: "\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"DOI\",\"Url\",\"Abstract Note\"\n",
		list.Snapshot: "{\"format\":\"citemap-snapshot\",\"version\":1}\n"}
	feet    = map[list.Format]string{list.CSL: "{\"title\": \"The End\"}]\n", list.EndNote: "</records></xml>\n"}
	records = map[list.Format]string{
		list.BibTeX:   "@article{key%[1]d,\n  title = {A Study of {B}ayesian Na{\\\"i}ve $\\alpha_{%[1]d}$ Methods},\n  author = {M{\\\"u}ller, Jane and Zhou, Chunting},\n  year = {2020}, month = may,\n  doi = {10.1000/j.%[1]d},\n  abstract = {%[2]s}\n}\n\n",
		list.RIS:      "TY  - JOUR\r\nTI  - A Study of Bayesian Methods %[1]d\r\nAU  - Müller, Jane\r\nAU  - Zhou, Chunting\r\nPY  - 2020\r\nDA  - 2020/05/01\r\nDO  - 10.1000/j.%[1]d\r\nAB  - %[2]s\r\nER  - \r\n\r\n",
		list.CSL:      "{\"id\": \"k%[1]d\", \"title\": \"A Study of Bayesian Methods %[1]d\", \"author\": [{\"family\": \"Müller\", \"given\": \"Jane\"}, {\"family\": \"Zhou\", \"given\": \"C.\"}], \"issued\": {\"date-parts\": [[2020, 5]]}, \"DOI\": \"10.1000/j.%[1]d\", \"abstract\": \"%[2]s\"},\n",
		list.EndNote:  "<record><contributors><authors><author><style face=\"normal\">Müller, Jane</style></author></authors></contributors><titles><title><style face=\"normal\">A Study of Bayesian Methods %[1]d</style></title></titles><dates><year>2020</year></dates><electronic-resource-num>10.1000/j.%[1]d</electronic-resource-num><abstract><style face=\"normal\">%[2]s</style></abstract></record>",
		list.Zotero:   "\"K%[1]d\",\"journalArticle\",\"2020\",\"Müller, Jane; Zhou, Chunting\",\"A Study of Bayesian Methods %[1]d\",\"10.1000/j.%[1]d\",\"https://doi.org/10.1000/j.%[1]d\",\"%[2]s\"\n",
		list.IDs:      "10.1000/j.%[1]d  A Study of Bayesian Methods %[1]d\n",
		list.Snapshot: "{\"paperId\":\"%040[1]d\",\"title\":\"A Study of Bayesian Methods %[1]d\",\"year\":2020,\"authors\":[{\"name\":\"Jane Müller\"}],\"abstract\":\"%[2]s\"}\n",
	}
)

// large writes a list of so many entries, each with so many bytes of abstract.
func large(f list.Format, entries, abstract int) []byte {
	var b strings.Builder
	b.WriteString(heads[f])
	words := strings.Repeat("words of an abstract ", abstract/21)
	for i := range entries {
		if strings.Contains(records[f], "%[2]s") {
			fmt.Fprintf(&b, records[f], i, words)
		} else {
			fmt.Fprintf(&b, records[f], i)
		}
	}
	b.WriteString(feet[f])
	return []byte(b.String())
}

// BenchmarkRead reads lists of 3,000 entries in 10 MB, and of 10 MB of entries
// without abstracts.
func BenchmarkRead(b *testing.B) {
	for _, f := range []list.Format{list.BibTeX, list.RIS, list.CSL, list.EndNote, list.Zotero, list.IDs, list.Snapshot} {
		for name, text := range map[string][]byte{"3000 entries": large(f, 3000, 3300), "short entries": large(f, 30000, 0)} {
			b.Run(f.String()+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := list.Parse("-", text, list.Auto); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
