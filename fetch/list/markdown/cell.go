package markdown

import (
	"slices"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
)

// cellTitle gives the cell of a table row that stands under "title" or, where
// no header says so, the one with the most words; one that is filed under a name
// alone is called so.
func (b *block) cellTitle() citation.Reading {
	if b.kind != rowBlock || len(b.papers) != 1 {
		return citation.Reading{}
	}
	var best, name []styled.Run
	most := 1
	cells := b.cells()
	for i, cell := range cells {
		cell = slices.DeleteFunc(slices.Clone(cell), func(r styled.Run) bool { return r.Link > 0 && b.links[r.Link-1].bare })
		text, column := styled.Text(cell), b.columnOf(i, len(cells))
		if label.IsLabel(text) || !dates.Whole(text).IsZero() || words.LooksLikeNames(text) && column != "title" || asideColumns[column] {
			continue
		}
		if TitleColumns[column] {
			return styled.CellTitle(cell)
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
	return styled.CellTitle(best)
}
