package semanticscholar

import (
	"context"
	"errors"
	"fmt"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// A question is one batch while it is worked on.
//
// Where the service stumbles at a group of ids, the cause is searched for in
// halves, so that a bad id costs no other its answer. It takes at most
// 2 log2(n) + 2 requests more, for each bad one. That it is the id and not the
// service is held for certain only once something else was answered meanwhile:
// in an outage halves are asked for in place of the whole, with the same
// back-off, until the patience ends.
type question struct {
	client *Client
	facts  fetch.Facts
	report func([]fetch.Reply) error
	outage *api.Outage
	places map[string][]int // in the question, of the ids as written

	single  int     // ids that were too much by themselves
	doubted []doubt // ids at which the service stumbled
	answers int     // requests that were answered
	silent  int     // attempts since then
	quick   int     // of those, the ones that need no back-off: a search takes as many
	size    int     // ids in a group, at most; less while one after the other is bad
}

// A doubt is an id at which the service stumbled, by itself or as the only one
// left of a group.
type doubt struct {
	id      string
	answers int // that there were before the service stumbled at the group
	why     error
	alone   bool // it was asked for by itself, and not in an outage
}

func (q *question) effort(faults int) effort {
	return effort{faults: faults, attempt: max(0, q.silent-q.quick)}
}

// heard notes an answer.
func (q *question) heard() {
	q.answers++
	q.silent = 0
	q.size = min(2*q.size, maxBatch)
	q.client.heard()
}

// stumbled reports whether an error may be the fault of an id in the question,
// so that others may be answered. Refusals that go on for longer than a search
// takes are the service's.
func (q *question) stumbled(err error) bool {
	if refusesSubject(err) || errors.Is(err, api.ErrTooLarge) {
		return q.silent <= 3*q.quick
	}
	return stumbles(err) // for as long as the patience lasts
}

// try asks for a group and hands over what is told. It gives the ids for which
// nothing was; where that is so for all of them, it is an error.
func (q *question) try(ctx context.Context, ids []string, faults int) (left []string, err error) {
	items, err := q.client.batch(ctx, ids, q.facts, q.effort(faults), q.outage)
	if err != nil {
		q.silent++
		if stumbles(err) {
			q.silent += max(0, faults-1) // it was put so often
		}
		q.client.noteFault(err)
		return nil, err
	}
	at := placed(ids, items)
	var malformed []doubt
	for i, id := range ids {
		switch {
		case at[i] < 0:
			left = append(left, id)
		case items[at[i]].words != "":
			malformed = append(malformed, doubt{id: id, answers: -1})
			err = unfit(q.client.api.Line(items[at[i]].words))
		}
	}
	if len(left) == len(ids) {
		err = unfit(fmt.Sprintf("%d papers for a %s", len(items), batchName(len(ids), q.facts)))
	}
	if len(left)+len(malformed) == len(ids) {
		q.silent++
		return nil, err
	}
	q.heard()
	q.doubted = append(q.doubted, malformed...)
	return left, q.reportOf(q.facts, ids, at, items)
}

// reportOf hands over what a request for facts told, by the ids that were asked for
// and the places of what answers for them (see placed).
func (q *question) reportOf(facts fetch.Facts, ids []string, placed []int, items []item) error {
	cut, aliases := cutFrom(items), met(ids, placed, items)
	var out []fetch.Reply
	for i, id := range ids {
		if placed[i] < 0 || items[placed[i]].words != "" {
			continue
		}
		w := items[placed[i]].paper
		a := q.client.answer(w)
		if a.Outcome == fetch.Found {
			a.Paper.Aliases = aliases[a.Paper.ID]
			q.surround(&a, w, facts, placed[i] >= cut)
			q.client.foundBy(id)
		}
		for _, place := range q.places[id] {
			out = append(out, fetch.Reply{Place: place, Answer: a})
		}
	}
	return q.report(out)
}

// surround adds to an answer what it tells of references and citing papers.
// Where less was asked for than is wanted, a reference list that cannot be had
// has failed.
func (q *question) surround(a *fetch.Answer, w *wirePaper, facts fetch.Facts, cut bool) {
	switch {
	case q.facts == fetch.Own || q.facts == fetch.Details:
	case facts != fetch.Own:
		w.surround(a, facts, cut)
	default:
		a.Paper.References = graph.References{State: graph.Failed, From: from}
	}
}

// fail answers that the service could not answer for an id.
func (q *question) fail(id string, why error) error {
	a := q.client.failed(id, why)
	var out []fetch.Reply
	for _, place := range q.places[id] {
		out = append(out, fetch.Reply{Place: place, Answer: a})
	}
	return q.report(out)
}
