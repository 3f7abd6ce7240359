package layout

import (
	"strings"
)

// CutRow gives the cells of a table row.
func CutRow(line string) []string {
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
