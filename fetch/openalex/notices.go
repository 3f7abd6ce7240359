package openalex

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"citemap/fetch"
	"citemap/fetch/address"
	"citemap/fetch/api"
	"citemap/graph"
)

// mostNotices is how many DOIs one request names: each is some twenty to forty
// characters of the address.
const mostNotices = 50

// askNotices asks of papers whether they were retracted. OpenAlex knows that of
// a work and not which notice says so; of corrections it knows nothing.
func (c *Client) askNotices(ctx context.Context, about []fetch.Subject, report func([]fetch.Reply) error) error {
	var dois []string
	for _, s := range about {
		if doi := doiOf(s.ID); doi != "" {
			dois = append(dois, doi)
		}
	}
	page := &wirePage{}
	if len(dois) > 0 {
		filter := "doi:" + strings.Join(dois, "|")
		var err error
		// Some DOIs are those of two works.
		if page, err = c.works(ctx, fmt.Sprintf("retractions of %d papers", len(dois)), filter, "id,doi,display_name,is_retracted", 2*mostNotices, &api.Outage{}); err != nil {
			return err
		}
	}
	return report(c.noticesOn(page, about))
}

// doiOf is the DOI by which a paper can be asked for among others; "" where it
// cannot.
func doiOf(id graph.ExternalID) string {
	doi, ok := strings.CutPrefix(workName(id), "doi:")
	if !ok || strings.Contains(doi, "|") {
		return ""
	}
	return doi
}

// noticesOn says what a page tells of each paper: one that is not on it is
// unknown, unless the page is not whole.
func (c *Client) noticesOn(page *wirePage, about []fetch.Subject) []fetch.Reply {
	works := map[graph.ExternalID]*wireWork{}
	for i := range page.Results.Items {
		w := &page.Results.Items[i].Value
		x, ok := address.ParseDOI(api.Plain(w.DOI.Value))
		if before := works[x]; ok && (before == nil || !before.Retracted.Value) {
			works[x] = w
		}
	}
	whole := page.Meta.Value.Count.Value <= len(page.Results.Items)
	var replies []fetch.Reply
	for i, s := range about {
		a := fetch.Answer{Outcome: fetch.Unknown}
		if w := works[s.ID]; w != nil {
			a = fetch.Answer{Outcome: fetch.Found, Paper: w.paper(), When: c.api.Now()}
			if w.Retracted.Value {
				a.Paper.Notice = &graph.Notice{Kind: graph.Retraction}
			}
		} else if doiOf(s.ID) != "" {
			if !whole {
				continue
			}
			a.When = c.api.Now()
		}
		replies = append(replies, fetch.Reply{Place: i, Answer: a})
	}
	return replies
}

// works asks for a page of the works that a filter names.
func (c *Client) works(ctx context.Context, what, filter, fields string, most int, o *api.Outage) (*wirePage, error) {
	var p *wirePage
	err := c.api.Ask(ctx, api.Request{
		What: what, Method: http.MethodGet, Path: []string{"works"}, Spent: spent,
		Query: map[string][]string{"filter": {filter}, "per_page": {strconv.Itoa(most)}, "select": {fields}},
		Decode: func(body []byte) error {
			p = &wirePage{}
			if err := api.DecodeObject(body, p); err != nil {
				return err
			}
			if p.Results.Form != api.There {
				return errors.New("it has no list of results")
			}
			return nil
		},
	}, o)
	return p, err
}
