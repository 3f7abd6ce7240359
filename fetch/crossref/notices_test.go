package crossref

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/worktest"
	"citemap/graph"
)

func TestNotices(t *testing.T) {
	update := func(kind, doi string, date ...int) worktest.Update {
		return worktest.Update{Type: kind, DOI: doi, Date: date}
	}
	works := &worktest.Server{Works: []worktest.Work{
		{DOI: "10.1000/A", Title: "Taken back", Updates: []worktest.Update{update("correction", "10.1000/c", 2020), update("retraction", "10.1000/N", 2021, 3)}},
		{DOI: "10.1000/b", Title: "As it was"}, {DOI: "10.1000/w", Title: "Withdrawn", Updates: []worktest.Update{update("Withdrawal", "")}},
		{DOI: "10.1000/e", Title: "Doubted", Updates: []worktest.Update{update("expression-of-concern", "10.1000/ec")}}, {DOI: "10.1000/v", Title: "New", Updates: []worktest.Update{update("new_version", "10.1000/v2")}},
	}}
	server := httptest.NewServer(works)
	defer server.Close()
	c := NewClient(api.Config{BaseURL: server.URL + "/crossref", Rate: 1e4, Patience: time.Second, Mail: "a@example.org", Now: func() time.Time { return day }})
	ids := []string{"10.1000/a", "10.1000/b", "10.1000/w", "10.1000/e", "10.1000/v", "10.1000/unknown", "10.1000/a,b", "10.48550/arxiv.2401.00001"}
	about := make([]fetch.Subject, len(ids))
	for i, id := range ids {
		about[i].ID = doi(id)
	}
	answers := make([]fetch.Answer, len(ids))
	err := c.Ask(t.Context(), fetch.Notices, about, func(replies []fetch.Reply) error {
		for _, r := range replies {
			answers[r.Place] = r.Answer
		}
		return nil
	})
	if err != nil || works.Requests() != 1 {
		t.Fatalf("%v, %d requests", err, works.Requests())
	}
	for i, want := range []string{"retracted: 10.1000/n (2021-03)", "none", "retracted", "expression of concern: 10.1000/ec", "none", "unknown", "not asked", "not asked"} {
		a := answers[i]
		got := "not asked"
		switch {
		case a.Outcome == fetch.Found && a.Paper.Notice == nil:
			got = "none"
		case a.Outcome == fetch.Found:
			got = a.Paper.Notice.String()
		case !a.When.IsZero():
			got = "unknown"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", ids[i], got, want)
		}
	}
}

type always string

func (a always) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(string(a))), Request: r}, nil
}

// FuzzNotices reads any text as a list of works: nothing is said of a paper by a
// work of another DOI.
func FuzzNotices(f *testing.F) {
	for _, seed := range []string{
		`{"message":{"items":[{"DOI":"10.1000/a","title":["A"],"updated-by":[{"type":"retraction","DOI":"10.1000/n","updated":{"date-parts":[[2020,1,null]]}}]}]}}`,
		`{"message":{"items":[{"DOI":"10.1000/b","updated-by":[{"type":"retraction"}]}]}}`, `{"message":{"items":[{"DOI":"10.1000/a","updated-by":{"type":7}}]}}`, `{"message":{"items":{}}}`, `null`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		c := NewClient(api.Config{Transport: always(body), Rate: 1e9, Patience: -1})
		_ = c.Ask(t.Context(), fetch.Notices, []fetch.Subject{{ID: doi("10.1000/a")}, {}}, func(replies []fetch.Reply) error {
			for _, r := range replies {
				if r.Outcome == fetch.Found && (r.Place != 0 || r.Paper.IDs.Of(graph.DOI) != "10.1000/a") {
					t.Errorf("%+v", r)
				}
			}
			return nil
		})
	})
}
