package semanticscholar

import (
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/graph"
)

// described is a client of a server that has read its papers, and those papers.
func described(t *testing.T) (*Client, []graph.Paper) {
	t.Helper()
	papers := apitest.Described(apitest.Neighbourhood(3, 12, 12, 1), 1)
	return serve(t, apitest.New(papers)), papers
}

func s2(p *graph.Paper) []graph.ExternalID {
	return []graph.ExternalID{{Scheme: graph.S2, Value: string(p.ID)}}
}

func TestDetails(t *testing.T) {
	c, papers := described(t)
	for i := range 3 {
		answers, err := askFor(c, t.Context(), fetch.Details, s2(&papers[i]))
		if err != nil || outcomes(answers) != "+" {
			t.Fatalf("%s, %v", outcomes(answers), err)
		}
		p, want := answers[0].Paper, papers[i]
		if !reflect.DeepEqual(p.Embedding, want.Embedding) || !reflect.DeepEqual(p.Types, want.Types) || p.Title != want.Title || p.References.State != graph.Unasked {
			t.Errorf("paper %d: %d numbers, types %v, references %v", i, len(p.Embedding), p.Types, p.References.State)
		}
	}
	answers, err := askFor(c, t.Context(), fetch.Own, s2(&papers[0]))
	if err != nil || answers[0].Paper.Embedding != nil || !reflect.DeepEqual(answers[0].Paper.Types, papers[0].Types) {
		t.Errorf("own facts have an embedding of %d, %v", len(answers[0].Paper.Embedding), err)
	}
}

// An embedding that takes the service too long is done without.
func TestDetailsThatCannotBeHad(t *testing.T) {
	answer := batchService(func([]string, bool) (reply, bool) { return reply{}, false })
	c := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Query().Get("fields"), "embedding") {
			http.Error(w, `{"message":"Endpoint request timed out"}`, http.StatusGatewayTimeout)
			return
		}
		answer.ServeHTTP(w, r)
	}))
	answers, err := askFor(c, t.Context(), fetch.Details, corpusIDs(3))
	if err != nil || outcomes(answers) != "+++" || answers[0].Paper.Embedding != nil {
		t.Errorf("%s, %v", outcomes(answers), err)
	}
}

// Only the second model's embedding counts, and only a whole one.
func TestEmbeddingsOfAnotherKind(t *testing.T) {
	numbers := strings.TrimSuffix(strings.Repeat("0.5,", dimensions), ",")
	for answer, want := range map[string]int{
		`{"model":"specter_v2","vector":[` + numbers + `]}`:          dimensions,
		`{"model":"specter_v1","vector":[` + numbers + `]}`:          0,
		`{"model":"specter_v2","vector":[` + numbers + `,1]}`:        0,
		`{"model":"specter_v2","vector":[1e30,` + numbers[4:] + `]}`: 0,
		`{"model":"specter_v2","vector":null}`:                       0,
		`{"model":"specter_v2","vector":["a"]}`:                      0,
		`[1,2]`:                                                      0, `null`: 0,
	} {
		items, err := decodeBatch([]byte(`[{"paperId":"p","title":"T","embedding":` + answer + `,"publicationTypes":{}}]`))
		if err != nil {
			t.Fatal(err)
		}
		if p := items[0].paper.paper(); len(p.Embedding) != want || p.Title != "T" || p.Types != nil {
			t.Errorf("%.60s: an embedding of %d", answer, len(p.Embedding))
		}
	}
}

func TestPassages(t *testing.T) {
	c, papers := described(t)
	answers, err := askFor(c, t.Context(), fetch.Passages, s2(&papers[0]))
	if err != nil || outcomes(answers) != "+" || len(answers[0].Around) != 0 {
		t.Fatalf("%s, %v", outcomes(answers), err)
	}
	if got, want := answers[0].Paper.Contexts, papers[0].Contexts; !reflect.DeepEqual(got, want) || len(got) < 10 {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
	unknown := []graph.ExternalID{{Scheme: graph.S2, Value: hex40}}
	if answers, err = askFor(c, t.Context(), fetch.Passages, unknown); err != nil || outcomes(answers) != "-" {
		t.Errorf("of an unknown paper: %s, %v", outcomes(answers), err)
	}
}

// Citing papers of a page say how they cite the paper that it is about.
func TestCitingPapersSayHow(t *testing.T) {
	c, papers := described(t)
	answers, err := askFor(c, t.Context(), fetch.NewestCiting, s2(&papers[0]))
	if err != nil || len(answers[0].Around) < 10 {
		t.Fatalf("%d citing papers, %v", len(answers[0].Around), err)
	}
	byID := graph.NewIndex(papers)
	for _, p := range answers[0].Around {
		place, _ := byID.Place(p.ID)
		if len(p.Contexts) != 1 || !reflect.DeepEqual(&p.Contexts[0], papers[place].ContextOf(&papers[0])) {
			t.Errorf("%s: %+v", p.ID, p.Contexts)
		}
	}
}

// What a page tells of a citation is bounded, however much of it there is.
func TestContextsAreBounded(t *testing.T) {
	var texts []string
	for i := range 500 {
		texts = append(texts, fmt.Sprintf("%q", fmt.Sprint(i, strings.Repeat(" word", 2000))))
	}
	page := `{"data":[{"contexts":[` + strings.Join(texts, ",") + `],"intents":["background",7,"praise"],"isInfluential":"yes","citedPaper":{"paperId":"p"}},
		{"contexts":null,"intents":null,"isInfluential":true,"citedPaper":{"paperId":"q"}},{"contexts":["x"],"citedPaper":{"paperId":null}},{}]}`
	c, _ := setup(t, api.Config{}, ok(page))
	answers, err := askFor(c, t.Context(), fetch.Passages, long)
	if err != nil || len(answers[0].Paper.Contexts) != 2 {
		t.Fatalf("%+v, %v", answers, err)
	}
	first, second := answers[0].Paper.Contexts[0], answers[0].Paper.Contexts[1]
	if len(first.Texts) != 20 || len(first.Texts[0]) > 1100 || len(first.Intents) != 1 || first.Influential || !second.Influential {
		t.Errorf("%d texts, %v; %+v", len(first.Texts), first.Intents, second)
	}
}
