package markdown

import (
	"strings"

	"citemap/fetch/citation/words"
	"citemap/graph"
)

// A reader makes entries of blocks.
type reader struct {
	entries []graph.Entry
	dated   []dated
	own     bool // the list is one that citemap has written
}

// settle makes entries of a block of the document and of the blocks in it.
func (r *reader) settle(b *block) {
	if r.takeOwn(b) {
		return
	}
	r.gather(b)
	r.emit(b)
	r.noteDated(b)
}

// gather finds the papers of a block. Blocks inside that only say more of its
// one paper become a part of it; the others become entries of their own.
func (r *reader) gather(b *block) {
	for _, inner := range b.blocks {
		r.gather(inner)
	}
	joinBold(b.blocks)
	joinWritten(b.blocks)
	b.findPapers()
	takes := b.takes()
	for i, inner := range b.blocks {
		if takes != nil && takes[i] {
			b.absorb(inner)
			continue
		}
		r.emit(inner)
	}
	if takes != nil {
		b.findPapers()
	}
}

// emit writes an entry for each paper of a block. Where they are several, each
// has the stretch of the block that speaks of it.
func (r *reader) emit(b *block) {
	start, piece := b.start, 0
	for k, p := range b.papers {
		end, next := b.end, len(b.pieces)
		if k+1 < len(b.papers) {
			next = max(piece, b.stretch(b.papers[k+1]))
			end = max(start, b.pieces[next].begin())
		}
		if pieces := b.pieces[piece:next]; p.sure || p.isNamed() {
			r.entries = append(r.entries, graph.Entry{
				Start: start, End: end, Text: plainText(pieces), Title: p.title.Title, Section: b.section,
				Date: b.date(p, pieces), IDs: p.allIDs()})
		}
		start, piece = end, next
	}
	if t := b.cited(); t.Title != "" {
		r.entries = append(r.entries, graph.Entry{
			Start: b.start, End: b.end, Text: plainText(b.pieces), Title: t.Title, Section: b.section, Date: t.Date})
	}
}

// isNamed tells whether the title is enough to go by; one word is in a table.
func (p *paper) isNamed() bool {
	n := words.WordCount(p.title.Title)
	return n >= 2 || n == 1 && p.filed
}

// stretch gives the piece at which the words about a paper begin.
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
		if aliasStart(e.Title) > 0 {
			n++
		}
	}
	if n < 3 || 2*n < len(r.entries) {
		return
	}
	for i := range r.entries {
		if at := aliasStart(r.entries[i].Title); at > 0 {
			r.entries[i].Title = strings.TrimSpace(r.entries[i].Title[:at])
		}
	}
}

// aliasStart finds where a name in brackets begins at the end of a title; 0
// where there is none.
func aliasStart(title string) int {
	open := strings.LastIndexByte(title, '(')
	if open < 1 || !strings.HasSuffix(title, ")") || len(strings.Fields(title[open:])) > 4 {
		return 0
	}
	return open
}
