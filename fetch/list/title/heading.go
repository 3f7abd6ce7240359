package title

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"citemap/fetch/list/markdown"
)

// A heading is one of a document, with its place there.
type heading struct {
	at, level int
	text      string
}

// headingsOf gives the headings of a document, in HTML too.
func headingsOf(source []byte) []heading {
	source = markdown.Masked(source)
	var out []heading
	for n := goldmark.DefaultParser().Parse(text.NewReader(source)).FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			out = append(out, heading{min(max(n.Pos(), 0), len(source)), n.Level, plain(textOf(n, source))})
		case *ast.HTMLBlock:
			if lines := n.Lines(); lines.Len() > 0 {
				start := lines.At(0).Start
				out = append(out, htmlHeadings(source[start:lines.At(lines.Len()-1).Stop], start)...)
			}
		}
	}
	return out
}

// textOf gives what a person reads of a heading: pictures, as badges are, say
// nothing of its own.
func textOf(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if _, is := n.(*ast.Image); is {
			return ast.WalkSkipChildren, nil
		}
		if t, is := n.(*ast.Text); is && entering {
			b.Write(t.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return html.UnescapeString(b.String())
}

// htmlHeadings gives the headings of a stretch of HTML that begins at a place.
func htmlHeadings(raw []byte, at int) []heading {
	var out []heading
	inside := false
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		length := len(z.Raw())
		switch token := z.Token(); {
		case kind == html.TextToken && inside:
			out[len(out)-1].text = plain(out[len(out)-1].text + " " + token.Data)
		case levels[token.DataAtom] > 0:
			if inside = kind == html.StartTagToken; inside {
				out = append(out, heading{at: at, level: levels[token.DataAtom]})
			}
		}
		at += length
	}
}

var levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}
