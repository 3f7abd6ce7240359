package library

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// Source answers from the snapshot as its source did on the day it was taken:
// by PaperID, alias or external identifier, each in any case. What has no line
// in it is unknown.
func (s *Snapshot) Source() fetch.Source {
	r := &replay{snapshot: s, places: map[string]int{}, titles: map[string]int{}}
	for i := range s.Papers {
		claim(r.places, key(string(s.Papers[i].ID)), i)
	}
	for i := range s.Papers {
		for _, name := range names(&s.Papers[i]) {
			claim(r.places, name, i)
		}
		if title := fetch.NormalTitle(s.Papers[i].Title); title != "" {
			claim(r.titles, title, i)
		}
	}
	return r
}

// A replay is a snapshot as a source.
type replay struct {
	snapshot *Snapshot
	places   map[string]int // of papers, by key
	titles   map[string]int // of papers, by normal title
}

func (r *replay) Papers(_ context.Context, ids []graph.ExternalID) ([]fetch.Answer, error) {
	answers := make([]fetch.Answer, len(ids))
	for i, id := range ids {
		place, found := r.places[keyOf(id)]
		answers[i] = r.answer(place, found)
	}
	return answers, nil
}

func (r *replay) Match(_ context.Context, title string) (fetch.Answer, error) {
	place, found := r.titles[fetch.NormalTitle(title)]
	return r.answer(place, found), nil
}

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

// around gives the papers of the references that have a line, each once, in
// the order of the references.
func (r *replay) around(p *graph.Paper) []graph.Paper {
	var out []graph.Paper
	seen := map[int]bool{}
	for _, id := range p.References.IDs {
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

// names are the keys of everything a paper is known under: its PaperID, its
// aliases and its external identifiers, sorted.
func names(p *graph.Paper) []string {
	out := []string{key(string(p.ID))}
	for _, id := range p.Aliases {
		out = append(out, key(string(id)))
	}
	for scheme, value := range p.IDs {
		out = append(out, keyOf(graph.ExternalID{Scheme: scheme, Value: value}))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keyOf gives the form in which an identifier is looked up: as it is written,
// in lower case.
func keyOf(id graph.ExternalID) string { return key(id.String()) }

func key(written string) string { return strings.ToLower(strings.TrimSpace(written)) }
