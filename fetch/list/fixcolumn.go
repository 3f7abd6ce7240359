package list

import (
	"slices"
	"strings"

	"citemap/graph"
)

// rowDates fills the empty cells of a table's column of dates, as the other
// rows write them.
func (w *workshop) rowDates() {
	layouts := map[int]int{} // by the table's head
	for i := range w.entries {
		if c, ok := w.dateCell(&w.entries[i]); ok && c.start < c.end && layouts[c.head] == 0 {
			layouts[c.head] = 1 + layoutOf(string(w.text[c.start:c.end]))
		}
	}
	for i := range w.entries {
		c, ok := w.dateCell(&w.entries[i])
		if !ok || c.start < c.end || !w.undated(i) || layouts[c.head] == 0 {
			continue
		}
		written := inLayout(w.advice[i].Paper.Date, layouts[c.head]-1)
		space := max(1, c.blank.end-c.blank.start-1-len(written)) // the columns stay below each other
		w.gain(i, edit{c.blank.start, c.blank.end, " " + written + strings.Repeat(" ", space)}, "date "+written)
	}
}

// A cell is the text of a table's cell without the space around it, the space of
// an empty one, and where the head of the table is.
type cell struct {
	stretch
	blank stretch
	head  int
}

// dateCell finds the cell of a row in which its date belongs.
func (w *workshop) dateCell(e *graph.Entry) (c cell, ok bool) {
	if shape, _ := w.shapeOf(e); shape != rowShape {
		return c, false
	}
	c.head = w.tableHead(e.Start)
	column := slices.IndexFunc(cutRow(w.text.line(c.head)), isDateColumn)
	line := w.text.line(e.Start)
	at := len(line) - len(strings.TrimLeft(line, " \t>"))
	if strings.HasPrefix(line[at:], "|") {
		at++
	}
	for n, start := 0, at; column >= 0 && at <= len(line); at++ {
		if at < len(line) && (line[at] != '|' || line[at-1] == '\\') || at == 0 {
			continue
		}
		if n == column {
			text := strings.TrimRight(line[start:at], " \t")
			lead := len(text) - len(strings.TrimLeft(text, " \t"))
			from := w.text.lineStart(e.Start)
			c.stretch = stretch{from + start + lead, from + start + len(text)}
			c.blank = stretch{from + start, from + at}
			return c, at < len(line) || text != ""
		}
		n, start = n+1, at+1
	}
	return c, false
}
