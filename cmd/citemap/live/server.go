// Package live serves the report of a desk as a page that changes its list: on this
// machine alone, to one browser, which is known by the address that the user was given.
package live

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/live/door"
)

// A Server serves a desk.
type Server struct {
	desk    *desk.Desk
	door    *door.Door
	pages   *pages
	events  *events
	changes changes
	search  *search
	many    *rate.Limiter // of requests
}

// What a browser may ask for: a person who keeps a key pressed makes thirty requests a
// second.
const (
	requestsASecond = 50
	requestsAtOnce  = 100
)

// New makes a server of a desk, to be served by a listener. The page is drawn at once:
// what keeps it from that is an error.
func New(ctx context.Context, d *desk.Desk, l net.Listener, o Options) (*Server, error) {
	n := newNews()
	p := &pages{desk: d, o: o, news: n}
	return &Server{
		desk: d, door: door.New(l.Addr().(*net.TCPAddr).Port), pages: p, changes: changes{d}, search: &search{desk: d, news: n, rate: o.Rate},
		events: &events{desk: d, pages: p, news: n, open: make(chan struct{}, streams)}, many: rate.NewLimiter(requestsASecond, requestsAtOnce),
	}, p.draw(ctx, d.State())
}

// Address is the one that opens the page, once and in one browser.
func (s *Server) Address() string { return s.door.Address() }

// How long a browser may take to ask, and a server to answer.
const (
	toAsk    = 10 * time.Second
	toAnswer = time.Minute
	mostHead = 32 << 10
)

// Serve serves the page until ctx is done, which is no error. Meanwhile it looks
// after the files.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	var beside sync.WaitGroup
	defer beside.Wait()
	defer stop()
	beside.Go(func() { s.desk.Watch(ctx, watched) })
	beside.Go(func() { s.pages.keepDrawn(ctx) })
	server := &http.Server{
		Handler: s.handler(ctx), ReadHeaderTimeout: toAsk, ReadTimeout: toAsk, WriteTimeout: toAnswer, IdleTimeout: toAnswer, MaxHeaderBytes: mostHead,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	beside.Go(func() {
		<-ctx.Done()
		server.Close()
	})
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the page: %w", err)
	}
	s.search.wait()
	return nil
}

// watched is how often the files are looked at.
const watched = 500 * time.Millisecond

// handler answers what comes through the door.
func (s *Server) handler(ctx context.Context) http.Handler {
	m := http.NewServeMux()
	room := s.door.Room()
	m.HandleFunc("GET "+room+"{$}", s.pages.serveWhole)
	m.HandleFunc("GET "+room+"changed", s.pages.serveChanged)
	m.HandleFunc("GET "+room+"events", s.events.serve)
	for name, change := range map[string]func(context.Context, wish) (any, error){
		"add": s.changes.add, "exclude": s.changes.exclude, "undo": s.changes.undo, "plan": s.search.plan, "stop": s.search.stop,
		"further": func(_ context.Context, w wish) (any, error) { return s.search.further(ctx, w) }, // it goes on when the answer is given
	} {
		m.HandleFunc("POST "+room+name, answering(change))
	}
	return s.door.Guard(s.bounded(m))
}

// bounded refuses what comes too fast.
func (s *Server) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.many.Allow() {
			w.Header().Set("Retry-After", "1")
			door.Refuse(w, http.StatusTooManyRequests, "too many requests: wait a second")
			return
		}
		next.ServeHTTP(w, r)
	})
}
