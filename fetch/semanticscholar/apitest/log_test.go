package apitest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestLog(t *testing.T) {
	s := New(small())
	c := serve(t, s)
	c.batch("title,year", lima, "ARXIV:1")
	c.get(base + "search/match?query=lima:+less+is+more&fields=title")
	c.get(base + "10.1093/mind/lix.236.433/citations?fields=title&offset=3&limit=7")
	c.get(base + "10.1093/mind/lix.236.433")
	c.get("/graph/v1/author/1")
	c.batch("wrong", lima)
	want := []Call{
		{Kind: Batch, Method: "POST", Path: base + "batch", IDs: []string{lima, "ARXIV:1"}, Fields: "title,year", Status: 200, Committed: true},
		{Kind: Match, Method: "GET", Path: base + "search/match", Title: "lima: less is more", Fields: "title", Status: 200, Committed: true},
		{Kind: Citations, Method: "GET", Path: base + "10.1093/mind/lix.236.433/citations", IDs: []string{"10.1093/mind/lix.236.433"}, Offset: 3, Limit: 7, Fields: "title", Status: 200, Committed: true},
		{Kind: Paper, Method: "GET", Path: base + "10.1093/mind/lix.236.433", IDs: []string{"10.1093/mind/lix.236.433"}, Status: 200, Committed: true},
		{Method: "GET", Path: "/graph/v1/author/1", Status: 404, Committed: true},
		{Kind: Batch, Method: "POST", Path: base + "batch", IDs: []string{lima}, Fields: "wrong", Status: 400, Error: "Unrecognized or unsupported fields: [wrong]", Committed: true},
	}
	log := s.Log()
	if len(log) != len(want) || s.Requests() != len(want) {
		t.Fatalf("%d calls, %d requests", len(log), s.Requests())
	}
	for i, call := range log {
		if fmt.Sprintf("%#v", call) != fmt.Sprintf("%#v", want[i]) {
			t.Errorf("call %d\n%#v, want\n%#v", i, call, want[i])
		}
	}
}

func TestRepeated(t *testing.T) {
	for _, test := range []struct {
		name string
		ask  func(s *Server, c client)
		want string // what is repeated, and in how many calls
	}{
		{"nothing", func(_ *Server, c client) { c.batch("title", lima, lima); c.batch("title", hexOf(3)) }, "[] 0"},
		{"other fields", func(_ *Server, c client) { c.batch("title", lima); c.batch("year", lima) }, "[] 0"},
		{"an id", func(_ *Server, c client) {
			c.batch("title,year", hexOf(3), lima)
			c.batch("year,title", hexOf(4), lima)
		}, "[" + lima + " batch fields=title,year] 1"},
		{"three times, other case", func(_ *Server, c client) {
			c.batch("title", lima)
			c.batch("title", strings.ToUpper(lima))
			c.batch("title", lima)
		}, "[" + lima + " batch fields=title] 2"},
		{"all unknown", func(_ *Server, c client) { c.batch("title", "MAG:1"); c.batch("title", "MAG:1") }, "[mag:1 batch fields=title] 1"},
		{"refused", func(_ *Server, c client) { c.batch("wrong", lima); c.batch("wrong", lima) }, "[] 0"},
		{"too large, then in halves", func(s *Server, c client) {
			s.Largest = 200
			c.batch("title", lima, hexOf(3), hexOf(4))
			c.batch("title", lima)
			c.batch("title", hexOf(3))
		}, "[] 0"},
		{"an outage between", func(s *Server, c client) {
			s.Down.Store(true)
			c.batch("title", lima)
			s.Down.Store(false)
			c.batch("title", lima)
		}, "[] 0"},
		{"a title nobody knows", func(_ *Server, c client) {
			c.get(base + "search/match?query=x")
			c.get(base + "search/match?query=x")
		}, "[title:x match fields=] 1"},
		{"pages", func(_ *Server, c client) {
			c.get(base + lima + "/citations?offset=1&limit=1")
			c.get(base + lima + "/citations?offset=2&limit=1")
			c.get(base + lima + "/citations?offset=2&limit=1")
		}, "[" + lima + " citations 2+1 fields=] 1"},
	} {
		s := New(small())
		test.ask(s, serve(t, s))
		if got := fmt.Sprint(s.Repeated(), len(s.Repeats())); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	s := New(small())
	s.Faults = Faults{TooMany: .2, Truncated: .2, Reset: .2}
	c := serve(t, s)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				_, _, _ = c.try(http.MethodGet, base+"search/match?query=lima:+less+is+more", "")
				s.Log()
			}
		})
	}
	all.Wait()
	if s.Requests() != 160 || slices.ContainsFunc(s.Log(), func(c Call) bool { return c.Kind != Match }) {
		t.Errorf("%d requests", s.Requests())
	}
}
