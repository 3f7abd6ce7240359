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
)

// A tableHead is the line of a table that names its columns.
type tableHead struct {
	separator rune
	columns   []string // their names, as written
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

// isHead tells whether columns are those of a table of papers: of titles or ids,
// and of something else that is known.
func isHead(columns []string) bool {
	known, titles, ids, named, linked := 0, false, false, false, false
	for _, column := range columns {
		name := record.FieldName(column)
		switch {
		case isName(name):
			named = true
			continue
		case record.IsField(name) && !isNote(name):
			known++
			titles = titles || record.IsTitle(name)
			ids = ids || strings.Contains(name, "doi") || name == "di" || strings.Contains(name, "arxiv") || name == "pmid"
		}
		linked = linked || strings.Contains(name, "url") || strings.Contains(name, "link")
	}
	return known > 1 && (titles || ids) || named && (linked || ids) && known > 0 || titles && len(columns) > 1
}

// isName tells a column that may say what a paper is called, and much else.
func isName(name string) bool {
	switch name {
	case "name", "paper", "paper name", "publication", "work", "papers", "article", "reference":
		return true
	}
	return false
}

// isNote tells a column that many other tables have, too.
func isNote(name string) bool {
	switch name {
	case "notes", "note", "comments", "comment", "remarks", "description", "accession number", "address", "html", "abs", "preprint", "dblp", "byline":
		return true
	}
	return false
}

func Is(text []byte) bool {
	_, ok := headOf(text)
	return ok
}

// Read reads the rows of a table.
func Read(text []byte) (out record.Records) {
	head, ok := headOf(text)
	roles := make([]record.Role, len(head.columns))
	for i, column := range head.columns {
		roles[i] = record.FieldRole(column)
	}
	if !ok {
		if head, roles, ok = headless(text); !ok {
			return out
		}
	}
	t := table{text: text, separator: head.separator, columns: len(head.columns)}
	t.begin(head.rows)
	for {
		cells, start, end, err := t.row()
		switch {
		case errors.Is(err, io.EOF):
			return out
		case err != nil:
			out.Fault(start, "row is not CSV: "+words.OneLine(err.Error()))
		default:
			if !isAttachment(head.columns, cells) {
				out.Add(rowRecord(roles, cells, start, end))
			}
		}
	}
}

// isAttachment tells a row of Zotero's that holds a note or a file.
func isAttachment(columns, cells []string) bool {
	i := slices.IndexFunc(columns, func(name string) bool { return record.FieldName(name) == "item type" })
	return i >= 0 && i < len(cells) && (cells[i] == "attachment" || cells[i] == "note" || cells[i] == "annotation")
}

func rowRecord(roles []record.Role, cells []string, start, end int) *record.Record {
	w := &record.Record{Start: start, End: end}
	for i, cell := range cells[:min(len(cells), len(roles))] {
		if roles[i] != nil && strings.TrimSpace(cell) != "" {
			roles[i](w, cell)
		}
	}
	return w
}

// A table reads rows, and goes on behind one that is broken.
type table struct {
	text      []byte
	separator rune
	columns   int // how many a row has
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

// row gives the cells of the next row and its span. A line that has quotes where CSV
// has none is read as if they were letters, if it has all of its cells then. Behind
// a broken row it goes on with the next line, unless that has been tried too often.
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
	loose := csv.NewReader(bytes.NewReader(t.text[start : start+line]))
	loose.Comma, loose.LazyQuotes = t.separator, true
	if cells, e := loose.Read(); e == nil && len(cells) == t.columns {
		return cells, start, start + len(bytes.TrimRight(t.text[start:start+line], "\r")), nil
	}
	return nil, start, end, err
}
