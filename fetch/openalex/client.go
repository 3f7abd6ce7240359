// Package openalex asks OpenAlex about the references of papers whose list
// Semantic Scholar does not know. Client is a fetch.Source; the shapes of the
// API stay in here.
package openalex

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"

	"citemap/fetch"
	"citemap/fetch/api"
)

const (
	service   = "OpenAlex"
	home      = "https://api.openalex.org"
	usualRate = 10
)

// A Client asks OpenAlex. It answers fetch.References for papers with a DOI,
// an arXiv or a MAG id, with one look-up of a single work, which costs nothing:
// the list comes as ids of works (graph.OpenAlex). It answers fetch.Own for
// those ids, a hundred a request, fetch.Notices of retractions, and nothing else.
// It is safe for concurrent
// use, and all its requests go through one pacer.
type Client struct {
	api    *api.Client
	singly atomic.Bool // lists of works are not to be had any more: each is looked up by itself
}

// NewClient makes a client, which asks the public API without a key, ten times a
// second, where the Config says nothing else. A key is sent as api_key. A base URL
// that cannot be asked is told by the first question.
func NewClient(o api.Config) *Client {
	return &Client{api: api.New(api.Service{Name: service, Home: home, Rate: usualRate, KeyQuery: "api_key"}, o)}
}

// Requests is how many requests were sent, retries included.
func (c *Client) Requests() int { return c.api.Requests() }

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
