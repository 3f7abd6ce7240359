package library

import (
	"context"
	"errors"
	"strings"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// Source puts the library in front of another source: what the library knows
// and is fresh is answered from it, the rest is asked of inner in one call,
// kept, and answered. An answer from the library equals the one inner gave,
// When included.
//
// Stale answers are given where inner is nil or off line or gives none, if
// need be together with its error. Errors are never kept. Answers of sources
// of different names are kept apart; with inner nil they are those of the
// source that the library was first filled from.
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

func (s *source) online() bool { return s.inner != nil && !s.library.options.Offline }

func (s *source) Papers(ctx context.Context, ids []graph.ExternalID) ([]fetch.Answer, error) {
	answers := make([]fetch.Answer, len(ids))
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = keyOf(id)
	}
	known, err := s.library.find(ctx, s.name(), keys)
	if err != nil {
		return answers, err
	}
	if due := s.due(ids, keys, known); len(due) > 0 && s.online() {
		err = s.ask(ctx, due, known)
	}
	for i := range ids {
		answers[i] = known[keys[i]].answer
	}
	return answers, err
}

// due gives the ids to ask inner for, each once, in the order asked.
func (s *source) due(ids []graph.ExternalID, keys []string, known map[string]kept) []graph.ExternalID {
	var out []graph.ExternalID
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		k, there := known[keys[i]]
		if !seen[keys[i]] && (!there || k.bare || !s.fresh(k.answer)) {
			out = append(out, id)
		}
		seen[keys[i]] = true
	}
	return out
}

// fresh reports whether an answer is young enough not to be asked for again.
func (s *source) fresh(a fetch.Answer) bool {
	good := s.library.options.Refresh
	if a.Outcome == fetch.Unknown {
		good = s.library.options.Missing
	}
	return s.library.options.Now().Sub(a.When) < good
}

// ask asks inner, stores what it answers and adds it to known.
func (s *source) ask(ctx context.Context, ids []graph.ExternalID, known map[string]kept) error {
	answers, err := s.inner.Papers(ctx, ids)
	g := s.newGathering()
	for i, a := range answers[:min(len(answers), len(ids))] {
		err = errors.Join(err, g.add(keyOf(ids[i]), a))
	}
	// Ids of one paper get one answer, the one that is stored.
	for id, paper := range g.paperOf {
		now := kept{answer: g.answers[paper], bare: g.bare(paper)}
		if before, there := known[id]; !there || before.bare || !now.bare || before.answer.Outcome != fetch.Found {
			known[id] = now
		}
	}
	for _, a := range g.batch.aliases {
		if a.paper == nil {
			known[a.id] = kept{answer: fetch.Answer{Outcome: fetch.Unknown, When: instant(a.asked)}}
		}
	}
	return errors.Join(err, s.library.store(ctx, &g.batch))
}

// A gathering is the batch that grows out of one call of inner.
type gathering struct {
	batch   batch
	packer  *packer
	now     time.Time
	paperOf map[string]string       // by key of the id asked, the key of the paper
	answers map[string]fetch.Answer // by key of the paper
}

func (s *source) newGathering() *gathering {
	return &gathering{
		batch: batch{source: s.inner.Provenance()}, packer: newPacker(), now: s.library.options.Now(),
		paperOf: map[string]string{}, answers: map[string]fetch.Answer{},
	}
}

// bare reports whether nothing was said of a paper's references.
func (g *gathering) bare(paper string) bool { return !settled(g.answers[paper].Paper.References.State) }

// add takes in the answer to one id; one that nobody was asked for adds
// nothing.
func (g *gathering) add(id string, a fetch.Answer) error {
	if a.When.IsZero() {
		a.When = g.now
	}
	switch a.Outcome {
	case fetch.Unknown:
		g.batch.aliases = append(g.batch.aliases, alias{id: id, asked: a.When.UnixNano()})
	case fetch.Found:
		p, again, err := g.packer.pack(a)
		if err != nil {
			return err
		}
		g.batch.aliases = append(g.batch.aliases, alias{id, &p.paper, p.asked})
		g.paperOf[id] = p.paper
		if _, twice := g.answers[p.paper]; !twice || g.bare(p.paper) {
			g.answers[p.paper] = again
			g.batch.papers = append(g.batch.papers, p)
		}
	}
	return nil
}

func (s *source) Match(ctx context.Context, title string) (fetch.Answer, error) {
	normal := fetch.NormalTitle(title)
	if normal == "" {
		normal = strings.ToLower(strings.TrimSpace(title))
	}
	k, there, err := s.library.findTitle(ctx, s.name(), normal)
	if err != nil || there && s.fresh(k.answer) || !s.online() {
		return k.answer, err
	}
	answer, err := s.inner.Match(ctx, title)
	if answer.Outcome == fetch.Unasked {
		return k.answer, err
	}
	answer, kept := s.keepMatch(ctx, normal, answer)
	return answer, errors.Join(err, kept)
}

// keepMatch stores what was matched to a title, for the title and as an answer
// about the paper, and gives it back as it will be read again.
func (s *source) keepMatch(ctx context.Context, title string, a fetch.Answer) (fetch.Answer, error) {
	b := batch{source: s.inner.Provenance()}
	if a.When.IsZero() {
		a.When = s.library.options.Now()
	}
	t := titled{title: title, asked: a.When.UnixNano()}
	if a.Outcome == fetch.Found {
		var err error
		if t.answer, a, err = newPacker().pack(a); err != nil {
			return a, err
		}
		b.papers = append(b.papers, t.answer)
	}
	a.When = instant(t.asked)
	b.titles = append(b.titles, t)
	return a, s.library.store(ctx, &b)
}
