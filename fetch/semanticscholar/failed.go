package semanticscholar

import (
	"errors"
	"fmt"

	"citemap/fetch"
	"citemap/fetch/api"
)

// mostFaults is how often a subject is asked for by itself before it is given
// up, where the service answers others.
const mostFaults = 3

// mostFailures is how many subjects may fail in a row before the service is held
// to be at fault.
const mostFailures = 3

// heard notes that the service answered.
func (c *Client) heard() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.answered, c.failures = true, 0
}

// foundBy notes an id under which a paper was found, and known gives it back; ""
// before there is one.
func (c *Client) foundBy(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.found = id
}

func (c *Client) known() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.found
}

// faults is how many faults are put up with in a question about one subject: as
// many as the patience allows where they may be the service's.
func (c *Client) faults() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.answered || c.failures >= mostFailures {
		return 0
	}
	return mostFaults
}

// mayFail reports whether a question about one subject may be given up because
// of an error, and others asked: the service refused this one, or it answered
// before, and not too many came to nothing since.
func (c *Client) mayFail(err error) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failures < mostFailures && (refusesSubject(err) || stumbles(err) && c.answered)
}

// mayPass reports whether a page may be done without: those that take too long
// or are too large may, whatever else was answered.
func (c *Client) mayPass(err error) bool {
	return errors.Is(err, api.ErrTimeout) || errors.Is(err, api.ErrTooLarge) || c.mayFail(err)
}

// stumbles reports whether an error may be due to what was asked about, though
// the service does not say so.
func stumbles(err error) bool {
	var fault *api.Fault
	return errors.As(err, &fault) || errors.Is(err, api.ErrTimeout) || errors.Is(err, api.ErrTooLarge)
}

// failed is the answer of a subject at which the service stumbled.
func (c *Client) failed(subject string, why error) fetch.Answer {
	words := c.words(why)
	c.mu.Lock()
	c.failures++
	c.mu.Unlock()
	c.api.Warn(fmt.Sprintf("%s could not answer for %s (%s); the next run asks again", service, subject, words))
	return fetch.Answer{Outcome: fetch.Failed, Fault: words, When: c.api.Now()}
}

// words are the service's own, with their status.
func (c *Client) words(err error) string {
	var refusal *fetch.APIError
	if errors.As(err, &refusal) {
		return c.api.Line(fmt.Sprintf("%d: %s", refusal.Status, refusal.Message))
	}
	var fault *api.Fault
	if errors.As(err, &fault) {
		return c.api.Line(fault.Words)
	}
	return c.api.Line(err.Error())
}
