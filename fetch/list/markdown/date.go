package markdown

import (
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// date finds the date that the words about a paper give.
func (b *block) date(p *paper, runs []run) graph.Date {
	if !p.title.Date.IsZero() {
		return p.title.Date
	}
	var best graph.Date
	title := words.BareTitle(p.title.Title)
	for len(runs) > 0 {
		line := firstLine(runs)
		runs = runs[min(len(line)+1, len(runs)):]
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
