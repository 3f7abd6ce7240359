package api

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A pacer spaces the requests of a client. It slows down by half when the
// service says that they are too many, to an eighth of the full rate at most,
// and each answer gives back a tenth.
type pacer struct {
	mu      sync.Mutex
	full    rate.Limit
	limiter *rate.Limiter
}

func newPacer(perSecond float64) *pacer {
	full := rate.Limit(perSecond)
	return &pacer{full: full, limiter: rate.NewLimiter(full, 1)}
}

// delay is how long it is until the next request may go.
func (p *pacer) delay() time.Duration {
	missing := 1 - p.limiter.Tokens()
	if missing <= 0 {
		return 0
	}
	return time.Duration(missing / float64(p.limiter.Limit()) * float64(time.Second))
}

// wait returns when the next request may go.
func (p *pacer) wait(ctx context.Context) error {
	err := p.limiter.Wait(ctx)
	if err != nil && ctx.Err() == nil {
		return context.DeadlineExceeded // the limiter sees it coming
	}
	return err
}

// atMost lowers the full rate to what a service allows; 0 says nothing.
func (p *pacer) atMost(perSecond float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if limit := rate.Limit(perSecond); limit > 0 && limit < p.full {
		p.full = limit
		p.limiter.SetLimit(min(p.limiter.Limit(), limit))
	}
}

func (p *pacer) slower() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.limiter.SetLimit(max(p.limiter.Limit()/2, p.full/8))
}

func (p *pacer) faster() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if limit := p.limiter.Limit(); limit < p.full {
		p.limiter.SetLimit(min(limit+p.full/10, p.full))
	}
}
