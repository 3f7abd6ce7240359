package api

import (
	"context"
	"time"
)

// A Wait is what a client waits for from now on: the answer to a request, or
// the moment of the next one. The zero value is the end of the waiting.
type Wait struct {
	Service string
	What    string    // the request, on one line
	Attempt int       // from 1: the one under way, or the next
	Trouble string    // what the attempt before met, on one line; "" at the first
	Next    time.Time // when the attempt is made; zero once it is under way
	GiveUp  time.Time // when the patience ends; zero where only one attempt is made
}

// await reports what is waited for.
func (c *Client) await(w Wait) {
	if c.config.Waiting != nil {
		c.config.Waiting(w)
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
