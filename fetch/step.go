package fetch

import (
	"context"
	"fmt"

	"citemap/graph"
)

// A step is a question of any size that a stage puts.
type step struct {
	name    string
	source  Source
	facts   Facts
	about   []Subject // in the order of value
	ask     int       // leading subjects that may be asked for; the rest is only recalled
	allowed int       // requests at most
	unclear int       // requests that may be needed for what is not known yet
	pages   int       // requests beyond one a question
	perhaps bool      // it is not known yet whether anything has to be asked
}

// ask answers a step: from what its source recalls, and by asking for the rest.
func (g *gathering) ask(ctx context.Context, s step) []Answer {
	answers, err := g.recalled.recall(ctx, &s)
	if err != nil {
		g.stop(ctx, s.source, err)
	}
	if g.remembers {
		g.recalled.keep(&s, answers)
	}
	for i := range answers {
		answers[i].Recalled = answers[i].Outcome != Unasked && !g.frozen
		answers[i].askedBy(&s.about[i])
	}
	var due []int
	for i := range s.about[:min(s.ask, len(s.about))] {
		if answers[i].Outcome == Unasked || answers[i].Stale {
			due = append(due, i)
		}
	}
	g.countPapers(answers)
	questions := Pack(s.source.Limits(), s.facts, pick(s.about, due))
	questions = questions[:min(len(questions), s.allowed)]
	more := s.pages
	if len(questions) == 0 {
		more = 0
	}
	g.stages = append(g.stages, Stage{
		Name: s.name, Source: s.source.Provenance().Name, Subjects: len(s.about), Known: len(s.about) - len(due),
		Requests: min(len(questions)+s.unclear, s.allowed) + more, Exact: s.unclear == 0 && more == 0,
		Perhaps: s.unclear > 0 && s.perhaps,
	})
	if !g.planning {
		g.askAll(ctx, s, questions, due, answers)
	}
	return answers
}

func pick(about []Subject, places []int) []Subject {
	out := make([]Subject, len(places))
	for i, place := range places {
		out[i] = about[place]
	}
	return out
}

// askAll puts the questions until the source gives up. Each holds places in
// due, which holds places in the step.
func (g *gathering) askAll(ctx context.Context, s step, questions [][]int, due []int, answers []Answer) {
	requests := 0
	defer func() { g.countRequests(s, requests) }()
	for n, question := range questions {
		if g.gaveUp(ctx, s.source) {
			return
		}
		g.report(s.name, n, len(questions))
		places := make([]int, len(question))
		for i, q := range question {
			places[i] = due[q]
		}
		err := s.source.Ask(ctx, s.facts, pick(s.about, places), func(replies []Reply) error {
			requests++
			for _, t := range replies {
				a := &answers[places[t.Place]]
				if t.Outcome == Failed && a.Outcome != Unasked {
					continue // what is recalled is better than nothing
				}
				*a = t.Answer
				a.askedBy(&s.about[places[t.Place]])
				g.countPapers([]Answer{*a})
			}
			g.report(s.name, n, len(questions))
			return nil
		})
		if err != nil {
			g.stop(ctx, s.source, err)
			return
		}
		g.report(s.name, n+1, len(questions))
	}
}

// countRequests notes how many requests of a step were answered, if any.
func (g *gathering) countRequests(s step, n int) {
	if n > 0 {
		g.asked = append(g.asked, graph.Asked{Source: s.source.Provenance().Name, About: s.name, Requests: n})
	}
}

// stop asks a source nothing more. That a fallback fails is no failure of the
// gathering, which goes on without it.
func (g *gathering) stop(ctx context.Context, source Source, err error) {
	if source == g.source {
		if g.stopped == nil {
			g.stopped = err
		}
		return
	}
	if g.fallen == nil {
		g.fallen = map[string]bool{}
	}
	g.fallen[source.Provenance().Name] = true
	if g.options.Warn != nil && ctx.Err() == nil && err != ErrOffline {
		g.options.Warn(fmt.Sprintf("continuing without %s: %v", source.Provenance().Name, err))
	}
}

// gaveUp reports whether there is no use in asking a source: it gave up, or the
// main one did, without which nothing goes on.
func (g *gathering) gaveUp(ctx context.Context, source Source) bool {
	if ctx.Err() != nil && g.stopped == nil {
		g.stopped = ctx.Err()
	}
	return ctx.Err() != nil || g.stopped != nil || g.fallen[source.Provenance().Name]
}

// countPapers counts the papers that answers tell of.
func (g *gathering) countPapers(answers []Answer) {
	if g.options.Progress == nil {
		return
	}
	for i := range answers {
		if answers[i].Outcome == Found {
			g.met[answers[i].Paper.ID] = true
		}
		for j := range answers[i].Around {
			g.met[answers[i].Around[j].ID] = true
		}
	}
}

func (g *gathering) report(stage string, done, planned int) {
	if g.options.Progress != nil {
		g.options.Progress(Progress{Stage: stage, Done: done, Planned: planned, Papers: len(g.met)})
	}
}

// A memory keeps what sources recalled while the stages ahead were planned, so
// that the run itself need not have it read and decoded again. What is taken out
// is forgotten.
type memory map[recollection]Answer

type recollection struct {
	source string
	facts  Facts
	about  string
}

func (s *step) recollection(i int) recollection {
	return recollection{s.source.Provenance().Name, s.facts, s.about[i].ID.String() + "\n" + s.about[i].Title}
}

// keep notes the answers to a step that need not be asked for.
func (m memory) keep(s *step, answers []Answer) {
	for i := range answers {
		if answers[i].Outcome != Unasked {
			m[s.recollection(i)] = answers[i]
		}
	}
}

// recall answers a step without a request, out of memory as far as that goes.
func (m memory) recall(ctx context.Context, s *step) ([]Answer, error) {
	answers := make([]Answer, len(s.about))
	var rest []int
	for i := range s.about {
		r := s.recollection(i)
		if a, kept := m[r]; kept {
			answers[i] = a
			delete(m, r)
			continue
		}
		rest = append(rest, i)
	}
	if len(rest) == 0 {
		return answers, nil
	}
	found, err := s.source.Recall(ctx, s.facts, pick(s.about, rest))
	for k, a := range found {
		answers[rest[k]] = a
	}
	return answers, err
}
