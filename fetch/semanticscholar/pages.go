package semanticscholar

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"citemap/fetch"
	"citemap/graph"
)

const (
	nestedLimit = 1000 // references that come nested in an answer; the rest is cut silently
	pageLimit   = 1000
	maxPages    = 100 // of one list, should the service never come to an end
)

// cut reports whether the nested list of references was cut short.
func (w *wirePaper) cut() bool {
	length := len(w.References.items)
	return length == nestedLimit && (!w.ReferenceCount.known || w.ReferenceCount.value > length)
}

// complete pages on to the end of a list that was cut short. Where the service
// refuses, the list stays short of what the paper's count says.
func (c *Client) complete(ctx context.Context, id graph.PaperID, w *wirePaper, o *outage) error {
	for offset, pages := len(w.References.items), 0; pages < maxPages; pages++ {
		page, err := c.page(ctx, id, offset, o)
		var refusal *fetch.APIError
		if errors.As(err, &refusal) || errors.Is(err, errTooLarge) {
			c.logf("references of %s past %d: %v; keeping those before", id, offset, err)
			return nil
		}
		if err != nil {
			return err
		}
		for _, edge := range page.Data.items {
			w.References.items = append(w.References.items, edge.value.CitedPaper)
		}
		// Past 1,000 a page may come empty with more to follow: stop there.
		next := page.Next
		if len(page.Data.items) == 0 || !next.known || next.value <= offset {
			return nil
		}
		offset = next.value
	}
	return nil
}

func (c *Client) page(ctx context.Context, id graph.PaperID, offset int, o *outage) (referencesPage, error) {
	var page referencesPage
	err := c.ask(ctx, request{
		what: "references of " + string(id) + " from " + strconv.Itoa(offset), method: http.MethodGet,
		path: []string{"graph", "v1", "paper", string(id), "references"},
		query: url.Values{
			"fields": {strings.Join(referenceFields, ",")},
			"offset": {strconv.Itoa(offset)}, "limit": {strconv.Itoa(pageLimit)},
		},
		decode: func(body []byte) error {
			page = referencesPage{}
			return decodeObject(body, &page)
		},
	}, o)
	return page, err
}
