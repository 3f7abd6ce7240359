package library

import (
	"context"
	"errors"
	"slices"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// Source puts the library in front of another source: Recall answers from the
// library, Ask asks inner and keeps what it answers, request by request, before
// it is handed on. An answer that is recalled equals the one that inner gave,
// When included.
//
// An answer to more than is asked for answers that too. A paper that is known by
// an answer which is still good is found, whatever did not find it since. One
// that goes by another id than the one asked for bears that as an alias. Errors
// and Failed answers
// are never kept.
// Answers of sources of different names are kept apart; with inner nil they are
// those of the source that the library was first filled from.
func (l *Library) Source(inner fetch.Source) fetch.Source { return &source{l, inner} }

type source struct {
	library *Library
	inner   fetch.Source
}

// Provenance is inner's, or where there is none what the library remembers.
func (s *source) Provenance() graph.Provenance {
	if s.inner != nil {
		return s.inner.Provenance()
	}
	p, _, err := s.library.firstSource(context.Background())
	if err != nil {
		return graph.Provenance{}
	}
	return p
}

func (s *source) name() string {
	if s.inner == nil {
		return ""
	}
	return s.inner.Provenance().Name
}

// Limits are inner's.
func (s *source) Limits() fetch.Limits {
	if s.inner == nil {
		return fetch.Limits{}
	}
	return s.inner.Limits()
}

// Recall answers from the library.
func (s *source) Recall(ctx context.Context, facts fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	answers := make([]fetch.Answer, len(about))
	keys := make([]string, len(about))
	for i := range about {
		keys[i] = subjectKey(facts, &about[i])
	}
	find := s.library.find
	if facts == fetch.ByTitle {
		find = s.library.findTitles
	}
	known, err := find(ctx, s.name(), facts, keys)
	for i := range about {
		answers[i] = s.best(known[keys[i]], facts)
		bearAlias(&answers[i], about[i].ID)
	}
	return answers, err
}

// best gives the answer to a question among those that the library has, which
// come by what they were asked for: of the better ones the one that says the
// least beyond what is asked for.
func (s *source) best(found []kept, facts fetch.Facts) fetch.Answer {
	var out fetch.Answer
	for i, k := range found {
		k.answer.Stale = !s.fresh(&k)
		if i == 0 || better(&k.answer, &out) {
			out = k.answer.Narrow(narrowest(facts))
		}
	}
	return out
}

// better reports whether a goes before b: a fresh answer before a stale one,
// then a paper before none, then the later refusal.
func better(a, b *fetch.Answer) bool {
	switch {
	case a.Stale != b.Stale:
		return b.Stale
	case a.Outcome != b.Outcome:
		return a.Outcome == fetch.Found
	}
	return a.Outcome == fetch.Unknown && a.When.After(b.When)
}

// bearAlias adds the id that was asked for to the aliases of a paper that goes
// by another one, so that citations of either are citations of the paper.
func bearAlias(a *fetch.Answer, asked graph.ExternalID) {
	if a.Outcome != fetch.Found || asked.Value == "" {
		return
	}
	if _, named := slices.BinarySearch(names(&a.Paper), keyOf(asked)); named {
		return
	}
	a.Paper.Aliases = append(slices.Clone(a.Paper.Aliases), graph.PaperID(asked.String()))
	slices.Sort(a.Paper.Aliases)
}

// narrowest is how far an answer is cut down to a question; a page and a match
// are whole as they are.
func narrowest(facts fetch.Facts) fetch.Facts {
	if facts < fetch.Own {
		return fetch.Surroundings
	}
	return facts
}

// fresh reports whether an answer is young enough not to be asked for again.
func (s *source) fresh(k *kept) bool {
	state := k.answer.Paper.References.State
	good := s.library.options.Refresh
	switch {
	case k.answer.Outcome == fetch.Unknown:
		good = s.library.options.Missing
	case state == graph.Failed:
		good = s.library.options.Failed
	case state == graph.Unasked && fetch.ReferenceIDs <= k.facts && k.facts <= fetch.Surroundings:
		return false
	}
	age := s.library.options.Now().Sub(k.answer.When)
	return 0 <= age && age < good
}

// Ask asks inner and keeps what it answers.
func (s *source) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	if s.inner == nil || s.library.options.Offline {
		return fetch.ErrOffline
	}
	return s.inner.Ask(ctx, facts, about, func(replies []fetch.Reply) error {
		g := gathering{facts: facts, batch: batch{source: s.inner.Provenance()}, encoder: newEncoder(), now: s.library.options.Now(), encoded: map[string]bool{}}
		var err error
		for i := range replies {
			err = errors.Join(err, g.add(&about[replies[i].Place], &replies[i].Answer))
		}
		if err = errors.Join(err, s.library.store(ctx, &g.batch)); err != nil {
			return err
		}
		return report(replies)
	})
}

// A gathering is the batch that grows out of what one request told.
type gathering struct {
	facts   fetch.Facts
	batch   batch
	encoder *encoder
	now     time.Time
	encoded map[string]bool // keys of papers in the batch
}

// add takes in an answer and turns it into what will be read again; one that
// nobody was asked for adds nothing.
func (g *gathering) add(about *fetch.Subject, a *fetch.Answer) error {
	if a.When.IsZero() {
		a.When = g.now
	}
	key, asked := subjectKey(g.facts, about), a.When.UnixNano()
	a.When = instant(asked)
	var p *encoded
	if a.Outcome != fetch.Found && a.Outcome != fetch.Unknown {
		return nil
	}
	if a.Outcome == fetch.Found {
		bearAlias(a, about.ID)
		var err error
		if p, *a, err = g.encoder.encode(*a, g.facts); err != nil {
			return err
		}
	}
	if g.facts == fetch.ByTitle {
		g.batch.titles = append(g.batch.titles, titled{title: key, asked: asked, answer: p})
	}
	if p != nil && !g.encoded[p.paper] {
		g.encoded[p.paper] = true
		g.batch.papers = append(g.batch.papers, p)
	}
	if g.facts != fetch.ByTitle {
		g.alias(key, p, asked)
	}
	return nil
}

// alias notes what an id that was asked for stands for; p is nil for an
// unknown one.
func (g *gathering) alias(key string, p *encoded, asked int64) {
	a := alias{id: key, asked: asked, kind: g.facts}
	if p == nil {
		g.batch.unknown = append(g.batch.unknown, a)
		return
	}
	a.paper = p.paper
	g.batch.aliases = append(g.batch.aliases, a)
}
