package list

import (
	"strings"

	"citemap/graph"
)

// A reader makes entries of blocks.
type reader struct {
	entries []graph.Entry
}

// settle makes entries of a block and of the blocks in it.
func (r *reader) settle(b *block) {
	r.gather(b)
	r.emit(b)
}

// gather finds the papers of a block. Blocks inside that only say more of its
// one paper become a part of it; the others become entries of their own.
func (r *reader) gather(b *block) {
	for _, inner := range b.blocks {
		r.gather(inner)
	}
	joinBold(b.blocks)
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

// takes chooses the blocks inside that belong to the block itself; nil is none.
func (b *block) takes() []bool {
	if b.kind == ruleBlock || len(b.papers) > 1 || len(b.blocks) == 0 {
		return nil
	}
	takes := make([]bool, len(b.blocks))
	one := b.papers
	others := 0
	for i, inner := range b.blocks {
		switch {
		case len(inner.papers) == 0:
			takes[i] = true
		case inner.adds(b) && compatible(one, inner.papers):
			takes[i] = true
			one = append(one[:len(one):len(one)], inner.papers...)
		default:
			others++
			if inner.kind != paragraphBlock {
				return b.own()
			}
		}
	}
	if len(one) == 0 || len(b.papers) == 0 && (others > 0 && b.kind != headingBlock || !b.canName()) {
		return nil
	}
	if b.kind == headingBlock && others > 0 {
		return b.upToOther(takes)
	}
	return takes
}

// own gives what a block takes where others stand in it: nothing, but for an
// item with a paper, the lines below its title.
func (b *block) own() []bool {
	if b.kind != itemBlock || len(b.papers) != 1 {
		return nil
	}
	takes := make([]bool, len(b.blocks))
	for i, inner := range b.blocks {
		takes[i] = len(inner.papers) == 0
		if !takes[i] {
			break
		}
	}
	return takes
}

// upToOther keeps of what a heading takes all but the blocks of other papers.
func (b *block) upToOther(takes []bool) []bool {
	if len(b.papers) == 0 {
		return takes
	}
	for i := range b.blocks {
		if !takes[i] {
			clear(takes[i:])
			break
		}
	}
	return takes
}

// adds tells whether a block names a paper without giving it a title, so that
// the title is the outer block's.
func (b *block) adds(outer *block) bool {
	if len(b.papers) != 1 {
		return false
	}
	p := b.papers[0]
	if outer.kind == headingBlock && b.kind != paragraphBlock && (b.kind != itemBlock || plainText(b.pieces) == plainText(b.linked())) {
		return false
	}
	if p.anchor == "" && outer.kind == itemBlock && len(outer.papers) == 0 && len(outer.blocks) > 1 && boldTitle(outer.pieces).text != "" {
		return true
	}
	return p.title.text == "" || p.anchor == "" && wordCount(p.title.text) < 2
}

// linked gives the pieces of the block's links.
func (b *block) linked() []piece {
	var out []piece
	for _, p := range b.pieces {
		if p.link > 0 {
			out = append(out, p)
		}
	}
	return out
}

// compatible tells whether papers can be one: no two have different ids of a
// scheme.
func compatible(papers, more []*paper) bool {
	for _, p := range papers {
		for _, q := range more {
			for scheme, id := range q.ids {
				if p.ids[scheme] != "" && p.ids[scheme] != id {
					return false
				}
			}
		}
	}
	return true
}

// canName tells whether the block's own words can be the title of a paper.
func (b *block) canName() bool {
	if b.kind == headingBlock && b.level < 2 {
		return false
	}
	return firstTitle(b.pieces).text != ""
}

// joinBold joins a paragraph that only links to a paper with the bold title in
// the paragraph before it.
func joinBold(blocks []*block) {
	for i := 1; i < len(blocks); i++ {
		b, title := blocks[i], blocks[i-1]
		if b.kind != paragraphBlock || title.kind != paragraphBlock || len(b.papers) != 1 || len(title.papers) > 0 ||
			b.papers[0].title.text != "" || boldTitle(title.pieces).text == "" || !allBold(title.pieces) {
			continue
		}
		title.absorb(b)
		title.findPapers()
		*b = block{kind: ruleBlock, start: b.start, end: b.end}
	}
}

func allBold(pieces []piece) bool {
	for _, p := range pieces {
		if !p.bold && strings.TrimSpace(p.text) != "" {
			return false
		}
	}
	return true
}

// emit writes an entry for each paper of a block. Where they are several, each
// has the stretch of the block that speaks of it.
func (r *reader) emit(b *block) {
	start, piece := b.start, 0
	for k, p := range b.papers {
		end, next := b.end, len(b.pieces)
		if k+1 < len(b.papers) {
			next = max(piece, b.stretch(b.papers[k+1]))
			end = max(start, b.pieces[next].start)
		}
		if pieces := b.pieces[piece:next]; p.sure || wordCount(p.title.text) >= 2 {
			r.entries = append(r.entries, graph.Entry{
				Start: start, End: end, Text: plainText(pieces), Title: p.title.text, Section: b.section,
				Date: b.date(p, pieces), IDs: p.allIDs()})
		}
		start, piece = end, next
	}
}

// stretch gives the piece at which the words about a paper begin.
func (b *block) stretch(p *paper) int {
	first := b.spans[p.links[0]].first
	if p.anchor != "" || p.title.text == "" {
		return first
	}
	return min(first, p.from)
}

// date finds the date that the words about a paper give.
func (b *block) date(p *paper, pieces []piece) graph.Date {
	if !p.title.date.IsZero() {
		return p.title.date
	}
	var best graph.Date
	title := bareTitle(p.title.text)
	for len(pieces) > 0 {
		line := firstLine(pieces)
		pieces = pieces[min(len(line)+1, len(pieces)):]
		for _, q := range line {
			if d := wholeDate(q.text); q.bold && d.Month > 0 {
				return d
			}
		}
		var words strings.Builder
		for _, q := range line {
			if title != "" && len(q.text) >= len(title) && bareTitle(q.text) == title {
				words.WriteByte(' ')
				continue
			}
			words.WriteString(q.text)
		}
		if text := oneLine(words.String()); len(text) < maxTitle && bareTitle(text) != title {
			d := dateIn(text)
			if b.kind == rowBlock && d.Month == 0 && isNumber(text) && !b.isDateCell(line) {
				continue // a count of stars
			}
			if d.Month > best.Month || best.IsZero() {
				best = d
			}
		}
	}
	return best
}

// isDateCell tells whether pieces stand in a column of years or dates.
func (b *block) isDateCell(line []piece) bool {
	if len(line) == 0 || line[0].cell >= len(b.columns) {
		return false
	}
	return isDateColumn(b.columns[line[0].cell])
}

func isDateColumn(header string) bool {
	header = strings.ToLower(header)
	return strings.Contains(header, "year") || strings.Contains(header, "date") || strings.Contains(header, "time")
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
