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
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/picture"
	"citemap/render/html"
	"citemap/render/record"
)

// Options say what is served. All but Run has a useful zero value.
type Options struct {
	Run     func(*desk.State) record.Run // what led to a state
	Drawing picture.Drawing
	Pen     picture.Pen
	Add     string  // the command that puts papers on the list; "": none
	Rate    float64 // requests a second that looking further may send; 0: not known
}

// A Server serves a desk.
type Server struct {
	desk *desk.Desk
	o    Options
	door *door
	many *rate.Limiter // of requests
	open chan struct{} // a place for each stream of events

	drawn   atomic.Pointer[page] // the newest page whose maps are drawn
	changed struct {             // the newest part of a page that shows a change first
		sync.Mutex
		page
	}
	search search
	news   *news
}

// A page is one that is written, of the state of a number.
type page struct {
	number int
	bytes  []byte
}

// What a browser may ask for: a person who keeps a key pressed makes thirty requests a
// second, and nobody looks at sixteen pages.
const (
	requestsASecond = 50
	requestsAtOnce  = 100
	streams         = 16
)

// New makes a server of a desk whose page is drawn at once: what keeps it from that is
// an error.
func New(ctx context.Context, d *desk.Desk, o Options) (*Server, error) {
	s := &Server{desk: d, o: o, many: rate.NewLimiter(requestsASecond, requestsAtOnce), open: make(chan struct{}, streams), news: newNews()}
	return s, s.draw(ctx, d.State())
}

// Listen takes a port of this machine, which nobody else reaches; 0 is any that is free.
func Listen(port int) (net.Listener, error) {
	return net.Listen("tcp", net.JoinHostPort("127.0.0.1", fmt.Sprint(port)))
}

// At gives the address that opens the page, once and in one browser, when it is served
// by a listener.
func (s *Server) At(l net.Listener) string {
	s.door = newDoor(l.Addr().(*net.TCPAddr).Port)
	return s.door.address()
}

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
	beside.Go(func() { s.keepDrawn(ctx) })
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
	room := s.door.room
	m.HandleFunc("GET "+room+"{$}", s.servePage)
	m.HandleFunc("GET "+room+"changed", s.serveChanged)
	m.HandleFunc("GET "+room+"events", s.serveEvents)
	for name, change := range map[string]func(context.Context, wish) (any, error){
		"add": s.add, "exclude": s.exclude, "undo": s.undo, "plan": s.plan,
		"further": func(_ context.Context, w wish) (any, error) { return s.further(ctx, w) }, // it goes on when the answer is given
		"stop":    s.stop,
	} {
		m.HandleFunc("POST "+room+name, answering(change))
	}
	return s.door.guard(s.bounded(m))
}

// bounded refuses what comes too fast.
func (s *Server) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.many.Allow() {
			w.Header().Set("Retry-After", "1")
			refuse(w, http.StatusTooManyRequests, "too many requests: wait a second")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// write gives the page of a state.
func (s *Server) pageOf(st *desk.State) html.Page {
	r := s.o.Run(st)
	return html.Page{Findings: r.Findings, Add: s.o.Add, Lists: r.Lists, Version: r.Version, Live: &html.Live{State: st.Number}}
}
