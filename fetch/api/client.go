// Package api asks an HTTP API with patience: one pacer for all requests of a
// host, back-off with jitter, no key where it does not belong. It knows no
// API; semanticscholar, openalex and crossref tell it what to ask.
package api

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"
)

const maxRedirect = 5

// A Client asks one API. It is safe for concurrent use, and all its requests
// go through one pacer.
type Client struct {
	service  Service
	config   Config
	base     *url.URL
	broken   error // why base cannot be asked
	http     *resty.Client
	pacer    *pacer
	requests atomic.Int64

	mu         sync.Mutex
	key        string    // "" once it was refused
	lastAnswer time.Time // of any request
}

// New makes a client of a service. A base URL that cannot be asked is told by
// the first question.
func New(s Service, o Config) *Client {
	o = o.withDefaults(s)
	c := &Client{service: s, config: o, key: o.Key, pacer: newPacer(o.Rate)}
	if c.base, c.broken = parseBase(s.Name, o.BaseURL); c.broken != nil {
		c.broken = errors.New(c.Line(c.broken.Error()))
	}
	if strings.ContainsFunc(o.Key, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		c.key = ""
		c.Warn("the API key has control characters and cannot be sent; asking " + s.Name + " without it")
	}
	c.http = resty.NewWithClient(&http.Client{Transport: o.Transport}).
		SetLogger(silent{}).SetDisableWarn(true).
		SetRedirectPolicy(resty.RedirectPolicyFunc(followWithinHost)).
		SetResponseBodyLimit(maxBody).
		SetHeader("User-Agent", userAgent(s, o)).
		SetHeader("Accept", "application/json")
	return c
}

func userAgent(s Service, o Config) string {
	agent := strings.TrimSuffix("citemap/"+o.Version, "/")
	if s.TakesMail && o.Mail != "" {
		agent += " (mailto:" + o.Mail + ")"
	}
	return agent
}

func parseBase(service, address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(address, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || !validPort(u.Port()) {
		return nil, fmt.Errorf("ask %s: API URL %q: want http:// or https://, a host and no more than a path", service, address)
	}
	return u, nil
}

func validPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return port == "" || err == nil && n > 0
}

// followWithinHost stops at a redirect that would take the request, and the
// key with it, to another host, out of TLS, or turn a POST into a GET.
func followWithinHost(r *http.Request, via []*http.Request) error {
	first := via[0]
	within := r.URL.Host == first.URL.Host && (r.URL.Scheme == first.URL.Scheme || r.URL.Scheme == "https")
	if !within || r.Method != first.Method || len(via) > maxRedirect {
		return http.ErrUseLastResponse
	}
	return nil
}

// Requests is how many requests were sent, retries included.
func (c *Client) Requests() int { return int(c.requests.Load()) }

// dropKey gives up the key that was sent, for the rest of the run.
func (c *Client) dropKey(sent string) {
	c.mu.Lock()
	dropped := c.key == sent
	if dropped {
		c.key = ""
	}
	c.mu.Unlock()
	if dropped {
		name := ""
		if c.config.KeyName != "" {
			name = " in " + c.config.KeyName
		}
		c.Warn(c.service.Name + " refused the API key" + name + "; asking without it")
	}
}

func (c *Client) currentKey() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.key
}

// Hush takes the key out of a text that came from elsewhere.
func (c *Client) Hush(text string) string {
	if c.config.Key == "" {
		return text
	}
	text = strings.ReplaceAll(text, c.config.Key, "[key]")
	return strings.ReplaceAll(text, url.QueryEscape(c.config.Key), "[key]")
}

// Now is the time that dates answers.
func (c *Client) Now() time.Time { return c.config.Now() }

// Warn tells the user something, without the key.
func (c *Client) Warn(text string) {
	if c.config.Warn != nil {
		c.config.Warn(c.Hush(text))
	}
}

// Logf writes a line to the log, without the key.
func (c *Client) Logf(format string, args ...any) {
	if c.config.Log != nil {
		c.config.Log(c.Hush(fmt.Sprintf(format, args...)))
	}
}

// silent keeps resty from writing to standard error.
type silent struct{}

func (silent) Errorf(string, ...any) {}
func (silent) Warnf(string, ...any)  {}
func (silent) Debugf(string, ...any) {}

// Line makes one short line, without the key, of a text from elsewhere.
func (c *Client) Line(text string) string {
	line := []rune(strings.Join(strings.Fields(Plain(c.Hush(text))), " "))
	if len(line) > 300 {
		line = append(line[:300], '…')
	}
	return string(line)
}

func (c *Client) interrupted(err error) error {
	return fmt.Errorf("ask %s: %w", c.service.Name, err)
}

// await reports what is waited for.
func (c *Client) await(w Wait) {
	if c.config.Waiting != nil {
		c.config.Waiting(w)
	}
}
