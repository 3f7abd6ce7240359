// Package markdown reads Markdown of any style, with the HTML in it.
package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/front"
	"citemap/graph"
)

// Read gives the entries of a Markdown document.
func Read(source []byte) []graph.Entry {
	entries := readBody(Masked(source))
	if f := front.ReadFront(source); f != nil {
		return withFront(f.Entries(entries), entries)
	}
	return entries
}

// withFront puts the entries of the front matter before those below it, but for
// what only names one of them again.
func withFront(front, below []graph.Entry) []graph.Entry {
	ids := map[graph.ExternalID]string{}
	for i := range front {
		for _, id := range front[i].IDs {
			ids[id] = front[i].Title
		}
	}
	return append(front, slices.DeleteFunc(below, func(e graph.Entry) bool {
		return len(e.IDs) > 0 && !slices.ContainsFunc(e.IDs, func(id graph.ExternalID) bool {
			title, there := ids[id]
			return !there || e.Title != "" && words.WordCount(e.Title) > 1 && !words.SameTitle(e.Title, title)
		})
	})...)
}

// readBody gives the entries of a document without what stands ahead of it.
func readBody(source []byte) []graph.Entry {
	o := outline{source: source}
	o.blocks(markdownParser().Parse(text.NewReader(source)))
	o.begin(nil)
	o.reader.addDated()
	o.reader.dropAliases()
	return o.reader.entries
}

func markdownParser() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Linkify, extension.Table, extension.Strikethrough, extension.TaskList)).Parser()
}

// An outline turns the tree of a Markdown document into blocks under their
// headings, and those into entries.
type outline struct {
	source []byte
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
		o.reader.settle(o.open)
	}
	o.open = b
}

// blocks takes in the blocks of a document or of a quotation in it, and leaves
// none: the tree is the larger of the two.
func (o *outline) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = parent.FirstChild() {
		switch n := n.(type) {
		case *ast.Heading:
			o.heading(n)
		case *ast.ThematicBreak:
			o.rule(n)
		case *ast.Blockquote:
			o.blocks(n)
		case *ast.HTMLBlock:
			o.reader.own = o.reader.own || o.isOwnComment(n)
			o.html(n, o.putHTML)
		default:
			o.put(o.block(n)...)
		}
		parent.RemoveChild(parent, n)
	}
}

func (o *outline) put(blocks ...*block) {
	if o.open == nil {
		o.open = &block{kind: ruleBlock}
	}
	o.open.blocks = append(o.open.blocks, blocks...)
}

// putHTML puts a block of HTML, which may be a heading.
func (o *outline) putHTML(b *block) {
	if b.kind == headingBlock {
		o.under(b)
		return
	}
	b.section = o.above
	o.put(b)
}

func (o *outline) heading(n *ast.Heading) {
	b := o.inlines(n, headingBlock)
	b.level = n.Level
	o.under(b)
}

// under puts what comes under a heading. A heading stands in the sections
// above it.
func (o *outline) under(b *block) {
	for len(o.path) > 0 && o.path[len(o.path)-1].level >= b.level {
		o.path = o.path[:len(o.path)-1]
	}
	o.above = o.joined()
	b.section = o.above
	o.path = append(o.path, heading{b.level, words.StripEmoji(plainText(b.pieces))})
	o.above = o.joined()
	o.begin(b)
}

// rule ends what the heading above takes; the rule itself is still a part of it.
func (o *outline) rule(n ast.Node) {
	if o.open != nil {
		o.open.blocks = append(o.open.blocks, &block{kind: ruleBlock, start: o.place(n), end: o.lineEnd(o.place(n))})
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
		var out []*block
		o.html(n, func(b *block) { out = append(out, b) })
		return out
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
	b := &block{kind: itemBlock, start: o.marker(n), section: o.above}
	b.end = max(b.start, 0)
	b.column = b.end - 1 - bytes.LastIndexByte(o.source[:b.end], '\n')
	if first := n.FirstChild(); len(inner) > 0 && (first.Kind() == ast.KindTextBlock || first.Kind() == ast.KindParagraph) {
		own := inner[0]
		b.pieces, b.links, b.end = own.pieces, own.links, own.end
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
		row := o.row(c)
		if _, is := c.(*xast.TableHeader); is {
			columns = row.cellTexts()
		}
		row.columns = columns
		out = append(out, row)
	}
	return out
}

func (o *outline) row(n ast.Node) *block {
	in := inliner{source: o.source, block: &block{kind: rowBlock, section: o.above}}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.children(c)
		in.cellEnd(in.block.start)
	}
	start := o.place(n)
	return in.done(start, o.lineEnd(start))
}

// inlines makes a block of a node that holds text.
func (o *outline) inlines(n ast.Node, kind blockKind) *block {
	return o.fill(&inliner{source: o.source, block: &block{kind: kind, section: o.above}}, n)
}

// fill collects the pieces of a node, and finds the span of the block.
func (o *outline) fill(in *inliner, n ast.Node) *block {
	in.children(n)
	kind := in.block.kind
	start, end := o.place(n), 0
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		end = o.trimmed(lines.At(lines.Len() - 1).Stop)
		if kind != headingBlock {
			start = lines.At(0).Start
		}
	}
	if kind == headingBlock {
		start = min(start, max(end, start))
		end = max(end, o.lineEnd(start))
		if start < len(o.source) && o.source[start] != '#' && end < len(o.source) {
			end = max(end, o.lineEnd(end+1)) // the line under the heading
		}
	}
	return in.done(start, max(start, end))
}
