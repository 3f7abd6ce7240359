package openalex

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/worktest"
	"citemap/graph"
)

func askNotices(t *testing.T, c *Client, ids ...graph.ExternalID) []fetch.Answer {
	t.Helper()
	about, answers := make([]fetch.Subject, len(ids)), make([]fetch.Answer, len(ids))
	for i := range ids {
		about[i].ID = ids[i]
	}
	err := c.Ask(t.Context(), fetch.Notices, about, func(replies []fetch.Reply) error {
		for _, r := range replies {
			answers[r.Place] = r.Answer
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

// One request asks about all, by the DOIs that arXiv papers have too; each answer
// is its own paper's.
func TestNotices(t *testing.T) {
	works := &worktest.Server{Works: []worktest.Work{
		{DOI: "10.1000/A", Title: "Taken back", Retracted: true}, {DOI: "10.48550/arXiv.2401.00001", Title: "On arXiv"},
		{DOI: "10.1000/twice", Title: "Once"}, {DOI: "10.1000/twice", Title: "Twice", Retracted: true}, {DOI: "10.1000/twice", Title: "Thrice"},
	}}
	server := httptest.NewServer(works)
	defer server.Close()
	c := NewClient(api.Config{BaseURL: server.URL + "/openalex", Rate: 1e4, Patience: time.Second, Now: func() time.Time { return day }})
	answers := askNotices(t, c, doi("10.1000/a"), graph.ExternalID{Scheme: graph.ArXiv, Value: "2401.00001"}, doi("10.1000/unknown"), doi("10.1000/a,b"), doi("10.1000/a|b"), doi("10.1000/twice"))
	for i, want := range []struct {
		outcome   fetch.Outcome
		title     string
		retracted bool
		dated     bool
	}{
		{fetch.Found, "Taken back", true, true}, {fetch.Found, "On arXiv", false, true}, {fetch.Unknown, "", false, true},
		{fetch.Unknown, "", false, false}, {fetch.Unknown, "", false, false}, {fetch.Found, "Twice", true, true},
	} {
		a := answers[i]
		if a.Outcome != want.outcome || a.Paper.Title != want.title || a.Paper.Retracted() != want.retracted || a.When.IsZero() == want.dated {
			t.Errorf("%d: %+v, want %+v", i, a, want)
		}
	}
	if works.Requests() != 1 {
		t.Errorf("%d requests", works.Requests())
	}
}

// A page that is not whole says nothing of what is not on it, and a work without
// the fact was not retracted.
func TestNoticesOfPartOfAPage(t *testing.T) {
	c, s := setup(t, api.Config{}, nil)
	s.pages = []reply{{200, `{"meta":{"count":7},"results":[{"id":"W1","doi":"https://doi.org/10.1000/a","display_name":"A"},null,{"doi":5,"is_retracted":true}]}`, ""}}
	answers := askNotices(t, c, doi("10.1000/a"), doi("10.1000/b"))
	if answers[0].Outcome != fetch.Found || answers[0].Paper.Notice != nil || answers[1].Outcome != fetch.Unasked {
		t.Errorf("%+v", answers)
	}
}

// FuzzNotices reads any text as a page: nothing is said of a paper that was not
// asked about, nor of one by a work of another DOI.
func FuzzNotices(f *testing.F) {
	for _, seed := range []string{
		`{"results":[{"id":"W1","doi":"https://doi.org/10.1000/a","is_retracted":true}]}`, `{"results":[{"doi":"10.1000/b","is_retracted":true}]}`, `{"results":{}}`, `null`, `{"meta":{"count":9},"results":[]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		c := NewClient(api.Config{Transport: always(body), Rate: 1e9, Patience: -1})
		_ = c.Ask(t.Context(), fetch.Notices, []fetch.Subject{{ID: doi("10.1000/a")}, {}}, func(replies []fetch.Reply) error {
			for _, r := range replies {
				if r.Outcome == fetch.Found && (r.Place != 0 || r.Paper.IDs.Of(graph.DOI) != "10.1000/a" || !strings.Contains(strings.ToLower(string(body)), "10.1000")) {
					t.Errorf("%+v", r)
				}
			}
			return nil
		})
	})
}
