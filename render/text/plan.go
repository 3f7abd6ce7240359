package text

import (
	"io"
	"strings"

	"citemap/render"
)

// Plan writes the stages of a plan, their heads first, and a line below.
func Plan(w io.Writer, rows [][]string, foot string, o Options) error {
	p := &page{o: o}
	columns := make([]column, len(rows[0]))
	for i, head := range rows[0] {
		columns[i] = column{head: head, gives: i == 0}
	}
	var cells [][]cell
	for _, row := range rows[1:] {
		line := make([]cell, len(row))
		for i, text := range row {
			line[i] = plain(render.Clean(text))
			columns[i].right = columns[i].right || text != "" && strings.Trim(text, "0123456789") == ""
		}
		cells = append(cells, line)
	}
	p.table(columns, cells)
	p.line("")
	p.line("%s", foot)
	return p.finish(w)
}
