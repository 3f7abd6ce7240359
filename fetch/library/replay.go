package library

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// Source answers from the snapshot as its source did on the day it was taken:
// by PaperID, alias or external identifier, each in any case. What has no line
// in it is unknown.
func (s *Snapshot) Source() fetch.Source {
	r := &replay{snapshot: s, places: map[string]int{}}
	r.titles = sync.OnceValue(func() map[string]int { return titlePlaces(s.Papers) })
	for i := range s.Papers {
		claim(r.places, key(string(s.Papers[i].ID)), i)
	}
	for i := range s.Papers {
		for _, name := range names(&s.Papers[i]) {
			claim(r.places, name, i)
		}
	}
	return r
}

// titlePlaces gives the places of papers by the keys of their titles.
func titlePlaces(papers []graph.Paper) map[string]int {
	places := map[string]int{}
	for i := range papers {
		if title := graph.TitleKey(papers[i].Title); title != "" {
			claim(places, title, i)
		}
	}
	return places
}

// A replay is a snapshot as a source.
type replay struct {
	snapshot *Snapshot
	places   map[string]int        // of papers, by key
	titles   func() map[string]int // of papers, by the key of their titles; made when first asked for
}

// Recall answers everything.
func (r *replay) Recall(_ context.Context, facts fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	answers := make([]fetch.Answer, len(about))
	for i := range about {
		places := r.places
		if facts == fetch.ByTitle {
			places = r.titles()
		}
		place, found := places[subjectKey(facts, &about[i])]
		answers[i] = r.answer(place, found).Narrow(narrowest(facts))
	}
	return answers, nil
}

// Ask tells what Recall does.
func (r *replay) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	answers, err := r.Recall(ctx, facts, about)
	replies := make([]fetch.Reply, len(answers))
	for i := range answers {
		replies[i] = fetch.Reply{Place: i, Answer: answers[i]}
	}
	return errors.Join(err, report(replies))
}

// Limits are none: everything is at hand.
func (r *replay) Limits() fetch.Limits { return fetch.Limits{} }

func (r *replay) Provenance() graph.Provenance {
	return graph.Provenance{Name: r.snapshot.Header.Source, Licence: r.snapshot.Header.Licence}
}

func (r *replay) answer(place int, found bool) fetch.Answer {
	if !found {
		return fetch.Answer{Outcome: fetch.Unknown, When: r.when()}
	}
	p := r.snapshot.Papers[place]
	return fetch.Answer{Outcome: fetch.Found, Paper: p, Around: r.around(&p), When: r.when()}
}

// around gives the papers of the references, and then of the citing papers
// named, that have a line, each once, in their order.
func (r *replay) around(p *graph.Paper) []graph.Paper {
	var out []graph.Paper
	seen := map[int]bool{}
	for _, id := range slices.Concat(p.References.IDs, p.Citing.IDs) {
		place, found := r.places[key(string(id))]
		if found && !seen[place] {
			seen[place] = true
			out = append(out, r.snapshot.Papers[place])
		}
	}
	return out
}

// when gives the day the snapshot was taken; the zero time where it does not
// say.
func (r *replay) when() time.Time {
	d := r.snapshot.Header.Taken
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(cmp.Or(d.Month, 1)), cmp.Or(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

func claim(places map[string]int, name string, place int) {
	if _, taken := places[name]; !taken {
		places[name] = place
	}
}
