package list

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"citemap/graph"
)

// tableColumns are the columns that tell of a paper, by their names in Zotero
// and in other programs, in small letters.
var tableColumns = map[string]func(w *work, s string){
	"title": titleColumn, "document title": titleColumn, "article title": titleColumn, "paper title": titleColumn,
	"author": authorColumn, "authors": authorColumn, "author full names": authorColumn,
	"publication year": dateColumn, "year": dateColumn, "date": dateColumn, "publicationdate": dateColumn, "publication date": dateColumn,
	"doi": (*work).doi, "pmid": (*work).pmid, "pubmed": (*work).pmid, "pubmed id": (*work).pmid, "pmcid": (*work).pmcid, "pmc": (*work).pmcid,
	"arxiv": arxivColumn, "arxiv id": arxivColumn, "arxivid": arxivColumn, "acl": schemeColumn(graph.ACL), "mag": schemeColumn(graph.MAG),
	"corpusid": schemeColumn(graph.CorpusID), "paperid": schemeColumn(graph.S2),
	"url": (*work).written, "link": (*work).written, "links": (*work).written, "extra": (*work).remarks, "notes": (*work).remarks,
	"publication title": (*work).written, "archive location": (*work).written, "loc. in archive": (*work).written, "number": (*work).written,
	"call number": (*work).written, "archive": (*work).written, "link attachments": (*work).written,
}

func titleColumn(w *work, s string) {
	if w.title == "" {
		w.title = s
	}
}

func authorColumn(w *work, s string) {
	if w.authors == nil {
		w.authors = byComma(s)
	}
}

// byComma takes apart names that one cell joins with commas, "Roe AB, Doe J.",
// and writes them family first. Initials tell them from "Roe, Ann", which stays.
func byComma(cell string) (names []string) {
	if strings.Contains(cell, ";") {
		return people(cell)
	}
	for _, part := range strings.Split(cell, ",") {
		words := strings.Fields(part)
		if len(words) < 2 {
			return people(cell)
		}
		n := len(words) - 1
		switch first, last := isInitials(words[0]), isInitials(words[n]); {
		case first == last:
			return people(cell)
		case last:
			names = append(names, strings.Join(words[:n], " ")+", "+words[n])
		default:
			names = append(names, strings.Join(words, " "))
		}
	}
	return names
}

// isInitials tells "A", "AB", "A.B." and "J.-P." from a name and from the number
// of a family's third.
func isInitials(word string) bool {
	letters := strings.NewReplacer(".", "", "-", "").Replace(word)
	return letters != "II" && letters != "III" && letters != "IV" && letters != "" && len(letters) < 7 && utf8.RuneCountInString(letters) < 4 && strings.ToUpper(letters) == letters
}

func dateColumn(w *work, s string) { w.date = finer(w.date, looseDate(s)) }

func arxivColumn(w *work, s string) {
	w.take(graph.ArXiv, arxivPrefix.ReplaceAllString(s, ""))
	w.written(s)
}

func schemeColumn(scheme graph.Scheme) func(*work, string) {
	return func(w *work, s string) { w.take(scheme, s) }
}

// tableHead reads the first line of a table: what separates its columns, and
// what they are called, in small letters. ok tells whether it is a table of
// papers: it has titles or DOIs, and something else that is known.
func tableHead(text []byte) (separator rune, columns []string, ok bool) {
	line, _, _ := bytes.Cut(text[:min(len(text), 1<<14)], []byte("\n"))
	for _, separator := range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(line))
		r.Comma = separator
		columns, err := r.Read()
		if err != nil {
			continue
		}
		known, telling := 0, false
		for i := range columns {
			columns[i] = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(columns[i])), "_", " ")
			if tableColumns[columns[i]] != nil {
				known++
				telling = telling || strings.HasSuffix(columns[i], "title") || columns[i] == "doi"
			}
		}
		if known > 1 && telling {
			return separator, columns, true
		}
	}
	return 0, nil, false
}

func isTable(text []byte) bool {
	_, _, ok := tableHead(text)
	return ok
}

// readTable gives the entries of a table, and what is wrong with the rows that
// are none.
func readTable(text []byte) (entries []graph.Entry, broken faults) {
	separator, columns, ok := tableHead(text)
	if !ok {
		return nil, broken
	}
	t := table{text: text, separator: separator}
	t.begin(bytes.IndexByte(text, '\n') + 1)
	if t.at == 0 {
		return nil, broken
	}
	for {
		cells, start, end, err := t.row()
		if errors.Is(err, io.EOF) {
			return entries, broken
		}
		if err != nil {
			broken.add(fault{at: start, what: "row is not CSV: " + oneLine(err.Error())})
			continue
		}
		w, paper := rowWork(columns, cells)
		if !paper {
			continue
		}
		e, f := w.entry(start, end)
		if f != nil {
			broken.add(*f)
			continue
		}
		entries = append(entries, e)
	}
}

// rowWork reads a row. One that holds a note or a file is no paper.
func rowWork(columns, cells []string) (w work, paper bool) {
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
