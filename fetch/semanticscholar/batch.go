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
	"citemap/graph"
)

// maxBatch is how many ids the API takes in one request.
const maxBatch = 500

var (
	ownFields       = []string{"abstract", "authors", "citationCount", "externalIds", "influentialCitationCount", "openAccessPdf", "publicationDate", "referenceCount", "title", "url", "venue", "year"}
	referenceFields = []string{"authors", "citationCount", "externalIds", "influentialCitationCount", "paperId", "publicationDate", "referenceCount", "title", "url", "venue", "year"}
)

// batchFields are the fields to ask a batch for, with or without the nested
// references.
func batchFields(references bool) string {
	fields := slices.Clone(ownFields)
	if references {
		for _, f := range referenceFields {
			fields = append(fields, "references."+f)
		}
	}
	return strings.Join(fields, ",")
}

// Papers asks for the ids with their references, 500 in one request. Ids that
// Semantic Scholar does not take are Unknown without asking; their When is zero.
func (c *Client) Papers(ctx context.Context, ids []graph.ExternalID) ([]fetch.Answer, error) {
	answers := make([]fetch.Answer, len(ids))
	places := map[string][]int{}
	var ask []string
	for i, id := range ids {
		written, ok := askable(id)
		if !ok {
			answers[i].Outcome = fetch.Unknown
			continue
		}
		if places[written] == nil {
			ask = append(ask, written)
		}
		places[written] = append(places[written], i)
	}
	q := question{client: c, outage: &outage{}, answer: func(id string, a fetch.Answer) {
		for _, i := range places[id] {
			answers[i] = a
		}
	}}
	for batch := range slices.Chunk(ask, maxBatch) {
		if err := q.ask(ctx, batch); err != nil {
			return answers, err
		}
	}
	return answers, nil
}

// A question is one call of Papers while it is worked on.
type question struct {
	client *Client
	outage *outage
	answer func(id string, a fetch.Answer)
}

// ask asks for a batch with its references, and for halves of it where that is
// too much. An id too much by itself is asked for without references.
func (q *question) ask(ctx context.Context, ids []string) error {
	papers, err := q.client.batch(ctx, ids, true, q.outage)
	tooMuch := errors.Is(err, errTooLarge) || errors.Is(err, errTimeout)
	switch {
	case tooMuch && len(ids) == 1:
		return q.askBare(ctx, ids)
	case tooMuch:
		q.client.logf("%s: %v; asking for halves", batchName(len(ids)), err)
		half := len(ids) / 2
		if err := q.ask(ctx, ids[:half]); err != nil {
			return err
		}
		return q.ask(ctx, ids[half:])
	case err != nil:
		return err
	}
	return q.settle(ctx, ids, papers)
}

// settle answers for the ids of a batch. When the rest of a long list cannot be
// had, its paper stays unasked and the others are answered all the same.
func (q *question) settle(ctx context.Context, ids []string, papers []*wirePaper) error {
	var failed error
	for i, w := range papers {
		a := q.client.told(w)
		if a.Outcome == fetch.Unasked {
			q.client.warn(fmt.Sprintf("%s answered for %s with a paper that has neither id nor title", service, ids[i]))
		}
		if a.Outcome == fetch.Found && w.cut() {
			if failed == nil {
				failed = q.client.complete(ctx, a.Paper.ID, w, q.outage)
			}
			if failed != nil {
				continue
			}
		}
		if a.Outcome == fetch.Found {
			a.Paper.References, a.Around = w.references()
		}
		q.answer(ids[i], a)
	}
	return failed
}

// askBare asks for papers whose references cannot be had.
func (q *question) askBare(ctx context.Context, ids []string) error {
	papers, err := q.client.batch(ctx, ids, false, q.outage)
	if err != nil {
		return err
	}
	for i, w := range papers {
		a := q.client.told(w)
		if a.Outcome == fetch.Found {
			a.Paper.References = graph.References{State: graph.Failed, From: from}
		}
		q.answer(ids[i], a)
	}
	return nil
}

// told makes an answer of a place in a batch, without references.
func (c *Client) told(w *wirePaper) fetch.Answer {
	if w == nil {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.options.Now()}
	}
	p := w.paper()
	if p.ID == "" && p.Title == "" && len(p.IDs) == 0 {
		return fetch.Answer{}
	}
	if p.ID == "" {
		p.ID = fetch.PaperIDOf(&p)
	}
	return fetch.Answer{Outcome: fetch.Found, Paper: p, When: c.options.Now()}
}

// batch asks for up to 500 ids and gives a paper, or nil, for each.
func (c *Client) batch(ctx context.Context, ids []string, references bool, o *outage) ([]*wirePaper, error) {
	body, err := json.Marshal(map[string][]string{"ids": ids})
	if err != nil {
		return nil, err
	}
	var papers []*wirePaper
	r := request{
		what: batchName(len(ids)), method: http.MethodPost,
		path:  []string{"graph", "v1", "paper", "batch"},
		query: url.Values{"fields": {batchFields(references)}}, body: body,
		decode: func(body []byte) (err error) {
			papers, err = decodeBatch(body)
			return err
		},
	}
	if references {
		r.timeouts = 2 // once more as a whole, then in halves
	}
	err = c.ask(ctx, r, o)
	if noneValid(err) {
		return make([]*wirePaper, len(ids)), nil
	}
	if err == nil && len(papers) != len(ids) {
		err = fmt.Errorf("%s answered %d papers for a %s", service, len(papers), batchName(len(ids)))
	}
	return papers, err
}

func batchName(n int) string {
	if n == 1 {
		return "batch of one id"
	}
	return fmt.Sprintf("batch of %d ids", n)
}

// noneValid recognises the refusal of a batch in which no id is known.
func noneValid(err error) bool {
	var refusal *fetch.APIError
	return errors.As(err, &refusal) && refusal.Status == http.StatusBadRequest && strings.Contains(refusal.Message, "No valid paper ids")
}
