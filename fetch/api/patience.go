package api

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"time"

	"citemap/fetch"
)

const (
	maxBackoff    = 30 * time.Second
	maxRetryAfter = 5 * time.Minute
	maxAttempt    = 2 * time.Minute  // one request with its answer
	lastChance    = 5 * time.Second  // an attempt gets as long, however little patience is left
	tellAfter     = 30 * time.Second // of silence the user is told, once an outage
)

// trouble is a failed attempt that another one may mend.
type trouble struct {
	text   string
	status int           // of HTTP; 0 where nothing came back
	after  time.Duration // how long the service asked to wait
	at     error         // what the transport met, for errors.Is
}

func (t *trouble) Error() string { return t.text }
func (t *trouble) Unwrap() error { return t.at }

// An Outage is a time without an answer, over as many requests as it takes.
type Outage struct {
	began time.Time // the first request of a question; zero before it
	told  bool
}

// since is when the patience began to run: with the last answer of any
// request, or with the question's own first one where that is later.
func (c *Client) since(o *Outage) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lastAnswer.After(o.began) {
		return c.lastAnswer
	}
	return o.began
}

func (c *Client) answered(o *Outage) {
	c.mu.Lock()
	c.lastAnswer = time.Now()
	c.mu.Unlock()
	o.told = false
	c.pacer.faster()
}

// Ask puts a request until it is answered, the patience is used up or the
// context is done. Any answer that is not trouble ends it, a refusal too. With
// r.Timeouts set, so many gateway time-outs end it as well: as ErrTimeout. So do
// r.Faults faults: as a *Fault, once the wait that follows on trouble is over.
func (c *Client) Ask(ctx context.Context, r Request, o *Outage) error {
	if c.broken != nil {
		return c.broken
	}
	timeouts, faults := 0, 0
	for attempt := r.Attempt; ; attempt++ {
		if err := c.pacer.wait(ctx); err != nil {
			return c.interrupted(err)
		}
		if o.began.IsZero() {
			o.began = time.Now()
		}
		err := c.attempt(ctx, r, c.left(o))
		var t *trouble
		if ctx.Err() != nil && err != nil {
			return c.interrupted(ctx.Err())
		}
		if !errors.As(err, &t) {
			c.answered(o)
			return err
		}
		if t.status == http.StatusGatewayTimeout {
			timeouts++
		}
		if r.Timeouts > 0 && timeouts >= r.Timeouts && c.left(o) > 0 {
			return ErrTimeout
		}
		if err := c.settle(ctx, r, o, t, attempt); err != nil {
			return err
		}
		if t.isFault() {
			faults++
		}
		if r.Faults > 0 && faults >= r.Faults {
			return &Fault{Words: t.text, slow: t.status == http.StatusGatewayTimeout}
		}
	}
}

// settle waits after trouble, or says that there is no patience left.
func (c *Client) settle(ctx context.Context, r Request, o *Outage, t *trouble, attempt int) error {
	if t.status == http.StatusTooManyRequests {
		c.pacer.slower()
	}
	left := c.left(o)
	if left <= 0 || t.after > left {
		waited := max(time.Since(c.since(o)), 0)
		return fmt.Errorf("%s: %w", r.What, &fetch.PatienceError{Service: c.options.Service, Waited: waited, Last: t})
	}
	wait := t.after
	if wait == 0 {
		wait = min(backoff(c.options.Rate, attempt), left)
	}
	c.Logf("%s: %s; again in %s", r.What, t, wait.Round(time.Millisecond))
	if silence := time.Since(c.since(o)); silence+wait >= tellAfter && !o.told {
		o.told = true
		c.Warn(fmt.Sprintf("%s gives no answer (%s); asking on for %s", c.options.Service, t, left.Round(time.Second)))
	}
	return c.pause(ctx, wait)
}

// left is how much patience is left.
func (c *Client) left(o *Outage) time.Duration {
	return c.options.Patience - time.Since(c.since(o))
}

// backoff draws the wait after an attempt, from 0: anything up to 1/rate,
// doubled with each attempt, never over 30 seconds (full jitter).
func backoff(perSecond float64, attempt int) time.Duration {
	ceiling := maxBackoff
	if base := float64(time.Second) / perSecond; base*float64(int64(1)<<min(attempt, 40)) < float64(maxBackoff) {
		ceiling = time.Duration(base * float64(int64(1)<<min(attempt, 40)))
	}
	return rand.N(max(ceiling, time.Millisecond))
}

func (c *Client) pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return c.interrupted(ctx.Err())
	}
}

func (c *Client) interrupted(err error) error {
	return fmt.Errorf("ask %s: %w", c.options.Service, err)
}
