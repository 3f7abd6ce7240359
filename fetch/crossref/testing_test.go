package crossref

import (
	"io"
	"net/http"
	"net/http/httptest"
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
	status int
	body   string
}

// A script is a service that gives its replies in order, the last for ever.
type script struct {
	mu      sync.Mutex
	replies []reply
	headers map[string]string
	seen    []http.Request
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = append(s.seen, *r)
	a := s.replies[0]
	if len(s.replies) > 1 {
		s.replies = s.replies[1:]
	}
	for k, v := range s.headers {
		w.Header().Set(k, v)
	}
	w.WriteHeader(a.status)
	_, _ = io.WriteString(w, a.body)
}

// setup gives a client of a service that sits below a path.
func setup(t *testing.T, o api.Config, replies ...reply) (*Client, *script) {
	t.Helper()
	s := &script{replies: replies}
	server := httptest.NewServer(http.StripPrefix("/mirror", s))
	t.Cleanup(server.Close)
	o.BaseURL = server.URL + "/mirror/"
	o.Rate = 10000
	if o.Patience == 0 {
		o.Patience = 2 * time.Second
	}
	o.Now = func() time.Time { return day }
	return NewClient(o), s
}

func doi(value string) graph.ExternalID { return graph.ExternalID{Scheme: graph.DOI, Value: value} }

// ask puts a question about one paper; asked is false where nothing was told.
func ask(t *testing.T, c *Client, id graph.ExternalID) (a fetch.Answer, asked bool, err error) {
	t.Helper()
	err = c.Ask(t.Context(), fetch.References, []fetch.Subject{{ID: id}}, func(replies []fetch.Reply) error {
		if asked || len(replies) != 1 || replies[0].Place != 0 {
			t.Errorf("told %+v", replies)
		}
		a, asked = replies[0].Answer, true
		return nil
	})
	return a, asked, err
}
