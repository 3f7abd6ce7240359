package openalex

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
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
	status   int
	body     string
	location string
}

// A script is a service that has a reply for each work, by the name it is asked
// under; those it has none for are not found. Once holds replies that come
// first.
type script struct {
	mu    sync.Mutex
	works map[string]reply
	once  []reply
	pages []reply // that come first where a page of works is asked for
	seen  []*http.Request

	headers map[string]string // of those pages
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = append(s.seen, r)
	a, known := s.works[strings.TrimPrefix(r.URL.Path, "/works/")]
	switch {
	case r.URL.Path == "/works" && len(s.pages) > 0:
		for name, value := range s.headers {
			w.Header().Set(name, value)
		}
		a, s.pages = s.pages[0], s.pages[1:]
	case r.URL.Path == "/works":
		a = s.page(strings.Split(strings.TrimPrefix(r.URL.Query().Get("filter"), "openalex:"), "|"))
	case !known:
		a = reply{404, "<!doctype html>\n<title>404 Not Found</title>", ""}
	}
	if len(s.once) > 0 {
		a, s.once = s.once[0], s.once[1:]
	}
	if a.location != "" {
		w.Header().Set("Location", a.location)
	}
	w.WriteHeader(a.status)
	_, _ = io.WriteString(w, a.body)
}

// page is a page of the works that there are; those that moved are not on it.
func (s *script) page(names []string) reply {
	var works []string
	for _, name := range names {
		if a := s.works[name]; a.status == 200 {
			works = append(works, a.body)
		}
	}
	return reply{200, fmt.Sprintf(`{"meta":{"count":%d},"results":[%s]}`, len(works), strings.Join(works, ",")), ""}
}

// asked gives the works that were asked for, those of a page joined by bars.
func (s *script) asked() []string {
	var names []string
	for _, r := range s.seen {
		name := strings.TrimPrefix(r.URL.Path, "/works/")
		if r.URL.Path == "/works" {
			name = strings.TrimPrefix(r.URL.Query().Get("filter"), "openalex:")
		}
		names = append(names, name)
	}
	return names
}

// setup gives a client of a service that sits below a path.
func setup(t *testing.T, o api.Config, works map[string]reply) (*Client, *script) {
	t.Helper()
	s := &script{works: works}
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

// work is the answer for a work of a number, with more fields.
func work(n int64, fields string) reply {
	if fields != "" {
		fields = "," + fields
	}
	return reply{200, fmt.Sprintf(`{"id":"https://openalex.org/W%d"%s}`, n, fields), ""}
}

// citing is the answer for a work that cites others.
func citing(numbers ...int64) reply {
	var list []string
	for _, n := range numbers {
		list = append(list, fmt.Sprintf(`"https://openalex.org/W%d"`, n))
	}
	return work(4400000001, fmt.Sprintf(`"doi":"https://doi.org/10.1000/A","referenced_works":[%s],"referenced_works_count":%d`, strings.Join(list, ","), len(list)))
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

// askWorks asks for works by their numbers; those that were not told stay
// unasked.
func askWorks(t *testing.T, c *Client, numbers ...int64) ([]fetch.Answer, error) {
	t.Helper()
	about := make([]fetch.Subject, len(numbers))
	for i, n := range numbers {
		about[i] = fetch.Subject{ID: workID(n)}
	}
	answers := make([]fetch.Answer, len(numbers))
	err := c.Ask(t.Context(), fetch.Own, about, func(replies []fetch.Reply) error {
		for _, x := range replies {
			answers[x.Place] = x.Answer
		}
		return nil
	})
	return answers, err
}
