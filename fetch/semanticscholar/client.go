// Package semanticscholar asks the Semantic Scholar API about papers and their
// references. Client is a fetch.Source; the shapes of the API stay in here.
package semanticscholar

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-resty/resty/v2"

	"citemap/fetch"
	"citemap/graph"
)

const (
	service     = "Semantic Scholar"
	from        = "semanticscholar" // what References.From says
	home        = "https://api.semanticscholar.org"
	maxBody     = 64 << 20
	maxRedirect = 5
)

// Options say how to ask. The zero value asks the public API without a key,
// once a second.
type Options struct {
	BaseURL   string            // instead of https://api.semanticscholar.org; the paths stay
	Key       string            // sent as x-api-key to the host of BaseURL and nowhere else
	Rate      float64           // requests a second; 0: 1
	Patience  time.Duration     // how long to go on without an answer since the last one; 0: 10 minutes, negative: ask once only
	Version   string            // of citemap, for the User-Agent
	Now       func() time.Time  // dates the answers; nil: time.Now
	Log       func(string)      // a line for each request and each wait; nil: silence
	Warn      func(string)      // what the user should know; nil: silence
	Transport http.RoundTripper // nil: Go's own, with the environment's proxies
}

// A Client asks the Semantic Scholar API. It is safe for concurrent use, and
// all its requests go through one pacer.
type Client struct {
	options  Options
	base     *url.URL
	broken   error // why base cannot be asked
	http     *resty.Client
	pacer    *pacer
	requests atomic.Int64

	mu         sync.Mutex
	key        string    // "" once it was refused
	lastAnswer time.Time // of any request
}

var _ fetch.Source = (*Client)(nil)

// NewClient makes a client. A base URL that cannot be asked is told by the
// first question.
func NewClient(o Options) *Client {
	o = withDefaults(o)
	c := &Client{options: o, key: o.Key, pacer: newPacer(o.Rate)}
	if c.base, c.broken = parseBase(o.BaseURL); c.broken != nil {
		c.broken = errors.New(c.line(c.broken.Error()))
	}
	if strings.ContainsFunc(o.Key, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		c.key = ""
		c.warn("the API key holds control characters and cannot be sent; asking " + service + " without it")
	}
	c.http = resty.NewWithClient(&http.Client{Transport: o.Transport}).
		SetLogger(silent{}).SetDisableWarn(true).
		SetRedirectPolicy(resty.RedirectPolicyFunc(followWithinHost)).
		SetResponseBodyLimit(maxBody).
		SetHeader("User-Agent", strings.TrimSuffix("citemap/"+o.Version, "/")).
		SetHeader("Accept", "application/json")
	return c
}

func withDefaults(o Options) Options {
	if o.BaseURL == "" {
		o.BaseURL = home
	}
	o.Key = strings.TrimSpace(o.Key)
	if !(o.Rate > 0) {
		o.Rate = 1
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Minute
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Transport == nil {
		dialer := net.Dialer{Timeout: 30 * time.Second}
		o.Transport = &http.Transport{
			Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: 15 * time.Second, IdleConnTimeout: 90 * time.Second,
		}
	}
	return o
}

func parseBase(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(address, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("ask %s: API URL %q: want http:// or https://, a host and no more than a path", service, address)
	}
	return u, nil
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

// Provenance names Semantic Scholar and the terms of its data.
func (c *Client) Provenance() graph.Provenance {
	return graph.Provenance{Name: service, Licence: "Semantic Scholar API licence; data ODC-BY"}
}

// dropKey gives up the key that was sent, for the rest of the run.
func (c *Client) dropKey(sent string) {
	c.mu.Lock()
	dropped := c.key == sent
	if dropped {
		c.key = ""
	}
	c.mu.Unlock()
	if dropped {
		c.warn(service + " refused the API key; asking without it")
	}
}

func (c *Client) currentKey() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.key
}

// hush takes the key out of a text that came from elsewhere.
func (c *Client) hush(text string) string {
	if c.options.Key == "" {
		return text
	}
	return strings.ReplaceAll(text, c.options.Key, "[key]")
}

func (c *Client) warn(text string) {
	if c.options.Warn != nil {
		c.options.Warn(c.hush(text))
	}
}

func (c *Client) logf(format string, args ...any) {
	if c.options.Log != nil {
		c.options.Log(c.hush(fmt.Sprintf(format, args...)))
	}
}

// silent keeps resty from writing to standard error.
type silent struct{}

func (silent) Errorf(string, ...any) {}
func (silent) Warnf(string, ...any)  {}
func (silent) Debugf(string, ...any) {}
