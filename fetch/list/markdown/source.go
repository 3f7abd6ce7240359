package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A source is the text of a document.
type source []byte

// place gives where a node begins. goldmark counts a tab ahead of it as what it
// is wide, and may come out behind the text.
func (s source) place(n ast.Node) int { return min(max(n.Pos(), 0), len(s)) }

// lineEnd gives the end of the line at an offset, without white space.
func (s source) lineEnd(at int) int {
	if n := bytes.IndexByte(s[at:], '\n'); n >= 0 {
		return s.trimmed(at + n)
	}
	return s.trimmed(len(s))
}

// trimmed moves an end to the left over white space.
func (s source) trimmed(end int) int {
	for end > 0 && strings.IndexByte(" \t\r\n", s[end-1]) >= 0 {
		end--
	}
	return end
}

// marker gives where the marker of an item stands, tabs ahead of it or not.
func (s source) marker(n *ast.ListItem) int {
	at := s.place(n)
	first := n.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return at
	}
	text := first.Lines().At(0).Start
	ahead := bytes.TrimRight(s[:text], " \t")
	bare := bytes.TrimRight(bytes.TrimRight(ahead, "-*+.)"), "0123456789")
	if start := max(len(bare), len(ahead)-len("123456789.")); start < len(ahead) && !bytes.ContainsAny(ahead[start:], "\n") {
		return start
	}
	return min(at, text)
}
