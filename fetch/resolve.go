package fetch

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
)

// A resolution is the entries with what the source said of each.
type resolution struct {
	entries []graph.Entry
	answers []Answer // the papers that were found, each once
}

// resolve asks the source about all entries: titles first, one by one, where
// an entry has no id, then all ids at once.
func resolve(ctx context.Context, source Source, entries []graph.Entry) (resolution, error) {
	r := resolution{entries: slices.Clone(entries)}
	ids, err := r.askTitles(ctx, source)
	for len(ids) > 0 && err == nil {
		ids, err = r.askIDs(ctx, source, ids)
	}
	return r, err
}

// question is one id that stands for an entry. An entry whose first id the
// source does not know is asked again by its next.
type question struct {
	entry int
	id    graph.ExternalID
	rest  []graph.ExternalID
}

// askTitles finds the papers of entries that have no id a source takes, and
// gives the questions that are left to ask, one for each entry with an id.
func (r *resolution) askTitles(ctx context.Context, source Source) ([]question, error) {
	var questions []question
	var failed error
	for i := range r.entries {
		e := &r.entries[i]
		ids := e.Lookups()
		if len(ids) == 0 && e.Title != "" && failed == nil {
			var a Answer
			if a, failed = source.Match(ctx, e.Title); a.Outcome != Unasked {
				ids = accept(e, a)
			}
		}
		if len(ids) > 0 {
			questions = append(questions, question{i, ids[0], ids[1:]})
		}
	}
	return questions, failed
}

// accept takes a matched title only where title and year agree; a near miss
// is named in the entry's note.
func accept(e *graph.Entry, a Answer) []graph.ExternalID {
	p := &a.Paper
	years := p.Date.Year - e.Date.Year
	agree := a.Outcome == Found && NormalTitle(e.Title) != "" && closeTitles(e.Title, p.Title) &&
		(e.Date.Year == 0 || p.Date.Year == 0 || -1 <= years && years <= 1)
	switch {
	case agree:
		return []graph.ExternalID{{Scheme: graph.S2, Value: string(p.ID)}}
	case a.Outcome == Found:
		e.Status = graph.StatusMissing
		e.Note = fmt.Sprintf("no paper of this title; the nearest is %q (%s)", p.Title, p.ID)
	default:
		e.Status = graph.StatusMissing
		e.Note = "the source knows no paper of this title"
	}
	return nil
}

// closeTitles is stricter than SameTitle, since nothing but the title speaks
// for the match: equal, or one is the other without its subtitle.
func closeTitles(a, b string) bool {
	na, nb := NormalTitle(a), NormalTitle(b)
	main := func(title string) string {
		head, _, _ := strings.Cut(title, ":")
		return NormalTitle(head)
	}
	return na == nb || distinctive(a) && na == main(b) || distinctive(b) && nb == main(a)
}

// askIDs puts all questions at once and gives those to ask next.
func (r *resolution) askIDs(ctx context.Context, source Source, questions []question) ([]question, error) {
	var ids []graph.ExternalID
	place := map[graph.ExternalID]int{}
	for _, q := range questions {
		if _, asked := place[q.id]; !asked {
			place[q.id] = len(ids)
			ids = append(ids, q.id)
		}
	}
	answers, err := source.Papers(ctx, ids)
	var again []question
	for _, q := range questions {
		switch a := answerAt(answers, place[q.id]); a.Outcome {
		case Found:
			r.entries[q.entry].Status = graph.StatusResolved
			r.entries[q.entry].Paper = a.Paper.ID
		case Unknown:
			if len(q.rest) > 0 {
				again = append(again, question{q.entry, q.rest[0], q.rest[1:]})
				continue
			}
			r.entries[q.entry].Status = graph.StatusMissing
			r.entries[q.entry].Note = fmt.Sprintf("%s does not know %s", source.Provenance().Name, q.id)
		}
	}
	r.keep(answers)
	return again, err
}

func answerAt(answers []Answer, place int) Answer {
	if place < len(answers) {
		return answers[place]
	}
	return Answer{}
}

// keep remembers the papers found; two ids of one paper bring it twice.
func (r *resolution) keep(answers []Answer) {
	for _, a := range answers {
		known := slices.ContainsFunc(r.answers, func(b Answer) bool { return b.Paper.ID == a.Paper.ID })
		if a.Outcome == Found && !known {
			r.answers = append(r.answers, a)
		}
	}
}

// settle brings the entries in line with the corpus: each names the paper as
// it is called there, and duplicates and titles that disagree are told.
func settle(c *graph.Corpus) {
	index := graph.NewIndex(c.Papers)
	first := map[string]*graph.Entry{}
	for i := range c.Entries {
		e := &c.Entries[i]
		if e.Paper != "" {
			p := &c.Papers[index[e.Paper]]
			e.Paper = p.ID
			compareTitles(e, p)
		}
		markDuplicate(e, first)
	}
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
	keys := []string{}
	if e.Paper != "" {
		keys = append(keys, string(e.Paper))
	}
	for _, s := range e.IDs.Schemes() {
		keys = append(keys, string(s)+":"+e.IDs[s])
	}
	for _, k := range keys {
		if earlier := first[k]; earlier != nil {
			e.Status = graph.StatusDuplicate
			e.Note = "the same paper as " + earlier.Place()
			return
		}
	}
	for _, k := range keys {
		first[k] = e
	}
}
