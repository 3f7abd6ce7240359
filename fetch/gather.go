package fetch

import (
	"context"
	"time"

	"citemap/graph"
)

// Gather asks the source about every entry and makes the corpus: the listed
// papers, their references and what became of each entry. An error of the
// source does not lose what was answered before it: the corpus is whole as far
// as it goes, entries nobody could ask about are unasked, and the error comes
// back beside it.
func Gather(ctx context.Context, source Source, entries []graph.Entry) (*graph.Corpus, error) {
	r, err := resolve(ctx, source, entries)
	c := &graph.Corpus{Entries: r.entries, Sources: []graph.Provenance{source.Provenance()}}
	var papers []graph.Paper
	for _, a := range r.answers {
		papers = append(papers, a.Paper)
		papers = append(papers, a.Around...)
		c.Oldest, c.Newest = widen(c.Oldest, c.Newest, a.When)
	}
	c.Papers, c.Merges = Merge(papers)
	settle(c)
	return c, err
}

// Frozen makes the corpus of a snapshot: all its papers, just as they are, and
// the entries resolved among them.
func Frozen(ctx context.Context, source Source, papers []graph.Paper, taken graph.Date, entries []graph.Entry) (*graph.Corpus, error) {
	r, err := resolve(ctx, source, entries)
	c := &graph.Corpus{
		Papers: papers, Entries: r.entries, Sources: []graph.Provenance{source.Provenance()},
		Oldest: taken, Newest: taken,
	}
	settle(c)
	return c, err
}

// widen stretches a span of days so that it takes in the day of t.
func widen(oldest, newest graph.Date, t time.Time) (graph.Date, graph.Date) {
	if t.IsZero() {
		return oldest, newest
	}
	t = t.UTC()
	day := graph.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	if oldest.IsZero() || day.Compare(oldest) < 0 {
		oldest = day
	}
	if day.Compare(newest) > 0 {
		newest = day
	}
	return oldest, newest
}
