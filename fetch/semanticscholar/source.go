package semanticscholar

import (
	"context"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// Provenance names Semantic Scholar and the terms of its data.
func (c *Client) Provenance() graph.Provenance {
	return graph.Provenance{Name: service, Licence: "Semantic Scholar API licence; data ODC-BY"}
}

// Limits are those of a batch: 500 ids, 9,999 citing papers over all of them,
// cut silently, and 10 MB, at some 800 bytes a paper told of and 16,000 an
// embedding.
func (c *Client) Limits() fetch.Limits {
	return fetch.Limits{Subjects: maxBatch, Citing: maxCiting - 1, Around: 12000, Details: 400}
}

// Recall has nothing: a client remembers no answers.
func (c *Client) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

// Ask puts a question: a batch, or for a title and for a page a request for
// each subject. Of Notices it knows nothing, and leaves them unasked.
func (c *Client) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	single := map[fetch.Facts]func(context.Context, fetch.Subject) (fetch.Answer, error){
		fetch.ByTitle: c.match, fetch.NewestCiting: c.newestCiting, fetch.MoreReferences: c.moreReferences, fetch.Passages: c.passages,
	}[facts]
	if facts == fetch.Notices {
		return nil // Semantic Scholar has none
	}
	if single == nil {
		return c.askBatch(ctx, facts, about, report)
	}
	return api.AskEach(ctx, about, single, report)
}

// askBatch asks for up to 500 ids at once. Ids that Semantic Scholar does not
// take are Unknown without asking; their When is zero.
func (c *Client) askBatch(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	q := question{client: c, facts: facts, report: report, outage: &api.Outage{}, places: map[string][]int{}}
	var ask []string
	var odd []fetch.Reply
	for i, s := range about {
		written, ok := askable(s.ID)
		if !ok {
			odd = append(odd, fetch.Reply{Place: i, Answer: fetch.Answer{Outcome: fetch.Unknown}})
			continue
		}
		if q.places[written] == nil {
			ask = append(ask, written)
		}
		q.places[written] = append(q.places[written], i)
	}
	if len(odd) > 0 {
		if err := report(odd); err != nil {
			return err
		}
	}
	if len(ask) == 1 {
		return q.askOne(ctx, ask[0])
	}
	return q.ask(ctx, ask)
}
