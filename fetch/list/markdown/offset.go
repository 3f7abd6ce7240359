package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// place gives where a node begins. goldmark counts a tab ahead of it as what it
// is wide, and may come out behind the text.
func (o *outline) place(n ast.Node) int { return min(max(n.Pos(), 0), len(o.source)) }

func (o *outline) lineEnd(at int) int {
	for at < len(o.source) && o.source[at] != '\n' {
		at++
	}
	return o.trimmed(at)
}

// trimmed moves an end to the left over white space.
func (o *outline) trimmed(end int) int {
	for end > 0 && strings.IndexByte(" \t\r\n", o.source[end-1]) >= 0 {
		end--
	}
	return end
}

// marker gives where the marker of an item stands, tabs ahead of it or not.
func (o *outline) marker(n *ast.ListItem) int {
	at := o.place(n)
	first := n.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return at
	}
	text := first.Lines().At(0).Start
	ahead := bytes.TrimRight(o.source[:text], " \t")
	bare := bytes.TrimRight(bytes.TrimRight(ahead, "-*+.)"), "0123456789")
	if start := max(len(bare), len(ahead)-len("123456789.")); start < len(ahead) && !bytes.ContainsAny(ahead[start:], "\n") {
		return start
	}
	return min(at, text)
}
