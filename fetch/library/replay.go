package library

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// A replay is a snapshot as a source. Its papers have places.
type replay struct {
	header  Header
	paper   func(place int) *graph.Paper
	byName  func(key string) (place int, found bool)
	byTitle func(keys []string) map[string]int // at least those of the keys that there are
}

// Recall answers everything.
func (r *replay) Recall(_ context.Context, facts fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	keys := make([]string, len(about))
	for i := range about {
		keys[i] = subjectKey(facts, &about[i])
	}
	find := r.byName
	if facts == fetch.ByTitle {
		places := r.byTitle(keys)
		find = func(key string) (int, bool) { place, found := places[key]; return place, found }
	}
	answers := make([]fetch.Answer, len(about))
	for i := range about {
		place, found := find(keys[i])
		answers[i] = r.answer(place, found, facts)
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
	return graph.Provenance{Name: r.header.Source, Licence: r.header.Licence}
}

func (r *replay) answer(place int, found bool, facts fetch.Facts) fetch.Answer {
	if !found {
		return fetch.Answer{Outcome: fetch.Unknown, When: r.when()}
	}
	a := fetch.Answer{Outcome: fetch.Found, Paper: *r.paper(place), When: r.when()}
	if facts > fetch.ReferenceIDs {
		a.Around = r.around(&a.Paper)
	}
	return a.Narrow(narrowest(facts))
}

// around gives the papers of the references, and then of the citing papers
// named, that have a line, each once, in their order.
func (r *replay) around(p *graph.Paper) []graph.Paper {
	var out []graph.Paper
	seen := map[int]bool{}
	for _, id := range slices.Concat(p.References.IDs, p.Citing.IDs) {
		place, found := r.byName(key(string(id)))
		if found && !seen[place] {
			seen[place] = true
			out = append(out, *r.paper(place))
		}
	}
	return out
}

// when gives the day the snapshot was taken; the zero time where it does not
// say.
func (r *replay) when() time.Time {
	d := r.header.Taken
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
