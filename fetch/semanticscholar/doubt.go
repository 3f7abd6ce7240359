package semanticscholar

import (
	"context"
	"errors"
	"fmt"

	"citemap/fetch"
	"citemap/fetch/api"
)

// askOne asks for the only id of a question. That it is the id and not the
// service is held for certain where the service refuses it, or answered before.
func (q *question) askOne(ctx context.Context, id string) error {
	faults := q.client.faults()
	q.size, q.quick = 1, mostFaults
	_, err := q.try(ctx, []string{id}, faults)
	if less := q.less(err); q.stumbled(err) && len(less) > 0 {
		q.single++
		err = q.askLess(ctx, id, less, faults)
	}
	if !q.stumbled(err) || !q.client.mayFail(err) {
		return err
	}
	return q.fail(id, err)
}

// doubt puts an id aside until the others are asked for. Where ids are doubted
// one after the other without an answer in between, groups become smaller.
func (q *question) doubt(d doubt) {
	if q.mute() {
		q.size = max(1, q.size/2)
	}
	q.doubted = append(q.doubted, d)
	q.client.api.Logf("%s: %v; asking for the others first", d.id, d.why)
}

// mute reports whether an id is doubted and nothing was answered since the
// service stumbled at it.
func (q *question) mute() bool {
	n := len(q.doubted)
	return n > 0 && q.doubted[n-1].answers == q.answers
}

// lighten asks for less of a paper that is too large by itself.
func (q *question) lighten(ctx context.Context, id string, why error) error {
	answers := q.answers
	q.single++
	q.client.forget(q.facts)
	err := why
	if less := q.less(why); len(less) > 0 {
		err = q.askLess(ctx, id, less, 1)
	}
	if q.stumbled(err) {
		q.doubt(doubt{id: id, answers: answers, why: err, alone: true})
		return nil
	}
	return err
}

// decide asks once more for the ids that are doubted, each by itself, and says
// that they failed where that does not help. It gives those to ask for again,
// since nothing else was answered either: that tells nothing about them.
func (q *question) decide(ctx context.Context) (again []string, err error) {
	doubted := q.doubted
	q.doubted = nil
	for len(doubted) > 0 {
		answers := q.answers
		if doubted, err = q.decideOn(ctx, doubted); err != nil {
			return nil, err
		}
		if q.answers > answers || len(doubted) == 0 {
			continue
		}
		if doubted, err = q.probe(ctx, doubted); err != nil {
			return nil, err
		}
		if q.answers == answers {
			break
		}
	}
	for _, d := range doubted {
		if again = append(again, d.id); !q.stumbled(d.why) {
			return nil, d.why
		}
	}
	return again, nil
}

// probe looks for any answer, where all that is left is doubted: by a
// knock or, as it may be the lists with which
// none can be answered, for less of the first of them. It gives those left.
func (q *question) probe(ctx context.Context, doubted []doubt) (left []doubt, err error) {
	answers := q.answers
	if err = q.knock(ctx); err != nil || q.answers > answers {
		return doubted, err
	}
	err = q.askLess(ctx, doubted[0].id, q.less(doubted[0].why), 1)
	if err != nil && !q.stumbled(err) {
		return nil, err
	}
	if q.answers > answers {
		doubted = doubted[1:]
	}
	return doubted, nil
}

// knock asks again for a paper that was answered before, where there is one.
func (q *question) knock(ctx context.Context) error {
	id := q.client.known()
	if id == "" {
		return nil
	}
	_, err := q.client.batch(ctx, []string{id}, fetch.Own, q.effort(1), q.outage)
	if err == nil {
		q.heard()
		return nil
	}
	if q.silent++; q.stumbled(err) {
		return nil
	}
	return err
}

// decideOn decides on those that are doubted though others were answered since,
// and gives the rest.
func (q *question) decideOn(ctx context.Context, doubted []doubt) (rest []doubt, err error) {
	tries := q.client.lastTries(len(q.places), len(doubted))
	for _, d := range doubted {
		if d.answers == q.answers {
			rest = append(rest, d)
		} else if err := q.last(ctx, d, tries); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// last asks for a doubted id once more, then for less of it; where that is of no
// avail either, it has failed. What took too long is repeated once where the
// service is flaky; elsewhere not by itself, nor with citing papers that can be
// had otherwise.
func (q *question) last(ctx context.Context, d doubt, tries int) error {
	err := d.why
	slow := errors.Is(err, api.ErrTimeout)
	if slow {
		tries = min(tries, 1+tries/flaky)
	}
	if !slow || tries > 1 || q.facts == fetch.Own || !d.alone && q.facts != fetch.Surroundings {
		_, err = q.try(ctx, []string{d.id}, tries)
	}
	if less := q.less(err); q.stumbled(err) && len(less) > 0 {
		q.single++
		q.client.forget(q.facts)
		err = q.askLess(ctx, d.id, less, 1)
	}
	if !q.stumbled(err) {
		return err
	}
	return q.fail(d.id, err)
}

// less gives the facts to ask for where those wanted cannot be had: without the
// citing papers, as far as they may be what is too much, and without references.
func (q *question) less(why error) []fetch.Facts {
	switch {
	case q.facts == fetch.Own:
		return nil
	case q.facts == fetch.Surroundings && (errors.Is(why, api.ErrTimeout) || errors.Is(why, api.ErrTooLarge)):
		return []fetch.Facts{fetch.References, fetch.Own}
	}
	return []fetch.Facts{fetch.Own}
}

// askLess asks for less and less of a paper until that is answered.
func (q *question) askLess(ctx context.Context, id string, less []fetch.Facts, faults int) (err error) {
	for _, facts := range less {
		var items []item
		tries := faults
		if tries > 0 { // else as many as the patience allows
			tries = max(tries, q.client.lastTries(1, 1))
		}
		items, err = q.client.batch(ctx, []string{id}, facts, q.effort(tries), q.outage)
		switch {
		case err == nil && len(items) == 1 && items[0].words == "":
			q.heard()
			return q.reportOf(facts, []string{id}, []int{0}, items)
		case err == nil:
			err = unfit(fmt.Sprintf("%d papers for a %s", len(items), batchName(1, facts)))
		}
		q.silent++
		q.client.noteFault(err)
		if !q.stumbled(err) {
			return err
		}
	}
	return err
}
