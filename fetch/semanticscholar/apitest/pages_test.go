package apitest

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
)

func TestPages(t *testing.T) {
	turing := PaperID(&small()[1])
	info := `"citingPaperInfo":{"openAccessPdf":{"license":null,"status":null,"url":""},"paperId":"` + lima + `","title":"LIMA: Less Is More for Alignment"}`
	for _, test := range []struct {
		name, path string
		status     int
		want       string
	}{
		{"citing papers", lima + "/citations", 200, `{"data":[{"citingPaper":{"paperId":"` + hexOf(6) + `","title":"New citing, first by id"}},` +
			`{"citingPaper":{"paperId":"` + hexOf(7) + `","title":"New citing, second by id"}},{"citingPaper":{"paperId":"` + hexOf(5) + `","title":"Old citing"}}],"offset":0}`},
		{"a window", lima + "/citations?fields=year,isInfluential&offset=1&limit=1", 200, `{"data":[{"citingPaper":{"paperId":"` + hexOf(7) + `","year":2024},"isInfluential":false}],"next":2,"offset":1}`},
		{"the last page", lima + "/citations?fields=citingPaper.year&offset=2&limit=1", 200, `{"data":[{"citingPaper":{"paperId":"` + hexOf(5) + `","year":2023}}],"offset":2}`},
		{"past the end", lima + "/citations?offset=7", 200, `{"data":[],"offset":7}`},
		{"a year is ignored", lima + "/citations?offset=7&year=2020", 200, `{"data":[],"offset":7}`},
		{"references", "ARXIV%3A2305.11206/references?fields=title", 200, `{` + info + `,"data":[{"citedPaper":{"paperId":"` + turing + `","title":"Computing Machinery and Intelligence"}},` +
			`{"citedPaper":{"paperId":null,"title":"A paper nobody linked"}}],"offset":0}`},
		{"no references, an id with slashes", "DOI:10.1093/mind/lix.236.433/references?limit=1000", 200,
			`{"citingPaperInfo":{"openAccessPdf":{"license":null,"status":null,"url":""},"paperId":"` + turing + `","title":"Computing Machinery and Intelligence"},"data":[],"offset":0}`},
		{"escaped slashes", "DOI:10.1093%2Fmind%2Flix.236.433/citations?fields=title", 200, `{"data":[{"citingPaper":{"paperId":"` + lima + `","title":"LIMA: Less Is More for Alignment"}}],"offset":0}`},
		{"an address", "URL:https:%2F%2Farxiv.org%2Fabs%2F2305.11206v1?fields=year", 200, `{"paperId":"` + lima + `","year":2023}`},
		{"one paper, a bare DOI", "10.1093/mind/lix.236.433", 200, `{"paperId":"` + turing + `","title":"Computing Machinery and Intelligence"}`},
		{"unknown", "DOI:10.1101/2024.04.01.587366", 404, `{"error":"Paper with id DOI:10.1101/2024.04.01.587366 not found"}`},
		{"versions are unknown", "ARXIV:2305.11206v1/citations", 404, `{"error":"Paper with id ARXIV:2305.11206v1 not found"}`},
		{"too much at once", lima + "/citations?limit=1001", 400, `{"error":"Unacceptable query params: [limit=1001]"}`},
		{"too far", lima + "/citations?offset=9000&limit=1000", 400, `{"error":"Unacceptable query params: [offset=9000]"}`},
		{"just not too far", lima + "/citations?offset=9000&limit=999", 200, `{"data":[],"offset":9000}`},
		{"references go on", lima + "/references?offset=9500&limit=1000", 200, `{` + info + `,"data":[],"offset":9500}`},
		{"a field it does not know", lima + "/references?fields=unknown", 400, `{"error":"Unrecognized or unsupported fields: [unknown]"}`},
		{"a field of a single paper", "10.1093/mind/lix.236.433?fields=unknown", 400, `{"error":"Unrecognized or unsupported fields: [unknown]"}`},
		{"a title", "search/match?query=lima:+less+is+more&fields=year", 200, `{"data":[{"matchScore":4,"paperId":"` + lima + `","year":2023}]}`},
		{"no such title", "search/match?query=SF+Districts+in+the+style+of+Andy+Warhol,+with+Math&fields=year", 404, `{"error":"Title match not found"}`},
		{"a stub's title", "search/match?query=A+paper+nobody+linked", 404, `{"error":"Title match not found"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, body := serve(t, New(small())).get(base + test.path)
			if status != test.status || body != test.want+"\n" {
				t.Errorf("%d %s\nwant %d %s", status, body, test.status, test.want)
			}
		})
	}
}

func TestWithheldReferences(t *testing.T) {
	c := serve(t, New(small()))
	status, body := c.get(base + "DOI:10.1073/pnas.0611396104/references")
	if status != 200 || !strings.Contains(body, `"data":null`) || !strings.Contains(body, "fields have been elided by the publisher: {'references'}. Paper or abstract available at ") {
		t.Errorf("%d %s", status, body)
	}
	if status, body := c.get(base + "DOI:10.1073/pnas.0611396104/citations"); status != 200 || body != `{"data":[],"offset":0}`+"\n" {
		t.Errorf("%d %s", status, body)
	}
}

// All citing papers up to the 9,999th can be had in pages.
func TestPagingToTheEnd(t *testing.T) {
	c := serve(t, New(slices.Concat(numbered(0, 1), citedBy(hexOf(0), 10, 2500))))
	type page struct {
		Next *int
		Data []struct{ CitingPaper struct{ PaperID string } }
	}
	met := map[string]bool{}
	for _, at := range []string{"0", "1000", "2000"} {
		_, body := c.get(base + hexOf(0) + "/citations?limit=1000&offset=" + at)
		p := decode[page](t, body)
		for _, edge := range p.Data {
			met[edge.CitingPaper.PaperID] = true
		}
		if (p.Next == nil) != (at == "2000") {
			t.Errorf("next %v from %s", p.Next, at)
		}
	}
	if len(met) != 2500 {
		t.Errorf("%d citing papers", len(met))
	}
}

func TestBrokenReferences(t *testing.T) {
	papers := numbered(0, 1034)
	papers[0].References.State = graph.Known
	for _, p := range papers[1:] {
		papers[0].References.IDs = append(papers[0].References.IDs, p.ID)
	}
	type page struct {
		Next *int
		Data []any
	}
	for _, broken := range []bool{false, true} {
		s := New(papers)
		s.BrokenReferences = broken
		c := serve(t, s)
		for _, test := range []struct {
			window       string
			whole, short int
		}{{"offset=0&limit=1000", 1000, 1000}, {"offset=1000&limit=1000", 33, 0}, {"offset=900&limit=200", 133, 0}} {
			_, body := c.get(base + hexOf(0) + "/references?" + test.window)
			want := test.whole
			if broken {
				want = test.short
			}
			if got := decode[page](t, body); got.Data == nil || len(got.Data) != want {
				t.Errorf("broken %v, %s: %d references, want %d", broken, test.window, len(got.Data), want)
			}
		}
	}
}

func TestCitingPapersThatOnlyThePaperNames(t *testing.T) {
	papers := numbered(0, 3)
	papers[0].Citing = graph.Citing{Asked: true, IDs: []graph.PaperID{papers[2].ID, papers[1].ID}}
	papers[1].References = graph.References{State: graph.Known, IDs: []graph.PaperID{papers[0].ID}}
	_, body := serve(t, New(papers)).get(base + hexOf(0) + "?fields=citationCount,citations.paperId")
	if want := `{"citationCount":2,"citations":[{"paperId":"` + hexOf(1) + `"},{"paperId":"` + hexOf(2) + `"}],"paperId":"` + hexOf(0) + `"}` + "\n"; body != want {
		t.Errorf("%s, want %s", body, want)
	}
}
