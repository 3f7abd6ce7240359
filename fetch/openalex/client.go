// Package openalex asks OpenAlex about the references of papers whose list
// Semantic Scholar does not know. Client is a fetch.Source; the shapes of the
// API stay in here.
package openalex

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

const (
	service   = "OpenAlex"
	from      = "openalex" // what References.From says
	home      = "https://api.openalex.org"
	usualRate = 10
)

// A Client asks OpenAlex. It answers fetch.References for papers with a DOI,
// an arXiv or a MAG id, with one look-up of a single work, which costs nothing:
// the list comes as ids of works (graph.OpenAlex). It answers fetch.Own for
// those ids, a hundred a request, and nothing else. It is safe for concurrent
// use, and all its requests go through one pacer.
type Client struct {
	api    *api.Client
	singly atomic.Bool // lists of works are not to be had any more: each is looked up by itself
}

var _ fetch.Source = (*Client)(nil)

// NewClient makes a client, which asks the public API without a key, ten times a
// second, where the Config says nothing else. A key is sent as api_key. A base URL
// that cannot be asked is told by the first question.
func NewClient(o api.Config) *Client {
	return &Client{api: api.New(api.Service{Name: service, Home: home, Rate: usualRate, KeyQuery: "api_key"}, o)}
}

// Requests is how many requests were sent, retries included.
func (c *Client) Requests() int { return c.api.Requests() }

// Provenance names OpenAlex and the terms of its data.
func (c *Client) Provenance() graph.Provenance {
	return graph.Provenance{Name: service, Licence: "CC0"}
}

// Limits are one reference list a question, and a hundred works.
func (c *Client) Limits() fetch.Limits { return fetch.Limits{Subjects: mostWorks, Lists: 1} }

// Recall has nothing: a client remembers no answers.
func (c *Client) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

// Ask answers fetch.References, and fetch.Own for ids of works; other questions
// stay unasked. A paper without an id that OpenAlex could look up is Unknown
// without a request, and such an answer has no date.
func (c *Client) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, tell func([]fetch.Told) error) error {
	switch facts {
	case fetch.References:
		return c.askLists(ctx, about, tell)
	case fetch.Own:
		return c.askWorks(ctx, about, tell)
	}
	return nil
}

func (c *Client) askLists(ctx context.Context, about []fetch.Subject, tell func([]fetch.Told) error) error {
	for i, s := range about {
		a, err := c.list(ctx, s.ID)
		if err != nil {
			return err
		}
		if err := tell([]fetch.Told{{Place: i, Answer: a}}); err != nil {
			return err
		}
	}
	return nil
}

// list looks up a paper and the works on its list.
func (c *Client) list(ctx context.Context, id graph.ExternalID) (fetch.Answer, error) {
	name := workName(id)
	if name == "" {
		return fetch.Answer{Outcome: fetch.Unknown}, nil
	}
	w, err := c.look(ctx, "references of "+id.String(), name, withReferences, &api.Outage{})
	status := refusal(err)
	if status == http.StatusNotFound || status == http.StatusGone || err == nil && w.number() == deleted {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, nil
	}
	if err != nil {
		return fetch.Answer{}, err
	}
	a := fetch.Answer{Outcome: fetch.Found, Paper: w.paper(), When: c.api.Now()}
	if a.Paper.ID == "" {
		a.Paper.ID = graph.PaperID(id.String())
	}
	a.Paper.References = w.references()
	if n := len(w.ReferencedWorks.Items); a.Paper.References.State == graph.Cut && (a.Paper.Referenced == nil || *a.Paper.Referenced < n) {
		a.Paper.Referenced = &n
	}
	return a, nil
}

// workName is what OpenAlex calls the work with an id, "" where it has no name
// for it. An arXiv id goes as the DOI that arXiv gave it. OpenAlex refuses a
// DOI with a comma or an ampersand as if the key were wrong.
func workName(id graph.ExternalID) string {
	switch {
	case id.Value == "" || strings.ContainsAny(id.Value, ",&"):
		return ""
	case id.Scheme == graph.DOI:
		return "doi:" + id.Value
	case id.Scheme == graph.ArXiv:
		return "doi:10.48550/arxiv." + id.Value
	case id.Scheme == graph.MAG:
		return "W" + id.Value
	}
	return ""
}

// What is asked of a work: the fields that its paper is made of, and for the
// first one the references.
const (
	itself         = "id,ids,doi,display_name,publication_year,publication_date,authorships,cited_by_count,locations"
	withReferences = itself + ",referenced_works,referenced_works_count"
)

// look asks for one work.
func (c *Client) look(ctx context.Context, what, name, fields string, o *api.Outage) (*wireWork, error) {
	var w *wireWork
	err := c.api.Ask(ctx, api.Request{
		What: what, Method: http.MethodGet, Path: []string{"works", name}, Query: map[string][]string{"select": {fields}},
		Decode: func(body []byte) (err error) {
			w, err = decodeWork(body)
			return err
		},
	}, o)
	return w, err
}

// refusal is the HTTP status of an answer that says no; 0 where err is
// something else.
func refusal(err error) int {
	var e *fetch.APIError
	if errors.As(err, &e) {
		return e.Status
	}
	return 0
}
