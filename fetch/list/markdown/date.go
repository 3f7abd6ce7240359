package markdown

import (
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// date finds the date that the words about a paper give.
func (b *block) date(p *paper, runs []styled.Run) graph.Date {
	if !p.title.Date.IsZero() {
		return p.title.Date
	}
	var best graph.Date
	title := words.BareTitle(p.title.Title)
	for len(runs) > 0 {
		line := styled.FirstLine(runs)
		runs = runs[min(len(line)+1, len(runs)):]
		for _, q := range line {
			if d := dates.Whole(q.Text); q.Bold && d.Month > 0 {
				return d
			}
			if best.IsZero() && (q.Bold || q.Italic) && q.Link == 0 && label.IsDatedNote(q.Text) {
				best = dates.YearIn(q.Text)
			}
		}
		if styled.Length(line) > citation.MaxProse {
			continue
		}
		var terms strings.Builder
		for _, q := range line {
			if q.Link > 0 && b.links[q.Link-1].bare || title != "" && len(q.Text) >= len(title) && words.BareTitle(q.Text) == title {
				terms.WriteByte(' ')
				continue
			}
			terms.WriteString(q.Text)
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
