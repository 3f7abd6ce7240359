package semanticscholar

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
)

// mostFaults is how often a subject is asked for by itself before it is given
// up, where the service answers others.
const mostFaults = 3

// mostFailures is how many subjects may fail in a row before the service is held
// to be at fault.
const mostFailures = 3

// flaky is how often a subject is asked for by itself where the service fails in
// more ways than one: then a fault tells little of what was asked for.
const flaky = 5

// noteFault remembers in which ways the service fails.
func (c *Client) noteFault(err error) {
	var fault *api.Fault
	if !errors.As(err, &fault) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ways[fault.Words[:min(len(fault.Words), faultKind)]] = true
}

// faultKind is how much of the words of a fault, in bytes, tells of what kind
// it is: the status, and how the body begins.
const faultKind = 12

// lastTries is how often a doubted subject is asked for once more, where n were
// asked for together and so many of them are doubted: as often as leaves the
// requests within 2 log2(n) + 2 for each bad one, once where many are bad, and
// more often where the service is flaky.
func (c *Client) lastTries(n, doubted int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case len(c.ways) > 1:
		return flaky
	case n < 16 || doubted > 3:
		return 1
	case n < 32:
		return 2
	}
	return 3
}

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
	if len(c.ways) > 1 {
		return flaky
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

// refusesSubject recognises a refusal that may be due to what was asked about,
// and not to how it was asked.
func refusesSubject(err error) bool {
	var refusal *fetch.APIError
	if !errors.As(err, &refusal) {
		return false
	}
	how := strings.Contains(refusal.Message, "unsupported fields") || strings.Contains(refusal.Message, "query params")
	switch refusal.Status {
	case http.StatusBadRequest:
		return !how
	case http.StatusNotFound: // of the paper, not of the address
		return notFound(err)
	case http.StatusOK, http.StatusConflict, http.StatusUnprocessableEntity, http.StatusUnavailableForLegalReasons:
		return true
	}
	return false
}

// notFound recognises the API's own 404. One without its words comes from
// something else that answers at the address, and tells nothing of the paper.
func notFound(err error) bool {
	var refusal *fetch.APIError
	return errors.As(err, &refusal) && refusal.Status == http.StatusNotFound && strings.Contains(refusal.Message, "not found")
}

// unfit is the error of a 200 that does not answer what was asked.
func unfit(words string) error {
	return &fetch.APIError{Service: service, Status: http.StatusOK, Message: words}
}
