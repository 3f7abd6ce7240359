package list

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// An address is one written in a list, with what stands around it.
type address struct {
	stretch
	text   string
	anchor string  // the text of the link; "" where the address stands for itself
	outer  stretch // the whole of an inline link or a <...>, else the address
	linked bool    // it has a text
	at     reference
}

var written = regexp.MustCompile("https?://[^\\s<>\"|\\\\{}\\[\\]`]+")

// addressesIn finds the addresses of a text in their order; in Markdown, but for
// those in code and in comments.
func addressesIn(source sourceText, markdown bool) []address {
	var barred []stretch
	if markdown {
		barred = barredIn(source)
	}
	var out []address
	for _, m := range written.FindAllIndex(source, -1) {
		a := address{stretch: stretch{m[0], m[1]}}
		a.trim(source)
		if a.end < len(source) && source[a.end] == '\\' { // goes on behind the escape
			continue
		}
		if k := sort.Search(len(barred), func(i int) bool { return barred[i].end > a.start }); k < len(barred) && barred[k].start <= a.start {
			continue
		}
		a.text = string(source[a.start:a.end])
		a.at = readAddress(a.text)
		if a.at.address != a.text {
			continue
		}
		a.around(source)
		out = append(out, a)
	}
	return out
}

// trim takes off what ends a sentence, a link or an emphasis.
func (a *address) trim(text []byte) {
	for a.end > a.start {
		switch s := text[a.start:a.end]; s[len(s)-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '_', '~':
		case ')':
			if bytes.Count(s, []byte(")")) <= bytes.Count(s, []byte("(")) {
				return
			}
			if end := unbalanced(s); end >= 0 { // what follows the link is no part of it
				a.end = a.start + end + 1
			}
		default:
			if end := unbalanced(s); end >= 0 {
				a.end = a.start + end
				continue
			}
			return
		}
		a.end--
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
func (a *address) around(text []byte) {
	a.outer = a.stretch
	before, behind := text[:a.start], text[a.end:]
	if bytes.HasSuffix(before, []byte("<")) && bytes.HasPrefix(behind, []byte(">")) {
		a.outer = stretch{a.start - 1, a.end + 1}
		before, behind = before[:len(before)-1], behind[1:]
	}
	switch {
	case bytes.HasSuffix(before, []byte("](")):
		a.inline(text, before, behind)
	case bytes.HasSuffix(before, []byte(`="`)) || bytes.HasSuffix(before, []byte(`='`)):
		a.linked = true
		if end := bytes.Index(behind, []byte("</a")); end >= 0 {
			_, anchor, _ := strings.Cut(string(behind[:end]), ">")
			a.anchor = anchor
		}
	case bytes.HasSuffix(bytes.TrimRight(before, " \t"), []byte("]:")):
		a.linked = true
		label := bytes.TrimSuffix(bytes.TrimRight(before, " \t"), []byte("]:"))
		a.anchor = string(label[bytes.LastIndexByte(label, '[')+1:])
	}
}

// inline reads the text of an inline link, and where the link ends.
func (a *address) inline(text, before, behind []byte) {
	a.linked = true
	depth := 0
	for i := len(before) - 2; i >= 0; i-- {
		switch before[i] {
		case ']':
			depth++
		case '[':
			depth--
		}
		if depth == 0 {
			a.outer.start = i
			a.anchor = string(text[i+1 : len(before)-2])
			break
		}
	}
	if end := bytes.IndexByte(behind, ')'); end >= 0 {
		a.outer.end = len(text) - len(behind) + end + 1
	}
}

// barredIn gives the stretches of code and comments, in order.
func barredIn(source sourceText) []stretch {
	markdown := goldmark.New(goldmark.WithExtensions(
		extension.Linkify, extension.Table, extension.Strikethrough, extension.TaskList))
	var out []stretch
	_ = ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock:
			lines := n.Lines()
			for i := range lines.Len() {
				out = append(out, stretch{lines.At(i).Start, lines.At(i).Stop})
			}
		case ast.KindCodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, is := c.(*ast.Text); is {
					out = append(out, stretch{t.Segment.Start, t.Segment.Stop})
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
		out = append(out, stretch{start, at})
	}
	return joined(out)
}

// joined sorts stretches and makes one of those that overlap.
func joined(all []stretch) []stretch {
	slices.SortFunc(all, func(a, b stretch) int { return a.start - b.start })
	var out []stretch
	for _, s := range all {
		if n := len(out); n > 0 && s.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}
