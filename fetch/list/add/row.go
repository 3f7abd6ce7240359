package add

import (
	"slices"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/markdown"
)

// rows writes table rows behind or before the row of an entry. They have the
// title with the link, and the date where a column is of dates; the other cells
// are left empty.
func (r *writer) rows(p place, news []newPaper) insertion {
	e := &r.Entries[p.entry]
	line := r.Text.Line(e.Start)
	model := layout.CutRow(line)
	header := layout.CutRow(r.Text.Line(r.TableHead(e.Start)))
	prefix := line[:len(line)-len(strings.TrimLeft(line, " \t>"))]
	var out strings.Builder
	for _, n := range news {
		cells := make([]string, max(len(header), 1))
		n.fill(cells, header, model)
		text := prefix + joinRow(cells, strings.HasPrefix(line[len(prefix):], "|"))
		if p.before {
			out.WriteString(text + "\n")
			continue
		}
		out.WriteString("\n" + text)
	}
	if p.before {
		return insertion{r.Text.LineStart(e.Start), out.String()}
	}
	return insertion{r.Text.LineEnd(e.Start), out.String()}
}

// fill writes the paper into the cells of a row.
func (n *newPaper) fill(cells, header, model []string) {
	title := slices.IndexFunc(header, func(h string) bool { return markdown.TitleColumns[strings.ToLower(h)] })
	link := slices.IndexFunc(model, func(c string) bool { return strings.Contains(c, "](") || strings.Contains(c, "://") })
	if title >= 0 && title < len(model) && strings.Contains(model[title], "](") || title < 0 && link >= 0 {
		if title < 0 {
			title = link
		}
		link = title
	}
	title, link = max(title, 0), min(link, len(cells)-1)
	if title >= len(cells) {
		title = 0
	}
	if title == link || link < 0 {
		cells[title] = "[" + layout.InMarkdown(n.title) + "](" + n.page + ")"
	} else {
		cells[title] = layout.InMarkdown(n.title)
		cells[link] = "[" + linkLabel(model[link]) + "](" + n.page + ")"
	}
	for i, h := range header {
		if i < len(cells) && cells[i] == "" && markdown.IsDateColumn(h) {
			layout := -1
			if i < len(model) {
				layout = dates.LayoutOf(model[i])
			}
			cells[i] = dates.InLayout(n.paper.Date, layout)
		}
	}
}

// joinRow makes a table row of cells; closed, with a stroke at both ends.
func joinRow(cells []string, closed bool) string {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 || closed {
			b.WriteString("| ")
		}
		if b.WriteString(cell); cell != "" {
			b.WriteByte(' ')
		}
	}
	if closed {
		return b.String() + "|"
	}
	return strings.TrimRight(b.String(), " ")
}

// linkLabel gives what a cell calls its link: "pdf", "Paper".
func linkLabel(cell string) string {
	_, rest, _ := strings.Cut(cell, "[")
	name, _, found := strings.Cut(rest, "](")
	if name = strings.TrimLeft(name, "["); found && label.IsLabel(name) {
		return name
	}
	return "paper"
}
