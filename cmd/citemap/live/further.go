package live

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"citemap/cmd/citemap/desk"
	cli "citemap/cmd/citemap/progress"
	"citemap/fetch"
)

// A search is the one that looks further, while it does.
type search struct {
	desk *desk.Desk
	news *news
	rate float64 // requests a second; 0: not known

	mu     sync.Mutex
	cancel context.CancelFunc // nil: nobody is asked
	done   sync.WaitGroup
}

func (x *search) wait() { x.done.Wait() }

// begin gives the context of a search; nil where one goes on already.
func (x *search) begin(ctx context.Context) context.Context {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.cancel != nil {
		return nil
	}
	ctx, x.cancel = context.WithCancel(ctx)
	x.done.Add(1)
	return ctx
}

func (x *search) end() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.cancel()
	x.cancel = nil
	x.done.Done()
}

// A plan is what looking further would take.
type plan struct {
	Requests int     `json:"requests"`
	Exact    bool    `json:"exact"`
	Words    string  `json:"words"`
	Stages   []stage `json:"stages"`
}

type stage struct {
	Name     string `json:"name"`
	Source   string `json:"source"`
	Requests int    `json:"requests"`
}

// plan says what looking further would take, and asks nobody.
func (x *search) plan(ctx context.Context, w wish) (any, error) {
	p, err := x.desk.Plan(ctx, w.IDs)
	if err != nil {
		return nil, err
	}
	out := plan{Requests: p.Requests, Exact: p.Exact, Stages: []stage{}}
	if p.Requests > 0 {
		out.Words = cli.Count(p.Requests, p.Exact)
		if x.rate > 0 {
			out.Words += ", " + cli.Span(cli.Duration(p.Requests, x.rate))
		}
	}
	for _, s := range p.Stages {
		out.Stages = append(out.Stages, stage{s.Name, s.Source, s.Requests})
	}
	return out, nil
}

// further begins to look further, which the events tell of. ctx outlasts the request.
func (x *search) further(ctx context.Context, w wish) (any, error) {
	if why := x.desk.Refused(); why != "" {
		return nil, &refusedError{http.StatusConflict, why}
	}
	if _, err := x.desk.State().Papers(w.IDs); err != nil {
		return nil, err
	}
	ctx = x.begin(ctx)
	if ctx == nil {
		return nil, &refusedError{http.StatusConflict, "more is being asked for already: wait for it, or stop it"}
	}
	x.news.say(func(n *newsItem) { n.Asking, n.Asked = &progress{Stage: "what is to be asked"}, "" })
	go func() {
		defer x.end()
		err := x.desk.More(ctx, w.IDs, x.hears())
		x.news.say(func(n *newsItem) {
			switch n.Asking = nil; {
			case errors.Is(err, context.Canceled):
				n.Asked = "stopped: what had come is kept in the library"
			case err != nil:
				n.Asked = err.Error()
			}
		})
	}()
	return struct{}{}, nil
}

// hears passes progress on, not more often than a person can see.
func (x *search) hears() func(fetch.Progress) {
	var last time.Time
	return func(p fetch.Progress) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			x.news.say(func(n *newsItem) { n.Asking = progressOf(p) })
		}
	}
}

// stop ends the search that goes on; where none does, nothing is to be done.
func (x *search) stop(context.Context, wish) (any, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.cancel != nil {
		x.cancel()
	}
	return struct{}{}, nil
}
