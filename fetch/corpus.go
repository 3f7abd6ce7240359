package fetch

import (
	"slices"
	"time"

	"citemap/fetch/entries"
	"citemap/fetch/merge"
	"citemap/graph"
)

// corpus puts together what came back, and leaves the gathering as it is: its
// entries are brought in line with the corpus there alone.
func (g *gathering) corpus() *graph.Corpus {
	c := &graph.Corpus{
		Entries: slices.Clone(g.entries), Sources: append([]graph.Provenance{g.source.Provenance()}, g.used...),
		Beyond: g.beyond, Remembered: g.missed, Counts: g.counts, Asked: g.asked, Noticed: len(g.noticed),
	}
	for _, s := range g.options.Audit {
		c.Auditors = append(c.Auditors, s.Provenance().Name)
	}
	var papers []graph.Paper
	for _, answers := range [][]Answer{g.listed, g.answers} {
		for i := range answers {
			a := &answers[i]
			papers = append(append(papers, a.Paper), a.Around...)
			c.Oldest, c.Newest = widen(c.Oldest, c.Newest, a.When)
		}
	}
	c.Papers, c.Merges = merge.Papers(papers)
	entries.Reconcile(c)
	return c
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
