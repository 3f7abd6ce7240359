package semanticscholar

import (
	"context"
	"errors"
	"math/bits"
	"slices"

	"citemap/fetch/api"
)

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
		n := min(len(ids), maxBatch, q.client.limit(q.facts), q.size)
		left, err := q.askGroup(ctx, ids[:n])
		if err != nil {
			return err
		}
		ids = slices.Concat(left, ids[n:])
	}
	return nil
}

// askGroup asks for a group, and for parts of it where that does not work. It gives
// those that are still to be asked for.
func (q *question) askGroup(ctx context.Context, ids []string) (left []string, err error) {
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
