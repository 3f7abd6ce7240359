package markdown

import (
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// cellTitle gives the cell of a table row that stands under "title" or, where
// no header says so, the one with the most words; one that is filed under a name
// alone is called so.
func (b *block) cellTitle() citation.Reading {
	if b.kind != rowBlock || len(b.papers) != 1 {
		return citation.Reading{}
	}
	var best, name []run
	most := 1
	cells := b.cells()
	for i, cell := range cells {
		text, column := plainText(cell), b.columnOf(i, len(cells))
		if label.IsLabel(text) || !dates.Whole(text).IsZero() || words.LooksLikeNames(text) && column != "title" || asideColumns[column] {
			continue
		}
		if TitleColumns[column] {
			return titleInCell(cell)
		}
		n := words.WordCount(text)
		if n > most {
			best, most = cell, n
		}
		if n > 0 && nameColumns[column] && name == nil {
			name = cell
		}
	}
	if best == nil && b.papers[0].anchor == "" {
		best = name
	}
	return titleInCell(best)
}

// titleInCell gives the bold run with which a cell begins, where more follows
// it, and else all of the cell.
func titleInCell(cell []run) citation.Reading {
	for i, p := range cell {
		if !p.bold || p.link > 0 {
			if words.WordCount(p.text) > 0 {
				break
			}
			continue
		}
		rest := plainText(cell[i+1:])
		if words.WordCount(p.text) > 0 && !label.IsLabel(p.text) && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || words.WordCount(p.text) >= 3) {
			return citation.Clean(p.text)
		}
		break
	}
	return citation.Clean(ahead(cell))
}

// ahead gives the text of a cell, of a long one what stands ahead of the wide
// gap that is left of a line break behind the title.
func ahead(cell []run) string {
	text := plainText(cell)
	const prose = 25
	if words.WordCount(text) <= prose {
		return text
	}
	var b strings.Builder
	for _, p := range cell {
		b.WriteString(p.text)
	}
	head, _, found := strings.Cut(strings.TrimSpace(b.String()), "  ")
	if !found || words.WordCount(head) == 0 || words.WordCount(head) > prose {
		return text
	}
	return head
}
