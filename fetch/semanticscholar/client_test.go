package semanticscholar

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
)

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name    string
		reply   reply
		message string
	}{
		{"bad field", reply{status: 400, body: `{"error":"Unrecognized or unsupported fields: [unknown]"}`}, "Unrecognized or unsupported fields: [unknown]"},
		{"bad parameter", reply{status: 400, body: `{"error":"Unacceptable query params: [k=v]"}`}, "Unacceptable query params: [k=v]"},
		{"forbidden", reply{status: 403, body: `{"message":"Forbidden"}`}, "Forbidden"},
		{"batch not there", reply{status: 404, body: `<html>`}, "Not Found"},
		{"odd words", reply{status: 418, body: "{\"error\":{\"a\":1},\"message\":\"a\\u001b[31m\\nb\"}"}, "a[31m b"},
		{"no words", reply{status: 499}, "no reason given"},
	} {
		c, _ := setup(t, api.Config{}, test.reply)
		answers, err := papers(c, t.Context(), corpusIDs(2))
		var refusal *fetch.APIError
		if !errors.As(err, &refusal) || refusal.Status != test.reply.status || refusal.Message != test.message || outcomes(answers) != "??" || c.Requests() != 1 {
			t.Errorf("%s: %v, %s, %d requests", test.name, err, outcomes(answers), c.Requests())
		}
	}
}

func TestNoValidIDsAreUnknown(t *testing.T) {
	c, _ := setup(t, api.Config{}, reply{status: 400, body: `{"error":"No valid paper ids given"}`})
	answers, err := papers(c, t.Context(), arXiv("2403.02240", "2403.02241"))
	if err != nil || outcomes(answers) != "--" || c.Requests() != 1 || !answers[1].When.Equal(day) {
		t.Errorf("%s, %d requests, %v", outcomes(answers), c.Requests(), err)
	}
}

func TestRefusedKeyIsDropped(t *testing.T) {
	forbidden := reply{status: 403, body: `{"message":"Forbidden"}`}
	var warned []string
	c, s := setup(t, api.Config{Key: " secret-key\n", Warn: func(text string) { warned = append(warned, text) }}, forbidden, ok(known), ok(known), forbidden)
	for i, want := range []string{"+", "+", "?"} {
		answers, err := papers(c, t.Context(), corpusIDs(1))
		if outcomes(answers) != want || (err != nil) != (i == 2) {
			t.Errorf("question %d: %s, %v", i, outcomes(answers), err)
		}
	}
	var keys []string
	for _, r := range s.seen {
		keys = append(keys, r.key)
	}
	if got := strings.Join(keys, ","); got != "secret-key,,," || len(warned) != 1 {
		t.Errorf("keys sent %q, warned %q", got, warned)
	}
}

func TestKeyIsNeverTold(t *testing.T) {
	const key = "s3cr3t-k3y"
	echo := map[string]string{"Retry-After": key, "X-Echo": key}
	for _, last := range []reply{
		{status: 400, body: `{"error":"bad key ` + key + `"}`, headers: echo},
		{status: 403, body: `{"message":"key ` + key + ` forbidden"}`},
		{status: 404, body: key},
		{status: 429, body: `{"message":"too many for ` + key + `"}`, headers: echo},
		{status: 500, body: `{"message":"` + key + `"}`},
		{status: 0, body: "while sending x-api-key: " + key},
		{status: 302, headers: map[string]string{"Location": "https://elsewhere.example/" + key}},
		ok(key), ok(`{"message":"` + key + `"}`), ok(`["` + key + `"]`),
	} {
		var told strings.Builder
		say := func(text string) { told.WriteString(text + "\n") }
		bubble(t, api.Config{Key: key, Patience: time.Minute, Warn: say, Log: say}, []reply{last}, func(t *testing.T, c *Client, s *script) {
			answers, err := papers(c, t.Context(), corpusIDs(1))
			if err == nil && answers[0].Fault == "" {
				t.Fatalf("%d: neither error nor fault", last.status)
			}
			told.WriteString(answers[0].Fault + "\n")
			for e := err; e != nil; e = errors.Unwrap(e) {
				told.WriteString(e.Error() + "\n")
			}
			if _, err := match(c, t.Context(), "a title with "+key); err != nil {
				told.WriteString(err.Error())
			}
			if strings.Contains(told.String(), key) {
				t.Errorf("%d tells the key:\n%s", last.status, told.String())
			}
			if s.seen[0].key != key {
				t.Errorf("%d: sent the key %q", last.status, s.seen[0].key)
			}
		})
	}
}

func TestKeyThatCannotBeSent(t *testing.T) {
	warned := ""
	c, s := setup(t, api.Config{Key: "a\r\nb", Warn: func(text string) { warned += text }}, ok(known))
	if _, err := papers(c, t.Context(), corpusIDs(1)); err != nil || s.seen[0].key != "" || !strings.Contains(warned, "API key") || strings.Contains(warned, "a\r\nb") {
		t.Errorf("%v, key %q, warned %q", err, s.seen[0].key, warned)
	}
}

func TestRedirects(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.Errorf("%s asked elsewhere, key %q", r.URL, r.Header.Get("x-api-key"))
	}))
	defer elsewhere.Close()
	for _, test := range []struct {
		name     string
		status   int
		location string
		want     string
	}{
		{"another host", 307, elsewhere.URL + "/graph/v1/paper/batch", "?"},
		{"another host, GET", 302, elsewhere.URL, "?"},
		{"the same host", 308, "/moved", "+"},
		{"the same host, POST lost", 302, "/moved", "?"},
		{"in a circle", 307, "/graph/v1/paper/batch", "?"},
	} {
		mux := http.NewServeMux()
		mux.HandleFunc("/graph/v1/paper/batch", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", test.location)
			w.WriteHeader(test.status)
		})
		mux.Handle("/moved", batchService(func([]string, bool) (reply, bool) { return reply{}, false }))
		c := serveWith(t, mux, "key")
		answers, err := papers(c, t.Context(), corpusIDs(1))
		var refusal *fetch.APIError
		if outcomes(answers) != test.want || (err != nil) != (test.want == "?") || err != nil && !errors.As(err, &refusal) {
			t.Errorf("%s: %s, %v", test.name, outcomes(answers), err)
		}
	}
}

func TestCompressedAndCutOffBodies(t *testing.T) {
	requests := 0
	c := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		switch requests {
		case 1: // says more than it sends
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write([]byte(known))
		case 2: // hangs up
			hijacked, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				_ = hijacked.Close()
			}
		case 3: // not what it says
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write([]byte(known))
		default:
			var packed bytes.Buffer
			z := gzip.NewWriter(&packed)
			_, _ = z.Write([]byte(known))
			_ = z.Close()
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed.Bytes())
		}
	}))
	answers, err := papers(c, t.Context(), corpusIDs(1))
	if err != nil || outcomes(answers) != "+" || c.Requests() != 4 {
		t.Errorf("%s, %d requests, %v", outcomes(answers), c.Requests(), err)
	}
}

// endless is a body of spaces.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
func (endless) Close() error { return nil }

type flood struct{ requests int }

func (f *flood) RoundTrip(r *http.Request) (*http.Response, error) {
	f.requests++
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: endless{}, Request: r}, nil
}

func TestBodyIsCapped(t *testing.T) {
	f := &flood{}
	c := NewClient(api.Config{Transport: f, Rate: 1000, Patience: time.Minute})
	_, err := papers(c, context.Background(), corpusIDs(1))
	if !errors.Is(err, api.ErrTooLarge) || f.requests != 2 {
		t.Errorf("%v after %d requests", err, f.requests)
	}
}

func TestTLSIsVerified(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer server.Close()
	c := NewClient(api.Config{BaseURL: server.URL, Rate: 1000, Patience: time.Minute})
	_, err := papers(c, t.Context(), corpusIDs(1))
	if err == nil || !strings.Contains(err.Error(), "certificate") || c.Requests() != 1 {
		t.Errorf("%v after %d requests", err, c.Requests())
	}
}

func TestBaseURLThatCannotBeAsked(t *testing.T) {
	for _, base := range []string{"ftp://host", "api.semanticscholar.org", "http://", "http://host/?q=1", "http://host/#f", ":", "http://a b/"} {
		c := NewClient(api.Config{BaseURL: base})
		if _, err := papers(c, t.Context(), corpusIDs(1)); err == nil || !strings.Contains(err.Error(), "API URL") || c.Requests() != 0 {
			t.Errorf("%s: %v", base, err)
		}
	}
}

func TestDefaults(t *testing.T) {
	c := NewClient(api.Config{})
	if p := c.Provenance(); p.Name != "Semantic Scholar" || p.Licence != "Semantic Scholar API licence; data ODC-BY" {
		t.Errorf("provenance %v", p)
	}
}
