package markdown

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// citemapComment begins the lists that citemap itself has written. In them each
// heading of the third level with nothing below it but a date in bold letters
// and an address is an entry, and its words are the whole title.
var citemapComment = regexp.MustCompile(`(?m)^<!-- citemap list`)

// citemapEntry reads a section of such a list; ok is false where it is of another
// form.
func (b *block) citemapEntry() (e graph.Entry, ok bool) {
	e = graph.Entry{Start: b.start, End: b.end, Title: styled.Text(b.runs), Section: b.section}
	if b.kind != headingBlock || b.level != 3 || !allWritten(b.links) || e.Title == "" {
		return e, false
	}
	text := []string{e.Title}
	for i, inner := range b.blocks {
		words := styled.Text(inner.runs)
		switch {
		case inner.kind == ruleBlock && i == len(b.blocks)-1:
		case inner.kind != paragraphBlock || e.IDs != nil:
			return e, false
		case len(inner.links) == 0 && e.Date.IsZero() && words != "" && styled.AllBold(inner.runs):
			if e.Date = dates.Whole(words); e.Date.IsZero() {
				return e, false
			}
		case len(inner.links) == 1 && words == styled.Text(inner.linked()):
			e.IDs = inner.onlyIDs()
		default:
			return e, false
		}
		e.End = max(e.End, inner.end)
		text = append(text, words)
	}
	e.Text = strings.TrimSpace(strings.Join(text, " "))
	if x, err := graph.ParseID(e.Title); err == nil && (e.IDs.Of(x.Scheme) == "" || e.IDs.Of(x.Scheme) == x.Value) {
		e.Title, e.IDs = "", e.IDs.With(x) // the id stood for a title
	}
	return e, true
}

// onlyIDs gives the ids of the one address that a paragraph is.
func (b *block) onlyIDs() graph.ExternalIDs {
	if b.findPapers(); len(b.papers) == 1 {
		return b.papers[0].allIDs()
	}
	return graph.ExternalIDs{{Scheme: graph.Link, Value: b.links[0].address}}
}
