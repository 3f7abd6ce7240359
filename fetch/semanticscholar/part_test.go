package semanticscholar

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// stumbles are what a service answers that stumbles at an id, and what is told
// of the id then.
var stumblings = []struct {
	reply reply
	words string
}{
	{reply{status: 500, body: `{"message":"Internal server error"}`}, "500: Internal server error"},
	{reply{status: 502, body: `<html>`}, "502: Bad Gateway"},
	{reply{status: 504, body: `{"message":"Endpoint request timed out"}`}, "504: Endpoint request timed out"},
	{reply{status: 400, body: `{"error":"Bad id"}`}, "400: Bad id"},
	{ok(`{"message":"oops"}`), "200 with an error in place of the answer: oops"},
}

// stumblesAt is a service that stumbles whenever it is asked for one of the ids.
func stumblesAt(r reply, bad ...string) http.HandlerFunc {
	return batchService(func(ids []string, _ bool) (reply, bool) {
		return r, slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(bad, id) })
	})
}

func written(place int) string { return fmt.Sprintf("CorpusId:%d", 1000+place) }

// expected are outcomes of n ids of which some fail.
func expected(n int, bad ...int) string {
	out := []byte(strings.Repeat("+", n))
	for _, place := range bad {
		out[place] = '!'
	}
	return string(out)
}

// One bad id never costs the others their answers, wherever it stands, and
// takes at most 2 log2(n) + 2 requests more.
func TestABadIDFailsAlone(t *testing.T) {
	for _, n := range []int{2, 3, 4, 5, 7, 8, 9, 13, 17, 60, 64, 500} {
		for place := 0; place < n; place += max(1, n/5) {
			for _, facts := range []fetch.Facts{fetch.Own, fetch.ReferenceIDs, fetch.Surroundings} {
				for _, s := range stumblings {
					c := over(stumblesAt(s.reply, written(place)), time.Minute)
					answers, err := askFor(c, t.Context(), facts, corpusIDs(n))
					extra, most := c.Requests()-1, int(2*math.Log2(float64(n))+2)
					if err != nil || outcomes(answers) != expected(n, place) || !strings.HasPrefix(answers[place].Fault, s.words) || extra > most {
						t.Errorf("%d of %d, %s, %d: %s, %q, %d requests more, want %d at most; %v", place, n, facts, s.reply.status, outcomes(answers), answers[place].Fault, extra, most, err)
					}
				}
			}
		}
	}
}

func TestManyBadIDs(t *testing.T) {
	for _, bad := range [][]int{{0, 1}, {0, 59}, {58, 59}, {10, 20, 30}, {29, 30}, {48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59}, {0, 1, 2, 3, 4, 5, 6, 7}, {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23}} {
		for _, facts := range []fetch.Facts{fetch.Own, fetch.References} {
			for _, s := range stumblings {
				var all []string
				for _, place := range bad {
					all = append(all, written(place))
				}
				synctest.Test(t, func(t *testing.T) {
					c, began := NewClient(api.Config{Transport: handled{stumblesAt(s.reply, all...)}}), time.Now()
					answers, err := askFor(c, t.Context(), facts, corpusIDs(60))
					took := time.Since(began)
					if err != nil || outcomes(answers) != expected(60, bad...) || c.Requests() > 1+14*len(bad) || took > time.Duration(len(bad))*40*time.Second {
						t.Errorf("%v, %s, %d: %s, %d requests in %s, %v", bad, facts, s.reply.status, outcomes(answers), c.Requests(), took, err)
					}
				})
			}
		}
	}
}

// At the usual rate of one request a second a bad id holds a list up for less
// than 20 seconds.
func TestABadIDTakesSeconds(t *testing.T) {
	for _, s := range stumblings {
		for _, place := range []int{0, 29, 37, 59} {
			synctest.Test(t, func(t *testing.T) {
				c := NewClient(api.Config{Transport: handled{stumblesAt(s.reply, written(place))}})
				began := time.Now()
				answers, err := askFor(c, t.Context(), fetch.Own, corpusIDs(60))
				if took := time.Since(began); err != nil || outcomes(answers) != expected(60, place) || took > 20*time.Second {
					t.Errorf("%d of 60, %d: %s after %s, %v", place, s.reply.status, outcomes(answers), took, err)
				}
			})
		}
	}
}

// Where it is only the lists with which an id cannot be answered, it is found
// without them.
func TestOnlyTheListsFail(t *testing.T) {
	for _, facts := range []fetch.Facts{fetch.ReferenceIDs, fetch.References, fetch.Surroundings} {
		for _, s := range stumblings {
			c := over(batchService(func(ids []string, references bool) (reply, bool) {
				return s.reply, references && slices.Contains(ids, written(7))
			}), time.Minute)
			answers, err := askFor(c, t.Context(), facts, corpusIDs(60))
			state := answers[7].Paper.References.State
			if err != nil || outcomes(answers) != expected(60) || state != graph.Failed || answers[8].Paper.References.State != graph.Empty {
				t.Errorf("%s, %d: %s, %s, %v", facts, s.reply.status, outcomes(answers), state, err)
			}
		}
	}
}

// In an outage nobody fails: it ends by the patience, or everybody is answered
// once it is over.
func TestAnOutageIsNoBadID(t *testing.T) {
	for _, facts := range []fetch.Facts{fetch.Own, fetch.References} {
		for _, status := range []int{500, 503, 504} {
			for _, n := range []int{1, 2, 8, 60} {
				for _, lasts := range []time.Duration{10 * time.Second, time.Minute, 5 * time.Minute, time.Hour} {
					synctest.Test(t, func(t *testing.T) {
						began := time.Now()
						c := NewClient(api.Config{Transport: handled{batchService(func([]string, bool) (reply, bool) {
							return reply{status: status}, time.Since(began) < lasts
						})}})
						answers, err := askFor(c, t.Context(), facts, corpusIDs(n))
						took := time.Since(began)
						switch patience := new(fetch.PatienceError); {
						case lasts < time.Hour && (err != nil || outcomes(answers) != expected(n) || took > lasts+time.Duration(n)*2*time.Second+time.Minute):
							t.Errorf("%s, %d, %d ids, %s: %s after %s and %d requests, %v", facts, status, n, lasts, outcomes(answers), took, c.Requests(), err)
						case lasts == time.Hour && (!errors.As(err, &patience) || outcomes(answers) != strings.Repeat("?", n) || took < 10*time.Minute || took > 11*time.Minute || c.Requests() > 90):
							t.Errorf("%s, %d, %d ids, down: %s after %s and %d requests, %v", facts, status, n, outcomes(answers), took, c.Requests(), err)
						}
					})
				}
			}
		}
	}
}

// What refuses every question is told as it is, soon.
func TestRefusingEverythingIsAnError(t *testing.T) {
	for _, test := range []struct {
		reply reply
		want  string
	}{
		{reply{status: 400, body: `{"error":"Go away"}`}, "answered 400: Go away"},
		{ok(`[]`), "answered 200: 0 papers for a batch of"},
		{ok(`[{},{}]`), "answered 200: "},
	} {
		c := over(batchService(func([]string, bool) (reply, bool) { return test.reply, true }), time.Minute)
		answers, err := askFor(c, t.Context(), fetch.Own, corpusIDs(60))
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(outcomes(answers), "+") || c.Requests() > 40 {
			t.Errorf("%s: %s after %d requests, %v", test.reply.body, outcomes(answers), c.Requests(), err)
		}
	}
}

// A question about one subject may fail where others were answered, and a few
// in a row: not all.
func TestASubjectByItselfFails(t *testing.T) {
	for _, s := range stumblings {
		synctest.Test(t, func(t *testing.T) {
			c := NewClient(api.Config{Transport: handled{stumblesAt(s.reply, written(1), written(2), written(3), written(4))}})
			for place, want := range []string{"+", "!", "!", "!", "?"} {
				began := time.Now()
				answers, err := askFor(c, t.Context(), fetch.Own, corpusIDs(5)[place:place+1])
				took := time.Since(began)
				if outcomes(answers) != want || (err != nil) != (want == "?") || want != "?" && took > 10*time.Second {
					t.Errorf("%d, %d: %s after %s, %v", s.reply.status, place, outcomes(answers), took, err)
				}
			}
		})
	}
}

// over gives a client of a handler, without a network.
func over(h http.Handler, patience time.Duration) *Client {
	return NewClient(api.Config{Transport: handled{h}, Rate: 1e6, Patience: patience, Now: func() time.Time { return day }})
}

// handled answers requests by a handler.
type handled struct{ http.Handler }

func (h handled) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	if r.Body == nil {
		r.Body = http.NoBody
	}
	h.ServeHTTP(w, r)
	answer := w.Result()
	answer.Request = r
	return answer, nil
}
