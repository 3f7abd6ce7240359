package semanticscholar

import (
	"errors"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		name    string
		reply   reply
		outcome fetch.Outcome
		status  int // of the APIError, if one is due
	}{
		{"found", ok(`{"data":[{"paperId":"p","title":"LIMA","matchScore":174.2}]}`), fetch.Found, 0},
		{"404 in the API's words", reply{status: 404, body: `{"error":"Title match not found"}`}, fetch.Unknown, 0},
		{"no data", ok(`{"data":[]}`), fetch.Unknown, 0},
		{"null data", ok(`{"data":null}`), fetch.Unknown, 0},
		{"no data key", ok(`{"total":0,"offset":0}`), fetch.Unknown, 0},
		{"404 of something else", reply{status: 404, body: `<html>Not Found</html>`}, fetch.Unasked, 404},
		{"400", reply{status: 400, body: `{"error":"Unacceptable query params: [k=v]"}`}, fetch.Unasked, 400},
		{"403", reply{status: 403, body: `{"message":"Forbidden"}`}, fetch.Unasked, 403},
	} {
		c, s := setup(t, api.Config{}, test.reply)
		a, err := match(c, t.Context(), " Less-is\u0000 more &\n co? ")
		var refusal *fetch.APIError
		if status := 0; errors.As(err, &refusal) {
			if status = refusal.Status; status != test.status {
				t.Errorf("%s: %v", test.name, err)
			}
		} else if err != nil || test.status != 0 {
			t.Errorf("%s: error %v, want status %d", test.name, err, test.status)
		}
		if a.Outcome != test.outcome || a.Paper.References.State != graph.Unasked || c.Requests() != 1 {
			t.Errorf("%s: outcome %d, references %v, %d requests", test.name, a.Outcome, a.Paper.References.State, c.Requests())
		}
		if q := s.seen[0]; q.path != "/graph/v1/paper/search/match" || !strings.Contains(q.query, "query=Less-is+more+%26+co%3F") || strings.Contains(q.query, "references") {
			t.Errorf("%s: asked %s?%s", test.name, q.path, q.query)
		}
	}
}

func TestMatchOfNothingIsNotAsked(t *testing.T) {
	c, _ := setup(t, api.Config{}, ok(`{}`))
	for _, title := range []string{"", " \n", "\u0007", "???", "--"} {
		if a, err := match(c, t.Context(), title); err != nil || a.Outcome != fetch.Unknown {
			t.Errorf("%q: %v, %v", title, a.Outcome, err)
		}
	}
	if c.Requests() != 0 {
		t.Errorf("%d requests", c.Requests())
	}
}
