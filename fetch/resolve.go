package fetch

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"citemap/graph"
)

// resolve asks the source about all entries: all ids at once, then titles, one
// by one, where an entry has no id.
func (g *gathering) resolve(ctx context.Context) {
	var questions []question
	for i := range g.entries {
		if ids := g.entries[i].Lookups(); len(ids) > 0 {
			questions = append(questions, question{entry: i, id: ids[0], rest: ids[1:]})
		}
	}
	for len(questions) > 0 {
		questions = g.askIDs(ctx, questions)
	}
	g.askTitles(ctx)
	slices.SortStableFunc(g.listed, func(a, b Answer) int {
		return cmp.Compare(g.place[a.Paper.ID], g.place[b.Paper.ID])
	})
	for i := range g.listed {
		g.place[g.listed[i].Paper.ID] = i
	}
}

// question is one id that stands for an entry. An entry whose first id the
// source does not know is asked again by its next.
type question struct {
	entry  int
	id     graph.ExternalID
	rest   []graph.ExternalID
	failed string // what to note of an earlier id for which the source could not answer
}

// askIDs puts all questions at once and gives those to ask next.
func (g *gathering) askIDs(ctx context.Context, questions []question) []question {
	var about []Subject
	place := map[graph.ExternalID]int{}
	for _, q := range questions {
		if _, asked := place[q.id]; !asked {
			place[q.id] = len(about)
			about = append(about, Subject{ID: q.id})
		}
	}
	allowed := min(len(Pack(g.source.Limits(), Own, about)), g.left())
	g.spent += allowed
	answers := g.ask(ctx, step{name: "entries", source: g.source, facts: Own, about: about, ask: len(about), allowed: allowed})
	var again []question
	for _, q := range questions {
		switch a := answers[place[q.id]]; a.Outcome {
		case Unasked:
			g.mayAskAgain(q)
		case Found:
			g.resolved(q.entry, a)
		case Unknown, Failed:
			if a.Outcome == Failed {
				q.failed = g.couldNot(q.id.String(), a)
			}
			if len(q.rest) > 0 {
				again = append(again, question{q.entry, q.rest[0], q.rest[1:], q.failed})
				continue
			}
			g.notFound(q, &a)
		}
	}
	return again
}

// notFound notes of an entry that none of its ids brought a paper: the last is
// unknown, or one of them could not be answered for.
func (g *gathering) notFound(q question, a *Answer) {
	e := &g.entries[q.entry]
	e.Status = graph.StatusMissing
	if q.failed != "" {
		e.Note = q.failed
		return
	}
	g.unknown[q.entry] = true
	const advice = "correct the id, or give another one"
	if a.Recalled {
		g.didNotKnow(q.entry, a, q.id.String(), advice)
		return
	}
	e.Note = fmt.Sprintf("%s does not know %s: %s", calledSource(g.source), q.id, advice)
}

// mayAskAgain keeps a request in the plan for second ids of entries whose first
// nobody has asked for.
func (g *gathering) mayAskAgain(q question) {
	entries := &g.stages[len(g.stages)-1]
	if g.planning && len(q.rest) > 0 && entries.Exact && g.left() > 0 {
		entries.Requests, entries.Exact = entries.Requests+1, false
		g.spent++
	}
}

// resolved notes the paper of an entry; two entries may bring it twice. Until
// all are there its place is that of its first entry.
func (g *gathering) resolved(entry int, a Answer) {
	g.entries[entry].Status = graph.StatusResolved
	g.entries[entry].Paper = a.Paper.ID
	first, known := g.place[a.Paper.ID]
	if !known {
		g.listed = append(g.listed, a)
	}
	for i := range g.listed {
		if known && g.listed[i].Paper.ID == a.Paper.ID {
			g.listed[i].alias(a.Paper.Aliases...)
		}
	}
	if !known || entry < first {
		g.place[a.Paper.ID] = entry
	}
}
