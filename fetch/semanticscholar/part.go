package semanticscholar

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"net/http"
	"slices"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
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

// ask asks for all ids until each has an answer.
func (q *question) ask(ctx context.Context, ids []string) error {
	q.size, q.quick = max(1, len(ids)), bits.Len(uint(len(ids)))+4
	for len(ids) > 0 {
		if err := q.run(ctx, ids); err != nil {
			return err
		}
		var err error
		if ids, err = q.decide(ctx); err != nil {
			return err
		}
	}
	return nil
}

// run asks for as many ids at a time as are known to work. Afterwards each has
// an answer or is doubted.
func (q *question) run(ctx context.Context, ids []string) error {
	for len(ids) > 0 {
		if q.silent > q.quick {
			if err := q.knock(ctx); err != nil {
				return err
			}
		}
		n := min(len(ids), maxBatch, q.client.room(q.facts), q.size)
		left, err := q.put(ctx, ids[:n])
		if err != nil {
			return err
		}
		ids = slices.Concat(left, ids[n:])
	}
	return nil
}

// put asks for a group, and for parts of it where that does not work. It gives
// those that are still to be asked for.
func (q *question) put(ctx context.Context, ids []string) (left []string, err error) {
	left, err = q.try(ctx, ids, q.tries(len(ids)))
	switch {
	case errors.Is(err, api.ErrTooLarge):
		return nil, q.halve(ctx, ids, err)
	case q.stumbled(err):
		q.client.api.Logf("%s: %v; asking for parts", batchName(len(ids), q.facts), err)
		return q.search(ctx, ids, err)
	}
	return left, err
}

// few are as many ids as hardly make a group too large.
const few = 8

// tries are how often a group is asked for before it is parted: the more it
// has to lose, the more often, unless there was a bad id already.
func (q *question) tries(n int) int {
	switch {
	case n < 2*few || len(q.doubted) > 0:
		return 1
	case n < 8*few:
		return 2
	}
	return 3
}

// halve asks for the halves of a group that was too large. The size that works
// is remembered, unless it was one paper alone that was too much.
func (q *question) halve(ctx context.Context, ids []string, why error) error {
	if len(ids) == 1 {
		return q.lighten(ctx, ids[0], why)
	}
	half, single := (len(ids)+1)/2, q.single
	q.client.api.Logf("%s: %v; asking for halves", batchName(len(ids), q.facts), why)
	if err := q.run(ctx, ids[:half]); err != nil {
		return err
	}
	if q.single == single {
		q.client.shrink(q.facts, half)
	}
	return q.run(ctx, ids[half:])
}

// search looks in halves for the id at which the service stumbles, and gives
// those that are still to be asked for, all others of the group among them. A
// half that is answered puts the blame on the other, unless it was the size:
// therefore the other is asked for too, once.
func (q *question) search(ctx context.Context, suspects []string, why error) (left []string, err error) {
	answers, asked, blamed := q.answers, len(suspects), len(suspects) < few
	for len(suspects) > 1 {
		half := (len(suspects) + 1) / 2
		first, second := suspects[:half], suspects[half:]
		if q.mute() { // bad ids stand together, perhaps: look for an answer elsewhere
			first, second = suspects[len(suspects)-half:], suspects[:len(suspects)-half]
		}
		again, err := q.try(ctx, first, 1)
		if q.stumbled(err) {
			why, asked, suspects, left = err, len(first), first, slices.Concat(second, left)
			continue
		}
		if err != nil {
			return nil, err
		}
		left, suspects = slices.Concat(again, left), second
		if blamed {
			continue
		}
		again, err = q.try(ctx, second, 1)
		if err == nil {
			q.client.shrink(q.facts, half)
			return slices.Concat(again, left), nil
		}
		if !q.stumbled(err) {
			return nil, err
		}
		why, asked, blamed = err, len(second), true
	}
	q.doubt(doubt{id: suspects[0], answers: answers, why: why, alone: asked == 1 && q.silent <= q.quick})
	return left, nil
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

// refusesSubject recognises a refusal that may be due to what was asked about,
// and not to how it was asked.
func refusesSubject(err error) bool {
	var refusal *fetch.APIError
	if !errors.As(err, &refusal) {
		return false
	}
	how := strings.Contains(refusal.Message, "unsupported fields") || strings.Contains(refusal.Message, "query params")
	switch refusal.Status {
	case http.StatusBadRequest:
		return !how
	case http.StatusNotFound: // of the paper, not of the address
		return notFound(err)
	case http.StatusOK, http.StatusConflict, http.StatusUnprocessableEntity, http.StatusUnavailableForLegalReasons:
		return true
	}
	return false
}
