package text

import (
	"slices"
	"strings"

	"citemap/graph"
	"citemap/render"
)

// A column of a table. Exactly one column of a table gives way when the width
// is short.
type column struct {
	head  string
	right bool // numbers stand to the right
	gives bool
}

// A cell is a text with what is put around it once it has been cut to fit.
type cell struct {
	text  string
	dress func(string) string
}

func plain(s string) cell { return cell{text: s} }

// asterisk marks a listed paper where there is no room for words.
func asterisk(listed bool) string {
	if listed {
		return "*"
	}
	return ""
}

// calledCell names a paper; addressCell says by what it can be opened.
func (p *page) calledCell(paper *graph.Paper) cell {
	return cell{called(paper), func(s string) string { return p.link(s, paper) }}
}

func (p *page) addressCell(paper *graph.Paper) cell {
	return cell{p.address(paper), func(s string) string { return p.link(s, paper) }}
}

// table writes rows under their heads in columns that fit the width.
func (p *page) table(columns []column, rows [][]cell) {
	width := p.o.Width
	if p.o.Wide {
		width = 0
	}
	widths := fit(columns, rows, width)
	head := make([]cell, len(columns))
	for i, c := range columns {
		head[i] = plain(c.head)
	}
	p.row(columns, widths, head)
	for _, row := range rows {
		p.row(columns, widths, row)
	}
}

// fit gives each column the width of its widest cell; where that is too much
// for the line, the column that gives way gets what is left, 20 at least.
func fit(columns []column, rows [][]cell, width int) []int {
	widths := make([]int, len(columns))
	total, gives := 2*(len(columns)-1), 0
	for i, c := range columns {
		widths[i] = render.Width(c.head)
		for _, row := range rows {
			widths[i] = max(widths[i], render.Width(row[i].text))
		}
		total += widths[i]
		if c.gives {
			gives = i
		}
	}
	if width > 0 && total > width {
		widths[gives] = max(20, widths[gives]-(total-width))
	}
	return widths
}

// row writes the cells of a row. What is too long for the column that gives way goes
// on below.
func (p *page) row(columns []column, widths []int, cells []cell) {
	gives := max(0, slices.IndexFunc(columns, func(c column) bool { return c.gives }))
	folded := []string{cells[gives].text}
	if render.Width(folded[0]) > widths[gives] {
		folded = render.Fold(folded[0], widths[gives])
	}
	p.rowLine(columns, widths, cells, gives, first(1, folded))
	for _, more := range folded[min(1, len(folded)):] {
		p.rowLine(columns, widths, make([]cell, len(cells)), gives, []string{more})
	}
}

// rowLine writes one line of a row, with that part of the cell that gives way.
func (p *page) rowLine(columns []column, widths []int, cells []cell, gives int, part []string) {
	var b strings.Builder
	for i, c := range cells {
		text := render.Shorten(c.text, widths[i])
		if i == gives {
			text = render.Shorten(strings.Join(part, ""), widths[i])
		}
		space := strings.Repeat(" ", max(0, widths[i]-render.Width(text)))
		if c.dress != nil {
			text = c.dress(text)
		}
		if columns[i].right {
			text = space + text
		} else {
			text += space
		}
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(text)
	}
	p.line("%s", strings.TrimRight(b.String(), " "))
}
