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

// A wireUpdate is a notice about a work, as publishers and Retraction Watch
// deposited it.
type wireUpdate struct {
	DOI     api.Loose[string]   `json:"DOI"`
	Type    api.Loose[string]   `json:"type"`
	Updated api.Loose[wireDate] `json:"updated"`
}

// noticeKinds are the types of updates that say something was wrong. A part that
// is taken back is a correction of the rest; an addendum or a new version is none.
var noticeKinds = map[string]graph.NoticeKind{
	"retraction": graph.Retraction, "withdrawal": graph.Retraction, "removal": graph.Retraction,
	"expression_of_concern": graph.Concern,
	"correction":            graph.Correction, "corrigendum": graph.Correction, "erratum": graph.Correction, "partial_retraction": graph.Correction,
}

// notice gives the gravest notice about a work; nil where there is none.
func (w *wireWork) notice() *graph.Notice {
	var gravest *graph.Notice
	for _, item := range w.UpdatedBy.Items {
		u := item.Value
		kind, grave := noticeKinds[strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(api.Plain(u.Type.Value)))]
		if !grave {
			continue
		}
		n := &graph.Notice{Kind: kind, Date: u.Updated.Value.date()}
		if x, ok := address.ParseDOI(api.Plain(u.DOI.Value)); ok {
			n.DOI = x.Value
		}
		gravest = graph.Graver(gravest, n)
	}
	return gravest
}

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
