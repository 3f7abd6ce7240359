package semanticscholar

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
)

const known = `[{"paperId":"p","title":"P","references":[]}]`

// bubble runs a test in its own time with a service that is not on any network.
func bubble(t *testing.T, o api.Config, replies []reply, run func(t *testing.T, c *Client, s *script)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &script{replies: replies}
		o.Transport = s
		run(t, NewClient(o), s)
	})
}

func TestTroubleIsAskedAgain(t *testing.T) {
	tooMany := reply{status: 429, body: `{"message":"Too Many Requests. Please wait","code":"429"}`}
	for _, test := range []struct {
		name  string
		reply reply
	}{
		{"429", tooMany},
		{"500", reply{status: 500, body: `{"message":"Internal server error"}`}},
		{"502 in HTML", reply{status: 502, body: `<html>Bad gateway</html>`}},
		{"503 without a body", reply{status: 503}},
		{"connection reset", reply{}},
		{"200 in HTML", ok(`<!DOCTYPE html><p>sign in</p>`)},
		{"200 cut short", ok(`[{"paperId":"p","tit`)},
		{"200 empty", ok(``)},
		{"200 of another shape", ok(`{"message":"Internal server error"}`)},
		{"200 null", ok(`null`)},
		{"200 with texts for papers", ok(`["p"]`)},
		{"200 with more behind it", ok(known + known)},
	} {
		t.Run(test.name, func(t *testing.T) {
			bubble(t, api.Config{}, []reply{test.reply, test.reply, test.reply, ok(known)}, func(t *testing.T, c *Client, s *script) {
				answers, err := papers(c, t.Context(), corpusIDs(1))
				if err != nil || outcomes(answers) != "+" || c.Requests() != 4 {
					t.Errorf("%s, %d requests, %v", outcomes(answers), c.Requests(), err)
				}
			})
		})
	}
}

func TestPatienceEnds(t *testing.T) {
	for _, refusal := range []reply{{status: 429, body: `{"message":"Too Many Requests","code":"429"}`}, {status: 504}, {status: 500}, {}, ok("<html>")} {
		var warned []string
		warn := func(text string) { warned = append(warned, text) }
		bubble(t, api.Config{Patience: 3 * time.Minute, Warn: warn}, []reply{ok(known), refusal}, func(t *testing.T, c *Client, s *script) {
			if _, err := papers(c, t.Context(), corpusIDs(1)); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			answers, err := papers(c, t.Context(), corpusIDs(8))
			var patience *fetch.PatienceError
			var api *fetch.APIError
			if !errors.As(err, &patience) || errors.As(err, &api) || outcomes(answers) != "????????" {
				t.Fatalf("%d: %s, %v", refusal.status, outcomes(answers), err)
			}
			if took := time.Since(began); took < 150*time.Second || took > 190*time.Second || patience.Waited > 190*time.Second {
				t.Errorf("%d: gave up after %s, having waited %s", refusal.status, took, patience.Waited)
			}
			if len(warned) != 1 || strings.Contains(err.Error(), "\n") {
				t.Errorf("%d: warned %q, error %q", refusal.status, warned, err)
			}
		})
	}
}

func TestNoPatienceAtAll(t *testing.T) {
	bubble(t, api.Config{Patience: -1}, []reply{{status: 500}}, func(t *testing.T, c *Client, s *script) {
		_, err := papers(c, t.Context(), corpusIDs(1))
		var patience *fetch.PatienceError
		if !errors.As(err, &patience) || c.Requests() != 1 {
			t.Errorf("%d requests, %v", c.Requests(), err)
		}
	})
}

func TestEachAnswerRenewsThePatience(t *testing.T) {
	var replies []reply
	for range 20 {
		replies = append(replies, reply{status: 500, headers: map[string]string{"Retry-After": "50"}}, ok(known))
	}
	bubble(t, api.Config{Patience: time.Minute}, replies, func(t *testing.T, c *Client, s *script) {
		for range 20 {
			if _, err := papers(c, t.Context(), corpusIDs(1)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestRetryAfter(t *testing.T) {
	// A bubble begins at midnight UTC 2000-01-01.
	for _, test := range []struct {
		name      string
		headers   map[string]string
		patience  time.Duration
		min, most time.Duration
		gaveUp    bool
	}{
		{"seconds", map[string]string{"Retry-After": "40"}, 0, 40 * time.Second, 45 * time.Second, false},
		{"a date", map[string]string{"Retry-After": "Sat, 01 Jan 2000 00:00:50 GMT"}, 0, 50 * time.Second, 55 * time.Second, false},
		{"a date by the service's clock", map[string]string{"Retry-After": "Sun, 02 Jan 2000 00:01:00 GMT", "Date": "Sun, 02 Jan 2000 00:00:00 GMT"}, 0, time.Minute, 65 * time.Second, false},
		{"a day is capped", map[string]string{"Retry-After": "86400"}, 0, 5 * time.Minute, 5*time.Minute + 5*time.Second, false},
		{"past", map[string]string{"Retry-After": "Fri, 31 Dec 1999 00:00:00 GMT"}, 0, 0, 5 * time.Second, false},
		{"nonsense", map[string]string{"Retry-After": "soon"}, 0, 0, 5 * time.Second, false},
		{"nothing", nil, 0, 0, 5 * time.Second, false},
		{"longer than the patience", map[string]string{"Retry-After": "61"}, time.Minute, 0, 0, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			replies := []reply{{status: 429, headers: test.headers}, ok(known)}
			bubble(t, api.Config{Patience: test.patience}, replies, func(t *testing.T, c *Client, s *script) {
				began := time.Now()
				_, err := papers(c, t.Context(), corpusIDs(1))
				if took := time.Since(began); took < test.min || took > test.most || (err != nil) != test.gaveUp {
					t.Errorf("took %s, %v", took, err)
				}
			})
		})
	}
}

func TestRequestsKeepTheRate(t *testing.T) {
	bubble(t, api.Config{}, []reply{ok(known)}, func(t *testing.T, c *Client, s *script) {
		for range 5 {
			if _, err := papers(c, t.Context(), corpusIDs(1)); err != nil {
				t.Fatal(err)
			}
		}
		for i := 1; i < len(s.seen); i++ {
			if gap := s.seen[i].at.Sub(s.seen[i-1].at); gap != time.Second {
				t.Errorf("gap %d is %s", i, gap)
			}
		}
	})
}

func TestTooManyRequestsSlowDownForAWhile(t *testing.T) {
	bubble(t, api.Config{}, []reply{{status: 429}, {status: 429}, {status: 429}, {status: 429}, {status: 429}, ok(known)}, func(t *testing.T, c *Client, s *script) {
		for range 20 {
			if _, err := papers(c, t.Context(), corpusIDs(1)); err != nil {
				t.Fatal(err)
			}
		}
		after := s.seen[6].at.Sub(s.seen[5].at)
		late := s.seen[24].at.Sub(s.seen[23].at)
		if after < 4*time.Second || after > 8*time.Second || late != time.Second {
			t.Errorf("gap after the last 429 %s, much later %s", after, late)
		}
	})
}

func TestInterrupted(t *testing.T) {
	bubble(t, api.Config{}, []reply{{status: 503}}, func(t *testing.T, c *Client, s *script) {
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		answers, err := papers(c, ctx, corpusIDs(3))
		if !errors.Is(err, context.DeadlineExceeded) || outcomes(answers) != "???" {
			t.Errorf("%s, %v", outcomes(answers), err)
		}
		if time.Since(s.seen[0].at) > 90*time.Second {
			t.Errorf("took %s", time.Since(s.seen[0].at))
		}
		stopped, stop := context.WithCancel(t.Context())
		stop()
		before := c.Requests()
		if _, err := match(c, stopped, "title"); !errors.Is(err, context.Canceled) || c.Requests() != before {
			t.Errorf("cancelled before: %v, %d requests", err, c.Requests()-before)
		}
	})
}

// mute is a service that takes requests and says nothing.
type mute struct{}

func (mute) RoundTrip(r *http.Request) (*http.Response, error) {
	<-r.Context().Done()
	return nil, r.Context().Err()
}

func TestSilenceIsNoInterruption(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := NewClient(api.Config{Transport: mute{}, Patience: 5 * time.Minute})
		began := time.Now()
		_, err := papers(c, t.Context(), corpusIDs(1))
		var patience *fetch.PatienceError
		if !errors.As(err, &patience) || errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
		if took := time.Since(began); took < 5*time.Minute || took > 6*time.Minute {
			t.Errorf("took %s", took)
		}
	})
}
