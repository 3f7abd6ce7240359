package api

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"

	"citemap/fetch"
)

const (
	maxAttempt = 2 * time.Minute // one request with its answer
	lastChance = 5 * time.Second // an attempt gets as long, however little patience is left
)

// A Request is one call of the API.
type Request struct {
	What     string // for errors and the log
	Method   string
	Path     []string // below the base, not escaped
	Query    url.Values
	Body     []byte
	Decode   func([]byte) error // of a 200; its error means that the body is not what it should be
	Timeouts int                // how many answers that take too long are put up with; 0: as many as the patience allows
	Faults   int                // how many faults are, likewise
	Attempt  int                // how many attempts came to nothing before, for the back-off

	// Spent reports whether a "too many requests" is one that no waiting mends,
	// since a day's credit is used up; nil: never. It is told as a refusal.
	Spent func(http.Header, []byte) bool
}

func (c *Client) address(r Request) string {
	parts := make([]string, len(r.Path))
	for i, p := range r.Path {
		parts[i] = url.PathEscape(p)
	}
	u := c.base.JoinPath(parts...)
	u.RawQuery = r.Query.Encode()
	return u.String()
}

// attempt sends a request once, or twice where the key is refused. The error
// is a *trouble where another attempt may mend it.
func (c *Client) attempt(ctx context.Context, r Request, left time.Duration) error {
	for {
		key := c.currentKey()
		response, err := c.send(ctx, r, key, left)
		if err != nil {
			return err
		}
		c.Logf("%s: %d, %d bytes", r.What, response.StatusCode(), len(response.Body()))
		refused := response.StatusCode() == http.StatusForbidden || response.StatusCode() == http.StatusUnauthorized
		if !refused || key == "" {
			return c.judge(r, response)
		}
		c.dropKey(key)
		if err := c.pacer.wait(ctx); err != nil {
			return c.interrupted(err)
		}
	}
}

func (c *Client) send(ctx context.Context, r Request, key string, left time.Duration) (*resty.Response, error) {
	limit := min(max(left, lastChance), maxAttempt)
	if c.config.Patience < 0 {
		limit = maxAttempt
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	q := c.http.R().SetContext(ctx)
	if key != "" && c.service.KeyHeader != "" {
		q.SetHeader(c.service.KeyHeader, key)
	}
	if key != "" && c.service.KeyQuery != "" {
		q.SetQueryParam(c.service.KeyQuery, key)
	}
	if r.Body != nil {
		q.SetHeader("Content-Type", "application/json").SetBody(r.Body)
	}
	c.requests.Add(1)
	response, err := q.Execute(r.Method, c.address(r))
	gaveUp := err != nil && ctx.Err() != nil
	c.config.Network.learn(err, gaveUp)
	switch {
	case gaveUp:
		return nil, &trouble{text: fmt.Sprintf("no answer within %s", limit.Round(time.Second)), slow: true}
	case err != nil:
		return nil, c.broke(r, err)
	}
	if c.service.Allowed != nil {
		c.pacer.atMost(c.service.Allowed(response.Header()))
	}
	return response, nil
}

// broke sorts what can go wrong below HTTP. A certificate is not mended by
// asking again.
func (c *Client) broke(r Request, err error) error {
	text := c.Line(words(err, c.base.Host))
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, resty.ErrResponseBodyTooLarge):
		return fmt.Errorf("%s: %s: it is over %d MB: %w", c.service.Name, r.What, maxBody>>20, ErrTooLarge)
	case errors.As(err, &certificate):
		return fmt.Errorf("ask %s (%s): %s", c.service.Name, r.What, text)
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return &trouble{text: text, at: errors.Unwrap(err)} // what wraps it may tell the key
}

// judge sorts an answer: nil and decoded, trouble, or a refusal.
func (c *Client) judge(r Request, response *resty.Response) error {
	status := response.StatusCode()
	message := ""
	if status < 200 || status >= 300 {
		message = c.message(response)
	}
	advice := c.keyAdvice(status)
	switch {
	case status == http.StatusTooManyRequests && r.Spent != nil && r.Spent(response.Header(), response.Body()):
		// a refusal, below
	case status == http.StatusTooManyRequests || status == http.StatusRequestTimeout || status >= 500:
		return &trouble{
			text: fmt.Sprintf("%d: %s", status, message), advice: advice, status: status, slow: tookTooLong(status),
			asked: retryAfter(response.Header(), c.config.Now()),
		}
	case status >= 300 && status < 400:
		message = c.redirect(response)
	case status == http.StatusRequestEntityTooLarge, status == http.StatusBadRequest && strings.Contains(message, "exceed maximum size"):
		return fmt.Errorf("%s answered %d to a %s: %w", c.service.Name, status, r.What, ErrTooLarge)
	case status >= 200 && status < 300:
		err := weigh(response.Body())
		if errors.Is(err, ErrTooLarge) {
			return fmt.Errorf("%s answered a %s: %w", c.service.Name, r.What, err)
		}
		if err == nil {
			err = r.Decode(response.Body())
		}
		if err != nil {
			return &trouble{text: fmt.Sprintf("%d with %s", status, c.unusable(response, err)), status: status}
		}
		return nil
	}
	return &fetch.APIError{Service: c.service.Name, Status: status, Message: message + advice}
}

// tookTooLong reports whether a status says that the answer takes the service
// too long, so that a smaller question may have one.
func tookTooLong(status int) bool {
	const originTimeout = 524 // of Cloudflare
	return status == http.StatusRequestTimeout || status == http.StatusGatewayTimeout || status == originTimeout
}

// retryAfter reads the header in both its forms, seconds and a date; 0 where
// it says nothing, a year at most.
func retryAfter(h http.Header, now time.Time) time.Duration {
	const year = 365 * 24 * time.Hour
	text := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseFloat(text, 64); err == nil && seconds > 0 {
		return time.Duration(min(seconds, year.Seconds()) * float64(time.Second))
	}
	when, err := http.ParseTime(text)
	if err != nil {
		return 0
	}
	// The service's own clock tells how far off its date is.
	if sent, err := http.ParseTime(h.Get("Date")); err == nil {
		now = sent
	}
	return min(max(when.Sub(now), 0), year)
}
