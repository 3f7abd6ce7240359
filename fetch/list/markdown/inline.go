package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"citemap/fetch/address"
	"citemap/fetch/list/markdown/styled"
)

// An inliner collects the runs of one block.
type inliner struct {
	source  source
	block   *block
	bold    int
	italic  int
	link    int // 1 + the open link
	cell    int
	depth   int   // of the node that is read
	skipped int   // open elements whose text nobody sees
	breaks  []int // where lines begin that stand apart
}

// maxInside is how deep marks may stand in each other; what is deeper says
// nothing, and would take the stack.
const maxInside = 1000

func (in *inliner) children(n ast.Node) {
	if in.depth >= maxInside {
		return
	}
	in.depth++
	defer func() { in.depth-- }()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c)
	}
}

func (in *inliner) node(n ast.Node) {
	in.breakAt(n)
	switch n := n.(type) {
	case *ast.Text:
		in.mdText(n)
	case *ast.String:
		in.text(string(n.Value), max(n.Pos(), 0), max(n.Pos(), 0))
	case *ast.Emphasis:
		in.emphasis(n)
	case *ast.CodeSpan: // a dress like another
		in.italic++
		in.children(n)
		in.italic--
	case *ast.Link:
		in.openLink(unescape(n.Destination), unescape(n.Title), n.Pos())
		in.children(n)
		in.link = 0
	case *ast.AutoLink:
		in.autoLink(n)
	case *ast.RawHTML:
		for _, s := range n.Segments.Sliced(0, n.Segments.Len()) {
			in.html(s.Value(in.source), s.Start)
		}
	case *ast.Image, *xast.TaskCheckBox:
	default:
		in.children(n)
	}
}

// breakAt sets a gap where a line begins that stands apart.
func (in *inliner) breakAt(n ast.Node) {
	at := n.Pos()
	if t, is := n.(*ast.Text); is {
		at = t.Segment.Start
	}
	for len(in.breaks) > 0 && at >= in.breaks[0] {
		in.gap(styled.LineGap, in.breaks[0])
		in.breaks = in.breaks[1:]
	}
}

func (in *inliner) emphasis(n *ast.Emphasis) {
	dress := &in.italic
	if n.Level > 1 {
		dress = &in.bold
	}
	*dress++
	in.children(n)
	*dress--
}

func (in *inliner) mdText(n *ast.Text) {
	s := n.Segment
	plain := n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan
	for len(in.breaks) > 0 && in.breaks[0] < s.Stop {
		in.mdWords(text.NewSegment(s.Start, in.breaks[0]), plain)
		in.gap(styled.LineGap, in.breaks[0])
		s.Start, in.breaks = in.breaks[0], in.breaks[1:]
	}
	in.mdWords(s, plain)
	switch {
	case n.HardLineBreak():
		in.gap(styled.LineGap, s.Stop)
	case n.SoftLineBreak():
		in.text("\n", s.Stop, s.Stop)
	}
}

func (in *inliner) mdWords(s text.Segment, plain bool) {
	value := string(s.Value(in.source))
	if !plain {
		value = unescape(s.Value(in.source))
	}
	in.text(value, s.Start, s.Stop)
}

func (in *inliner) autoLink(n *ast.AutoLink) {
	if n.AutoLinkType != ast.AutoLinkURL {
		return
	}
	start := max(n.Pos(), 0)
	in.openLink(unescape(n.URL(in.source)), "", start)
	in.block.links[in.link-1].bare = true
	label := n.Label(in.source)
	in.text(string(label), start, min(start+len(label), len(in.source)))
	in.link = 0
}

func (in *inliner) text(s string, start, end int) {
	if s == "" || in.skipped > 0 {
		return
	}
	in.block.runs = append(in.block.runs, styled.Run{
		Text: s, Start: start, End: end, Bold: in.bold > 0, Italic: in.italic > 0, Link: in.link, Cell: in.cell})
}

func (in *inliner) gap(g styled.Gap, at int) {
	if g == styled.LineGap && len(in.block.runs) == 0 {
		return
	}
	in.block.runs = append(in.block.runs, styled.Run{Gap: g, Start: at, End: at, Cell: in.cell})
}

func (in *inliner) cellEnd(at int) {
	if n := len(in.block.runs); n > 0 {
		at = in.block.runs[n-1].End
	}
	in.gap(styled.CellGap, at)
	in.cell++
}

func (in *inliner) openLink(target, title string, at int) {
	in.block.links = append(in.block.links, link{
		address: target, title: title, start: max(at, 0), Page: address.PageOf(target)})
	in.link = len(in.block.links)
	in.block.runs = append(in.block.runs, styled.Run{ // holds the place of a link without text
		Start: max(at, 0), End: max(at, 0), Bold: in.bold > 0, Italic: in.italic > 0, Link: in.link, Cell: in.cell})
}

// done closes the block, which then spans start to end.
func (in *inliner) done(start, end int) *block {
	b := in.block
	b.start, b.end = start, end
	b.runs = styled.Compact(b.runs)
	b.mend()
	b.linkWrittenIDs()
	styled.DropMark(b.runs)
	return b
}

// html takes in a stretch of HTML that begins at an offset of the document.
func (in *inliner) html(raw []byte, at int) {
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		end := at + len(z.Raw())
		in.token(kind, z, at, end)
		at = end
	}
}

func (in *inliner) token(kind html.TokenType, z *html.Tokenizer, start, end int) {
	if kind == html.TextToken {
		in.text(string(z.Text()), start, end)
		return
	}
	if kind == html.CommentToken || kind == html.DoctypeToken {
		return
	}
	token := z.Token()
	step := 1
	if kind == html.EndTagToken {
		step = -1
	}
	switch token.DataAtom {
	case atom.A:
		in.openAnchor(token, start)
	case atom.B, atom.Strong:
		in.bold = max(0, in.bold+step)
	case atom.I, atom.Em, atom.Cite:
		in.italic = max(0, in.italic+step)
	case atom.Summary: // of <details>: a title that is drawn as one
		in.gap(styled.LineGap, start)
		in.bold = max(0, in.bold+step)
	case atom.Script, atom.Style:
		in.skipped = max(0, in.skipped+step)
	case atom.Br, atom.P, atom.Div, atom.Li, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		in.gap(styled.LineGap, start)
	case atom.Td, atom.Th:
		if step < 0 {
			in.cellEnd(start)
		}
	}
}

func (in *inliner) openAnchor(token html.Token, at int) {
	in.link = 0
	if token.Type == html.EndTagToken {
		return
	}
	var address, title string
	for _, a := range token.Attr {
		switch a.Key {
		case "href":
			address = a.Val
		case "title":
			title = a.Val
		}
	}
	if address != "" {
		in.openLink(address, title, at)
	}
}

// unescape resolves the escapes and entities of Markdown.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') >= 0 {
		b = util.UnescapePunctuations(b)
	}
	if bytes.IndexByte(b, '&') >= 0 {
		b = util.ResolveEntityNames(util.ResolveNumericReferences(b))
	}
	return string(b)
}
