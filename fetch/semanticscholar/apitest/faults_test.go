package apitest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

const tooManyBody = `{"message":"Too Many Requests. Please wait and try again or apply for a key for higher rate limits. https://www.semanticscholar.org/product/api#api-key-form","code":"429"}` + "\n"

// outcome says in a word what a client met.
func outcome(status int, body string, err error) string {
	switch {
	case errors.Is(err, syscall.ECONNRESET):
		return "reset"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut short"
	case err != nil:
		return err.Error()
	case status == 200 && strings.HasPrefix(body, "<"):
		return "html"
	case status == 200 && !json.Valid([]byte(body)):
		return "not JSON"
	case status == 429 && body != tooManyBody:
		return body
	}
	return fmt.Sprint(status)
}

func TestEachFault(t *testing.T) {
	for _, test := range []struct {
		name   string
		faults Faults
		want   string // the outcomes that come up, and no others
	}{
		{"none", Faults{}, "200"},
		{"too many", Faults{TooMany: 1}, "429"},
		{"server errors", Faults{ServerError: 1}, "500 503 504"},
		{"reset", Faults{Reset: 1}, "reset"},
		{"truncated", Faults{Truncated: 1}, "cut short, not JSON"},
		{"HTML", Faults{HTML: 1}, "html"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := New(small())
			s.Faults = test.faults
			c := serve(t, s)
			met := map[string]bool{}
			for range 30 {
				got := outcome(c.try("GET", base+lima+"?fields=title,citations", ""))
				if met[got] = true; !strings.Contains(test.want, got) {
					t.Fatalf("met %s", got)
				}
			}
			if want := strings.Count(strings.ReplaceAll(test.want, ", ", " "), " "); test.name == "server errors" && len(met) != want+1 || test.name == "truncated" && len(met) != 2 {
				t.Errorf("met only %v", met)
			}
			for _, call := range s.Log() {
				if call.Committed != (test.name == "none") {
					t.Errorf("%+v", call)
				}
			}
		})
	}
}

// What the client meets is a matter of the seed and of how many requests came
// before; over a network and without one it is the same.
func TestFaultsComeAgain(t *testing.T) {
	run := func(seed uint64, direct bool) (all []string) {
		s := New(small())
		s.Faults = Faults{TooMany: .1, ServerError: .05, Reset: .03, Truncated: .03, HTML: .02, Seed: seed}
		c := serve(t, s)
		for range 400 {
			if !direct {
				all = append(all, outcome(c.try("GET", base+lima+"?fields=title,citations", "")))
				continue
			}
			r, _ := http.NewRequest("GET", "http://api.invalid"+base+lima+"?fields=title,citations", nil)
			answer, err := s.RoundTrip(r)
			if err != nil {
				all = append(all, outcome(0, "", err))
				continue
			}
			body, err := io.ReadAll(answer.Body)
			all = append(all, outcome(answer.StatusCode, string(body), err))
		}
		return all
	}
	first := run(1, false)
	if fmt.Sprint(first) != fmt.Sprint(run(1, true)) {
		t.Error("a seed gives other faults the second time")
	}
	if fmt.Sprint(first) == fmt.Sprint(run(2, true)) {
		t.Error("the seed changes nothing")
	}
	counts := map[string]int{}
	for _, o := range first {
		counts[o]++
	}
	errors5 := counts["500"] + counts["503"] + counts["504"]
	if n := counts["429"]; n < 20 || n > 60 || errors5 < 8 || errors5 > 36 || counts["reset"] < 3 || counts["html"] < 2 || counts["cut short"]+counts["not JSON"] < 3 || counts["200"] < 270 {
		t.Errorf("met %v", counts)
	}
}

func TestOutage(t *testing.T) {
	s := New(small())
	c := serve(t, s)
	s.Down.Store(true)
	if status, body := c.batch("title", lima); status != 503 || body != `{"message":"Service Unavailable"}`+"\n" {
		t.Errorf("%d %s", status, body)
	}
	s.Refuse = true
	if got := outcome(c.try("GET", base+lima, "")); got != "reset" {
		t.Errorf("met %s", got)
	}
	s.Down.Store(false)
	if status, _ := c.get(base + lima); status != 200 || s.Requests() != 3 {
		t.Errorf("%d, %d requests", status, s.Requests())
	}
}

func TestKey(t *testing.T) {
	s := New(small())
	s.Key = "good"
	c := serve(t, s)
	for key, want := range map[string]string{"good": "200", "bad": "403"} {
		status, body, err := c.try("GET", base+lima, "", "x-api-key", key)
		if got := outcome(status, body, err); got != want || status == 403 && body != `{"message":"Forbidden"}`+"\n" {
			t.Errorf("key %s: %s %s", key, got, body)
		}
	}
	if got := outcome(c.try("GET", base+lima, "")); got != "200" {
		t.Errorf("no key: %s", got)
	}
	if log := s.Log(); !log[0].Keyed || !log[1].Keyed || log[2].Keyed {
		t.Errorf("%+v", log)
	}
}

func TestRate(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	s := New(small())
	s.Rate, s.Now = 1, func() time.Time { return at }
	c := serve(t, s)
	for i, step := range []struct {
		wait time.Duration
		key  string
		want string
	}{
		{0, "", "200"}, {500 * time.Millisecond, "", "429"}, {0, "other", "200"}, {450 * time.Millisecond, "", "200"},
		{900 * time.Millisecond, "", "429"}, {150 * time.Millisecond, "", "200"}, {time.Hour, "", "200"}, {0, "", "429"},
	} {
		at = at.Add(step.wait)
		var header []string
		if step.key != "" {
			header = []string{"x-api-key", step.key}
		}
		if got := outcome(c.try("GET", base+lima, "", header...)); got != step.want {
			t.Errorf("step %d: %s, want %s", i, got, step.want)
		}
	}
}

// The gateway names its errors in a header, and never says when to come back.
func TestHeaders(t *testing.T) {
	for status, kind := range map[int]string{200: "", 403: "ForbiddenException", 429: "TooManyRequestsException"} {
		s := New(small())
		s.Key = "good"
		if status == 429 {
			s.Faults.TooMany = 1
		}
		r, _ := http.NewRequest("GET", "http://api.invalid"+base+lima, nil)
		if status == 403 {
			r.Header.Set("X-Api-Key", "bad")
		}
		answer, err := s.RoundTrip(r)
		if err != nil || answer.StatusCode != status || answer.Header.Get("X-Amzn-ErrorType") != kind || answer.Header.Get("Retry-After") != "" || answer.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%v, %v", answer, err)
		}
	}
}
