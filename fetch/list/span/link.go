package span

import (
	"bytes"
	"regexp"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"citemap/fetch/address"
)

// A Link is one written in a list, with what stands around it.
type Link struct {
	Span
	Text   string
	Anchor string // the text of the link; "" where the address stands for itself
	Outer  Span   // the whole of an inline link or a <...>, else the address
	Linked bool   // it has a text
	Page   address.Page
}

var written = regexp.MustCompile("https?://[^\\s<>\"|\\\\{}\\[\\]`]+")

// Links finds the addresses of a text in their order; in Markdown, but for
// those in code and in comments.
func Links(source Text, markdown bool) []Link {
	var barred []Span
	if markdown {
		barred = barredIn(source)
	}
	var out []Link
	for _, m := range written.FindAllIndex(source, -1) {
		a := Link{Span: Span{m[0], m[1]}}
		a.trim(source)
		if a.End < len(source) && source[a.End] == '\\' { // goes on behind the escape
			continue
		}
		if k := sort.Search(len(barred), func(i int) bool { return barred[i].End > a.Start }); k < len(barred) && barred[k].Start <= a.Start {
			continue
		}
		a.Text = string(source[a.Start:a.End])
		a.Page = address.PageOf(a.Text)
		if a.Page.Address != a.Text {
			continue
		}
		a.around(source)
		out = append(out, a)
	}
	return out
}

// IDs finds the ids in a text in their order, written out or in an address,
// wherever they stand.
func IDs(source Text) []Link {
	var out []Link
	for start, line := range Lines(source) {
		for _, id := range address.IDsInLine(line) {
			at := start + id.Start
			out = append(out, Link{Span: Span{at, at + len(id.Text)}, Text: id.Text, Page: address.Page{Scheme: id.Scheme, Value: id.Value}})
		}
	}
	return out
}

// trim takes off what ends a sentence, a link or an emphasis.
func (a *Link) trim(text []byte) {
	for a.End > a.Start {
		switch s := text[a.Start:a.End]; s[len(s)-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '_', '~':
		case ')':
			if bytes.Count(s, []byte(")")) <= bytes.Count(s, []byte("(")) {
				return
			}
			if end := unbalanced(s); end >= 0 { // what follows the link is no part of it
				a.End = a.Start + end + 1
			}
		default:
			if end := unbalanced(s); end >= 0 {
				a.End = a.Start + end
				continue
			}
			return
		}
		a.End--
	}
}

// unbalanced finds the first closing bracket without an opening one; -1 is
// none.
func unbalanced(s []byte) int {
	depth := 0
	for i, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return -1
}

// around reads what the address is a part of.
func (a *Link) around(text []byte) {
	a.Outer = a.Span
	before, behind := text[:a.Start], text[a.End:]
	if bytes.HasSuffix(before, []byte("<")) && bytes.HasPrefix(behind, []byte(">")) {
		a.Outer = Span{a.Start - 1, a.End + 1}
		before, behind = before[:len(before)-1], behind[1:]
	}
	switch {
	case bytes.HasSuffix(before, []byte("](")):
		a.inline(text, before, behind)
	case bytes.HasSuffix(before, []byte(`="`)) || bytes.HasSuffix(before, []byte(`='`)):
		a.Linked = true
		if end := bytes.Index(behind, []byte("</a")); end >= 0 {
			_, anchor, _ := strings.Cut(string(behind[:end]), ">")
			a.Anchor = anchor
		}
	case bytes.HasSuffix(bytes.TrimRight(before, " \t"), []byte("]:")):
		a.Linked = true
		label := bytes.TrimSuffix(bytes.TrimRight(before, " \t"), []byte("]:"))
		a.Anchor = string(label[bytes.LastIndexByte(label, '[')+1:])
	}
}

// inline reads the text of an inline link, and where the link ends.
func (a *Link) inline(text, before, behind []byte) {
	a.Linked = true
	depth := 0
	for i := len(before) - 2; i >= 0; i-- {
		switch before[i] {
		case ']':
			depth++
		case '[':
			depth--
		}
		if depth == 0 {
			a.Outer.Start = i
			a.Anchor = string(text[i+1 : len(before)-2])
			break
		}
	}
	if end := bytes.IndexByte(behind, ')'); end >= 0 {
		a.Outer.End = len(text) - len(behind) + end + 1
	}
}

// barredIn gives the stretches of code and comments, in order.
func barredIn(source Text) []Span {
	markdown := goldmark.New(goldmark.WithExtensions(
		extension.Linkify, extension.Table, extension.Strikethrough, extension.TaskList))
	var out []Span
	_ = ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock:
			lines := n.Lines()
			for i := range lines.Len() {
				out = append(out, Span{lines.At(i).Start, lines.At(i).Stop})
			}
		case ast.KindCodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, is := c.(*ast.Text); is {
					out = append(out, Span{t.Segment.Start, t.Segment.Stop})
				}
			}
		}
		return ast.WalkContinue, nil
	})
	for at := 0; ; {
		n := bytes.Index(source[at:], []byte("<!--"))
		if n < 0 {
			break
		}
		start := at + n
		at = len(source)
		if end := bytes.Index(source[start:], []byte("-->")); end >= 0 {
			at = start + end
		}
		out = append(out, Span{start, at})
	}
	return union(out)
}
