package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
)

// An outline turns the tree of a Markdown document into blocks under their
// headings, and those into entries.
type outline struct {
	source source
	path   []heading // the headings above
	above  string    // their texts
	open   *block    // the heading, or stretch without one, that takes what comes
	reader reader
}

type heading struct {
	level int
	text  string
}

// begin ends what is open and opens another.
func (o *outline) begin(b *block) {
	if o.open != nil {
		o.reader.readSection(o.open)
	}
	o.open = b
}

// blocks takes in the blocks of a document or of a quotation in it, and leaves
// none: the tree is the larger of the two.
func (o *outline) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = parent.FirstChild() {
		switch n := n.(type) {
		case *ast.Heading:
			b := o.inlines(n, headingBlock)
			b.level = n.Level
			o.under(b)
		case *ast.ThematicBreak:
			o.rule(n)
		case *ast.Blockquote:
			o.blocks(n)
		default:
			for _, b := range o.block(n) {
				o.put(b)
			}
		}
		parent.RemoveChild(parent, n)
	}
}

// put puts a block into the open one; a heading, as HTML may have them, opens its
// own.
func (o *outline) put(b *block) {
	if b.kind == headingBlock {
		o.under(b)
		return
	}
	if o.open == nil {
		o.open = &block{kind: ruleBlock}
	}
	b.section = o.above
	o.open.blocks = append(o.open.blocks, b)
}

// under puts what comes under a heading. A heading stands in the sections
// above it.
func (o *outline) under(b *block) {
	for len(o.path) > 0 && o.path[len(o.path)-1].level >= b.level {
		o.path = o.path[:len(o.path)-1]
	}
	o.above = o.joined()
	b.section = o.above
	o.path = append(o.path, heading{b.level, words.StripEmoji(styled.Text(b.runs))})
	o.above = o.joined()
	o.begin(b)
}

// rule ends what the heading above takes; the rule itself is still a part of it.
func (o *outline) rule(n ast.Node) {
	if o.open != nil {
		o.put(&block{kind: ruleBlock, start: o.source.place(n), end: o.source.lineEnd(o.source.place(n))})
		o.begin(nil)
	}
}

// joined gives the texts of the headings above.
func (o *outline) joined() string {
	var texts []string
	for _, h := range o.path {
		if h.text != "" {
			texts = append(texts, h.text)
		}
	}
	return strings.Join(texts, " > ")
}

// block gives the blocks that a node of the document is.
func (o *outline) block(n ast.Node) []*block {
	switch n := n.(type) {
	case *ast.List:
		return o.children(n)
	case *ast.ListItem:
		return []*block{o.item(n)}
	case *ast.Blockquote:
		return o.children(n)
	case *ast.Paragraph:
		return o.paragraph(n)
	case *ast.TextBlock, *ast.Heading:
		return []*block{o.inlines(n, paragraphBlock)}
	case *xast.Table:
		return o.table(n)
	case *ast.HTMLBlock:
		blocks := htmlBlocks(o.source, n)
		for _, b := range blocks {
			b.section = o.above
		}
		return blocks
	}
	return nil
}

func (o *outline) children(n ast.Node) []*block {
	var out []*block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, o.block(c)...)
	}
	return out
}

// item makes one block of a list item: its first paragraph are its own words,
// all else stands inside.
func (o *outline) item(n *ast.ListItem) *block {
	inner := o.children(n)
	b := &block{kind: itemBlock, start: o.source.marker(n), section: o.above}
	b.end = max(b.start, 0)
	b.column = b.end - 1 - bytes.LastIndexByte(o.source[:b.end], '\n')
	if first := n.FirstChild(); len(inner) > 0 && (first.Kind() == ast.KindTextBlock || first.Kind() == ast.KindParagraph) {
		own := inner[0]
		b.runs, b.links, b.end = own.runs, own.links, own.end
		inner = inner[1:]
	}
	if b.start < 0 || b.start > b.end {
		b.start = b.end
	}
	b.blocks = inner
	return b
}

func (o *outline) table(n *xast.Table) []*block {
	var out []*block
	var columns []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := o.row(c, columns)
		if _, is := c.(*xast.TableHeader); is {
			columns = row.cellTexts()
			row.columns = columns
		}
		out = append(out, row)
	}
	return out
}

func (o *outline) row(n ast.Node, columns []string) *block {
	in := inliner{source: o.source, block: &block{kind: rowBlock, section: o.above, columns: columns}}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.children(c)
		in.cellEnd(in.block.start)
	}
	start := o.source.place(n)
	return in.done(start, o.source.lineEnd(start))
}

// inlines makes a block of a node that holds text.
func (o *outline) inlines(n ast.Node, kind blockKind) *block {
	return o.fill(&inliner{source: o.source, block: &block{kind: kind, section: o.above}}, n)
}

// fill collects the runs of a node, and finds the span of the block.
func (o *outline) fill(in *inliner, n ast.Node) *block {
	in.children(n)
	kind := in.block.kind
	start, end := o.source.place(n), 0
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		end = o.source.trimmed(lines.At(lines.Len() - 1).Stop)
		if kind != headingBlock {
			start = lines.At(0).Start
		}
	}
	if kind == headingBlock {
		start = min(start, max(end, start))
		end = max(end, o.source.lineEnd(start))
		if start < len(o.source) && o.source[start] != '#' && end < len(o.source) {
			end = max(end, o.source.lineEnd(end+1)) // the line under the heading
		}
	}
	return in.done(start, max(start, end))
}

// paragraph gives the block of a paragraph, or one for each citation of a
// bibliography that was pasted without blank lines.
func (o *outline) paragraph(n ast.Node) []*block {
	starts := citationStarts(o.source, n.Lines())
	in := inliner{source: o.source, block: &block{kind: paragraphBlock, section: o.above}, breaks: starts}
	b := o.fill(&in, n)
	if len(starts) > 1 {
		return b.parts(starts)
	}
	b.findSpans()
	if allWritten(b.links) && b.cited().Title != "" {
		b.kind = itemBlock // in which "arXiv:1706.03762" is an id
	}
	return []*block{b}
}
