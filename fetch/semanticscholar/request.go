package semanticscholar

import (
	"context"
	"crypto/tls"
	"encoding/json"
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

// A request is one call of the API.
type request struct {
	what     string // for errors and the log
	method   string
	path     []string // below the base, not escaped
	query    url.Values
	body     []byte
	decode   func([]byte) error // of a 200; its error means that the body is not what it should be
	timeouts int                // how many 504 are put up with; 0: as many as the patience allows
}

// errTimeout and errTooLarge are answers that a smaller question may mend.
var (
	errTimeout  = errors.New("the answer takes " + service + " too long")
	errTooLarge = errors.New("the answer of " + service + " would be too large")
)

func (c *Client) address(r request) string {
	parts := make([]string, len(r.path))
	for i, p := range r.path {
		parts[i] = url.PathEscape(p)
	}
	u := c.base.JoinPath(parts...)
	u.RawQuery = r.query.Encode()
	return u.String()
}

// attempt sends a request once, or twice where the key is refused. The error
// is a *trouble where another attempt may mend it.
func (c *Client) attempt(ctx context.Context, r request, left time.Duration) error {
	for {
		key := c.currentKey()
		response, err := c.send(ctx, r, key, left)
		if err != nil {
			return err
		}
		c.logf("%s: %d, %d bytes", r.what, response.StatusCode(), len(response.Body()))
		if response.StatusCode() != http.StatusForbidden || key == "" {
			return c.judge(r, response)
		}
		c.dropKey(key)
		if err := c.pacer.wait(ctx); err != nil {
			return interrupted(err)
		}
	}
}

func (c *Client) send(ctx context.Context, r request, key string, left time.Duration) (*resty.Response, error) {
	limit := min(max(left, lastChance), maxAttempt)
	if c.options.Patience < 0 {
		limit = maxAttempt
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	q := c.http.R().SetContext(ctx)
	if key != "" {
		q.SetHeader("x-api-key", key)
	}
	if r.body != nil {
		q.SetHeader("Content-Type", "application/json").SetBody(r.body)
	}
	c.requests.Add(1)
	response, err := q.Execute(r.method, c.address(r))
	if err != nil && ctx.Err() != nil {
		return nil, &trouble{text: fmt.Sprintf("no answer within %s", limit.Round(time.Second))}
	}
	if err != nil {
		return nil, c.transport(r, err)
	}
	return response, nil
}

// transport sorts what can go wrong below HTTP. The URL is left out of the
// text: it is long and says nothing.
func (c *Client) transport(r request, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, resty.ErrResponseBodyTooLarge):
		return errTooLarge
	case errors.As(err, &certificate):
		return fmt.Errorf("ask %s (%s): %s", service, r.what, c.line(err.Error()))
	}
	return &trouble{text: c.line(err.Error()), at: errors.Unwrap(err)}
}

// judge sorts an answer: nil and decoded, trouble, or a refusal.
func (c *Client) judge(r request, response *resty.Response) error {
	status := response.StatusCode()
	message := c.message(response)
	switch {
	case status == http.StatusTooManyRequests || status >= 500:
		after := retryAfter(response.Header(), c.options.Now())
		return &trouble{text: fmt.Sprintf("%d: %s", status, message), status: status, after: after}
	case status >= 300 && status < 400:
		message = "a redirect that citemap does not follow"
	case status == http.StatusRequestEntityTooLarge, status == http.StatusBadRequest && strings.Contains(message, "exceed maximum size"):
		return errTooLarge
	case status >= 200 && status < 300:
		if err := r.decode(response.Body()); err != nil {
			return &trouble{text: fmt.Sprintf("%d with a body that is not the API's: %s", status, c.line(err.Error()))}
		}
		return nil
	}
	return &fetch.APIError{Service: service, Status: status, Message: message}
}

// message is what an answer says is wrong: the application speaks "error", the
// gateway in front of it "message".
func (c *Client) message(response *resty.Response) string {
	var body struct{ Error, Message loose[string] }
	if json.Unmarshal(response.Body(), &body) == nil {
		for _, m := range []loose[string]{body.Error, body.Message} {
			if line := c.line(m.value); line != "" {
				return line
			}
		}
	}
	if text := http.StatusText(response.StatusCode()); text != "" {
		return text
	}
	return "no reason given"
}

// line makes one short line, without the key, of a text from elsewhere.
func (c *Client) line(text string) string {
	line := []rune(strings.Join(strings.Fields(plain(c.hush(text))), " "))
	if len(line) > 300 {
		line = append(line[:300], '…')
	}
	return string(line)
}

// retryAfter reads the header in both its forms, seconds and a date; 0 where
// it says nothing.
func retryAfter(h http.Header, now time.Time) time.Duration {
	text := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseFloat(text, 64); err == nil && seconds > 0 {
		return time.Duration(min(seconds, maxRetryAfter.Seconds()) * float64(time.Second))
	}
	when, err := http.ParseTime(text)
	if err != nil {
		return 0
	}
	// The service's own clock tells how far off its date is.
	if sent, err := http.ParseTime(h.Get("Date")); err == nil {
		now = sent
	}
	return min(max(when.Sub(now), 0), maxRetryAfter)
}
