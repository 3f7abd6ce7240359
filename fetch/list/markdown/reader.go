package markdown

import (
	"strings"

	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// A reader makes entries of blocks.
type reader struct {
	entries     []graph.Entry
	dated       datedHeadings
	fromCitemap bool // the list is one that citemap has written
}

// readSection makes entries of a block of the document and of the blocks in it.
func (r *reader) readSection(b *block) {
	if r.fromCitemap {
		if e, is := b.citemapEntry(); is {
			r.entries = append(r.entries, e)
			return
		}
	}
	r.readBlock(b)
	r.addEntries(b)
	r.dated.add(b)
}

// readBlock finds the papers of a block. Blocks inside that only say more of its
// one paper become a part of it; the others become entries of their own.
func (r *reader) readBlock(b *block) {
	for _, inner := range b.blocks {
		r.readBlock(inner)
	}
	joinBold(b.blocks)
	joinWritten(b.blocks)
	b.markListed()
	b.findPapers()
	parts := b.belonging()
	for i, inner := range b.blocks {
		if parts != nil && parts[i] {
			b.absorb(inner)
			continue
		}
		r.addEntries(inner)
	}
	if parts != nil {
		b.findPapers()
	}
}

// addEntries writes an entry for each paper of a block. Where they are several, each
// has the stretch of the block that speaks of it.
func (r *reader) addEntries(b *block) {
	start, run := b.start, 0
	for k, p := range b.papers {
		end, next := b.end, len(b.runs)
		if k+1 < len(b.papers) {
			next = max(run, b.stretch(b.papers[k+1]))
			end = max(start, b.runs[next].Begin())
		}
		if runs := b.runs[run:next]; p.sure || p.isNamed() {
			r.entries = append(r.entries, graph.Entry{
				Start: start, End: end, Text: styled.Text(runs), Title: p.title.Title, Section: b.section,
				Date: b.date(p, runs), IDs: p.allIDs()})
		}
		start, run = end, next
	}
	if t := b.cited(); t.Title != "" {
		r.entries = append(r.entries, graph.Entry{
			Start: b.start, End: b.end, Text: styled.Text(b.runs), Title: t.Title, Section: b.section, Date: t.Date})
	}
}

// stretch gives the run at which the words about a paper begin.
func (b *block) stretch(p *paper) int {
	first := b.spans[p.links[0]].first
	if p.anchor != "" || p.title.Title == "" {
		return first
	}
	return min(first, p.from)
}

// dropAliases takes "(VideoPoet)" off the titles of a list that writes such a
// name behind most of them.
func (r *reader) dropAliases() {
	n := 0
	for _, e := range r.entries {
		if styled.AliasStart(e.Title) > 0 {
			n++
		}
	}
	if n < 3 || 2*n < len(r.entries) {
		return
	}
	for i := range r.entries {
		if at := styled.AliasStart(r.entries[i].Title); at > 0 {
			r.entries[i].Title = strings.TrimSpace(r.entries[i].Title[:at])
		}
	}
}
