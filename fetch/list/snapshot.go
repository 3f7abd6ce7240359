package list

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"citemap/graph"
)

// maxLine is how long the line of a paper in a snapshot may be.
const maxLine = 1 << 26

// isSnapshot looks at the first line.
func isSnapshot(text []byte) bool {
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

// isPacked tells a text that gzip has packed.
func isPacked(text []byte) bool { return bytes.HasPrefix(text, []byte{0x1F, 0x8B}) }

// What a packed snapshot may become: those of papers with abstracts and
// references stay below 20 times their size.
const (
	maxGrowth   = 1000
	maxUnpacked = 4 << 30
)

// readPacked reads a snapshot that is packed, without unpacking it whole.
func readPacked(name string, text []byte, f Format) (*reading, error) {
	if f != Auto && f != Snapshot {
		return nil, fmt.Errorf("%s: is packed: only a snapshot may be", name)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%s: unpack: %w", name, err)
	}
	limited := &io.LimitedReader{R: unpacked, N: min(int64(len(text))*maxGrowth, maxUnpacked) + 1}
	r := &reading{form: Snapshot, packed: true}
	r.entries, r.broken = readSnapshot(limited)
	if limited.N <= 0 {
		return nil, fmt.Errorf("%s: unpacks to more than %d times its size or 4 GB: this is no snapshot", name, maxGrowth)
	}
	return r.finish(name, Snapshot)
}

// readSnapshot gives the papers of a snapshot as entries, and what is wrong
// with the lines that are none.
func readSnapshot(r io.Reader) (entries []graph.Entry, broken faults) {
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
		if number == 1 && !isSnapshot(line) {
			broken.add(fault{what: "line is not the head of a snapshot", line: 1})
			return nil, broken
		}
		if number == 1 || len(line) == 0 {
			continue
		}
		e, f := snapshotEntry(line, start)
		if f != nil {
			f.line = number
			broken.add(*f)
			continue
		}
		e.Line = number
		if entries = append(entries, e); len(entries) > maxEntries {
			broken = faults{}
			broken.add(*tooMany())
			return nil, broken
		}
	}
	if err := lines.Err(); err != nil {
		broken.add(fault{at: at, what: "snapshot cannot be read on: " + snapshotFault(err), line: number + 1})
	}
	return entries, broken
}

func snapshotFault(err error) string {
	if errors.Is(err, bufio.ErrTooLong) {
		return "a line is too long"
	}
	return oneLine(err.Error())
}

func snapshotEntry(line []byte, start int) (graph.Entry, *fault) {
	var p snapshotPaper
	if err := json.Unmarshal(line, &p); err != nil {
		return graph.Entry{}, &fault{at: start, what: "line is not a paper: " + oneLine(err.Error())}
	}
	w := work{title: string(p.Title), authors: p.Authors, date: finer(looseDate(string(p.Year)), looseDate(string(p.PublicationDate)))}
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.MAG, graph.CorpusID, graph.DBLP, graph.OpenReview} {
		w.take(s, string(p.ExternalIDs[string(s)]))
	}
	if x, err := graph.ParseID(string(p.PaperID)); err == nil {
		w.take(x.Scheme, x.Value)
	}
	return w.entry(start, start+len(line))
}
