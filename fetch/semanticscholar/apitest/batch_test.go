package apitest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
)

const lima = "649def34f8be52c8b66281af98ae884c09aef38b"

// small is a corpus of every kind of list: a (known, with a stub), b (empty),
// c (withheld), d (never asked for), and papers that cite a.
func small() []graph.Paper {
	ten, three := 10, 3
	known := func(ids ...graph.PaperID) graph.References { return graph.References{State: graph.Known, IDs: ids} }
	return []graph.Paper{
		{ID: lima, Title: "LIMA: Less Is More for Alignment", Date: graph.Date{Year: 2023, Month: 5, Day: 18}, Venue: "NeurIPS", Authors: []string{"Chunting Zhou"},
			IDs:        graph.ExternalIDs{{Scheme: graph.ACL, Value: "N18-3011"}, {Scheme: graph.ArXiv, Value: "2305.11206"}, {Scheme: graph.CorpusID, Value: "215416146"}, {Scheme: graph.PubMedCentral, Value: "2323736"}},
			References: known("DOI:10.1093/mind/lix.236.433", "title:0123456789abcdef", "a paper that is not there")},
		{ID: "DOI:10.1093/mind/lix.236.433", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1093/mind/lix.236.433"}}, Title: "Computing Machinery and Intelligence",
			Date: graph.Date{Year: 1950}, Global: &ten, Influential: &three, Referenced: &three, References: graph.References{State: graph.Empty}},
		{ID: graph.PaperID(hexOf(3)), Title: "Kept back", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1073/pnas.0611396104"}}, References: graph.References{State: graph.Withheld}},
		{ID: graph.PaperID(hexOf(4)), Title: "Never asked for"},
		{ID: "title:0123456789abcdef", Title: "A paper nobody linked", Stub: true, Authors: []string{"N. N."}, Date: graph.Date{Year: 1999, Month: 2, Day: 1}, Venue: "CMU", URL: "https://example.org"},
		{ID: graph.PaperID(hexOf(5)), Title: "Old citing", Date: graph.Date{Year: 2023}, References: known(lima, lima)},
		{ID: graph.PaperID(hexOf(7)), Title: "New citing, second by id", Date: graph.Date{Year: 2024}, References: known(lima)},
		{ID: graph.PaperID(hexOf(6)), Title: "New citing, first by id", Date: graph.Date{Year: 2024}, References: known(lima)},
	}
}

func TestBatch(t *testing.T) {
	turing := PaperID(&small()[1])
	notice := `{"disclaimer":"Notice: The following paper fields have been elided by the publisher: {'references'}. Paper or abstract available at ` +
		`https://api.unpaywall.org/v2/10.1073/pnas.0611396104?email=<INSERT_YOUR_EMAIL> or https://doi.org/10.1073/pnas.0611396104, which is subject to the license ` +
		`by the author or copyright owner provided with this content. Please go to the source to verify the license and copyright information for your use.",` +
		`"license":null,"status":"CLOSED","url":""}`
	for _, test := range []struct {
		name, fields, ids string
		status            int
		want              string
	}{
		{"null where unknown", "title", "ARXIV:2305.11206 ARXIV:2403.02240", 200, `[{"paperId":"` + lima + `","title":"LIMA: Less Is More for Alignment"},null]`},
		{"two aliases of one work", "year", "arxiv:2305.11206 " + lima, 200, `[{"paperId":"` + lima + `","year":2023},{"paperId":"` + lima + `","year":2023}]`},
		{"none known", "title", "ARXIV:2403.02240", 400, `{"error":"No valid paper ids given"}`},
		{"none asked for", "title", "", 400, `{"error":"No valid paper ids given"}`},
		{"no versions", "title", "ARXIV:2305.11206v1", 400, `{"error":"No valid paper ids given"}`},
		{"stubs are unknown", "title", "title:0123456789abcdef", 400, `{"error":"No valid paper ids given"}`},
		{"a field it does not know", "title,unknown", lima, 400, `{"error":"Unrecognized or unsupported fields: [unknown]"}`},
		{"two of them", "x,title,references.y", lima, 400, `{"error":"Unrecognized or unsupported fields: [x, references.y]"}`},
		{"aliases of authors went in 2024", "authors.aliases", lima, 400, `{"error":"Unrecognized or unsupported fields: [authors.aliases]"}`},
		{"no fields", "", lima, 200, `[{"paperId":"` + lima + `","title":"LIMA: Less Is More for Alignment"}]`},
		{"own facts", "externalIds,corpusId,publicationDate,citationCount,referenceCount,authors", lima, 200, `[{"authors":[{"authorId":null,"name":"Chunting Zhou"}],"citationCount":3,` +
			`"corpusId":215416146,"externalIds":{"ACL":"N18-3011","ArXiv":"2305.11206","CorpusId":215416146,"PubMedCentral":"2323736"},"paperId":"` + lima + `","publicationDate":"2023-05-18","referenceCount":2}]`},
		{"the source's own counts", "citationCount,referenceCount,influentialCitationCount,references", "10.1093/mind/lix.236.433", 200,
			`[{"citationCount":10,"influentialCitationCount":3,"paperId":"` + turing + `","referenceCount":3,"references":[]}]`},
		{"nested, and a reference without a link", "references.authors,references.citationCount,references.externalIds,references.paperId,references.publicationDate,references.title,references.url,references.venue,references.year", lima, 200,
			`[{"paperId":"` + lima + `","references":[{"authors":[],"citationCount":10,"externalIds":{"DOI":"10.1093/mind/lix.236.433"},"paperId":"` + turing + `","publicationDate":null,"title":"Computing Machinery and Intelligence","url":null,"venue":"","year":1950},` +
				`{"authors":[{"authorId":null,"name":"N. N."}],"citationCount":null,"externalIds":null,"paperId":null,"publicationDate":null,"title":"A paper nobody linked","url":null,"venue":"CMU","year":1999}]}]`},
		{"ids only", "references.paperId", lima, 200, `[{"paperId":"` + lima + `","references":[{"paperId":"` + turing + `"},{"paperId":null}]}]`},
		{"citing papers, the newest first", "citations", lima, 200, `[{"citations":[{"paperId":"` + hexOf(6) + `","title":"New citing, first by id"},` +
			`{"paperId":"` + hexOf(7) + `","title":"New citing, second by id"},{"paperId":"` + hexOf(5) + `","title":"Old citing"}],"paperId":"` + lima + `"}]`},
		{"citing papers with fields", "citations.year,citations.authors.name", lima, 200, `[{"citations":[{"authors":[],"paperId":"` + hexOf(6) + `","year":2024},` +
			`{"authors":[],"paperId":"` + hexOf(7) + `","year":2024},{"authors":[],"paperId":"` + hexOf(5) + `","year":2023}],"paperId":"` + lima + `"}]`},
		{"no citing papers", "citations", hexOf(5), 200, `[{"citations":[],"paperId":"` + hexOf(5) + `"}]`},
		{"withheld", "references.title,openAccessPdf", hexOf(3), 200, `[{"openAccessPdf":` + notice + `,"paperId":"` + hexOf(3) + `","references":null}]`},
		{"not known", "references.title,openAccessPdf", hexOf(4), 200, `[{"openAccessPdf":{"license":null,"status":null,"url":""},"paperId":"` + hexOf(4) + `","references":null}]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body := serve(t, New(small())).batch(test.fields, strings.Fields(test.ids)...)
			if status != test.status || body != test.want+"\n" {
				t.Errorf("%d %s\nwant %d %s", status, body, test.status, test.want)
			}
		})
	}
}

func TestIDs(t *testing.T) {
	s := New(small())
	for id, known := range map[string]bool{
		lima: true, strings.ToUpper(lima): true, "CorpusId:215416146": true, "corpusid:215416146": true, "CorpusID:215416146": true, "ArXiv:2305.11206": true, "ARXIV:2305.11206v3": false,
		"ACL:N18-3011": true, "PMCID:2323736": true, "PMCID:PMC2323736": false, "DOI:10.1093/MIND/lix.236.433": true, "10.1093/mind/lix.236.433": true,
		"DOI:10.48550/arxiv.2305.11206": true, "URL:https://arxiv.org/abs/2305.11206v1": true, "URL:https://doi.org/10.1093/mind/lix.236.433": false,
		"URL:https://www.semanticscholar.org/paper/" + lima: true, "2305.11206": false, "title:0123456789abcdef": false, "MAG:1": false, "N18-3011": false, "OpenReview:x": false, " ": false,
	} {
		if _, found := s.corpus.find(id); found != known {
			t.Errorf("%q: known %v, want %v", id, found, known)
		}
	}
}

func TestBatchLimits(t *testing.T) {
	c := serve(t, New(numbered(0, 501)))
	var ids []string
	for i := range 501 {
		ids = append(ids, hexOf(i))
	}
	if status, body := c.batch("title", ids[:500]...); status != 200 || len(decode[[]any](t, body)) != 500 {
		t.Errorf("500 ids: %d %.100s", status, body)
	}
	if status, body := c.batch("title", ids...); status != 400 || strings.Contains(body, "No valid paper ids") || !strings.HasPrefix(body, `{"error":"`) {
		t.Errorf("501 ids: %d %.100s", status, body)
	}
	if status, body := c.batch("title", hexOf(1), ""); status != 400 || strings.Contains(body, "No valid paper ids") {
		t.Errorf("an empty id: %d %s", status, body)
	}
	if status, body, err := c.try("POST", "/graph/v1/paper/batch", "nonsense"); status != 400 || err != nil {
		t.Errorf("no JSON: %d %s, %v", status, body, err)
	}
}

// Over all papers of a batch no more than 9,999 citing papers are told of; the
// first ids have them.
func TestCitingPapersOfABatchAreCut(t *testing.T) {
	papers := slices.Concat(numbered(0, 3), citedBy(hexOf(0), 100, 8667), citedBy(hexOf(1), 10000, 3000), citedBy(hexOf(2), 20000, 5))
	c := serve(t, New(papers))
	type paper struct {
		CitationCount int
		Citations     []struct{ PaperID string }
	}
	for _, test := range []struct {
		ids  []string
		want string
	}{
		{[]string{hexOf(0), hexOf(1), hexOf(2)}, "[8667 1332 0]"},
		{[]string{hexOf(2), hexOf(1), hexOf(0)}, "[5 3000 6994]"},
	} {
		_, body := c.batch("citationCount,citations.paperId", test.ids...)
		var lengths, counts []int
		for _, p := range decode[[]paper](t, body) {
			lengths, counts = append(lengths, len(p.Citations)), append(counts, p.CitationCount)
		}
		if slices.Sort(counts); fmt.Sprint(lengths) != test.want || fmt.Sprint(counts) != "[5 3000 8667]" {
			t.Errorf("%v citing papers of %v", lengths, counts)
		}
	}
	_, body := c.get("/graph/v1/paper/" + hexOf(0) + "?fields=citations")
	if got := len(decode[paper](t, body).Citations); got != 1000 {
		t.Errorf("a single paper with %d citing papers", got)
	}
}

func TestReferencesAreCutAtAThousand(t *testing.T) {
	papers := numbered(0, 1034)
	papers[0].References.State = graph.Known
	for _, p := range papers[1:] {
		papers[0].References.IDs = append(papers[0].References.IDs, p.ID)
	}
	c := serve(t, New(papers))
	type paper struct {
		ReferenceCount int
		References     []any
	}
	_, one := c.get("/graph/v1/paper/" + hexOf(0) + "?fields=references,referenceCount")
	_, many := c.batch("references.title,referenceCount", hexOf(0))
	for _, p := range append(decode[[]paper](t, many), decode[paper](t, one)) {
		if p.ReferenceCount != 1033 || len(p.References) != 1000 {
			t.Errorf("%d of %d references", len(p.References), p.ReferenceCount)
		}
	}
}

func TestAnswersHaveASize(t *testing.T) {
	papers := slices.Concat(numbered(0, 1), citedBy(hexOf(0), 10, 9999))
	for i := range papers {
		papers[i].Title = strings.Repeat("long ", 220)
	}
	c := serve(t, New(papers))
	want := `{"error":"Response would exceed maximum size...."}` + "\n"
	if status, body := c.batch("citations.title", hexOf(0)); status != 400 || body != want {
		t.Errorf("%d %.100s", status, body)
	}
	if status, body := c.batch("citations.paperId", hexOf(0)); status != 200 || len(body) > 10_000_000 {
		t.Errorf("%d %.100s", status, body)
	}
	s := New(small())
	s.Largest, s.Heaviest = 250, 1
	c = serve(t, s)
	if status, body := c.batch("citations.title,title", lima, hexOf(4)); status != 504 || body != `{"message":"Endpoint request timed out"}`+"\n" {
		t.Errorf("%d %s", status, body)
	}
	if status, body := c.batch("title", lima, lima, lima); status != 400 || body != want {
		t.Errorf("%d %s", status, body)
	}
	if status, body := c.batch("title", lima); status != 200 {
		t.Errorf("%d %s", status, body)
	}
}
