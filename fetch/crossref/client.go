// Package crossref asks Crossref about the references that publishers deposited
// with it, for papers whose list Semantic Scholar does not know. Client is a
// fetch.Source; the shapes of the API stay in here.
package crossref

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

const (
	service = "Crossref"
	from    = "crossref" // what References.From says
	home    = "https://api.crossref.org"

	// Crossref allows so many requests a second to those who do not say who they
	// are, and to those who do.
	publicRate = 5
	politeRate = 10
)

// Options say how to ask. The zero value asks the public pool, five times a
// second.
type Options struct {
	BaseURL   string            // instead of https://api.crossref.org; the paths stay
	Mail      string            // the user's address, sent for the polite pool as mailto and in the User-Agent; "": not sent
	Rate      float64           // requests a second, less where Crossref allows less; 0: 5, or 10 with Mail
	Patience  time.Duration     // how long to go on without an answer since the last one; 0: 10 minutes, negative: ask once only
	Version   string            // of citemap, for the User-Agent
	Now       func() time.Time  // dates the answers; nil: time.Now
	Log       func(string)      // a line for each request and each wait; nil: silence
	Warn      func(string)      // what the user should know; nil: silence
	Waiting   func(api.Wait)    // told what is waited for, each time that changes; nil: silence
	Network   *api.Network      // shared by the clients of a run; nil: one of its own
	Transport http.RoundTripper // nil: Go's own, with the environment's proxies
}

// A Client asks Crossref. It answers fetch.References for papers with a DOI,
// arXiv's excepted, and nothing else, with one request a paper. It is safe for
// concurrent use, and all its requests go through one pacer.
type Client struct {
	api   *api.Client
	query url.Values
}

var _ fetch.Source = (*Client)(nil)

// NewClient makes a client. A base URL that cannot be asked is told by the
// first question.
func NewClient(o Options) *Client {
	usualRate := float64(publicRate)
	if o.Mail != "" {
		usualRate = politeRate
	}
	c := &Client{query: url.Values{}, api: api.New(api.Options{
		Service: service, BaseURL: cmp.Or(o.BaseURL, home), Rate: cmp.Or(o.Rate, usualRate), Allowed: allowed, Patience: o.Patience,
		Version: o.Version, Mail: o.Mail, Now: o.Now, Log: o.Log, Warn: o.Warn, Waiting: o.Waiting, Network: o.Network, Transport: o.Transport,
	})}
	if o.Mail != "" {
		c.query.Set("mailto", o.Mail)
	}
	return c
}

// allowed reads how many requests a second Crossref allows: so many within an
// interval, "5" and "1s".
func allowed(h http.Header) float64 {
	limit, err := strconv.ParseFloat(h.Get("x-rate-limit-limit"), 64)
	interval, err2 := time.ParseDuration(h.Get("x-rate-limit-interval"))
	if err != nil || err2 != nil || limit < 1 || interval <= 0 {
		return 0
	}
	return limit / interval.Seconds()
}

// Requests is how many requests were sent, retries included.
func (c *Client) Requests() int { return c.api.Requests() }

// Provenance names Crossref and the terms of its data.
func (c *Client) Provenance() graph.Provenance {
	return graph.Provenance{Name: service, Licence: "open metadata, reuse without restriction; mostly CC0"}
}

// Limits are one paper a question.
func (c *Client) Limits() fetch.Limits { return fetch.Limits{Subjects: 1} }

// Recall has nothing: a client remembers no answers.
func (c *Client) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

// Ask answers fetch.References, and leaves other facts unasked. A paper without
// a DOI that Crossref could know is Unknown without a request, and such an
// answer has no date.
func (c *Client) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, tell func([]fetch.Told) error) error {
	if facts != fetch.References {
		return nil
	}
	for i, s := range about {
		a, err := c.answer(ctx, s.ID)
		if err != nil {
			return err
		}
		if err := tell([]fetch.Told{{Place: i, Answer: a}}); err != nil {
			return err
		}
	}
	return nil
}

// arXivDOI begins the DOIs of arXiv, which are registered elsewhere.
const arXivDOI = "10.48550/"

// answer asks for one work.
func (c *Client) answer(ctx context.Context, id graph.ExternalID) (fetch.Answer, error) {
	if id.Scheme != graph.DOI || id.Value == "" || strings.HasPrefix(id.Value, arXivDOI) {
		return fetch.Answer{Outcome: fetch.Unknown}, nil
	}
	var w *wireWork
	err := c.api.Ask(ctx, api.Request{
		What: "references of " + id.String(), Method: http.MethodGet, Path: []string{"works", id.Value}, Query: c.query,
		Decode: func(body []byte) (err error) {
			w, err = decodeWork(body)
			return err
		},
	}, &api.Outage{})
	var refused *fetch.APIError
	if errors.As(err, &refused) && (refused.Status == http.StatusNotFound || refused.Status == http.StatusGone) {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, nil
	}
	if err != nil {
		return fetch.Answer{}, err
	}
	a := fetch.Answer{Outcome: fetch.Found, Paper: w.paper(), When: c.api.Now()}
	a.Paper.References, a.Around = w.references()
	return a, nil
}
