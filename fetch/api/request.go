package api

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

// A Request is one call of the API.
type Request struct {
	What     string // for errors and the log
	Method   string
	Path     []string // below the base, not escaped
	Query    url.Values
	Body     []byte
	Decode   func([]byte) error // of a 200; its error means that the body is not what it should be
	Timeouts int                // how many 504 are put up with; 0: as many as the patience allows
}

// ErrTimeout and ErrTooLarge are answers that a smaller question may mend.
var (
	ErrTimeout  = errors.New("the answer takes the service too long")
	ErrTooLarge = errors.New("the answer would be too large")
)

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
		if response.StatusCode() != http.StatusForbidden || key == "" {
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
	if c.options.Patience < 0 {
		limit = maxAttempt
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	q := c.http.R().SetContext(ctx)
	if key != "" && c.options.KeyHeader != "" {
		q.SetHeader(c.options.KeyHeader, key)
	}
	if key != "" && c.options.KeyQuery != "" {
		q.SetQueryParam(c.options.KeyQuery, key)
	}
	if r.Body != nil {
		q.SetHeader("Content-Type", "application/json").SetBody(r.Body)
	}
	c.requests.Add(1)
	response, err := q.Execute(r.Method, c.address(r))
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
func (c *Client) transport(r Request, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, resty.ErrResponseBodyTooLarge):
		return ErrTooLarge
	case errors.As(err, &certificate):
		return fmt.Errorf("ask %s (%s): %s", c.options.Service, r.What, c.Line(err.Error()))
	}
	return &trouble{text: c.Line(err.Error()), at: errors.Unwrap(err)}
}

// judge sorts an answer: nil and decoded, trouble, or a refusal.
func (c *Client) judge(r Request, response *resty.Response) error {
	status := response.StatusCode()
	message := ""
	if status < 200 || status >= 300 {
		message = c.message(response)
	}
	switch {
	case status == http.StatusTooManyRequests || status >= 500:
		after := retryAfter(response.Header(), c.options.Now())
		return &trouble{text: fmt.Sprintf("%d: %s", status, message), status: status, after: after}
	case status >= 300 && status < 400:
		message = "a redirect that citemap does not follow"
	case status == http.StatusRequestEntityTooLarge, status == http.StatusBadRequest && strings.Contains(message, "exceed maximum size"):
		return ErrTooLarge
	case status >= 200 && status < 300:
		err := weigh(response.Body())
		if errors.Is(err, ErrTooLarge) {
			return err
		}
		if err == nil {
			err = r.Decode(response.Body())
		}
		if err != nil {
			return &trouble{text: fmt.Sprintf("%d with a body that is not the API's: %s", status, c.Line(err.Error()))}
		}
		return nil
	}
	return &fetch.APIError{Service: c.options.Service, Status: status, Message: message}
}

// message is what an answer says is wrong: the application speaks "error", the
// gateway in front of it "message".
func (c *Client) message(response *resty.Response) string {
	var body struct{ Error, Message Loose[string] }
	if json.Unmarshal(response.Body(), &body) == nil {
		for _, m := range []Loose[string]{body.Error, body.Message} {
			if line := c.Line(m.Value); line != "" {
				return line
			}
		}
	}
	if text := http.StatusText(response.StatusCode()); text != "" {
		return text
	}
	return "no reason given"
}

// Line makes one short line, without the key, of a text from elsewhere.
func (c *Client) Line(text string) string {
	line := []rune(strings.Join(strings.Fields(Plain(c.Hush(text))), " "))
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
