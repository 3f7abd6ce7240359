package markdown

import (
	"slices"
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// date finds the date that the words about a paper give.
func (b *block) date(p *paper, pieces []piece) graph.Date {
	if !p.title.Date.IsZero() {
		return p.title.Date
	}
	var best graph.Date
	title := words.BareTitle(p.title.Title)
	for len(pieces) > 0 {
		line := firstLine(pieces)
		pieces = pieces[min(len(line)+1, len(pieces)):]
		for _, q := range line {
			if d := dates.Whole(q.text); q.bold && d.Month > 0 {
				return d
			}
			if best.IsZero() && (q.bold || q.italic) && q.link == 0 && label.IsDatedNote(q.text) {
				best = dates.YearIn(q.text)
			}
		}
		if length(line) > citation.MaxProse {
			continue
		}
		var terms strings.Builder
		for _, q := range line {
			if q.link > 0 && b.links[q.link-1].bare || title != "" && len(q.text) >= len(title) && words.BareTitle(q.text) == title {
				terms.WriteByte(' ')
				continue
			}
			terms.WriteString(q.text)
		}
		text := words.OneLine(terms.String())
		if len(text) >= citation.MaxTitle { // many people, and then where and when
			text = text[strings.LastIndex(text, ". ")+1:]
		}
		if len(text) < citation.MaxTitle && words.BareTitle(text) != title {
			d := dates.Or(dates.In(text), dates.YearOfIssue(text))
			if b.kind == rowBlock && d.Month == 0 && words.IsNumber(text) && !b.isDateCell(line) {
				continue // a count of stars
			}
			if d.Month > best.Month || best.IsZero() {
				best = d
			}
		}
	}
	return best
}

// length counts the bytes of pieces' text.
func length(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		n += len(p.text)
	}
	return n
}

// isDateCell tells whether pieces stand in a column of years or dates.
func (b *block) isDateCell(line []piece) bool {
	if len(line) == 0 || line[0].cell >= len(b.columns) {
		return false
	}
	return IsDateColumn(b.columns[line[0].cell])
}

func IsDateColumn(header string) bool {
	header = strings.ToLower(header)
	return strings.Contains(header, "year") || strings.Contains(header, "date") || strings.Contains(header, "time")
}

// dated is a heading of our own form, with a date below it.
type dated struct {
	entry  graph.Entry
	linked bool
}

// noteDated keeps in mind a heading of our own form.
func (r *reader) noteDated(b *block) {
	if !b.isDated() {
		return
	}
	if len(b.papers) > 0 {
		r.dated = append(r.dated, dated{linked: true})
		return
	}
	text := plainText(b.pieces)
	if words.WordCount(text) < 2 {
		return
	}
	end := b.end
	for _, inner := range b.blocks {
		end = max(end, inner.end)
	}
	r.dated = append(r.dated, dated{entry: graph.Entry{Start: b.start, End: end, Text: text, Title: citation.Clean(text).Title,
		Section: b.section, Date: dates.Whole(plainText(b.blocks[0].pieces))}})
}

// addDated writes entries for the headings of our own form that have a date and
// no link yet, in a list that is otherwise of that form.
func (r *reader) addDated() {
	if !slices.ContainsFunc(r.dated, func(d dated) bool { return d.linked }) {
		return
	}
	for _, d := range r.dated {
		if !d.linked {
			r.entries = append(r.entries, d.entry)
		}
	}
}

// isDated tells whether a heading has a line below it that is a bold date and
// nothing else.
func (b *block) isDated() bool {
	if b.kind != headingBlock || b.level < 2 || len(b.blocks) == 0 {
		return false
	}
	first := b.blocks[0]
	return first.kind == paragraphBlock && allBold(first.pieces) && dates.Whole(plainText(first.pieces)).Month > 0
}
