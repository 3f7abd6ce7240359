// Package apitest is a server for tests that keeps the contract of the
// Semantic Scholar API, as far as citemap asks of it, over a corpus of the
// test's own: its limits, its nulls, its refusals, and on demand its faults.
package apitest

import (
	"net/http"
	"sync/atomic"
	"time"

	"citemap/graph"
)

// A Server answers for the papers of a corpus. It names each by PaperID, the
// way the API would: stubs have no id. It is safe for concurrent use; its
// options, the switch Down apart, are set while nobody asks.
type Server struct {
	Faults Faults // what goes wrong by chance

	Down   atomic.Bool // an outage: every request is answered 503
	Refuse bool        // an outage closes the connection instead of answering

	Key  string           // the one x-api-key that is taken, another is answered 403; "": any is
	Rate float64          // requests a second, a client; more, by over a tenth of the time between two, are answered 429. 0: any number
	Now  func() time.Time // measures Rate; nil: time.Now

	// Heaviest is how many references and citing papers an answer may hold;
	// one with more is a 504 of the gateway, at once. 0: any number.
	Heaviest int
	// Largest is how many bytes an answer may have; one with more is refused.
	// 0: 10 MB, as with the service.
	Largest int
	// BrokenReferences gives no data in a window of /references that goes past
	// 1,000, as has been reported of the service.
	BrokenReferences bool

	corpus  *corpus
	log     calls
	limiter limiter
}

// New makes a server for the papers, which it does not change. A reference
// that no paper of theirs goes by is left out.
func New(papers []graph.Paper) *Server { return &Server{corpus: newCorpus(papers)} }

// ServeHTTP answers one request and logs it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	place := s.log.open()
	call := read(r)
	a, f := s.decide(r, place, &call)
	call.Status, call.Committed = a.status, f == fair && a.fromApplication() && r.Context().Err() == nil
	// Whoever has the answer finds it in the log.
	s.log.close(place, call)
	if !f.deliver(w, a) && call.Committed {
		call.Committed = false
		s.log.close(place, call)
	}
	if f == reset || f == cutLength || f == cutChunks {
		hangUp(w, f)
	}
}

// decide makes the answer to a request and says how it is delivered.
func (s *Server) decide(r *http.Request, place int, c *Call) (reply, fate) {
	f, variant := s.Faults.draw(place)
	switch {
	case s.Down.Load() && s.Refuse:
		return reply{}, reset
	case s.Down.Load():
		return gateway(http.StatusServiceUnavailable), fair
	case s.Rate > 0 && !s.limiter.admit(r, s.Rate, s.Now):
		return gateway(http.StatusTooManyRequests), fair
	case s.Key != "" && c.Keyed && r.Header.Get("x-api-key") != s.Key:
		return gateway(http.StatusForbidden), fair
	case f == tooMany:
		return gateway(http.StatusTooManyRequests), f
	case f == serverError:
		return gateway([]int{http.StatusInternalServerError, http.StatusServiceUnavailable, http.StatusGatewayTimeout}[variant%3]), f
	case f == reset:
		return reply{}, f
	case f == html:
		return waitPage, f
	case f == truncated:
		f = []fate{cutLength, cutChunks, cutText}[variant%3]
	}
	return s.answer(c), f
}

// answer answers as the application does.
func (s *Server) answer(c *Call) reply {
	a := reply{status: http.StatusNotFound, body: []byte(`{"message":"Not Found"}` + "\n")}
	switch c.Kind {
	case Batch:
		a = s.batch(c)
	case Match:
		a = s.match(c)
	case Paper:
		a = s.paper(c)
	case Citations, References:
		a = s.page(c)
	}
	largest := s.Largest
	if largest == 0 {
		largest = 10_000_000
	}
	if len(a.body) > largest {
		return refuse(c, http.StatusBadRequest, "Response would exceed maximum size....")
	}
	return a
}
