package list

import (
	"slices"
	"strings"
)

// rows writes table rows behind or before the row of an entry. They have the
// title with the link, and the date where a column is of dates; the other cells
// are left empty.
func (r *writer) rows(p place, news []newcomer) insertion {
	e := &r.entries[p.entry]
	line := r.text.line(e.Start)
	model := cutRow(line)
	header := cutRow(r.text.line(r.tableHead(e.Start)))
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
		return insertion{r.text.lineStart(e.Start), out.String()}
	}
	return insertion{r.text.lineEnd(e.Start), out.String()}
}

// fill writes the paper into the cells of a row.
func (n *newcomer) fill(cells, header, model []string) {
	title := slices.IndexFunc(header, func(h string) bool { return titleColumns[strings.ToLower(h)] })
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
		cells[title] = "[" + inMarkdown(n.title) + "](" + n.page + ")"
	} else {
		cells[title] = inMarkdown(n.title)
		cells[link] = "[" + linkLabel(model[link]) + "](" + n.page + ")"
	}
	for i, h := range header {
		if i < len(cells) && cells[i] == "" && isDateColumn(h) {
			layout := -1
			if i < len(model) {
				layout = layoutOf(model[i])
			}
			cells[i] = inLayout(n.paper.Date, layout)
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

// cutRow gives the cells of a table row.
func cutRow(line string) []string {
	line = strings.Trim(line, " \t>")
	line = strings.TrimPrefix(line, "|")
	if !strings.HasSuffix(line, `\|`) {
		line = strings.TrimSuffix(line, "|")
	}
	var cells []string
	start := 0
	for i := range len(line) + 1 {
		if i == len(line) || line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			cells = append(cells, strings.TrimSpace(line[start:i]))
			start = i + 1
		}
	}
	return cells
}

// linkLabel gives what a cell calls its link: "pdf", "Paper".
func linkLabel(cell string) string {
	_, rest, _ := strings.Cut(cell, "[")
	label, _, found := strings.Cut(rest, "](")
	if label = strings.TrimLeft(label, "["); found && isLabel(label) {
		return label
	}
	return "paper"
}
