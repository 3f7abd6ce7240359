package crossref

import (
	"context"
	"errors"
	"fmt"
	"maps"
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

// askNotices asks of papers which notices there are about them.
func (c *Client) askNotices(ctx context.Context, about []fetch.Subject, report func([]fetch.Reply) error) error {
	var filters []string
	for _, s := range about {
		if filterable(s.ID) {
			filters = append(filters, "doi:"+s.ID.Value)
		}
	}
	var works []api.Loose[wireWork]
	if len(filters) > 0 {
		var err error
		if works, err = c.updated(ctx, filters); err != nil {
			return err
		}
	}
	return report(c.noticesAbout(works, about))
}

// filterable reports whether a paper can be asked for among others: a comma parts
// filters.
func filterable(id graph.ExternalID) bool { return askable(id) && !strings.Contains(id.Value, ",") }

// noticesAbout says what works tell of each paper: one that is none of them is
// unknown.
func (c *Client) noticesAbout(works []api.Loose[wireWork], about []fetch.Subject) []fetch.Reply {
	found := map[graph.ExternalID]*wireWork{}
	for i := range works {
		if x, ok := address.ParseDOI(api.Plain(works[i].Value.DOI.Value)); ok {
			found[x] = &works[i].Value
		}
	}
	var replies []fetch.Reply
	for i, s := range about {
		a := fetch.Answer{Outcome: fetch.Unknown}
		if filterable(s.ID) {
			a.When = c.api.Now()
		}
		if w := found[s.ID]; w != nil {
			a.Outcome, a.Paper = fetch.Found, w.paper()
			a.Paper.Notice = w.notice()
		}
		replies = append(replies, fetch.Reply{Place: i, Answer: a})
	}
	return replies
}

// A worksAnswer is an answer that lists works.
type worksAnswer struct {
	Message api.Loose[struct {
		Items api.List[wireWork] `json:"items"`
	}] `json:"message"`
}

// updated asks for works with what updates them; several filters of one name are
// read as any of them.
func (c *Client) updated(ctx context.Context, filters []string) ([]api.Loose[wireWork], error) {
	query := maps.Clone(c.query)
	query.Set("filter", strings.Join(filters, ","))
	query.Set("rows", strconv.Itoa(len(filters)))
	query.Set("select", "DOI,title,updated-by")
	var works []api.Loose[wireWork]
	err := c.api.Ask(ctx, api.Request{
		What: fmt.Sprintf("notices about %d papers", len(filters)), Method: http.MethodGet, Path: []string{"works"}, Query: query,
		Decode: func(body []byte) (err error) {
			works, err = decodeWorks(body)
			return err
		},
	}, &api.Outage{})
	return works, err
}

func decodeWorks(body []byte) ([]api.Loose[wireWork], error) {
	var answer worksAnswer
	if err := api.DecodeExactly(body, '{', &answer); err != nil {
		return nil, err
	}
	if answer.Message.Value.Items.Form != api.There {
		return nil, errors.New("it has no list of works")
	}
	return answer.Message.Value.Items.Items, nil
}
