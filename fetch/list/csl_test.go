package list_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/fetch/list"
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
		{"an answer of Semantic Scholar, and its papers a line each", "x.json", `{"total": 2, "offset": 0, "data": [{"paperId": "204e3073870fae3d05bcbc2f6a8e263d9b72e776", "externalIds": {"ArXiv": "1706.03762", "CorpusId": 13756489}, "title": "Of Attention", "year": 2017, "authors": [{"authorId": "1", "name": "Ann Roe"}]},` + "\n" + `{"externalIds": {"DOI": "10.1000/s2"}, "title": "Of BERT", "year": 2019, "publicationDate": "2019-06-01", "authors": []}]}`,
			"1 Of Attention [2017] ArXiv=1706.03762 CorpusId=13756489 S2=204e3073870fae3d05bcbc2f6a8e263d9b72e776\n2 Of BERT [2019-06-01] DOI=10.1000/s2\n", ""},
		{"references in an answer", "x.json", `{"offset": 0, "data": [{"contexts": [], "citedPaper": {"externalIds": {"ArXiv": "1706.03762"}, "title": "Of Attention"}}]}`, "1 Of Attention ArXiv=1706.03762\n", ""},
		{"an answer of Crossref", "x.json", `{"status":"ok","message-type":"work-list","message":{"total-results":2,"items":[{"DOI":"10.1038/171737a0","title":["Of Acids"],"issued":{"date-parts":[[1953,4]]}},` + "\n" + `{"DOI":"10.1000/cr.two","title":["Of Refs"],"issued":{"date-parts":[[2000]]}}]}}`, "1 Of Acids [1953-04] DOI=10.1038/171737a0\n2 Of Refs [2000] DOI=10.1000/cr.two\n", ""},
		{"one work of Crossref", "x.json", `{"status":"ok","message-type":"work","message":{"reference":[{"key":"a","DOI":"10.1000/cited"}],"DOI":"10.1038/171737a0","title":["Of Acids"],"published":{"date-parts":[[1953,4]]}}}`, "1 Of Acids [1953-04] DOI=10.1038/171737a0\n", ""},
		{"an answer of OpenAlex", "x.json", `{"meta":{"count":1},"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/alex","title":"Of Works","display_name":"Of Works","publication_year":2018,"publication_date":"2018-02-03","ids":{"openalex":"https://openalex.org/W1","pmid":"https://pubmed.ncbi.nlm.nih.gov/77","mag":"99"},"authorships":[{"author":{"display_name":"Ann Roe"}}]}]}`, "1 Of Works [2018-02-03] DOI=10.1000/alex MAG=99 PubMed=77\n", ""},
		{"lists of people's own", "x.json", `[{"title": "Of Homes", "authors": "Ann Roe and Ian Doe", "year": "2017", "arxiv": "1706.03762"},` + "\n" + `{"name": "Of Names", "year": 2019, "doi": "10.1000/home"},` + "\n" + `{"title": "Of Links", "link": "https://arxiv.org/abs/2005.14165", "date": "2020-05-28"},` + "\n" + `{"paper_url": "https://paperswithcode.com/paper/x", "arxiv_id": "2101.00001", "title": "Of Code", "url_abs": "https://arxiv.org/abs/2101.00001v2"}]`,
			"1 Of Homes [2017] ArXiv=1706.03762\n2 Of Names [2019] DOI=10.1000/home\n3 Of Links [2020-05-28] ArXiv=2005.14165\n4 Of Code ArXiv=2101.00001\n", ""},
		{"papers under their subjects, below a title", "x.json", `{"title": "What I read", "NLP": [{"title": "Of Words", "url": "https://arxiv.org/abs/1706.03762"}],` + "\n" + `"CV": {"deep": [{"title": "Of Sight", "doi": "10.1000/cv"}]}}`, "1 Of Words ArXiv=1706.03762\n2 Of Sight DOI=10.1000/cv\n", ""},
		{"an array of ids and titles", "x.json", "[\"https://arxiv.org/abs/1706.03762\",\n \"10.1000/x\", \"A Title Alone\", \"and so on, as it says below.\"]", "1  ArXiv=1706.03762\n2  DOI=10.1000/x\n2 A Title Alone\n", "x.json:2: text is neither an id nor a title\n"},
		{"answers of other services", "x.json", `{"data":[{"lens_id":"0","title":"Of Lens","year_published":2019,"external_ids":[{"type":"doi","value":"10.1000/lens"}]}]}` + "\n" +
			`{"hits":{"hits":[{"id":"1","metadata":{"titles":[{"title":"Of Inspire"}],"arxiv_eprints":[{"value":"hep-th/9711200"}],"dois":[{"value":"10.1000/insp"}],"references":[{"reference":{"dois":["10.1000/cited"]}}]}}]}}` + "\n" +
			`{"data":[{"id":"10.5281/zenodo.1","type":"dois","attributes":{"doi":"10.5281/zenodo.1","titles":[{"title":"Of DataCite"}],"publicationYear":2020}}]}` + "\n" +
			`{"result":{"uids":["31143794"],"31143794":{"uid":"31143794","title":"Of Summaries.","pubdate":"2019 May","authors":[{"name":"Roe A"}],"articleids":[{"idtype":"pubmed","value":"31143794"}]}}}` + "\n" +
			`{"response":{"docs":[{"docid":"1","label_s":"Roe. Of HAL.","title_s":["Of HAL"],"doiId_s":"10.1000/hal"}]}}` + "\n" +
			`{"notes":[{"id":"abcDEF","content":{"title":{"value":"Of Reviews"},"authors":{"value":["Ann Roe"]}}}]}` + "\n" +
			`{"result":{"hits":{"hit":[{"info":{"authors":{"author":[{"text":"Ann Roe"}]},"title":"Of DBLP.","year":"2019","ee":"https://doi.org/10.1000/dblp"}}]}}}`,
			"1 Of Lens [2019] DOI=10.1000/lens\n2 Of Inspire ArXiv=hep-th/9711200 DOI=10.1000/insp\n3 Of DataCite [2020] DOI=10.5281/zenodo.1\n4 Of Summaries. [2019-05] PubMed=31143794\n5 Of HAL DOI=10.1000/hal\n6 Of Reviews\n7 Of DBLP. [2019] DOI=10.1000/dblp\n", ""},
		{"rows", "x.json", `[["Of Rows","https://arxiv.org/abs/1706.03762",2017],["Of Cells","10.1000/cell",2018]]`, "1 Of Rows [2017] ArXiv=1706.03762\n1 Of Cells [2018] DOI=10.1000/cell\n", ""},
		{"an item that lacks its brace", "x.json", "[\n{\"title\": \"First\", \"issued\": {\"raw\": \"2001\"},\n{\"title\": \"The Second\"},\n{\"id\": \"http://zotero.org/users/1/items/X\", \"title\": \"The Third\", \"note\": \"See arXiv:2305.11206\"}\n]\n",
			"3 The Second\n4 The Third ArXiv=2305.11206\n", "x.json:2: item is not JSON: invalid character '{' looking for beginning of object key string\n"},
		{"broken items among others", "x.json", "[\n{\"title\": \"The First\"},\n{\"title\": \"unclosed},\n{\"title\": \"The Third\"},\n{\"title\": \"x\" \"y\"},\n{\"year\": 3},\n{\"title\": \"The Last\"}\n]\n",
			"2 The First\n4 The Third\n7 The Last\n", "x.json:3: item without end\nx.json:5: item is not JSON: invalid character '\"' after object key:value pair\nx.json:6: entry has neither title nor id\n"},
	})
}

func TestCSLPeople(t *testing.T) {
	l, err := list.Parse("-", []byte(`[{"title":"T","author":[{"family":"A","given":"B"},{"family":"C"}]}]`), list.CSL)
	if err != nil || !slices.Equal(l.Entries[0].Authors, []string{"A, B", "C"}) || !strings.HasPrefix(l.Entries[0].Text, "A, B and C. T") {
		t.Error(l, err)
	}
}
