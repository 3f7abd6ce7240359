package crossref

import (
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

func work(fields string) reply {
	if fields != "" {
		fields = "," + fields
	}
	return reply{200, `{"status":"ok","message-type":"work","message":{"DOI":"10.1000/A"` + fields + `}}`}
}

func TestListsSayWhatBecameOfThem(t *testing.T) {
	for _, test := range []struct {
		name, fields string
		want         graph.State
	}{
		{"a list", `"reference":[{"DOI":"10.1234/X"}],"references-count":1`, graph.Known},
		{"fewer than were deposited", `"reference":[{"DOI":"10.1234/X"}],"references-count":3`, graph.Cut},
		{"an entry that names no paper", `"reference":[{"DOI":"10.1234/X"},{"unstructured":"ibid."}],"references-count":2`, graph.Cut},
		{"a repeat", `"reference":[{"DOI":"10.1234/X"},{"DOI":"10.1234/x"}],"references-count":2`, graph.Known},
		{"kept back by the publisher", `"reference-count":40,"references-count":40`, graph.Withheld},
		{"null although some are counted", `"reference":null,"references-count":40`, graph.Withheld},
		{"an empty list although some are counted", `"reference":[],"reference-count":40`, graph.Withheld},
		{"none deposited", `"reference-count":0`, graph.Empty},
		{"an empty list", `"reference":[],"references-count":0`, graph.Empty},
		{"not even a count", ``, graph.Failed},
		{"something else than a list", `"reference":{"a":1},"reference-count":4`, graph.Failed},
		{"nothing of use on it", `"reference":[{"key":"1"},null,7,{"unstructured":"ibid."}],"reference-count":4`, graph.Failed},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, s := setup(t, api.Config{}, work(test.fields))
			a, asked, err := ask(t, c, doi("10.1000/a"))
			if err != nil || !asked || a.Outcome != fetch.Found {
				t.Fatalf("%+v, asked %v, %v", a, asked, err)
			}
			if got := a.Paper.References; got.State != test.want || got.From != "crossref" || got.State.Told() != (len(got.IDs) > 0) || got.State == graph.Cut && *a.Paper.Referenced <= len(got.IDs) {
				t.Errorf("references %+v, want %s", got, test.want)
			}
			if !a.When.Equal(day) || len(s.seen) != 1 {
				t.Errorf("when %s after %d requests", a.When, len(s.seen))
			}
		})
	}
}

func TestThePaperItself(t *testing.T) {
	c, s := setup(t, api.Config{Version: "1.2"}, work(`"title":["On <i>Things</i> &amp; more"],"author":[{"given":"Ada","family":"Byron"},{"name":"The Team"},{},null],
		"issued":{"date-parts":[[2020,4,null]]},"container-title":["Journal"],"is-referenced-by-count":7,"reference-count":0`))
	a, _, err := ask(t, c, doi("10.1000/a<b>/c;d"))
	if err != nil {
		t.Fatal(err)
	}
	seven, none := 7, 0
	want := graph.Paper{
		ID: "DOI:10.1000/a", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/a"}}, Title: "On Things & more", Authors: []string{"Ada Byron", "The Team"},
		Date: graph.Date{Year: 2020, Month: 4}, Venue: "Journal", Global: &seven, Referenced: &none,
		References: graph.References{State: graph.Empty, From: "crossref"},
	}
	if !reflect.DeepEqual(a.Paper, want) {
		t.Errorf("paper %+v\nwant %+v", a.Paper, want)
	}
	r := s.seen[0]
	if got := r.URL.EscapedPath(); got != "/works/10.1000%2Fa%3Cb%3E%2Fc%3Bd" || r.URL.RawQuery != "" || r.UserAgent() != "citemap/1.2" {
		t.Errorf("asked %s?%s as %s", got, r.URL.RawQuery, r.UserAgent())
	}
}

func TestAMailAddressIsSentWhenGiven(t *testing.T) {
	c, s := setup(t, api.Config{Mail: "me@example.org", Version: "1.2"}, work(`"reference-count":0`))
	_, _, err := ask(t, c, doi("10.1000/a"))
	if r := s.seen[0]; err != nil || r.URL.RawQuery != "mailto=me%40example.org" || r.UserAgent() != "citemap/1.2 (mailto:me@example.org)" {
		t.Errorf("asked %s as %s, %v", r.URL.RawQuery, r.UserAgent(), err)
	}
}

// allowing answers everything, with what Crossref says of its limits.
type allowing struct{ limit, interval string }

func (a allowing) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(work(`"reference-count":0`).body)), Request: r,
		Header: http.Header{"X-Rate-Limit-Limit": {a.limit}, "X-Rate-Limit-Interval": {a.interval}},
	}, nil
}

// The pools have rates of their own, and an answer that allows less is heeded.
func TestRates(t *testing.T) {
	for _, test := range []struct {
		name    string
		options api.Config
		headers allowing
		want    time.Duration // for 21 requests
	}{
		{"public", api.Config{}, allowing{"5", "1s"}, 4 * time.Second},
		{"polite", api.Config{Mail: "me@example.org"}, allowing{"10", "1s"}, 2 * time.Second},
		{"polite, and told otherwise", api.Config{Mail: "me@example.org"}, allowing{"5", "1s"}, 4 * time.Second},
		{"so many in two seconds", api.Config{}, allowing{"5", "2s"}, 8 * time.Second},
		{"more than is asked", api.Config{}, allowing{"150", "1s"}, 4 * time.Second},
		{"nothing said", api.Config{}, allowing{"", ""}, 4 * time.Second},
		{"nonsense", api.Config{}, allowing{"-1", "soon"}, 4 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			test.options.Transport = test.headers
			c := NewClient(test.options)
			began := time.Now()
			for range 21 {
				if _, _, err := ask(t, c, doi("10.1000/a")); err != nil {
					t.Fatal(err)
				}
			}
			if took := time.Since(began); took < test.want-time.Second/2 || took > test.want+time.Second/2 {
				t.Errorf("%s: 21 requests took %s, want %s", test.name, took, test.want)
			}
		})
	}
}

func TestWhatCrossrefCannotKnowIsNotAskedFor(t *testing.T) {
	c, s := setup(t, api.Config{}, work(""))
	for _, id := range []graph.ExternalID{
		{}, {Scheme: graph.DOI}, doi("10.48550/arxiv.1706.03762"), {Scheme: graph.ArXiv, Value: "1706.03762"}, {Scheme: graph.MAG, Value: "1"}, {Scheme: graph.S2, Value: "p"},
	} {
		a, asked, err := ask(t, c, id)
		if err != nil || !asked || a.Outcome != fetch.Unknown || !a.When.IsZero() {
			t.Errorf("%v: %+v, %v", id, a, err)
		}
	}
	for facts := fetch.ByTitle; facts <= fetch.MoreReferences; facts++ {
		if facts == fetch.References {
			continue
		}
		err := c.Ask(t.Context(), facts, []fetch.Subject{{ID: doi("10.1/a")}}, func([]fetch.Reply) error { return errors.New("told") })
		if err != nil {
			t.Errorf("%s: %v", facts, err)
		}
	}
	if len(s.seen) > 0 || c.Requests() > 0 {
		t.Errorf("%d requests", len(s.seen))
	}
}

func TestAnswersThatSayNo(t *testing.T) {
	for _, test := range []struct {
		name    string
		replies []reply
		outcome fetch.Outcome
		failure string // what the error must say
	}{
		{"not found, in plain text", []reply{{404, "Resource not found."}}, fetch.Unknown, ""},
		{"gone", []reply{{410, ""}}, fetch.Unknown, ""},
		{"refused", []reply{{400, `{"status":"failed"}`}}, fetch.Unasked, "Crossref answered 400"},
		{"forbidden", []reply{{403, `<html>`}}, fetch.Unasked, "Crossref answered 403"},
		{"throttled once", []reply{{429, "<html>slow</html>"}, work(`"reference-count":0`)}, fetch.Found, ""},
		{"in trouble once", []reply{{503, ""}, work(`"reference-count":0`)}, fetch.Found, ""},
		{"HTML with status 200 once", []reply{{200, "<html>"}, work(`"reference-count":0`)}, fetch.Found, ""},
		{"cut short once", []reply{{200, `{"message":{"DOI":"10.1/a"`}, work(`"reference-count":0`)}, fetch.Found, ""},
		{"no work in it once", []reply{{200, `{"status":"ok","message":"x"}`}, work(`"reference-count":0`)}, fetch.Found, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, _ := setup(t, api.Config{}, test.replies...)
			a, asked, err := ask(t, c, doi("10.1000/a"))
			if a.Outcome != test.outcome || asked != (test.failure == "") {
				t.Errorf("%+v, asked %v", a, asked)
			}
			if (err == nil) != (test.failure == "") || err != nil && !strings.Contains(err.Error(), test.failure) {
				t.Errorf("error %v, want %q", err, test.failure)
			}
		})
	}
}

func TestAnOutageIsNoAnswer(t *testing.T) {
	for _, bad := range []reply{{429, ""}, {500, ""}, {200, "<html>"}, {200, "null"}, {200, `{"status":"ok"}`}, {200, `{"message":{"DOI":null}}`}} {
		c, _ := setup(t, api.Config{Patience: -1}, bad)
		_, asked, err := ask(t, c, doi("10.1000/a"))
		var patience *fetch.PatienceError
		if asked || !errors.As(err, &patience) || !strings.Contains(err.Error(), "references of DOI:10.1000/a") {
			t.Errorf("%+v: asked %v, %v", bad, asked, err)
		}
	}
}

func TestALongWaitAskedForEndsThePatience(t *testing.T) {
	c, s := setup(t, api.Config{Patience: time.Minute}, reply{429, ""})
	s.headers = map[string]string{"Retry-After": "54000"}
	_, asked, err := ask(t, c, doi("10.1000/a"))
	var patience *fetch.PatienceError
	if asked || !errors.As(err, &patience) {
		t.Errorf("asked %v, %v", asked, err)
	}
}

func TestRedirects(t *testing.T) {
	c, s := setup(t, api.Config{}, reply{301, ""}, work(`"reference-count":0`))
	s.headers = map[string]string{"Location": "/mirror/works/10.1000%2Fb"}
	if a, _, err := ask(t, c, doi("10.1000/a")); err != nil || a.Outcome != fetch.Found || s.seen[1].URL.Path != "/works/10.1000/b" {
		t.Errorf("%+v, %v", a, err)
	}
	c, s = setup(t, api.Config{}, reply{302, ""})
	s.headers = map[string]string{"Location": "http://elsewhere.invalid/"}
	if _, asked, err := ask(t, c, doi("10.1000/a")); asked || err == nil || !strings.Contains(err.Error(), "redirect") {
		t.Errorf("asked %v, %v", asked, err)
	}
}

func TestAnInterruptedQuestion(t *testing.T) {
	c, _ := setup(t, api.Config{}, work(""))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := c.Ask(ctx, fetch.References, []fetch.Subject{{ID: doi("10.1/a")}}, func([]fetch.Reply) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAnErrorOfTellEndsIt(t *testing.T) {
	c, s := setup(t, api.Config{}, work(`"reference-count":0`))
	full := errors.New("disk full")
	err := c.Ask(t.Context(), fetch.References, []fetch.Subject{{ID: doi("10.1/a")}, {ID: doi("10.1/b")}}, func([]fetch.Reply) error { return full })
	if !errors.Is(err, full) || len(s.seen) != 1 {
		t.Errorf("%v after %d requests", err, len(s.seen))
	}
}

func TestAsASource(t *testing.T) {
	c := NewClient(api.Config{Transport: http.DefaultTransport})
	if c.Limits() != (fetch.Limits{Subjects: 1, Notices: 50, OnlyDOIs: true}) || c.Provenance().Name != "Crossref" || !strings.Contains(c.Provenance().Licence, "CC0") {
		t.Errorf("%+v %+v", c.Limits(), c.Provenance())
	}
	answers, err := c.Recall(t.Context(), fetch.References, make([]fetch.Subject, 2))
	if err != nil || len(answers) != 2 || answers[0].Outcome != fetch.Unasked {
		t.Errorf("%+v %v", answers, err)
	}
}
