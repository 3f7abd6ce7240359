// Package crossref asks Crossref about the references that publishers deposited
// with it, for papers whose list Semantic Scholar does not know. Client is a
// fetch.Source; the shapes of the API stay in here.
package crossref

import (
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
	home    = "https://api.crossref.org"

	// Crossref allows so many requests a second to those who do not say who they
	// are, and to those who do.
	publicRate = 5
	politeRate = 10
)

// A Client asks Crossref, for papers with a DOI, arXiv's excepted. It answers
// fetch.References with one request a paper, fetch.Notices of fifty a request, and
// nothing else. It is safe for concurrent use, and all its requests go through one
// pacer.
type Client struct {
	api   *api.Client
	query url.Values
}

var _ fetch.Source = (*Client)(nil)

// NewClient makes a client, which asks the public pool, five times a second,
// where the Config says nothing else; with an address in Mail the polite pool, ten
// times, and that is sent as mailto and in the User-Agent. A base URL that cannot
// be asked is told by the first question.
func NewClient(o api.Config) *Client {
	crossref := api.Service{Name: service, Home: home, Rate: publicRate, TakesMail: true, Allowed: allowed}
	c := &Client{query: url.Values{}}
	if o.Mail != "" {
		crossref.Rate = politeRate
		c.query.Set("mailto", o.Mail)
	}
	c.api = api.New(crossref, o)
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

// Limits are one paper a question, and notices about fifty.
func (c *Client) Limits() fetch.Limits {
	return fetch.Limits{Subjects: 1, Notices: mostNotices, OnlyDOIs: true}
}

// Recall has nothing: a client remembers no answers.
func (c *Client) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

// Ask answers fetch.References and fetch.Notices, and leaves other facts unasked. A paper without
// a DOI that Crossref could know is Unknown without a request, and such an
// answer has no date.
func (c *Client) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	switch facts {
	case fetch.References:
		return api.AskEach(ctx, about, c.answer, report)
	case fetch.Notices:
		return c.askNotices(ctx, about, report)
	}
	return nil
}

// arXivDOI begins the DOIs of arXiv, which are registered elsewhere.
const arXivDOI = "10.48550/"

// askable reports whether Crossref could know an id.
func askable(id graph.ExternalID) bool {
	return id.Scheme == graph.DOI && id.Value != "" && !strings.HasPrefix(id.Value, arXivDOI)
}

// answer asks for one work.
func (c *Client) answer(ctx context.Context, about fetch.Subject) (fetch.Answer, error) {
	id := about.ID
	if !askable(id) {
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
