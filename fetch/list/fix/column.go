package fix

import (
	"slices"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/markdown"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// rowDates fills the empty cells of a table's column of dates, as the other
// rows write them.
func (w *round) rowDates() {
	layouts := map[int]int{} // by the table's head
	for i := range w.Entries {
		if c, ok := w.dateCell(&w.Entries[i]); ok && c.Start < c.End && layouts[c.head] == 0 {
			layouts[c.head] = 1 + dates.LayoutOf(string(w.Text[c.Start:c.End]))
		}
	}
	for i := range w.Entries {
		c, ok := w.dateCell(&w.Entries[i])
		if !ok || c.Start < c.End || !w.undated(i) || layouts[c.head] == 0 {
			continue
		}
		written := dates.InLayout(w.advice[i].Paper.Date, layouts[c.head]-1)
		space := max(1, c.blank.End-c.blank.Start-1-len(written)) // the columns stay below each other
		w.gain(i, span.Edit{Start: c.blank.Start, End: c.blank.End, Text: " " + written + strings.Repeat(" ", space)}, "date "+written)
	}
}

// A cell is the text of a table's cell without the space around it, the space of
// an empty one, and where the head of the table is.
type cell struct {
	span.Span
	blank span.Span
	head  int
}

// dateCell finds the cell of a row in which its date belongs.
func (w *round) dateCell(e *graph.Entry) (c cell, ok bool) {
	if shape, _ := w.ShapeOf(e); shape != layout.RowShape {
		return c, false
	}
	c.head = w.TableHead(e.Start)
	column := slices.IndexFunc(layout.CutRow(w.Text.Line(c.head)), markdown.IsDateColumn)
	line := w.Text.Line(e.Start)
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
			from := w.Text.LineStart(e.Start)
			c.Span = span.Span{Start: from + start + lead, End: from + start + len(text)}
			c.blank = span.Span{Start: from + start, End: from + at}
			return c, at < len(line) || text != ""
		}
		n, start = n+1, at+1
	}
	return c, false
}
