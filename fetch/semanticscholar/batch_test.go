package semanticscholar

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

func TestContractServer(t *testing.T) {
	list := []graph.Paper{
		{ID: "arXiv:2305.11206", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}}, Title: "LIMA: Less Is More for Alignment", References: graph.References{State: graph.Known, IDs: []graph.PaperID{"title:0123456789abcdef"}}},
		{ID: "title:0123456789abcdef", Title: "A paper nobody linked", Stub: true},
	}
	service := apitest.New(list)
	c := serve(t, service)
	answers, err := papers(c, t.Context(), arXiv("2305.11206", "2403.02240"))
	if err != nil || outcomes(answers) != "+-" || service.Requests() != 1 || len(answers[0].Around) != 1 || !answers[0].Around[0].Stub {
		t.Errorf("%s, %d requests, %+v, %v", outcomes(answers), service.Requests(), answers, err)
	}
	a, err := match(c, t.Context(), "LIMA: less is more for alignment")
	if err != nil || a.Paper.ID != answers[0].Paper.ID {
		t.Errorf("match %+v, %v", a, err)
	}
}

const hex40 = "649def34f8be52c8b66281af98ae884c09aef38b"

func TestBatchIsOneRequest(t *testing.T) {
	c, s := setup(t, api.Config{Version: "1.2"}, ok(`[null,{"paperId":"b","title":"B","references":[]}]`))
	asked := []graph.ExternalID{
		{Scheme: graph.ArXiv, Value: "2305.11206v3"},
		{Scheme: graph.DOI, Value: "10.18653/v1/N18-3011"},
		{Scheme: graph.ArXiv, Value: "2305.11206"},
		{Scheme: graph.S2, Value: "title:0123456789abcdef"},
		{Scheme: graph.OpenReview, Value: "abc"},
	}
	answers, err := papers(c, t.Context(), asked)
	if err != nil || outcomes(answers) != "-+---" {
		t.Fatalf("answers %s, %v", outcomes(answers), err)
	}
	if c.Requests() != 1 || len(s.seen) != 1 {
		t.Fatalf("%d requests, %d seen", c.Requests(), len(s.seen))
	}
	r := s.seen[0]
	if r.method != "POST" || r.path != "/graph/v1/paper/batch" || r.agent != "citemap/1.2" {
		t.Errorf("asked %s %s as %s", r.method, r.path, r.agent)
	}
	if got := ids(s, 0); !reflect.DeepEqual(got, []string{"ARXIV:2305.11206", "DOI:10.18653/v1/n18-3011"}) {
		t.Errorf("asked for %v", got)
	}
	if strings.Count(r.query, "fields=") != 1 || !strings.Contains(r.query, "references.paperId") {
		t.Errorf("asked with %s", r.query)
	}
	if !answers[0].When.Equal(day) || !answers[1].When.Equal(day) || !answers[3].When.IsZero() {
		t.Errorf("asked when %v, %v, %v", answers[0].When, answers[1].When, answers[3].When)
	}
}

func TestRequestCounts(t *testing.T) {
	for _, test := range []struct{ ids, requests int }{{0, 0}, {1, 1}, {8, 1}, {500, 1}, {501, 2}, {1001, 3}} {
		c := serve(t, batchService(func([]string, bool) (reply, bool) { return reply{}, false }))
		answers, err := papers(c, t.Context(), corpusIDs(test.ids))
		if err != nil || outcomes(answers) != strings.Repeat("+", test.ids) || c.Requests() != test.requests {
			t.Errorf("%d ids: %d requests, want %d; %v", test.ids, c.Requests(), test.requests, err)
		}
		for i, a := range answers {
			if want := fmt.Sprintf("CorpusId:%d", 1000+i); string(a.Paper.ID) != want {
				t.Fatalf("%d ids: place %d is %s, want %s", test.ids, i, a.Paper.ID, want)
			}
		}
	}
}

func TestWhatReferencesBecome(t *testing.T) {
	elided := `"openAccessPdf":{"url":"","disclaimer":"Notice: The following paper fields have been elided by the publisher: {'abstract', 'references'}. Paper"}`
	other := `"openAccessPdf":{"url":"","disclaimer":"elided by the publisher: {'abstract'}. See the list of references at x"}`
	for _, test := range []struct {
		name, fields string
		state        graph.State
		ids          int
	}{
		{"known", `"references":[{"paperId":"r1","title":"R"},{"paperId":"r2","title":null}],"referenceCount":2`, graph.Known, 2},
		{"known though something is elided", `"references":[{"paperId":"r1"}],` + elided, graph.Known, 1},
		{"null, elided", `"references":null,` + elided, graph.Withheld, 0},
		{"null, no notice", `"references":null`, graph.Withheld, 0},
		{"null, another field elided", `"references":null,` + other, graph.Withheld, 0},
		{"empty and elided", `"references":[],` + elided, graph.Withheld, 0},
		{"empty", `"references":[],"referenceCount":0`, graph.Empty, 0},
		{"empty though counted", `"references":[],"referenceCount":150`, graph.Empty, 0},
		{"empty, another field elided", `"references":[],` + other, graph.Empty, 0},
		{"no key", `"referenceCount":12`, graph.Failed, 0},
		{"not a list", `"references":"none"`, graph.Failed, 0},
		{"null places", `"references":[null,{"paperId":"r1"},7]`, graph.Known, 1},
	} {
		c, _ := setup(t, api.Config{}, ok(`[{"paperId":"p","title":"P",`+test.fields+`}]`))
		answers, err := papers(c, t.Context(), corpusIDs(1))
		if err != nil || outcomes(answers) != "+" {
			t.Errorf("%s: %s, %v", test.name, outcomes(answers), err)
			continue
		}
		r := answers[0].Paper.References
		if r.State != test.state || len(r.IDs) != test.ids || len(answers[0].Around) != test.ids || r.From != "semanticscholar" {
			t.Errorf("%s: %v from %q with %v around %d", test.name, r.State, r.From, r.IDs, len(answers[0].Around))
		}
	}
}

func TestEveryValueMayBeNullOrOdd(t *testing.T) {
	keys := []string{"paperId", "title", "abstract", "venue", "year", "publicationDate", "authors", "externalIds", "url", "citationCount", "influentialCitationCount", "referenceCount", "openAccessPdf", "references"}
	for _, value := range []string{`null`, `[]`, `{}`, `""`, `7`, `-1.5`, `true`, `[null]`, `[[{}]]`, `{"disclaimer":null}`, `[{"name":null,"authorId":null}]`} {
		for _, key := range keys {
			c, _ := setup(t, api.Config{}, ok(fmt.Sprintf(`[{"paperId":"a","title":"A","references":[{"paperId":null,"title":null}]},{"paperId":"p","title":"P",%q:%s}]`, key, value)))
			answers, err := papers(c, t.Context(), corpusIDs(2))
			if err != nil || outcomes(answers) != "++" {
				t.Errorf("%s %s: %s, %v", key, value, outcomes(answers), err)
			}
		}
	}
}

func TestPaperAsTold(t *testing.T) {
	c, _ := setup(t, api.Config{}, ok(`[{"paperId":"`+hex40+`","title":" A\u0007 title\n","abstract":null,"venue":"ACL","year":2019,
		"publicationDate":"2018-07-01","authors":[{"authorId":null,"name":" Ada B. "},{"name":null}],"url":"https://www.semanticscholar.org/paper/x",
		"externalIds":{"CorpusId":215416146,"DOI":"10.48550/arXiv.2305.11206","PubMedCentral":"2323736","PubMed":null,"ACL":"n18-3011","DBLP":"","Other":"x","MAG":{}},
		"citationCount":0,"influentialCitationCount":null,"referenceCount":3,
		"references":[{"paperId":null,"title":"Deep learning for all","authors":[{"name":"C. Doe"}],"year":2001},{"paperId":null,"title":"and P"},{"paperId":"r","year":1999},
		{"paperId":null,"title":null,"externalIds":{"DOI":"10.1/ABC"}},{"paperId":null,"title":"x y z","externalIds":{"DOI":"10.1234/ABC"}}]}]`))
	answers, err := papers(c, t.Context(), corpusIDs(1))
	if err != nil {
		t.Fatal(err)
	}
	p := answers[0].Paper
	zero, three := 0, 3
	stub := fetch.StubID("Deep learning for all", 2001, []string{"C. Doe"})
	want := graph.Paper{
		ID: hex40, Title: "A title", Venue: "ACL", Date: graph.Date{Year: 2018, Month: 7, Day: 1}, Authors: []string{"Ada B."},
		URL: "https://www.semanticscholar.org/paper/x", Global: &zero, Referenced: &three,
		IDs:        graph.ExternalIDs{{Scheme: graph.ACL, Value: "N18-3011"}, {Scheme: graph.ArXiv, Value: "2305.11206"}, {Scheme: graph.CorpusID, Value: "215416146"}, {Scheme: graph.PubMedCentral, Value: "2323736"}},
		References: graph.References{State: graph.Known, From: "semanticscholar", IDs: []graph.PaperID{stub, "r", "DOI:10.1234/abc"}},
	}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("paper\n%+v, want\n%+v", p, want)
	}
	around := answers[0].Around
	if len(around) != 3 || !around[0].Stub || around[1].Stub || !around[2].Stub || around[1].Date.Year != 1999 || around[0].References.State != graph.Unasked {
		t.Errorf("around %+v", around)
	}
}

func TestBatchTooMuchIsHalved(t *testing.T) {
	tooLarge := reply{status: 400, body: `{"error":"Response would exceed maximum size. Please ask for less."}`}
	timeout := reply{status: 504, body: `{"message":"Endpoint request timed out"}`}
	for _, test := range []struct {
		name     string
		refusal  reply
		over     int // refuse batches of more ids, where references are asked for
		requests int
		failed   int
	}{
		{"too large: halved at once", tooLarge, 4, 3, 0},
		{"timed out: halved", timeout, 4, 1 + 2, 0},
		{"too large down to one id, which is asked for less", tooLarge, 0, 15 + 8, 8},
		{"timed out down to one id", timeout, 0, 31, 8},
	} {
		c := serve(t, batchService(func(ids []string, references bool) (reply, bool) {
			return test.refusal, references && len(ids) > test.over
		}))
		answers, err := papers(c, t.Context(), corpusIDs(8))
		failed := 0
		for _, a := range answers {
			if a.Paper.References.State == graph.Failed {
				failed++
			}
		}
		if err != nil || outcomes(answers) != "++++++++" || c.Requests() != test.requests || failed != test.failed {
			t.Errorf("%s: %s, %d requests, want %d; %d failed, want %d; %v", test.name, outcomes(answers), c.Requests(), test.requests, failed, test.failed, err)
		}
	}
}

// One paper that is too much by itself does not make the others go one by one;
// a size that is too much for all is learned once.
func TestSizesAreRememberedWithReason(t *testing.T) {
	tooLarge := reply{status: 400, body: `{"error":"Response would exceed maximum size."}`}
	c := serve(t, batchService(func(ids []string, references bool) (reply, bool) {
		return tooLarge, references && slices.Contains(ids, "CorpusId:1005")
	}))
	if answers, err := papers(c, t.Context(), corpusIDs(60)); err != nil || strings.Contains(outcomes(answers), "?") || c.Requests() > 15 {
		t.Errorf("one giant among 60: %d requests, %v", c.Requests(), err)
	}
	c = serve(t, batchService(func(ids []string, references bool) (reply, bool) { return tooLarge, references && len(ids) > 100 }))
	if _, err := papers(c, t.Context(), corpusIDs(1000)); err != nil || c.Requests() > 4+20 {
		t.Errorf("a thousand, no more than 100 at once: %d requests, %v", c.Requests(), err)
	}
}

func TestAnswersSurviveAnError(t *testing.T) {
	c := serve(t, batchService(func(ids []string, _ bool) (reply, bool) {
		return reply{status: 400, body: `{"error":"Unrecognized or unsupported fields: [unknown]"}`}, len(ids) < maxBatch
	}))
	answers, err := papers(c, t.Context(), corpusIDs(502))
	var refusal *fetch.APIError
	if !errors.As(err, &refusal) || refusal.Status != 400 || outcomes(answers) != strings.Repeat("+", 500)+"??" {
		t.Errorf("%s, %v", outcomes(answers)[495:], err)
	}
}
