package semanticscholar

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph/titles"
)

// maxTitle is as much of a title as is asked for, in characters: the title
// travels in the URL.
const maxTitle = 300

// match gives the paper whose title is nearest, without its references.
func (c *Client) match(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	query := []rune(strings.Join(strings.Fields(api.Plain(s.Title)), " "))
	query = query[:min(len(query), maxTitle)]
	if titles.Normal(string(query)) == "" {
		return fetch.Answer{Outcome: fetch.Unknown}, nil
	}
	var found matchAnswer
	err := c.api.Ask(ctx, api.Request{
		What: fmt.Sprintf("match of %q", c.api.Hush(string(query))), Method: http.MethodGet,
		Path:  []string{"graph", "v1", "paper", "search", "match"},
		Query: url.Values{"query": {string(query)}, "fields": {batchFields(fetch.Own)}},
		Decode: func(body []byte) error {
			found = matchAnswer{}
			return api.DecodeObject(body, &found)
		},
		Faults: c.faults(),
	}, &api.Outage{})
	if err == nil || notFound(err) {
		c.heard()
	}
	switch {
	case notFound(err):
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, nil
	case err != nil && c.mayFail(err):
		return c.failed(fmt.Sprintf("the title %q", c.api.Hush(string(query))), err), nil
	case err != nil:
		return fetch.Answer{}, err
	case len(found.Data.Items) == 0:
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, nil
	}
	if w := &found.Data.Items[0].Value; !w.nameless() {
		return c.answer(w), nil
	}
	return c.failed(fmt.Sprintf("the title %q", c.api.Hush(string(query))), errors.New("a paper that has neither id nor title")), nil
}
