package list

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A portioning parses a Markdown document a portion at a time, since the tree
// of a dense text is many times as large as the text. What comes out is what
// the whole tree holds: a portion ends before its last block, list item or table
// row, which may not be whole, and the next one begins there. Only a single
// block larger than most is cut where it may not be.
type portioning struct {
	source []byte
	most   int // bytes of a paragraph, item or quotation that is still kept in one piece
	parser parser.Parser
	links  parser.Context // the reference definitions of the whole document; nil: none
}

const (
	portionSize = 256 << 10
	mostOfBlock = 384 << 10
)

// newPortioning prepares to parse a document, in portions of a size.
func newPortioning(source []byte, size, most int) portioning {
	p := portioning{source: source, most: most}
	if len(source) > size && bytes.Contains(source, []byte("]:")) {
		p.parser = blockParser()
		links := parser.NewContext()
		p.each(size, func(doc ast.Node, _ bool) { addDefinitions(links, doc) })
		p.links = links
	}
	p.parser = goldmark.New(goldmark.WithExtensions(
		extension.Linkify, extension.Table, extension.Strikethrough, extension.TaskList)).Parser()
	return p
}

// blockParser reads blocks and leaves what stands in them.
func blockParser() parser.Parser {
	return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...), parser.WithParagraphTransformers(
		append(parser.DefaultParagraphTransformers(), util.Prioritized(extension.NewTableParagraphTransformer(), 200))...))
}

// addDefinitions notes the reference definitions below a node; of a label, the
// first one counts.
func addDefinitions(links parser.Context, n ast.Node) {
	if d, is := n.(*ast.LinkReferenceDefinition); is {
		links.AddReference(parser.NewReference(d.Label, d.Destination, d.Title))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			addDefinitions(links, c)
		}
	}
}

// each hands over the trees of the portions in their order; that of one that
// goes on within a table begins with the table's header once more.
func (p *portioning) each(size int, take func(doc ast.Node, goesOn bool)) {
	at, want := portionStart{}, size
	for at.offset < len(p.source) {
		end := p.end(at.offset, want, want > size)
		doc := p.parse(at, end)
		if end == len(p.source) {
			take(doc, at.inTable)
			return
		}
		last := doc.LastChild()
		next := p.cut(doc, end)
		if next.offset <= at.offset {
			if isRaw(last) || end-at.offset < p.most {
				want = 2 * max(want, end-at.offset)
				continue
			}
			doc, next = p.parse(at, end), portionStart{offset: end}
		}
		take(doc, at.inTable)
		at, want = next, size
	}
}

// isRaw tells the blocks whose tree is small whatever they hold.
func isRaw(n ast.Node) bool { return n != nil && n.IsRaw() }

// end gives the end of a portion of some size: that of a line, but for very
// long ones; again says that a line of them is not enough.
func (p *portioning) end(start, size int, again bool) int {
	end := min(start+size, len(p.source))
	if n := bytes.IndexByte(p.source[end:], '\n'); n >= 0 {
		end += n + 1
	} else {
		end = len(p.source)
	}
	if end-start <= max(size, 2*p.most) || bytes.HasPrefix(bytes.TrimLeft(p.source[start:end], " "), []byte("<")) {
		return end
	}
	if n := bytes.LastIndexByte(p.source[start:start+size], '\n'); n >= 0 && !again {
		return start + n + 1
	}
	return start + lineCut(p.source[start:end], p.most)
}

// lineCut finds where a line that is too long can be cut: before a space
// outside brackets, between most and twice that, if there is one.
func lineCut(line []byte, most int) int {
	at, depth := 0, 0
	for i, c := range line[:2*most] {
		switch c {
		case '[', '(', '<':
			depth++
		case ']', ')', '>':
			depth = max(0, depth-1)
		case ' ':
			if depth == 0 && i > 0 {
				at = i
			}
		}
	}
	if at > most {
		return at
	}
	if n := bytes.IndexByte(line[most:], ' '); n >= 0 {
		return most + n
	}
	return len(line)
}

// A portionStart is where a portion begins.
type portionStart struct {
	offset  int
	inTable bool
	header  int // in a table, where its header begins
}

// parse gives the tree of a portion; offsets in it are those of the document.
func (p *portioning) parse(at portionStart, end int) ast.Node {
	context := parser.NewContext()
	if p.links != nil {
		context = definedElsewhere{context, p.links}
	}
	reader := text.NewReader(p.source[:end])
	if !at.inTable {
		jump(reader, at.offset)
		return p.parser.Parse(reader, parser.WithContext(context))
	}
	jump(reader, at.header)
	return p.parser.Parse(&tableReader{reader, p.nextLine(p.nextLine(at.header)), at.offset}, parser.WithContext(context))
}

func (p *portioning) nextLine(at int) int {
	return at + bytes.IndexByte(p.source[at:], '\n') + 1
}

// jump sets a reader to the beginning of a line.
func jump(r text.Reader, at int) {
	if at > 0 {
		r.SetPosition(0, text.NewSegment(at-1, at))
		r.AdvanceLine()
	}
}

// definedElsewhere is a context in which the references are those of the whole
// document.
type definedElsewhere struct {
	parser.Context
	links parser.Context
}

func (d definedElsewhere) AddReference(parser.Reference) {}

func (d definedElsewhere) Reference(label string) (parser.Reference, bool) {
	return d.links.Reference(label)
}

// A tableReader reads the header of a table and goes on at a later row.
type tableReader struct {
	text.Reader
	behind int // where the first row begins
	row    int // the row to go on at
}

func (r *tableReader) AdvanceLine() {
	r.Reader.AdvanceLine()
	if _, pos := r.Position(); pos.Start == r.behind {
		jump(r.Reader, r.row)
	}
}

// cut takes off a tree what may not be whole, and gives where that begins; 0
// where that cannot be told.
func (p *portioning) cut(doc ast.Node, end int) portionStart {
	last := doc.LastChild()
	switch n := last.(type) {
	case nil:
		return portionStart{offset: end}
	case *ast.List:
		item := n.LastChild()
		if start, ok := p.lineOf(item); ok && item.PreviousSibling() != nil {
			n.RemoveChild(n, item)
			return portionStart{offset: start}
		}
	case *xast.Table:
		row, header := n.LastChild(), n.FirstChild()
		start, ok := p.lineOf(header)
		if ok && header != row && row.PreviousSibling() != header {
			n.RemoveChild(n, row)
			return portionStart{offset: p.lineStart(row.Pos()), inTable: true, header: start}
		}
		for before := n.PreviousSibling(); before != nil && before.Kind() == ast.KindParagraph && before.Pos() >= n.Pos(); before = n.PreviousSibling() {
			doc.RemoveChild(doc, before)
		}
	}
	first := last
	if before := last.PreviousSibling(); before != nil && before.Kind() == ast.KindLinkReferenceDefinition {
		doc.RemoveChild(doc, last) // the title of the definition may follow
		first = before
	}
	start, _ := p.lineOf(first)
	doc.RemoveChild(doc, first)
	return portionStart{offset: start}
}

// lineOf gives where the first line of a node begins, and whether the node
// would be read there as the same if nothing stood before it.
func (p *portioning) lineOf(n ast.Node) (int, bool) {
	at := n.Pos()
	if lines := n.Lines(); n.Kind() != xast.KindTableHeader && lines != nil && lines.Len() > 0 && (at < 0 || lines.At(0).Start < at) {
		at = lines.At(0).Start
	}
	if at < 0 {
		return 0, false
	}
	start := p.lineStart(at)
	indent := p.source[start:at]
	return start, len(indent) < 4 && len(bytes.Trim(indent, " ")) == 0
}

func (p *portioning) lineStart(at int) int {
	return bytes.LastIndexByte(p.source[:at], '\n') + 1
}
