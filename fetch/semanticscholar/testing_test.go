package semanticscholar

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

var day = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// A reply is what a test's service answers.
type reply struct {
	status  int
	body    string
	headers map[string]string
}

// A script is a service that gives its replies in order, the last for ever.
type script struct {
	mu      sync.Mutex
	replies []reply
	seen    []seen
}

type seen struct {
	method, path, query, body, key, agent string
	at                                    time.Time
}

func (s *script) take(r *http.Request) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	var body []byte
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
	}
	s.seen = append(s.seen, seen{r.Method, r.URL.EscapedPath(), r.URL.RawQuery, string(body), r.Header.Get("x-api-key"), r.UserAgent(), time.Now()})
	next := s.replies[0]
	if len(s.replies) > 1 {
		s.replies = s.replies[1:]
	}
	return next
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := s.take(r)
	for k, v := range a.headers {
		w.Header().Set(k, v)
	}
	w.WriteHeader(a.status)
	_, _ = io.WriteString(w, a.body)
}

// RoundTrip answers without a network, for tests that live in a bubble of time.
// A status of 0 is a connection that is reset.
func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	a := s.take(r)
	if a.status == 0 {
		return nil, fmt.Errorf("connection reset, %s", a.body)
	}
	header := http.Header{}
	for k, v := range a.headers {
		header.Set(k, v)
	}
	return &http.Response{StatusCode: a.status, Header: header, Body: io.NopCloser(strings.NewReader(a.body)), Request: r}, nil
}

// setup gives a client of a service that sits below a path.
func setup(t *testing.T, o api.Config, replies ...reply) (*Client, *script) {
	t.Helper()
	s := &script{replies: replies}
	server := httptest.NewServer(http.StripPrefix("/mirror", s))
	t.Cleanup(server.Close)
	o.BaseURL = server.URL + "/mirror/"
	if o.Rate == 0 {
		o.Rate = 10000
	}
	if o.Patience == 0 {
		o.Patience = 2 * time.Second
	}
	o.Now = func() time.Time { return day }
	return NewClient(o), s
}

func ok(body string) reply { return reply{status: 200, body: body} }

func arXiv(values ...string) []graph.ExternalID {
	var ids []graph.ExternalID
	for _, v := range values {
		ids = append(ids, graph.ExternalID{Scheme: graph.ArXiv, Value: v})
	}
	return ids
}

func corpusIDs(n int) []graph.ExternalID {
	var ids []graph.ExternalID
	for i := range n {
		ids = append(ids, graph.ExternalID{Scheme: graph.CorpusID, Value: fmt.Sprint(1000 + i)})
	}
	return ids
}

func outcomes(answers []fetch.Answer) string {
	var b strings.Builder
	for _, a := range answers {
		b.WriteByte("?+-!"[a.Outcome])
	}
	return b.String()
}

// batchService answers any batch: each id becomes a paper named after it.
// refuse may answer in its place.
func batchService(refuse func(ids []string, references bool) (reply, bool)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body struct{ IDs []string }
		_ = json.NewDecoder(r.Body).Decode(&body)
		references := strings.Contains(r.URL.RawQuery, "references.")
		if a, no := refuse(body.IDs, references); no {
			w.WriteHeader(a.status)
			_, _ = io.WriteString(w, a.body)
			return
		}
		papers := []any{}
		for _, id := range body.IDs {
			p := map[string]any{"paperId": id, "title": "paper " + id}
			if references {
				p["references"] = []any{}
			}
			papers = append(papers, p)
		}
		_ = json.NewEncoder(w).Encode(papers)
	}
}

func serve(t *testing.T, h http.Handler) *Client { return serveWith(t, h, "") }

func serveWith(t *testing.T, h http.Handler, key string) *Client {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return NewClient(api.Config{Key: key, BaseURL: server.URL, Rate: 10000, Patience: 2 * time.Second, Now: func() time.Time { return day }})
}

func ids(s *script, place int) []string {
	var body struct{ IDs []string }
	_ = json.Unmarshal([]byte(s.seen[place].body), &body)
	return slices.Clip(body.IDs)
}

// papers asks a client for papers with their references, in as many questions
// as it takes.
func papers(c *Client, ctx context.Context, ids []graph.ExternalID) ([]fetch.Answer, error) {
	return askFor(c, ctx, fetch.References, ids)
}

func askFor(c *Client, ctx context.Context, facts fetch.Facts, ids []graph.ExternalID) ([]fetch.Answer, error) {
	about, answers := make([]fetch.Subject, len(ids)), make([]fetch.Answer, len(ids))
	for i, id := range ids {
		about[i] = fetch.Subject{ID: id}
	}
	for _, places := range fetch.Pack(fetch.Limits{Subjects: maxBatch}, facts, about) {
		var question []fetch.Subject
		for _, place := range places {
			question = append(question, about[place])
		}
		err := c.Ask(ctx, facts, question, func(replies []fetch.Reply) error {
			for _, a := range replies {
				answers[places[a.Place]] = a.Answer
			}
			return nil
		})
		if err != nil {
			return answers, err
		}
	}
	return answers, nil
}

func match(c *Client, ctx context.Context, title string) (a fetch.Answer, err error) {
	err = c.Ask(ctx, fetch.ByTitle, []fetch.Subject{{Title: title}}, func(replies []fetch.Reply) error {
		a = replies[0].Answer
		return nil
	})
	return a, err
}
