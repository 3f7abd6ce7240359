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
	maxPages    = 100  // of one list, should the service never come to an end
	newestKept  = 50   // citing papers of a paper with more than fit on a page
)

// newestCiting gives the citing papers of a paper: all where they fit on one
// page, else the newest 50 of it, ties by PaperID. The service puts the newest
// first, without promising it.
func (c *Client) newestCiting(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	page, err := c.page(ctx, "citations", aroundFields, s.ID, 0, &api.Outage{})
	if a, known, err := c.refused("the citing papers of "+s.ID.String(), err); known || err != nil {
		return a, err
	}
	g := gathering{}
	for i := range page.Data.Items {
		edge := &page.Data.Items[i].Value
		before := len(g.around)
		g.cites([]api.Loose[wirePaper]{edge.CitingPaper})
		if context, told := edge.context(graph.PaperID(s.ID.Value)); told && len(g.around) > before {
			g.around[before].Contexts = []graph.Context{context}
		}
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
// Where the service refuses or gives no more, the list is cut if the paper
// counts more than came.
func (c *Client) moreReferences(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	l, o := longList{counted: s.References, given: nestedLimit}, &api.Outage{}
	for offset, pages := nestedLimit, 0; pages < maxPages; pages++ {
		page, err := c.page(ctx, "references", aroundFields, s.ID, offset, o)
		var refusal *fetch.APIError
		if errors.As(err, &refusal) {
			c.api.Logf("references of %s past %d: %v; keeping those before", s.ID, offset, err)
			l.more = true
			break
		}
		if stumbles(err) && c.mayPass(err) {
			a := c.failed(fmt.Sprintf("the references of %s past %d", s.ID, offset), err)
			l.more = true
			a.Paper, a.Around = l.paper(s.ID), l.around
			return a, nil
		}
		if err != nil {
			return fetch.Answer{}, err
		}
		if !l.read(&page, offset) {
			break
		}
		offset = page.Next.Value
	}
	return fetch.Answer{Outcome: fetch.Found, When: c.api.Now(), Around: l.around, Paper: l.paper(s.ID)}, nil
}

// passages tells how a paper cites the first thousand of its references. Nothing
// is asked of those but who they are. It is the only question that can be done
// without: the patience is not spent on it.
func (c *Client) passages(ctx context.Context, s fetch.Subject) (fetch.Answer, error) {
	asked := "how " + s.ID.String() + " cites its references"
	page, err := c.pageOf(ctx, pageQuestion{which: "references", fields: []string{"paperId"}, id: s.ID, faults: mostFaults}, &api.Outage{})
	if stumbles(err) {
		return c.failed(asked, err), nil
	}
	if a, known, err := c.refused(asked, err); known || err != nil {
		return a, err
	}
	return fetch.Answer{
		Outcome: fetch.Found, When: c.api.Now(), Paper: graph.Paper{ID: graph.PaperID(s.ID.Value), Contexts: contextsOf(page.Data.Items)},
	}, nil
}

// A longList is a reference list past its first thousand.
type longList struct {
	gathering
	contexts []graph.Context
	counted  *int // references, by the service's own count
	given    int  // lines of the list, those that tell nothing too: that is what the service counts
	more     bool // the service has more
}

// read adds a page, and reports whether there is another to ask for. Past
// 1,000 a page may come empty with more to follow: there it ends.
func (l *longList) read(page *edgesPage, offset int) bool {
	for _, edge := range page.Data.Items {
		l.add([]api.Loose[wirePaper]{edge.Value.CitedPaper})
	}
	l.contexts = graph.SortContexts(slices.Concat(l.contexts, contextsOf(page.Data.Items)))
	l.given += len(page.Data.Items)
	l.more = page.Next.Known
	return page.Next.Known && len(page.Data.Items) > 0 && page.Next.Value > offset
}

// paper says what is known of the list: it is cut where fewer came than are
// counted, however few are wanting, since it cannot be told which.
func (l *longList) paper(id graph.ExternalID) graph.Paper {
	state := graph.StateOf(l.given, l.counted)
	if l.counted == nil && l.more {
		state = graph.Cut
	}
	return graph.Paper{ID: graph.PaperID(id.Value), References: graph.References{State: state, From: from, IDs: l.ids}, Contexts: l.contexts}
}

// refused turns a refusal of a page into what it says of the paper: unknown, or
// that it failed, which is no reason to stop.
func (c *Client) refused(asked string, err error) (a fetch.Answer, known bool, _ error) {
	var refusal *fetch.APIError
	switch {
	case notFound(err):
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, true, nil
	case errors.As(err, &refusal), stumbles(err) && c.mayPass(err):
		return c.failed(asked, err), true, nil
	}
	return fetch.Answer{}, false, err
}

// page asks for a page of a list: these fields of the papers on it, and how each
// is cited.
func (c *Client) page(ctx context.Context, which string, fields []string, id graph.ExternalID, offset int, o *api.Outage) (edgesPage, error) {
	return c.pageOf(ctx, pageQuestion{which, fields, id, offset, c.faults()}, o)
}

// A pageQuestion asks for a page.
type pageQuestion struct {
	which  string // references or citations
	fields []string
	id     graph.ExternalID
	offset int
	faults int // that are put up with; 0: as many as the patience allows
}

func (c *Client) pageOf(ctx context.Context, q pageQuestion, o *api.Outage) (edgesPage, error) {
	var page edgesPage
	written, ok := askable(q.id)
	if !ok {
		return page, &fetch.APIError{Service: service, Status: http.StatusNotFound, Message: fmt.Sprintf("Paper with id %s not found", q.id)}
	}
	err := c.api.Ask(ctx, api.Request{
		What: q.which + " of " + written + " from " + strconv.Itoa(q.offset), Method: http.MethodGet,
		Path: []string{"graph", "v1", "paper", written, q.which},
		Query: url.Values{
			"fields": {strings.Join(slices.Concat(edgeFields, q.fields), ",")},
			"offset": {strconv.Itoa(q.offset)}, "limit": {strconv.Itoa(pageLimit)},
		},
		Decode: func(body []byte) error {
			page = edgesPage{}
			return api.DecodeObject(body, &page)
		},
		Timeouts: 3, Faults: q.faults, // then the page is done without
	}, o)
	if err == nil {
		c.heard()
	}
	return page, err
}
