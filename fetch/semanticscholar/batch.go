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
	pageLimit = 1000 // references or citing papers on a page
)

var (
	ownFields    = []string{"abstract", "authors", "citationCount", "externalIds", "influentialCitationCount", "openAccessPdf", "publicationDate", "publicationTypes", "referenceCount", "title", "url", "venue", "year"}
	aroundFields = []string{"authors", "citationCount", "externalIds", "paperId", "publicationDate", "referenceCount", "title", "venue", "year"}
)

// batchFields are the fields to ask a batch for.
func batchFields(facts fetch.Facts) string {
	fields := slices.Clone(ownFields)
	switch facts {
	case fetch.ReferenceIDs:
		fields = append(fields, "references.paperId")
	case fetch.Details:
		fields = append(fields, "embedding."+model)
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

// An effort is how much goes into one request: how many faults are put up with,
// 0 for as many as the patience allows, and how many attempts came to nothing
// before it.
type effort struct{ faults, attempt int }

// batch asks for up to 500 ids and gives what stands in the answer, which may
// be more or less than an item for each.
func (c *Client) batch(ctx context.Context, ids []string, facts fetch.Facts, e effort, o *api.Outage) ([]item, error) {
	body, err := json.Marshal(map[string][]string{"ids": ids})
	if err != nil {
		return nil, err
	}
	var items []item
	r := api.Request{
		What: batchName(len(ids), facts), Method: http.MethodPost,
		Path:  []string{"graph", "v1", "paper", "batch"},
		Query: url.Values{"fields": {batchFields(facts)}}, Body: body,
		Decode: func(body []byte) (err error) {
			items, err = decodeBatch(body)
			return err
		},
		Faults: e.faults, Attempt: e.attempt,
	}
	if facts != fetch.Own && e.faults == 0 {
		r.Timeouts = 2 // then it is asked for less
	}
	if err = c.api.Ask(ctx, r, o); noneValid(err) {
		return make([]item, len(ids)), nil
	}
	return items, err
}

func batchName(n int, facts fetch.Facts) string {
	name := fmt.Sprintf("batch of %d ids", n)
	if n == 1 {
		name = "batch of one id"
	}
	if facts == fetch.Own {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, facts)
}

// noneValid recognises the refusal of a batch in which no id is known.
func noneValid(err error) bool {
	var refusal *fetch.APIError
	return errors.As(err, &refusal) && refusal.Status == http.StatusBadRequest && strings.Contains(refusal.Message, "No valid paper ids")
}
