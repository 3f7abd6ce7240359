// Package table reads tables whose first line names the columns.
package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A tableHead is the line of a table that names its columns.
type tableHead struct {
	separator rune
	columns   []string // their names, in small letters
	rows      int      // where the rows begin
}

// maxAheadOfHead is how many lines may stand ahead of the names of the columns:
// "sep=;", and what some databases say of their data.
const maxAheadOfHead = 4

// headOf finds the line that names the columns of a table of papers: it has
// titles or ids, and something else that is known. ok tells whether there is one.
func headOf(text []byte) (head tableHead, ok bool) {
	at := 0
	for range maxAheadOfHead {
		line, _, found := bytes.Cut(text[at:min(len(text), at+1<<14)], []byte("\n"))
		if head, ok := columnsIn(line); ok && found {
			head.rows = at + len(line) + 1
			return head, true
		}
		if at += len(line) + 1; !found || !aheadOfHead(line) {
			return head, false
		}
	}
	return head, false
}

// aheadOfHead tells a line that may stand ahead of a table: an empty one, one
// for a spreadsheet, one that says where the data is from.
func aheadOfHead(line []byte) bool {
	line = bytes.ToLower(bytes.Trim(line, " \t\r\",;"))
	return len(line) == 0 || bytes.HasPrefix(line, []byte("sep=")) || bytes.HasPrefix(line, []byte("about the data")) || line[0] == '#'
}

func columnsIn(line []byte) (tableHead, bool) {
	for _, separator := range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(line))
		r.Comma, r.LazyQuotes = separator, separator == '\t'
		columns, err := r.Read()
		if err != nil {
			continue
		}
		if isHead(columns) {
			return tableHead{separator: separator, columns: columns}, true
		}
	}
	return tableHead{}, false
}

// isHead tells whether columns are those of a table of papers, and writes their
// names in small letters.
func isHead(columns []string) bool {
	known, titles, ids, named := 0, false, false, false
	for i := range columns {
		columns[i] = columnName(columns[i])
		name := columns[i]
		if tableColumns[name] != nil {
			known++
			titles = titles || strings.HasSuffix(name, "title") || name == "ti" || name == "display name"
			ids = ids || strings.Contains(name, "doi") || name == "di" || strings.Contains(name, "arxiv") || name == "pmid"
		}
		named = named || spareColumns[name] != nil
	}
	linked := slices.ContainsFunc(columns, func(name string) bool { return strings.Contains(name, "url") || strings.Contains(name, "link") })
	return known > 1 && (titles || ids) || named && (linked || ids) && known > 0 || titles && len(columns) > 1
}

func Is(text []byte) bool {
	_, ok := headOf(text)
	return ok
}

// Read gives the entries of a table, and what is wrong with the rows that
// are none.
func Read(text []byte) (entries []graph.Entry, broken span.Faults) {
	head, ok := headOf(text)
	if !ok {
		return nil, broken
	}
	t := table{text: text, separator: head.separator}
	t.begin(head.rows)
	for {
		cells, start, end, err := t.row()
		if errors.Is(err, io.EOF) {
			return entries, broken
		}
		if err != nil {
			broken.Add(span.Fault{At: start, What: "row is not CSV: " + words.OneLine(err.Error())})
			continue
		}
		w, paper := rowWork(head.columns, cells)
		if !paper {
			continue
		}
		e, f := w.Entry(start, end)
		if f != nil {
			broken.Add(*f)
			continue
		}
		entries = append(entries, e)
	}
}

// rowWork reads a row. One that holds a note or a file is no paper.
func rowWork(columns, cells []string) (w record.Record, paper bool) {
	for i, cell := range cells {
		if i >= len(columns) {
			break
		}
		if columns[i] == "item type" && (cell == "attachment" || cell == "note" || cell == "annotation") {
			return w, false
		}
		if take := tableColumns[columns[i]]; take != nil && strings.TrimSpace(cell) != "" {
			take(&w, cell)
		}
	}
	for i, cell := range cells[:min(len(cells), len(columns))] {
		if take := spareColumns[columns[i]]; take != nil && strings.TrimSpace(cell) != "" {
			take(&w, cell)
		}
	}
	return w, true
}

// A table reads rows, and goes on behind one that is broken.
type table struct {
	text      []byte
	separator rune
	reader    *csv.Reader
	from      int // where the reader began
	at        int // where the next row begins
	again     int // bytes that were read again
}

func (t *table) begin(at int) {
	t.from, t.at = at, at
	t.reader = csv.NewReader(bytes.NewReader(t.text[at:]))
	t.reader.Comma, t.reader.FieldsPerRecord, t.reader.ReuseRecord = t.separator, -1, true
	t.reader.LazyQuotes = t.separator == '\t' // programs that write tabs seldom quote
}

// row gives the cells of the next row and its span. Behind a broken row it goes
// on with the next line, unless that has been tried too often.
func (t *table) row() (cells []string, start, end int, err error) {
	start = t.at
	cells, err = t.reader.Read()
	t.at = t.from + int(t.reader.InputOffset())
	end = start + len(bytes.TrimRight(t.text[start:t.at], "\r\n"))
	start += len(t.text[start:end]) - len(bytes.TrimLeft(t.text[start:end], "\r\n"))
	var broken *csv.ParseError
	if !errors.As(err, &broken) {
		return cells, start, end, err
	}
	err = broken.Err
	line := bytes.IndexByte(t.text[start:], '\n')
	if t.again += t.at - start; line < 0 || t.again > 4*len(t.text) {
		t.begin(len(t.text))
		return nil, start, end, err
	}
	t.begin(start + line + 1)
	return nil, start, end, err
}
