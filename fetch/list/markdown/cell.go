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
	var best, name []piece
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

// columnOf gives what stands above a cell, in small letters; "" where nothing
// does, or where cells that span several rows may have moved the others.
func (b *block) columnOf(i, cells int) string {
	if i >= len(b.columns) {
		return ""
	}
	column := strings.ToLower(strings.Trim(b.columns[i], " *:"))
	if cells < len(b.columns) && !TitleColumns[column] {
		return ""
	}
	return column
}

// titleInCell gives the bold run with which a cell begins, where more follows
// it, and else all of the cell.
func titleInCell(cell []piece) citation.Reading {
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
func ahead(cell []piece) string {
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

var TitleColumns = map[string]bool{"title": true, "paper title": true, "paper": true, "papers": true, "paper name": true,
	"title of paper": true, "publication": true, "标题": true, "论文": true, "论文标题": true}

// nameColumns are headers over the short names of what papers are about.
var nameColumns = words.Set(`name model models method methods approach dataset datasets algorithm benchmark framework tool system
	work agent architecture 模型 方法 名称`)

// asideColumns are headers over what is no title, however many words it has.
var asideColumns = words.Set(`description descriptions notes note remark remarks comment comments summary tldr tl;dr abstract introduction
	intro overview details highlight highlights contribution contributions keyword keywords tag tags topic topics task tasks domain domains
	field area category categories type language languages license affiliation affiliations institution institutions institute
	organization organisation company venue conference journal publisher author authors features usage metrics
	描述 简介 备注 摘要 说明 机构 作者 会议 任务 类别 方向`)
