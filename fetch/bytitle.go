package fetch

import (
	"context"
	"fmt"

	"citemap/fetch/entries"
	"citemap/graph"
	"citemap/graph/titles"
)

// askTitles finds the papers of entries that have no id a source takes, within
// a third of the budget where more than the entries is wanted; and then those
// whose ids it does not know.
func (g *gathering) askTitles(ctx context.Context) {
	var bare, unknown []int
	for i := range g.entries {
		switch e := &g.entries[i]; {
		case e.Title == "":
		case len(e.Lookups()) == 0:
			bare = append(bare, i)
		case g.unknown[i]:
			unknown = append(unknown, i)
		}
	}
	g.match(ctx, "titles", bare, 0)
	g.match(ctx, "titles of unknown ids", unknown, g.mayBeUnknown())
}

// mayBeUnknown is how many entries a plan must expect to be asked for by their
// titles, as nobody has asked for their ids yet.
func (g *gathering) mayBeUnknown() int {
	n := 0
	for i := range g.entries {
		if e := &g.entries[i]; g.planning && e.Status == graph.StatusUnasked && e.Title != "" && len(e.Lookups()) > 0 {
			n++
		}
	}
	return n
}

// match asks for the titles of entries, and keeps room in a plan for those that
// it cannot know yet.
func (g *gathering) match(ctx context.Context, name string, entries []int, unclear int) {
	if len(entries) == 0 && unclear == 0 {
		return
	}
	about := make([]Subject, len(entries))
	for n, i := range entries {
		about[n] = Subject{Title: g.entries[i].Title}
	}
	most := g.share(3)
	if g.options.EntriesOnly {
		most = g.left()
	}
	g.spent += min(len(about)+unclear, most)
	answers := g.ask(ctx, step{name: name, source: g.source, facts: ByTitle, about: about, ask: len(about), allowed: min(len(about)+unclear, most), unclear: unclear})
	for n, a := range answers {
		g.matched(entries[n], a)
	}
}

// matched notes what became of an entry that was asked for by its title.
func (g *gathering) matched(i int, a Answer) {
	e := &g.entries[i]
	byID := g.unknown[i]
	switch {
	case a.Outcome == Unasked && g.stopped == nil && !g.planning && !byID:
		e.Note = "not looked up within the budget: run the same command again, or give a larger --budget"
	case a.Outcome == Unasked, a.Outcome == Failed && byID:
	case a.Outcome == Failed:
		e.Status, e.Note = graph.StatusMissing, g.couldNot(fmt.Sprintf("the title %q", e.Title), a)
	case byID && a.Outcome == Found && entries.AgreesWholly(e, &a.Paper):
		g.resolved(i, a)
		e.UnknownID = true
		e.Note = fmt.Sprintf("id unknown, found by its title: %s does not know %s, this paper is %s", calledSource(g.source), e.Lookups()[0], a.Paper.BestID())
	case byID && a.Outcome == Found && titles.Key(e.Title) == titles.Key(a.Paper.Title):
		e.Note += fmt.Sprintf("; a paper of this title is %s, which year, author or a title of many leave in doubt", a.Paper.BestID())
	case byID:
		e.Note += "; nor does it know a paper of exactly this title"
	case accept(e, a):
		g.resolved(i, a)
	case a.Recalled:
		g.didNotKnow(i, &a, "a paper of this title", "correct the title, or give the entry an id")
	}
}

// accept takes a matched title only where title, year and first author agree,
// as far as they are known; a near miss is named in the entry's note.
func accept(e *graph.Entry, a Answer) bool {
	p := &a.Paper
	switch {
	case a.Outcome == Found && entries.Agrees(e, p):
		return true
	case a.Outcome == Found:
		e.Status = graph.StatusMissing
		e.Note = fmt.Sprintf("no paper of this title; the nearest is %q (%s): if that is it, give the entry its id", p.Title, p.ID)
	default:
		e.Status = graph.StatusMissing
		e.Note = "the source knows no paper of this title: correct the title, or give the entry an id"
	}
	return false
}
