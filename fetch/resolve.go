package fetch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
)

// resolve asks the source about all entries: all ids at once, then titles, one
// by one, where an entry has no id.
func (g *gathering) resolve() {
	var questions []question
	for i := range g.entries {
		if ids := g.entries[i].Lookups(); len(ids) > 0 {
			questions = append(questions, question{entry: i, id: ids[0], rest: ids[1:]})
		}
	}
	for len(questions) > 0 {
		questions = g.askIDs(questions)
	}
	g.askTitles()
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

// askTitles finds the papers of entries that have no id a source takes, within
// a third of the budget where more than the entries is wanted.
func (g *gathering) askTitles() {
	var about []Subject
	var entries []int
	for i := range g.entries {
		if e := &g.entries[i]; len(e.Lookups()) == 0 && e.Title != "" {
			about = append(about, Subject{Title: e.Title})
			entries = append(entries, i)
		}
	}
	if len(about) == 0 {
		return
	}
	allowed := min(len(about), g.share(3))
	if g.options.EntriesOnly {
		allowed = min(len(about), g.left())
	}
	g.spent += allowed
	answers := g.put(step{name: "titles", source: g.source, facts: ByTitle, about: about, ask: len(about), allowed: allowed})
	for n, a := range answers {
		e := &g.entries[entries[n]]
		switch {
		case a.Outcome == Failed:
			e.Status, e.Note = graph.StatusMissing, g.couldNot(fmt.Sprintf("the title %q", e.Title), a)
		case a.Outcome != Unasked && accept(e, a):
			g.resolved(entries[n], a)
		case a.Outcome == Unasked && g.stopped == nil && !g.planning:
			e.Note = "its title was beyond the budget; the next run goes on with it, a larger --budget asks for more at once"
		}
	}
}

// accept takes a matched title only where title, year and first author agree,
// as far as they are known; a near miss is named in the entry's note.
func accept(e *graph.Entry, a Answer) bool {
	p := &a.Paper
	switch {
	case a.Outcome == Found && agrees(e, p):
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

// agrees compares an entry with the paper that its title was matched to. A
// title without its subtitle is taken for the whole only where a person would:
// the list shortens a distinctive title, or year or author speak for it too.
func agrees(e *graph.Entry, p *graph.Paper) bool {
	years := p.Date.Year - e.Date.Year
	dated := e.Date.Year != 0 && p.Date.Year != 0
	named := len(e.Authors) > 0 && len(p.Authors) > 0
	if NormalTitle(e.Title) == "" || dated && (years < -1 || years > 1) || named && !sameName(e.Authors[0], p.Authors[0]) {
		return false
	}
	a, b := NormalTitle(e.Title), NormalTitle(p.Title)
	switch {
	case a == b:
		return true
	case distinctive(e.Title) && a == mainTitle(p.Title):
		return true
	}
	return (dated || named) && distinctive(p.Title) && b == mainTitle(e.Title)
}

// mainTitle is a title without its subtitle, in normal form.
func mainTitle(title string) string {
	head, _, _ := strings.Cut(title, ":")
	return NormalTitle(head)
}

// askIDs puts all questions at once and gives those to ask next.
func (g *gathering) askIDs(questions []question) []question {
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
	answers := g.put(step{name: "entries", source: g.source, facts: Own, about: about, ask: len(about), allowed: allowed})
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
			g.entries[q.entry].Status = graph.StatusMissing
			g.entries[q.entry].Note = fmt.Sprintf("%s does not know %s: correct the id, or give another one", calledSource(g.source), q.id)
			if q.failed != "" {
				g.entries[q.entry].Note = q.failed
			}
		}
	}
	return again
}

// couldNot says that the source was asked for something and failed.
func (g *gathering) couldNot(asked string, a Answer) string {
	return fmt.Sprintf("%s could not answer for %s (%s): asked again by the next run", calledSource(g.source), asked, a.Fault)
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

// settle brings the entries in line with the corpus: each names the paper as
// it is called there, and duplicates and titles that disagree are told.
func settle(c *graph.Corpus) {
	index := graph.NewIndex(c.Papers)
	first, met := map[string]*graph.Entry{}, titles{map[string][]*graph.Entry{}, c.Papers, index}
	for i := range c.Entries {
		e := &c.Entries[i]
		if e.Paper != "" {
			p := &c.Papers[index[e.Paper]]
			e.Paper = p.ID
			compareTitles(e, p)
		}
		markDuplicate(e, first)
		if twin := met.twin(e); twin != nil && e.Status != graph.StatusDuplicate {
			e.Status = graph.StatusDuplicate
			e.Note = "probably the same paper as " + twin.Place() + ", which has the same title"
		}
	}
	doubt(c)
}

func compareTitles(e *graph.Entry, p *graph.Paper) {
	if p.Title != "" && !SameTitle(e.Title, p.Title) {
		e.Status = graph.StatusMismatch
		e.Note = fmt.Sprintf("the list calls it %q, the paper's title is %q", e.Title, p.Title)
	}
}

// markDuplicate compares an entry with the earlier ones by its paper and, since
// nothing may have been resolved, by every id it has.
func markDuplicate(e *graph.Entry, first map[string]*graph.Entry) {
	keys := EntryKeys(e)
	for _, k := range keys {
		if earlier := first[k]; earlier != nil {
			if e.Status == graph.StatusMismatch || !SameTitle(e.Title, earlier.Title) && !SameTitle(earlier.Title, e.Title) {
				e.Note = fmt.Sprintf("the same paper as %s by its id, but of another title, %q: one of the two ids is wrong", earlier.Place(), earlier.Title)
			} else {
				e.Note = "the same paper as " + earlier.Place()
			}
			e.Status = graph.StatusDuplicate
			return
		}
	}
	for _, k := range keys {
		first[k] = e
	}
}
