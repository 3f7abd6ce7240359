package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"citemap/fetch/list/markdown/styled"
)

// htmlBlocks makes blocks of a block of HTML, one for each row, item, heading or
// paragraph.
func htmlBlocks(s source, n *ast.HTMLBlock) []*block {
	lines := n.Lines()
	if lines.Len() == 0 {
		return nil
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		end = n.ClosureLine.Stop
	}
	h := htmlReader{source: s}
	h.read(s[start:min(end, len(s))], start)
	return h.blocks
}

// An htmlReader cuts a stretch of HTML into blocks.
type htmlReader struct {
	source  source
	in      *inliner
	start   int
	inside  bool // an item or a row, in which paragraphs are lines
	columns []string
	blocks  []*block
}

func (h *htmlReader) read(raw []byte, at int) {
	h.open(block{kind: paragraphBlock}, at)
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		end := at + len(z.Raw())
		if next, is := h.next(kind, tagName(z.Raw())); is {
			h.close(at)
			h.open(next, at)
		}
		h.in.token(kind, z, at, end)
		at = end
	}
	h.close(at)
}

// tagName gives the name of a tag.
func tagName(raw []byte) atom.Atom {
	name := bytes.ToLower(bytes.TrimLeft(raw, "</"))
	if n := bytes.IndexAny(name, " \t\r\n/>"); n >= 0 {
		name = name[:n]
	}
	return atom.Lookup(name)
}

// next tells the tags at which a new block begins.
func (h *htmlReader) next(kind html.TokenType, name atom.Atom) (block, bool) {
	if kind != html.StartTagToken && kind != html.EndTagToken {
		return block{}, false
	}
	opens := kind == html.StartTagToken
	switch name {
	case atom.Tr:
		h.inside = opens
		return block{kind: rowBlock, columns: h.columns}, true
	case atom.Li:
		h.inside = opens
		return block{kind: itemBlock}, true
	case atom.Dt: // what it names stands in the same block
		return block{kind: itemBlock}, opens
	case atom.P, atom.Div:
		return block{}, !h.inside
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if !opens || h.inside {
			return block{}, !h.inside
		}
		return block{kind: headingBlock, level: int(name.String()[1] - '0')}, true
	case atom.Table:
		h.columns = nil
		h.inside = false
		return block{}, true
	case atom.Summary:
		h.inside = false
		return block{summary: opens}, true
	case atom.Details: // ends what the summary is a title of
		h.inside = false
		return block{kind: ruleBlock}, true
	case atom.Ul, atom.Ol, atom.Dl, atom.Section:
		h.inside = false
		return block{}, true
	}
	return block{}, false
}

func (h *htmlReader) open(b block, at int) {
	h.start = at
	h.in = &inliner{source: h.source, block: &b}
}

func (h *htmlReader) close(at int) {
	b := h.in.block
	if len(b.links) == 0 && styled.Text(b.runs) == "" && b.kind != ruleBlock {
		return
	}
	b = h.in.done(h.start, max(h.start, h.source.trimmed(at)))
	if b.kind == rowBlock && h.columns == nil {
		h.columns = b.cellTexts()
	}
	h.blocks = append(h.blocks, b)
}
