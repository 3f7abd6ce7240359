package table

import (
	"bytes"
	"encoding/csv"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
)

// mostSampled is how many rows of a table without names of columns are looked at.
const mostSampled = 64

// headless tells the columns of a table of which no line names them by words that are
// known, by what stands in them: all rows have as many cells, and one column has
// titles, or ids. A first row of short words, where the others have ids and titles,
// names them.
func headless(text []byte) (head tableHead, roles []record.Role, ok bool) {
	for _, separator := range []rune{',', ';', '\t'} {
		rows := sampleRows(text, separator)
		if rows == nil {
			continue
		}
		if roles, ok = rolesOf(rows); !ok {
			continue
		}
		head = tableHead{separator: separator, columns: make([]string, len(roles))}
		if namesColumns(rows[0]) {
			head.rows = bytes.IndexByte(text, '\n') + 1
		}
		return head, roles, true
	}
	return head, nil, false
}

// sampleRows gives the first rows, two or more; nil where they differ in the
// number of their cells.
func sampleRows(text []byte, separator rune) (rows [][]string) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.LazyQuotes = separator, separator == '\t'
	for len(rows) < mostSampled {
		cells, err := r.Read()
		if err != nil {
			if len(rows) < 2 || len(rows[0]) < 2 || r.InputOffset() < int64(len(text)) {
				return nil
			}
			break
		}
		rows = append(rows, cells)
	}
	return rows
}

// rolesOf tells the columns by their cells: the first of titles, those of years, and
// those of ids.
func rolesOf(rows [][]string) (roles []record.Role, ok bool) {
	roles = make([]record.Role, len(rows[0]))
	titled := false
	for i := range roles {
		years, ids, others, terms := 0, 0, 0, 0
		for _, row := range rows {
			switch cell := words.OneLine(row[i]); {
			case cell == "":
			case isIDCell(cell):
				ids++
			case dates.YearOf(cell) > 0:
				years++
			default:
				others, terms = others+1, terms+words.WordCount(cell)
			}
		}
		switch most := len(rows) * 3 / 4; {
		case years > 0 && years >= most:
			roles[i] = (*record.Record).AddYear
		case ids > 0 && ids >= others:
			roles[i], ok = (*record.Record).AddLinks, true
		case !titled && others >= most && terms >= 3*others && terms <= 30*others:
			roles[i], titled, ok = (*record.Record).AddTitle, true, true
		}
	}
	return roles, ok
}

// namesColumns tells a row of short words, without an id or a year.
func namesColumns(cells []string) bool {
	for _, cell := range cells {
		if cell = words.OneLine(cell); isIDCell(cell) || dates.YearOf(cell) > 0 || words.WordCount(cell) > 2 {
			return false
		}
	}
	return true
}

func isIDCell(cell string) bool {
	if strings.Contains(cell, "://") && !strings.Contains(cell, " ") {
		return true
	}
	_, is := address.LooseID(cell)
	return is
}
