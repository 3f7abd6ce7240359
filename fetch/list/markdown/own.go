package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"citemap/fetch/citation/dates"
	"citemap/graph"
)

// ownComment begins the lists that citemap itself has written. In them each
// heading of the third level with nothing below it but a date in bold letters
// and an address is an entry, and its words are the whole title.
const ownComment = "<!-- citemap list"

// isOwnComment tells the comment at the head of our own lists.
func (o *outline) isOwnComment(n *ast.HTMLBlock) bool {
	lines := n.Lines()
	return lines.Len() > 0 && bytes.HasPrefix(o.source[lines.At(0).Start:], []byte(ownComment))
}

// takeOwn makes an entry of a heading of our own form, and tells whether it
// was one.
func (r *reader) takeOwn(b *block) bool {
	if !r.own || b.kind != headingBlock || b.level != 3 || len(b.links) > 0 {
		return false
	}
	e := ownEntry{graph.Entry{Start: b.start, End: b.end, Title: plainText(b.pieces), Section: b.section}}
	if e.Title == "" {
		return false
	}
	for i, inner := range b.blocks {
		switch {
		case inner.kind == ruleBlock && i == len(b.blocks)-1:
		case inner.kind != paragraphBlock:
			return false
		case len(inner.links) == 0 && e.Date.IsZero() && e.IDs == nil && len(inner.pieces) > 0 && allBold(inner.pieces):
			if e.Date = dates.Whole(plainText(inner.pieces)); e.Date.IsZero() {
				return false
			}
		case len(inner.links) == 1 && e.IDs == nil && plainText(inner.pieces) == plainText(inner.linked()):
			e.IDs = inner.ownIDs()
		default:
			return false
		}
		e.End = max(e.End, inner.end)
	}
	words := []string{e.Title}
	for _, inner := range b.blocks {
		if text := plainText(inner.pieces); text != "" {
			words = append(words, text)
		}
	}
	e.Text = strings.Join(words, " ")
	e.untitleID()
	r.entries = append(r.entries, e.Entry)
	return true
}

// An ownEntry is an entry of one of our own lists.
type ownEntry struct{ graph.Entry }

// untitleID takes an id that stands for a title away from there.
func (e *ownEntry) untitleID() {
	x, err := graph.ParseID(e.Title)
	if err != nil || e.IDs.Of(x.Scheme) != "" && e.IDs.Of(x.Scheme) != x.Value {
		return
	}
	e.Title, e.IDs = "", e.IDs.With(x)
}

// ownIDs gives the ids of the one address that a paragraph is.
func (b *block) ownIDs() graph.ExternalIDs {
	if b.findPapers(); len(b.papers) == 1 {
		return b.papers[0].allIDs()
	}
	return graph.ExternalIDs{{Scheme: graph.Link, Value: b.links[0].address}}
}
