package semanticscholar

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
)

const (
	maxBatch  = 500  // ids in one request
	maxCiting = 9999 // citing papers in one answer; the rest is cut silently
)

var (
	ownFields    = []string{"abstract", "authors", "citationCount", "externalIds", "influentialCitationCount", "openAccessPdf", "publicationDate", "referenceCount", "title", "url", "venue", "year"}
	aroundFields = []string{"authors", "citationCount", "externalIds", "paperId", "publicationDate", "referenceCount", "title", "venue", "year"}
)

// batchFields are the fields to ask a batch for.
func batchFields(facts fetch.Facts) string {
	fields := slices.Clone(ownFields)
	if facts == fetch.ReferenceIDs {
		fields = append(fields, "references.paperId")
	}
	for _, f := range aroundFields {
		if facts == fetch.References || facts == fetch.Surroundings {
			fields = append(fields, "references."+f)
		}
		if facts == fetch.Surroundings {
			fields = append(fields, "citations."+f)
		}
	}
	slices.Sort(fields)
	return strings.Join(fields, ",")
}

// askBatch asks for up to 500 ids at once. Ids that Semantic Scholar does not
// take are Unknown without asking; their When is zero.
func (c *Client) askBatch(ctx context.Context, facts fetch.Facts, about []fetch.Subject, tell func([]fetch.Told) error) error {
	q := question{client: c, facts: facts, tell: tell, outage: &api.Outage{}, places: map[string][]int{}}
	var ask []string
	var odd []fetch.Told
	for i, s := range about {
		written, ok := askable(s.ID)
		if !ok {
			odd = append(odd, fetch.Told{Place: i, Answer: fetch.Answer{Outcome: fetch.Unknown}})
			continue
		}
		if q.places[written] == nil {
			ask = append(ask, written)
		}
		q.places[written] = append(q.places[written], i)
	}
	if len(odd) > 0 {
		if err := tell(odd); err != nil {
			return err
		}
	}
	return q.ask(ctx, ask)
}

// A question is one batch while it is worked on.
type question struct {
	client *Client
	facts  fetch.Facts
	tell   func([]fetch.Told) error
	outage *api.Outage
	places map[string][]int // in the question, of the ids as written
	single int              // ids that were too much by themselves
}

// ask asks for as many ids at a time as are known to work.
func (q *question) ask(ctx context.Context, ids []string) error {
	for len(ids) > 0 {
		n := min(len(ids), maxBatch, q.client.room(q.facts))
		if err := q.put(ctx, ids[:n]); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// put asks for a batch, and for halves of it where that is too much. An id too
// much by itself is asked for less.
func (q *question) put(ctx context.Context, ids []string) error {
	papers, err := q.client.batch(ctx, ids, q.facts, q.outage)
	tooMuch := errors.Is(err, api.ErrTooLarge) || errors.Is(err, api.ErrTimeout)
	switch {
	case tooMuch && len(ids) == 1:
		return q.putLess(ctx, ids)
	case tooMuch:
		q.client.api.Logf("%s: %v; asking for halves", batchName(len(ids), q.facts), err)
		return q.putHalves(ctx, ids)
	case err != nil:
		return err
	}
	return q.tell(q.told(ids, papers))
}

// putHalves asks for the halves of a batch that was too much. The size that
// works is remembered, unless it was one paper alone that was too much.
func (q *question) putHalves(ctx context.Context, ids []string) error {
	half, single := (len(ids)+1)/2, q.single
	if err := q.put(ctx, ids[:half]); err != nil {
		return err
	}
	if q.single == single {
		q.client.shrink(q.facts, half)
	}
	return q.ask(ctx, ids[half:])
}

// putLess asks for a paper without its citing papers, then without its
// references.
func (q *question) putLess(ctx context.Context, ids []string) error {
	q.single++
	q.client.forget(q.facts)
	less := fetch.Own
	if q.facts == fetch.Surroundings {
		less = fetch.References
	}
	papers, err := q.client.batch(ctx, ids, less, q.outage)
	if (errors.Is(err, api.ErrTooLarge) || errors.Is(err, api.ErrTimeout)) && less != fetch.Own {
		less = fetch.Own
		papers, err = q.client.batch(ctx, ids, less, q.outage)
	}
	if err != nil {
		return err
	}
	return q.tell((&question{client: q.client, facts: less, places: q.places}).toldLess(ids, papers))
}

// batch asks for up to 500 ids and gives a paper, or nil, for each.
func (c *Client) batch(ctx context.Context, ids []string, facts fetch.Facts, o *api.Outage) ([]*wirePaper, error) {
	body, err := json.Marshal(map[string][]string{"ids": ids})
	if err != nil {
		return nil, err
	}
	var papers []*wirePaper
	r := api.Request{
		What: batchName(len(ids), facts), Method: http.MethodPost,
		Path:  []string{"graph", "v1", "paper", "batch"},
		Query: url.Values{"fields": {batchFields(facts)}}, Body: body,
		Decode: func(body []byte) (err error) {
			papers, err = decodeBatch(body)
			return err
		},
	}
	if facts != fetch.Own || len(ids) > 1 {
		r.Timeouts = 2 // once more as a whole, then in halves
	}
	const attempts = 3
	for range attempts {
		err = c.api.Ask(ctx, r, o)
		if noneValid(err) {
			return make([]*wirePaper, len(ids)), nil
		}
		if err != nil || len(papers) == len(ids) {
			return papers, err
		}
	}
	return nil, fmt.Errorf("%s answered %d papers for a %s", service, len(papers), batchName(len(ids), facts))
}

func batchName(n int, facts fetch.Facts) string {
	if n == 1 {
		return fmt.Sprintf("batch of one id (%s)", facts)
	}
	return fmt.Sprintf("batch of %d ids (%s)", n, facts)
}

// noneValid recognises the refusal of a batch in which no id is known.
func noneValid(err error) bool {
	var refusal *fetch.APIError
	return errors.As(err, &refusal) && refusal.Status == http.StatusBadRequest && strings.Contains(refusal.Message, "No valid paper ids")
}
