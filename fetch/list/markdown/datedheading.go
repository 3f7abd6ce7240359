package markdown

import (
	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// datedHeadings are the headings with a date below them, as citemap writes its
// entries.
type datedHeadings struct {
	unlinked []graph.Entry // those without a link yet
	linked   bool          // one has a link
}

// add keeps a section in mind if it is of that form.
func (d *datedHeadings) add(b *block) {
	if !b.isDated() {
		return
	}
	text := styled.Text(b.runs)
	if d.linked = d.linked || len(b.papers) > 0; len(b.papers) > 0 || words.WordCount(text) < 2 {
		return
	}
	end := b.end
	for _, inner := range b.blocks {
		end = max(end, inner.end)
	}
	d.unlinked = append(d.unlinked, graph.Entry{Start: b.start, End: end, Text: text, Title: citation.Clean(text).Title,
		Section: b.section, Date: dates.Whole(styled.Text(b.blocks[0].runs))})
}

// entries gives those that have a date and no link yet, in a list that is
// otherwise of that form.
func (d *datedHeadings) entries() []graph.Entry {
	if !d.linked {
		return nil
	}
	return d.unlinked
}

// isDated tells whether a heading has a line below it that is a bold date and
// nothing else.
func (b *block) isDated() bool {
	if b.kind != headingBlock || b.level < 2 || len(b.blocks) == 0 {
		return false
	}
	first := b.blocks[0]
	return first.kind == paragraphBlock && styled.AllBold(first.runs) && dates.Whole(styled.Text(first.runs)).Month > 0
}
