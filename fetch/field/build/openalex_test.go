package build

import (
	"path/filepath"
	"testing"
)

// openAlex is a snapshot of works as OpenAlex has it: a folder a day, and works that
// were merged into others.
func openAlex(t *testing.T) string {
	t.Helper()
	return tiny(t, map[string]string{
		"papers/a.jsonl": "", "citations/a.jsonl": "",
		"data/works/updated_date=2025-01-02/part_000.gz": packed(t, `{"id":"https://openalex.org/W11","doi":"https://doi.org/10.1000/AB","display_name":"Poincaré maps &amp; flows","publication_year":2001,"publication_date":"2001-03-04","type":"review","ids":{"openalex":"https://openalex.org/W11","mag":"11","pmid":"https://pubmed.ncbi.nlm.nih.gov/77","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/88"},"authorships":[{"author":{"id":"https://openalex.org/A1","display_name":"Ada Abe"},"raw_author_name":"A. Abe"},{"author":{"id":null,"display_name":null},"raw_author_name":"Bo Berg"}],"locations":[{"landing_page_url":"https://example.org/x"}],"primary_location":{"source":{"display_name":"A Journal"}},"cited_by_count":2,"referenced_works_count":0,"referenced_works":[],"abstract_inverted_index":{"We":[0],"show":[1,3],"and":[2]}}
`),
		"data/works/updated_date=2025-02-03/part_000.gz": packed(t, `{"id":"https://openalex.org/W12","doi":null,"display_name":"A preprint","publication_year":2002,"publication_date":"2002-01-01","type":"article","ids":{"openalex":"https://openalex.org/W12"},"authorships":[],"locations":[{"landing_page_url":null},{"landing_page_url":"http://arxiv.org/abs/math.AG/0601001v2"}],"primary_location":null,"cited_by_count":0,"referenced_works_count":3,"referenced_works":["https://openalex.org/W11","https://openalex.org/W9","https://openalex.org/W404"],"abstract_inverted_index":null}
{"id":"https://openalex.org/W13","doi":"https://doi.org/10.1000/ab","display_name":"Poincare maps and flows","publication_year":2001,"publication_date":"2001-03-04","type":"article","ids":{"openalex":"https://openalex.org/W13"},"authorships":[],"locations":[],"primary_location":null,"cited_by_count":0,"referenced_works_count":0,"referenced_works":[],"abstract_inverted_index":null}
`),
		"data/merged_ids/works/2025-02-03.csv.gz": packed(t, "merge_date,id,merge_into_id\n2025-02-03,W9,W11\n"),
	})
}

// Works that share a DOI are one paper, and a work that was merged is found by its
// old id.
func TestOpenAlex(t *testing.T) {
	program(t, "duckdb")
	dump, dir := openAlex(t), filepath.Join(t.TempDir(), "field")
	built(t, options(dump, dir))
	got := query(t, "FROM '"+dir+"/nodes/*.parquet';"+
		"SELECT node, title, authors, venue, doi, arxiv, pubmed, pmcid, mag, aliases, kinds FROM '"+dir+"/papers/*.parquet';"+
		"FROM '"+dir+"/citations/by-cited/*.parquet'; FROM '"+dir+"/ids/*.parquet'; FROM '"+dir+"/abstracts/*.parquet';")
	want := `0,W11,1024612,2,-1,0,0
1,W12,1025024,0,-1,3,1
0,"Poincaré maps &amp; flows","[Ada Abe, Bo Berg]",A Journal,10.1000/ab,NULL,77,88,11,"[W13, W9]",[Review]
1,A preprint,NULL,NULL,NULL,math/0601001,NULL,NULL,NULL,NULL,[JournalArticle]
0,1
arxiv:math/0601001,1
doi:10.1000/ab,0
mag:11,0
pmcid:88,0
pmid:77,0
w11,0
w12,1
w13,0
w9,0
0,We show and show`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
