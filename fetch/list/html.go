package list

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// html makes blocks of a block of HTML: one for each row, item or paragraph.
func (o *outline) html(n *ast.HTMLBlock) []*block {
	h := htmlBlocks{outline: o}
	if lines := n.Lines(); lines.Len() > 0 {
		start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
		if n.HasClosure() {
			end = n.ClosureLine.Stop
		}
		h.read(o.source[start:min(end, len(o.source))], start)
	}
	return h.out
}

// htmlBlocks cuts a stretch of HTML into blocks.
type htmlBlocks struct {
	outline *outline
	in      *inliner
	start   int
	out     []*block
}

func (h *htmlBlocks) read(raw []byte, at int) {
	h.open(paragraphBlock, at)
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		end := at + len(z.Raw())
		if block, is := htmlKind(kind, z.Raw()); is {
			h.close(at)
			h.open(block, at)
		}
		h.in.token(kind, z, at, end)
		at = end
	}
	h.close(at)
}

// htmlKind tells the tags at which a new block begins.
func htmlKind(kind html.TokenType, raw []byte) (blockKind, bool) {
	if kind != html.StartTagToken && kind != html.EndTagToken {
		return 0, false
	}
	name := bytes.ToLower(bytes.TrimLeft(raw, "</"))
	if n := bytes.IndexAny(name, " \t\r\n/>"); n >= 0 {
		name = name[:n]
	}
	switch atom.Lookup(name) {
	case atom.Tr:
		return rowBlock, true
	case atom.Li:
		return itemBlock, true
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Table, atom.Details, atom.Summary,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt, atom.Dd, atom.Section:
		return paragraphBlock, true
	}
	return 0, false
}

func (h *htmlBlocks) open(kind blockKind, at int) {
	h.start = at
	h.in = &inliner{source: h.outline.source, block: &block{kind: kind, section: h.outline.section()}}
}

func (h *htmlBlocks) close(at int) {
	if len(h.in.block.links) > 0 || plainText(h.in.block.pieces) != "" {
		h.out = append(h.out, h.in.done(h.start, max(h.start, h.outline.trimmed(at))))
	}
}
