package semanticscholar

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

var long = []graph.ExternalID{{Scheme: graph.S2, Value: hex40}}

func TestLongListsArePagedOn(t *testing.T) {
	page := func(next string, ids ...string) reply {
		var data []string
		for _, id := range ids {
			data = append(data, `{"citedPaper":{"paperId":"`+id+`"}}`)
		}
		return ok(`{"offset":1000,` + next + `"data":[` + strings.Join(data, ",") + `]}`)
	}
	gone := reply{status: 404, body: `{"error":"Paper with id long not found"}`}
	for _, test := range []struct {
		name     string
		pages    []reply
		known    int
		requests int
	}{
		{"one page", []reply{page("", "a", "b")}, 2, 1},
		{"two pages", []reply{page(`"next":1002,`, "a", "b"), page("", "c")}, 3, 2},
		{"none", []reply{page("")}, 0, 1},
		{"an empty page stops", []reply{page(`"next":2000,`)}, 0, 1},
		{"next that does not move stops", []reply{page(`"next":1000,`, "a")}, 1, 1},
		{"elided", []reply{ok(`{"data":null,"citingPaperInfo":{}}`)}, 0, 1},
		{"refused", []reply{gone}, 0, 1},
		{"garbage is asked again", []reply{ok(`<html>`), page("", "a")}, 1, 2},
	} {
		c, s := setup(t, api.Config{}, test.pages...)
		answers, err := askFor(c, t.Context(), fetch.MoreReferences, long)
		if err != nil || outcomes(answers) != "+" || len(answers[0].Paper.References.IDs) != test.known || c.Requests() != test.requests {
			t.Errorf("%s: %s, %d known, %d requests, %v", test.name, outcomes(answers), len(answers[0].Paper.References.IDs), c.Requests(), err)
		}
		if s.seen[0].method != http.MethodGet || s.seen[0].path != "/graph/v1/paper/"+hex40+"/references" || !strings.Contains(s.seen[0].query, "limit=1000&offset=1000") {
			t.Errorf("%s: asked %s %s?%s", test.name, s.seen[0].method, s.seen[0].path, s.seen[0].query)
		}
	}
	c, _ := setup(t, api.Config{Patience: -1}, reply{status: 500})
	answers, err := askFor(c, context.Background(), fetch.MoreReferences, long)
	var patience *fetch.PatienceError
	if !errors.As(err, &patience) || outcomes(answers) != "?" {
		t.Errorf("no answer for the rest: %s, %v", outcomes(answers), err)
	}
}

// Of more citing papers than fit on a page the newest 50 are kept, whatever
// the order in which they come; of fewer, all.
func TestNewestCiting(t *testing.T) {
	var data []string
	for i := range 120 {
		data = append(data, fmt.Sprintf(`{"citingPaper":{"paperId":"p%03d","year":%d}}`, i, 1900+(i*7)%120))
	}
	data = append(data, `{"citingPaper":{"paperId":null,"title":"A paper nobody has named"}}`)
	for next, want := range map[string]int{`"next":1000,`: 50, ``: 120} {
		c, _ := setup(t, api.Config{}, ok(`{"offset":0,`+next+`"data":[`+strings.Join(data, ",")+`]}`))
		answers, err := askFor(c, t.Context(), fetch.NewestCiting, long)
		if err != nil || !answers[0].Paper.Citing.Asked || len(answers[0].Paper.Citing.IDs) != want || len(answers[0].Around) != want {
			t.Fatalf("%q: %+v, %v", next, answers[0].Paper.Citing, err)
		}
		for _, p := range answers[0].Around {
			if want == 50 && p.Date.Year < 1900+70 {
				t.Errorf("%s of %d is not among the newest 50", p.ID, p.Date.Year)
			}
		}
	}
	c, _ := setup(t, api.Config{}, reply{status: 400, body: `{"error":"Unacceptable query params: [x]"}`})
	if answers, err := askFor(c, t.Context(), fetch.NewestCiting, long); err != nil || outcomes(answers) != "!" || answers[0].Fault != "400: Unacceptable query params: [x]" {
		t.Errorf("a refused page: %s, %v", outcomes(answers), err)
	}
}

// What a batch tells of citing papers is taken only where it cannot have been
// cut: not where it is full and the paper counts more.
func TestCitingPapersInABatch(t *testing.T) {
	citing := func(n int, prefix string) string {
		var all []string
		for i := range n {
			all = append(all, fmt.Sprintf(`{"paperId":"%s%d"}`, prefix, i))
		}
		return "[" + strings.Join(all, ",") + "]"
	}
	for _, test := range []struct {
		name   string
		first  string // the paper before
		count  string
		told   int
		asked  bool
		around int
	}{
		{"all told", "[]", "3", 3, true, 4},
		{"fewer than counted, in an answer that is not full", "[]", "9", 3, true, 4},
		{"a full answer", citing(9996, "x"), "9", 3, false, 1},
		{"a full answer, whatever is counted", citing(9996, "x"), "3", 3, false, 1},
		{"as long as nested lists get", "[]", "1001", 1000, false, 1},
		{"none", "[]", "0", 0, true, 1},
	} {
		body := `[{"paperId":"a","citationCount":9996,"citations":` + test.first + `},` +
			`{"paperId":"b","references":[{"paperId":"r"}],"citationCount":` + test.count + `,"citations":` + citing(test.told, "c") + `}]`
		c, _ := setup(t, api.Config{}, ok(body))
		answers, err := askFor(c, t.Context(), fetch.Surroundings, corpusIDs(2))
		if err != nil {
			t.Fatal(err)
		}
		b := answers[1]
		if b.Paper.Citing.Asked != test.asked || len(b.Around) != test.around || test.asked && len(b.Paper.Citing.IDs) != test.told {
			t.Errorf("%s: %v, %d citing papers, %d around", test.name, b.Paper.Citing.Asked, len(b.Paper.Citing.IDs), len(b.Around))
		}
	}
}
