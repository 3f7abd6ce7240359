package semanticscholar

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"citemap/fetch"
)

// maxTitle is as much of a title as is asked for, in characters: the title
// travels in the URL.
const maxTitle = 300

// Match gives the paper whose title is nearest, without its references.
func (c *Client) Match(ctx context.Context, title string) (fetch.Answer, error) {
	query := []rune(strings.Join(strings.Fields(plain(title)), " "))
	query = query[:min(len(query), maxTitle)]
	if fetch.NormalTitle(string(query)) == "" {
		return fetch.Answer{Outcome: fetch.Unknown}, nil
	}
	var found matchAnswer
	err := c.ask(ctx, request{
		what: fmt.Sprintf("match of %q", c.hush(string(query))), method: http.MethodGet,
		path:  []string{"graph", "v1", "paper", "search", "match"},
		query: url.Values{"query": {string(query)}, "fields": {batchFields(false)}},
		decode: func(body []byte) error {
			found = matchAnswer{}
			return decodeObject(body, &found)
		},
	}, &outage{})
	switch {
	case notFound(err):
		return fetch.Answer{Outcome: fetch.Unknown, When: c.options.Now()}, nil
	case err != nil:
		return fetch.Answer{}, err
	case len(found.Data.items) == 0:
		return fetch.Answer{Outcome: fetch.Unknown, When: c.options.Now()}, nil
	}
	return c.told(&found.Data.items[0].value), nil
}

// notFound recognises the API's own 404. One without its words comes from
// something else that answers at the address, and tells nothing of the paper.
func notFound(err error) bool {
	var refusal *fetch.APIError
	return errors.As(err, &refusal) && refusal.Status == http.StatusNotFound && strings.Contains(refusal.Message, "not found")
}
