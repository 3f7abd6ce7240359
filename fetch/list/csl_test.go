package list

import (
	"slices"
	"strings"
	"testing"
)

func TestCSL(t *testing.T) {
	checkReader(t, []readerTest{
		{"an array, as Zotero and pandoc write it", "l.json", "[\n  {\n    \"id\": \"zhou\", \"type\": \"article\",\n    \"title\": \"LIMA: <span class=\\\"nocase\\\">Less</span> Is More\",\n    \"author\": [{\"family\": \"Zhou\", \"given\": \"Chunting\"}],\n    \"issued\": {\"date-parts\": [[2023, 5, 18]]},\n    \"number\": \"arXiv:2305.11206\"\n  },\n  {\"title\": \"A Second\", \"DOI\": \"https://doi.org/10.1000/X\", \"issued\": {\"date-parts\": [[\"2020\", \"7\"]]}}\n]\n",
			"2 LIMA: Less Is More [2023-05-18] ArXiv=2305.11206\n9 A Second [2020-07] DOI=10.1000/x\n", ""},
		{"items in an object", "x", "{\"version\": {\"a\": [1]}, \"items\": [\n{\"title\": \"One Thing\", \"issued\": {\"raw\": \"2019-03-02\"}},\n{\"title\": [\"Two Things\"], \"issued\": {\"literal\": \"May 2018\"}}]}",
			"2 One Thing [2019-03-02]\n3 Two Things [2018-05]\n", ""},
		{"one item", "x.json", `{"type": "book", "title": "Alone", "PMID": 123, "PMCID": "PMC45", "issued": {"date-parts": [[null]]}}`, "1 Alone PubMed=123 PubMedCentral=45\n", ""},
		{"an item a line", "x.jsonl", "{\"title\": \"The First\"}\n{\"title\": \"The Second\", \"note\": \"Comment: x\\nDOI: 10.1000/y\\nPMID: 77\"}\n", "1 The First\n2 The Second DOI=10.1000/y PubMed=77\n", ""},
		{"as Better BibTeX writes it", "x.json", `{"config": {}, "items": [{"itemType": "attachment", "title": "PDF"}, {"itemType": "preprint", "title": "Of Zotero", "date": "2021-02-03", "archiveID": "arXiv:2102.01234", "creators": [{"firstName": "A.", "lastName": "B", "creatorType": "author"}]}]}`,
			"1 Of Zotero [2021-02-03] ArXiv=2102.01234\n", ""},
		{"as Zotero's web interface does", "x.json", `[{"key": "K", "data": {"itemType": "journalArticle", "title": "Of the Web", "date": "2020", "DOI": "10.1000/w", "extra": "PMID: 9"}}]`,
			"1 Of the Web [2020] DOI=10.1000/w PubMed=9\n", ""},
		{"fields of other kinds than expected", "x.json", `[{"title": "Odd", "author": "One; Two", "issued": 2001, "DOI": null, "URL": {"a": 1}, "data": 3}]`, "1 Odd [2001]\n", ""},
		{"an item that lacks its brace", "x.json", "[\n{\"title\": \"First\", \"issued\": {\"raw\": \"2001\"},\n{\"title\": \"The Second\"},\n{\"id\": \"http://zotero.org/users/1/items/X\", \"title\": \"The Third\", \"note\": \"See arXiv:2305.11206\"}\n]\n",
			"3 The Second\n4 The Third ArXiv=2305.11206\n", "x.json:2: item is not JSON: invalid character '{' looking for beginning of object key string\n"},
		{"broken items among others", "x.json", "[\n{\"title\": \"The First\"},\n{\"title\": \"unclosed},\n{\"title\": \"The Third\"},\n{\"title\": \"x\" \"y\"},\n{\"year\": 3},\n{\"title\": \"The Last\"}\n]\n",
			"2 The First\n4 The Third\n7 The Last\n", "x.json:3: item without end\nx.json:5: item is not JSON: invalid character '\"' after object key:value pair\nx.json:6: entry has neither title nor id\n"},
	})
}

func TestCSLNames(t *testing.T) {
	for written, want := range map[string]string{
		`{"family": "Berg", "given": "Ann", "suffix": "Jr.", "non-dropping-particle": "van der"}`: "van der Berg, Ann, Jr.",
		`{"literal": "The Gemini Team"}`:                               "The Gemini Team",
		`{"family": "Plato"}`:                                          "Plato",
		`"A. Person"`:                                                  "A. Person",
		`{"name": "A Group", "creatorType": "author"}`:                 "A Group",
		`{"lastName": "E", "firstName": "F", "creatorType": "editor"}`: "",
	} {
		if got := cslName([]byte(written)); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
	l, err := Parse("-", []byte(`[{"title":"T","author":[{"family":"A","given":"B"},{"family":"C"}]}]`), CSL)
	if err != nil || !slices.Equal(l.Entries[0].Authors, []string{"A, B", "C"}) || !strings.HasPrefix(l.Entries[0].Text, "A, B and C. T") {
		t.Error(l, err)
	}
}
