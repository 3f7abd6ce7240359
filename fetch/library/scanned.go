package library

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"citemap/fetch"
	"citemap/fetch/library/record"
	"citemap/fetch/library/scan"
	"citemap/fetch/packed"
	"citemap/graph"
	"citemap/graph/titles"
)

// A Scanned is a snapshot of which only what the graph needs was read: the rest of a
// paper is read when somebody asks for it.
type Scanned struct {
	Header Header
	Papers *graph.Columns
	Note   string // why the index beside it is not used; "" where it is, or where there is none

	scanned *scan.Papers
	stamp   *scan.Stamp // of a file that may have an index
}

// mostKept is the largest file whose text is kept in memory. A larger one stays
// open and is read again for the papers that are asked for.
const mostKept = 16 << 20

// ScanFile scans the snapshot in a file, packed or not; which it is shows in its
// content. The order of the papers is free, unknown keys are passed over, and a
// reference may name a paper that has no line. Errors read "name:line: what is wrong".
func ScanFile(path string) (*Scanned, error) {
	f, err := openSnapshotFile(path)
	if err != nil {
		return nil, err
	}
	in := textOf(f)
	if in == nil || in.size <= mostKept {
		defer f.Close()
		return Scan(path, f)
	}
	return scanText(path, f, in) // whose file stays open as long as the papers are of use
}

// A textFile is a file whose text can be read at any place.
type textFile struct {
	io.ReaderAt
	file *os.File
	size int64 // of the text
}

// textOf gives the text of a file, nil where that is read from its beginning alone: it is
// no regular file, or packed in one piece.
func textOf(f *os.File) *textFile {
	at, err := f.Stat()
	if err != nil || !at.Mode().IsRegular() {
		return nil
	}
	begin := make([]byte, packed.Begins)
	if n, err := f.ReadAt(begin, 0); err != nil || packed.Of(begin[:n]) == packed.Plain {
		return &textFile{ReaderAt: f, file: f, size: at.Size()}
	}
	blocks := packed.FindBlocks(f, at.Size())
	if blocks == nil {
		return nil
	}
	return &textFile{ReaderAt: blocks, file: f, size: blocks.Len()}
}

// Scan scans a snapshot and keeps its text, as ScanFile does.
func Scan(name string, r io.Reader) (*Scanned, error) { return scanText(name, r, nil) }

// scanText scans a text, which can be read again from in, unless that is nil.
func scanText(name string, r io.Reader, in *textFile) (*Scanned, error) {
	lines, err := openLines(name, r)
	if err != nil {
		return nil, err
	}
	first, err := lines.next()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	s := &Scanned{}
	if s.Header, err = readHeader(name, first); err != nil {
		return nil, err
	}
	o := scan.Options{Decode: record.Decode, At: lines.begin + int64(len(first)), Line: 2}
	if in != nil {
		o.In, o.Size = in, in.size
		if stamp, err := stampOf(in.file, o.At); err == nil { // else there is no index, and reading says why
			s.stamp = &stamp
			s.scanned, s.Note = readIndex(name, o, stamp)
		}
	}
	if s.scanned == nil {
		s.scanned, err = scan.Read(lines.in, o)
	}
	var wrong *scan.Error
	if errors.As(err, &wrong) {
		return nil, fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	s.Papers = s.scanned.Columns
	return s, nil
}

// Corpus is the papers of the snapshot, and when it was taken.
func (s *Scanned) Corpus() graph.Corpus {
	return graph.Corpus{Columns: s.Papers, Oldest: s.Header.Taken, Newest: s.Header.Taken}
}

// Source answers from the snapshot as its source did on the day it was taken:
// by PaperID, alias or external identifier, each in any case. What has no line
// in it is unknown.
func (s *Scanned) Source() fetch.Source {
	p := s.Papers
	return &replay{
		header: s.Header, paper: p.Paper, byName: func(name string) (int, bool) { return bearer(p, name) },
		byTitle: func(titles []string) map[string]int { return byTitles(p, titles) },
	}
}

// bearer gives the paper of a name: the first whose PaperID it is, else the first
// that bears it.
func bearer(p *graph.Columns, name string) (first int, found bool) {
	for _, place := range p.Names(name) {
		paper := p.Paper(place)
		if key(string(paper.ID)) == name {
			return place, true
		}
		if _, bears := slices.BinarySearch(names(paper), name); bears && !found {
			first, found = place, true
		}
	}
	return first, found
}

// byTitles gives the first papers of the keys of titles.
func byTitles(p *graph.Columns, keys []string) map[string]int {
	wanted := map[string]bool{}
	for _, k := range keys {
		wanted[k] = k != ""
	}
	places := map[string]int{}
	sieve := titles.NewSieve(keys)
	for _, place := range p.Match(func(title string) bool { return sieve.May(title) && wanted[titles.Key(title)] }) {
		claim(places, titles.Key(p.Title(place)), place)
	}
	return places
}
