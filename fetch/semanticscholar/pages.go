package semanticscholar

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

const (
	nestedLimit = 1000 // references that come nested in an answer; the rest is cut silently
	pageLimit   = 1000
	maxPages    = 100 // of one list, should the service never come to an end
	newestKept  = 50  // citing papers of a paper with more than fit on a page
)

// newestCiting gives the citing papers of a paper: all where they fit on one
// page, else the newest 50 of it, ties by PaperID. The service puts the newest
// first, without promising it.
func (c *Client) newestCiting(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	page, err := c.page(ctx, "citations", s.ID, 0, &api.Outage{})
	if a, told, err := c.refused(s.ID, err); told || err != nil {
		return a, err
	}
	g := gathering{}
	for _, edge := range page.Data.Items {
		g.cites([]api.Loose[wirePaper]{edge.Value.CitingPaper})
	}
	if page.Next.Known {
		g.keepNewest(newestKept)
	}
	return fetch.Answer{
		Outcome: fetch.Found, When: c.api.Now(), Around: g.around,
		Paper: graph.Paper{ID: graph.PaperID(s.ID.Value), Citing: graph.Citing{Asked: true, Cut: page.Next.Known, IDs: g.ids}},
	}, nil
}

// keepNewest keeps the n newest papers, in their order.
func (g *gathering) keepNewest(n int) {
	slices.SortFunc(g.around, func(a, b graph.Paper) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
	})
	g.around = g.around[:min(n, len(g.around))]
	g.ids = nil
	for i := range g.around {
		g.ids = append(g.ids, g.around[i].ID)
	}
}

// moreReferences pages from the thousandth reference on to the end of the list.
// Where the service refuses, the list stays short of what the paper counts.
func (c *Client) moreReferences(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	g, o := gathering{}, &api.Outage{}
	for offset, pages := nestedLimit, 0; pages < maxPages; pages++ {
		page, err := c.page(ctx, "references", s.ID, offset, o)
		var refusal *fetch.APIError
		if errors.As(err, &refusal) {
			c.api.Logf("references of %s past %d: %v; keeping those before", s.ID, offset, err)
			break
		}
		if errors.Is(err, api.ErrTooLarge) || errors.Is(err, api.ErrTimeout) {
			c.api.Warn(fmt.Sprintf("references of %s past %d: %v", s.ID, offset, err))
			return fetch.Answer{}, nil
		}
		if err != nil {
			return fetch.Answer{}, err
		}
		for _, edge := range page.Data.Items {
			g.add([]api.Loose[wirePaper]{edge.Value.CitedPaper})
		}
		// Past 1,000 a page may come empty with more to follow: stop there.
		if len(page.Data.Items) == 0 || !page.Next.Known || page.Next.Value <= offset {
			break
		}
		offset = page.Next.Value
	}
	return fetch.Answer{
		Outcome: fetch.Found, When: c.api.Now(), Around: g.around,
		Paper: graph.Paper{ID: graph.PaperID(s.ID.Value), References: graph.References{State: graph.Known, From: from, IDs: g.ids}},
	}, nil
}

// refused turns a refusal of a page into what it says of the paper: unknown,
// or nothing, which is no reason to stop.
func (c *Client) refused(id graph.ExternalID, err error) (a fetch.Answer, told bool, _ error) {
	var refusal *fetch.APIError
	switch {
	case notFound(err):
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, true, nil
	case errors.As(err, &refusal), errors.Is(err, api.ErrTooLarge), errors.Is(err, api.ErrTimeout):
		c.api.Warn(fmt.Sprintf("citing papers of %s: %v", id, err))
		return fetch.Answer{}, true, nil
	}
	return fetch.Answer{}, false, err
}

func (c *Client) page(ctx context.Context, which string, id graph.ExternalID, offset int, o *api.Outage) (edgesPage, error) {
	var page edgesPage
	written, ok := askable(id)
	if !ok {
		return page, &fetch.APIError{Service: service, Status: http.StatusNotFound, Message: fmt.Sprintf("Paper with id %s not found", id)}
	}
	err := c.api.Ask(ctx, api.Request{
		What: which + " of " + written + " from " + strconv.Itoa(offset), Method: http.MethodGet,
		Path: []string{"graph", "v1", "paper", written, which},
		Query: url.Values{
			"fields": {strings.Join(aroundFields, ",")},
			"offset": {strconv.Itoa(offset)}, "limit": {strconv.Itoa(pageLimit)},
		},
		Decode: func(body []byte) error {
			page = edgesPage{}
			return api.DecodeObject(body, &page)
		},
		Timeouts: 3, // then the page is done without
	}, o)
	return page, err
}
