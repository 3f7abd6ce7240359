package list

import (
	"slices"
	"strings"

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

// relieve makes entries of the blocks inside one that is not read to its end,
// as far as it is already certain that they do not belong to it.
func (r *reader) relieve(b *block) {
	if b == nil {
		return
	}
	for _, inner := range b.blocks[b.gathered:] {
		r.lighten(inner)
	}
	if len(b.blocks) < 4*maxBelow {
		return
	}
	for _, inner := range b.blocks[b.gathered:] {
		r.gather(inner)
	}
	b.gathered = len(b.blocks)
	n := len(b.blocks) - 2*maxBelow // titles behind may still get links
	joinBold(b.blocks, b.joined, n)
	joinWritten(b.blocks, b.joined, n+1)
	b.joined = n
	b.findPapers()
	if b.apart = b.apart || b.standsApart(b.blocks[:n]); !b.apart {
		return
	}
	done := block{kind: ruleBlock}
	for _, inner := range b.blocks[:n] {
		r.emit(inner)
		done.end = max(done.end, inner.end)
	}
	first := b.blocks[0]
	first.papers = nil
	b.blocks = append([]*block{first, &done}, b.blocks[n:]...)
	b.gathered, b.joined = len(b.blocks), 2
}

// lighten makes entries of a block of very many links at once, and keeps of it
// that it has several papers: nothing takes such a block in.
func (r *reader) lighten(b *block) {
	const many = 1000
	if len(b.links) < many {
		return
	}
	if r.gather(b); len(b.papers) > 0 {
		r.emit(b)
		*b = block{kind: b.kind, start: b.start, end: b.end, papers: []*paper{{}, {}}, emitted: true}
	}
}

// reserve makes room for as many entries as a text of a size will have if it
// goes on as it began: growing by and by takes twice the room.
func (r *reader) reserve(size int) {
	n := len(r.entries)
	if n < 1000 || cap(r.entries)-n > n/16 {
		return
	}
	rest := float64(size-r.entries[n-1].End) / float64(max(1, r.entries[n-1].End))
	r.entries = slices.Grow(r.entries, int(1.05*rest*float64(n))+1)
}

// gather finds the papers of a block. Blocks inside that only say more of its
// one paper become a part of it; the others become entries of their own.
func (r *reader) gather(b *block) {
	if b.emitted {
		return
	}
	for _, inner := range b.blocks[b.gathered:] {
		r.gather(inner)
	}
	joinBold(b.blocks, b.joined, len(b.blocks))
	joinWritten(b.blocks, b.joined, len(b.blocks))
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
	if b.emitted {
		return
	}
	start, piece := b.start, 0
	for k, p := range b.papers {
		end, next := b.end, len(b.pieces)
		if k+1 < len(b.papers) {
			next = max(piece, b.stretch(b.papers[k+1]))
			end = max(start, b.pieces[next].begin())
		}
		if pieces := b.pieces[piece:next]; p.sure || p.isNamed() {
			r.entries = append(r.entries, graph.Entry{
				Start: start, End: end, Text: plainText(pieces), Title: p.title.text, Section: b.section,
				Date: b.date(p, pieces), IDs: p.allIDs()})
		}
		start, piece = end, next
	}
	if t := b.cited(); t.text != "" {
		r.entries = append(r.entries, graph.Entry{
			Start: b.start, End: b.end, Text: plainText(b.pieces), Title: t.text, Section: b.section, Date: t.date})
	}
}

// isNamed tells whether the title is enough to go by; one word is in a table.
func (p *paper) isNamed() bool {
	n := wordCount(p.title.text)
	return n >= 2 || n == 1 && p.filed
}

// stretch gives the piece at which the words about a paper begin.
func (b *block) stretch(p *paper) int {
	first := b.spans[p.links[0]].first
	if p.anchor != "" || p.title.text == "" {
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
