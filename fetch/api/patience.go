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
	warnAfter     = 30 * time.Second // of silence the user is warned, once an outage
)

// An Outage is a time without an answer, over as many requests as it takes.
type Outage struct {
	began  time.Time // the first request of a question; zero before it
	warned bool      // the user knows of it
	alone  bool      // and that nothing at all can be reached
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
	o.warned = false
	c.pacer.faster()
}

// Ask puts a request until it is answered, the patience is used up or the
// context is done. Any answer that is not trouble ends it, a refusal too. With
// r.Timeouts set, so many answers that took too long end it as well: as
// ErrTimeout. So do r.Faults faults: as a *Fault, once the wait that follows on
// trouble is over.
func (c *Client) Ask(ctx context.Context, r Request, o *Outage) error {
	if c.broken != nil {
		return c.broken
	}
	defer c.await(Wait{})
	w := Wait{Service: c.service.Name, What: c.Line(r.What)}
	timeouts, faults := 0, 0
	for w.Attempt = r.Attempt + 1; ; w.Attempt++ {
		if err := c.pace(ctx, w); err != nil {
			return c.interrupted(err)
		}
		if o.began.IsZero() {
			o.began = time.Now()
		}
		w.GiveUp = c.giveUp(o)
		c.await(w)
		err := c.attempt(ctx, r, c.left(o))
		var t *trouble
		if ctx.Err() != nil && err != nil {
			return c.interrupted(ctx.Err())
		}
		if !errors.As(err, &t) {
			c.answered(o)
			return err
		}
		if t.slow {
			timeouts++
		}
		if r.Timeouts > 0 && timeouts >= r.Timeouts && c.left(o) > 0 {
			return fmt.Errorf("%s: %s: %w", c.service.Name, r.What, ErrTimeout)
		}
		w.Trouble = t.text
		if err := c.waitAfter(ctx, r, o, t, w); err != nil {
			return err
		}
		if t.isFault() {
			faults++
		}
		if r.Faults > 0 && faults >= r.Faults {
			return &Fault{Words: t.text, slow: t.slow}
		}
	}
}

// waitAfter waits after the trouble of an attempt, or says that there is no
// patience left.
func (c *Client) waitAfter(ctx context.Context, r Request, o *Outage, t *trouble, w Wait) error {
	if t.status == http.StatusTooManyRequests {
		c.pacer.slower()
	}
	left := c.left(o)
	asked := min(t.asked, maxRetryAfter)
	if left <= 0 || asked > left {
		if t.asked > max(left, 0) {
			t.text += fmt.Sprintf(", and it asks to wait %s", roughly(t.asked))
		}
		return fmt.Errorf("%s: %w", r.What, &fetch.PatienceError{
			Service: c.service.Name, Waited: max(time.Since(c.since(o)), 0), Unreached: c.config.Network.unreachable(), Last: t, Advice: t.advice,
		})
	}
	wait := c.rest(t, left, w.Attempt)
	c.Logf("%s: %s; again in %s", r.What, t, wait.Round(time.Millisecond))
	c.warnOf(o, t, wait, w.Attempt)
	w.Attempt++
	w.Next, w.GiveUp = time.Now().Add(wait), c.giveUp(o)
	c.await(w)
	return c.pause(ctx, wait)
}

// roughly words a wait as people do.
func roughly(d time.Duration) string {
	switch {
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	}
	return fmt.Sprintf("%.0f h", d.Hours())
}

// rest is how long to wait after an attempt, from 1, that met trouble: as long
// as the service asked for, else a back-off, and until the rate allows another.
func (c *Client) rest(t *trouble, left time.Duration, attempt int) time.Duration {
	wait := min(t.asked, maxRetryAfter)
	if wait == 0 {
		wait = min(backoff(c.config.Rate, attempt-1), left)
	}
	if c.config.Network.unreachable() {
		return min(wait, lookAgain)
	}
	return max(wait, c.pacer.delay())
}

// warnOf warns of an outage once: after half a minute without an answer, or
// within seconds where nothing at all can be reached.
func (c *Client) warnOf(o *Outage, t *trouble, wait time.Duration, attempt int) {
	const soon = 2 * time.Second
	silence, left := time.Since(c.since(o)), max(c.left(o), 0).Round(time.Second)
	switch {
	case c.config.Network.unreachable() && !o.alone && (attempt > 1 || silence+wait >= soon):
		o.alone = true
		c.Warn(fmt.Sprintf("%s cannot be reached: %s; are you online? retrying for %s", c.service.Name, t, left))
	case !c.config.Network.unreachable() && !o.warned && silence+wait >= warnAfter:
		o.warned = true
		c.Warn(fmt.Sprintf("%s does not answer (%s%s); retrying for %s", c.service.Name, t, t.advice, left))
	}
}

// left is how much patience is left. There is less of it while nothing at all
// was reached.
func (c *Client) left(o *Outage) time.Duration {
	patience := c.config.Patience
	if c.config.Network.unreachable() {
		patience = min(patience, noNetwork)
	}
	return patience - time.Since(c.since(o))
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

// pace waits until the next request may go. Where nothing can be reached
// nobody is asked, and no rate is kept.
func (c *Client) pace(ctx context.Context, w Wait) error {
	if c.config.Network.unreachable() {
		return ctx.Err()
	}
	if delay := c.pacer.delay(); delay > 0 {
		w.Next = time.Now().Add(delay)
		c.await(w)
	}
	return c.pacer.wait(ctx)
}

// giveUp is when the patience with an outage ends.
func (c *Client) giveUp(o *Outage) time.Time {
	if c.config.Patience < 0 {
		return time.Time{}
	}
	return time.Now().Add(max(c.left(o), 0))
}
