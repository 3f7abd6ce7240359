package markdown

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
)

// A piece is a run of text in one dress: what is left of Markdown and HTML
// once only the words, their links and their lines matter.
type piece struct {
	text       string
	start, end int // in the document
	bold       bool
	italic     bool
	link       int // 1 + its place in the block's links; 0 outside links
	gap        gap // a piece with a gap has no text
	cell       int // the table cell it stands in, from 0
}

// A gap separates pieces.
type gap uint8

const (
	noGap   gap = iota
	lineGap     // a line break that was meant, or the end of a paragraph
	cellGap     // the end of a table cell
)

// A link is one link of a block.
type link struct {
	address string
	title   string // the link's title attribute
	start   int    // where it begins in the document
	bare    bool   // its text is its address
	written bool   // the list did not make it a link
	address.Page
}

// A block is a part of the document that may be an entry, or hold some: a
// heading with what belongs to it, a list item, a paragraph, a table row.
type block struct {
	kind       blockKind
	level      int // of a heading
	column     int // of an item's marker
	start, end int
	section    string
	pieces     []piece
	links      []link
	blocks     []*block // inside it, in order
	columns    []string // of a table row, the header's cells
	papers     []*paper
	spans      []span // the pieces of each link
}

type blockKind uint8

const (
	paragraphBlock blockKind = iota
	headingBlock
	itemBlock
	rowBlock
	ruleBlock
)

// plainText joins the words of pieces on one line.
func plainText(pieces []piece) string {
	if len(pieces) == 1 {
		return words.OneLine(pieces[0].text)
	}
	var b strings.Builder
	for _, p := range pieces {
		if p.gap != noGap {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return words.OneLine(b.String())
}

// compact joins neighbours that are dressed alike into one piece.
func compact(pieces []piece) []piece {
	var out []piece
	for i := 0; i < len(pieces); {
		j, p := i+1, pieces[i]
		for j < len(pieces) && p.gap == noGap && p.alike(pieces[j]) {
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, q := range pieces[i:j] {
				b.WriteString(q.text)
				p.end = max(p.end, q.end)
			}
			p.text = b.String()
		}
		out = append(out, p)
		i = j
	}
	return out
}

// begin gives where the words of a piece begin, behind white space.
func (p piece) begin() int {
	space := len(p.text) - len(strings.TrimLeft(p.text, " \t\n"))
	return min(p.start+space, p.end)
}

func (p piece) alike(q piece) bool {
	return q.gap == noGap && p.bold == q.bold && p.italic == q.italic && p.link == q.link && p.cell == q.cell
}

// absorb takes the pieces and links of a block inside into its own.
func (b *block) absorb(inner *block) {
	if len(b.pieces) > 0 {
		b.pieces = append(b.pieces, piece{gap: lineGap, start: inner.start, end: inner.start})
	}
	for _, p := range inner.pieces {
		if p.link > 0 {
			p.link += len(b.links)
		}
		b.pieces = append(b.pieces, p)
	}
	b.links = append(b.links, inner.links...)
	b.end = max(b.end, inner.end)
	if len(inner.links) > 0 {
		inner.pieces, inner.links, inner.papers, inner.spans = nil, nil, nil, nil
	}
}
