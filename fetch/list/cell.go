package list

import "strings"

// cellTitle gives the cell of a table row that stands under "title" or, where
// no header says so, the one with the most words.
func (b *block) cellTitle() title {
	if b.kind != rowBlock || len(b.papers) != 1 {
		return title{}
	}
	var best []piece
	most := 1
	for i, cell := range b.cells() {
		text := plainText(cell)
		if isLabel(text) || !wholeDate(text).IsZero() || looksLikeNames(text) {
			continue
		}
		if i < len(b.columns) && titleColumns[strings.ToLower(b.columns[i])] {
			return titleInCell(cell)
		}
		if n := wordCount(text); n > most {
			best, most = cell, n
		}
	}
	return titleInCell(best)
}

// titleInCell gives the bold run with which a cell begins, where more follows
// it, and else all of the cell.
func titleInCell(cell []piece) title {
	for i, p := range cell {
		if !p.bold || p.link > 0 {
			if wordCount(p.text) > 0 {
				break
			}
			continue
		}
		rest := plainText(cell[i+1:])
		if wordCount(p.text) > 0 && !isLabel(p.text) && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || wordCount(p.text) >= 3) {
			return cleanTitle(p.text)
		}
		break
	}
	return cleanTitle(plainText(cell))
}

// cells gives the pieces of a table row, a cell each.
func (b *block) cells() [][]piece {
	var out [][]piece
	start := 0
	for i, p := range b.pieces {
		if p.gap == cellGap {
			out = append(out, b.pieces[start:i])
			start = i + 1
		}
	}
	return out
}

// cellTexts gives the texts of a table row, a cell each.
func (b *block) cellTexts() []string {
	var out []string
	for _, cell := range b.cells() {
		out = append(out, plainText(cell))
	}
	return out
}

// isInPaperColumn tells whether a link stands in the cell of a table that its
// header says is of papers.
func (b *block) isInPaperColumn(place int) bool {
	s := b.spans[place]
	if b.kind != rowBlock || s.first >= len(b.pieces) || b.pieces[s.first].cell >= len(b.columns) {
		return false
	}
	return paperColumns[strings.ToLower(strings.Trim(b.columns[b.pieces[s.first].cell], " :"))]
}

var paperColumns = map[string]bool{"paper": true, "papers": true, "paper title": true, "paper name": true, "title of paper": true,
	"publication": true, "publications": true, "论文": true}

var titleColumns = map[string]bool{"title": true, "paper title": true, "paper": true, "papers": true, "paper name": true,
	"title of paper": true, "publication": true, "标题": true, "论文": true, "论文标题": true}
