package tree

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// maxLine is how long the line of a paper in a snapshot may be.
const maxLine = 1 << 26

// IsSnapshot looks at the first line.
func IsSnapshot(text []byte) bool {
	begin := bytes.TrimLeft(text, " \t\r\n")
	line, _, _ := bytes.Cut(begin[:min(len(begin), 1<<16)], []byte("\n"))
	var head struct{ Format string }
	return bytes.HasPrefix(line, []byte("{")) && json.Unmarshal(line, &head) == nil && head.Format == "citemap-snapshot"
}

// A snapshotPaper is of a line what tells of the paper itself.
type snapshotPaper struct {
	PaperID         looseText            `json:"paperId"`
	ExternalIDs     map[string]looseText `json:"externalIds"`
	Title           looseText            `json:"title"`
	Year            looseText            `json:"year"`
	PublicationDate looseText            `json:"publicationDate"`
	Authors         cslNames             `json:"authors"`
}

// ReadSnapshot gives the papers of a snapshot as entries, and what is wrong
// with the lines that are none.
func ReadSnapshot(r io.Reader) (entries []graph.Entry, broken span.Faults) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	at, start := 0, 0
	lines.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		n, line, err := bufio.ScanLines(data, atEOF)
		if n > 0 {
			start, at = at, at+n
		}
		return n, line, err
	})
	number := 0
	for lines.Scan() {
		number++
		line := bytes.TrimSpace(lines.Bytes())
		if number == 1 && !IsSnapshot(line) {
			broken.Add(span.Fault{What: "line is not the head of a snapshot", Line: 1})
			return nil, broken
		}
		if number == 1 || len(line) == 0 {
			continue
		}
		e, f := snapshotEntry(line, start)
		if f != nil {
			f.Line = number
			broken.Add(*f)
			continue
		}
		e.Line = number
		if entries = append(entries, e); len(entries) > limit.MaxEntries {
			broken = span.Faults{}
			broken.Add(*limit.TooMany())
			return nil, broken
		}
	}
	if err := lines.Err(); err != nil {
		broken.Add(span.Fault{At: at, What: "snapshot cannot be read on: " + snapshotFault(err), Line: number + 1})
	}
	return entries, broken
}

func snapshotFault(err error) string {
	if errors.Is(err, bufio.ErrTooLong) {
		return "a line is too long"
	}
	return words.OneLine(err.Error())
}

func snapshotEntry(line []byte, start int) (graph.Entry, *span.Fault) {
	var p snapshotPaper
	if err := json.Unmarshal(line, &p); err != nil {
		return graph.Entry{}, &span.Fault{At: start, What: "line is not a paper: " + words.OneLine(err.Error())}
	}
	w := record.Record{Title: string(p.Title), Authors: p.Authors, Date: record.Finer(record.LooseDate(string(p.Year)), record.LooseDate(string(p.PublicationDate)))}
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.MAG, graph.CorpusID, graph.DBLP, graph.OpenReview} {
		w.AddID(s, string(p.ExternalIDs[string(s)]))
	}
	if x, err := graph.ParseID(string(p.PaperID)); err == nil {
		w.AddID(x.Scheme, x.Value)
	}
	return w.Entry(start, start+len(line))
}
