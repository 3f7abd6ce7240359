package text

import (
	"io"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// Report writes the short version of everything: the first n gaps and influential
// papers (0: all), what became of the entries that did not simply resolve, and how
// much of the list is known.
func Report(w io.Writer, f *study.Findings, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.years(f)
	p.thin(f)
	p.strongest(f, n)
	p.topics(f)
	p.influential(f, n)
	p.toLookAt(f)
	p.sources(f)
	return p.finish(w)
}

// influential writes the first n papers by influence.
func (p *page) influential(f *study.Findings, n int) {
	p.heading("Influential papers")
	r := f.Ranking(rank.Default, false)
	p.rankedBy(f, r)
	p.ranking(f, r, n)
}

// toLookAt writes the entries that did not simply resolve.
func (p *page) toLookAt(f *study.Findings) {
	var odd []graph.Entry
	for _, e := range f.Corpus.Entries {
		if e.Status != graph.StatusResolved {
			odd = append(odd, e)
		}
	}
	if len(odd) == 0 {
		return
	}
	p.heading("Entries to look at")
	for _, e := range odd {
		p.entry(f, e, false)
	}
}
