package library

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"citemap/fetch"
	"citemap/fetch/library/record"
	"citemap/graph"
	"citemap/graph/titles"
)

// openWhole reads the snapshot in a file, gzipped or not.
func openWhole(path string) (*Snapshot, error) {
	f, err := openSnapshotFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readWhole(path, f)
}

// readWhole decodes all of a snapshot, gzipped or not, with encoding/json alone: the
// scan is held to what it reads, and to its errors, "name:line: what is wrong".
func readWhole(name string, r io.Reader) (*Snapshot, error) {
	lines, err := openLines(name, r)
	if err != nil {
		return nil, err
	}
	first, err := lines.next()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	s := &Snapshot{}
	if s.Header, err = readHeader(name, first); err != nil {
		return nil, err
	}
	s.Papers, err = readPapers(lines)
	return s, err
}

// readPapers decodes the papers, a line each, and puts them in order. Where two are
// of one id it names both lines; blank lines hold nothing.
func readPapers(lines *lineReader) (papers []graph.Paper, err error) {
	var numbers []int // of their lines
	for err == nil {
		var line []byte
		if line, err = lines.next(); len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		p, wrong := record.Decode(line)
		if wrong != nil {
			return nil, fmt.Errorf("%s:%d: %w", lines.name, lines.number, wrong)
		}
		papers, numbers = append(papers, p), append(numbers, lines.number)
	}
	if !errors.Is(err, io.EOF) {
		return nil, err
	}
	lineOf := map[graph.PaperID]int{}
	for i := range papers {
		id := papers[i].ID
		if first, twice := lineOf[id]; twice {
			return nil, fmt.Errorf("%s:%d: paper %s again, first on line %d", lines.name, numbers[i], id, first)
		}
		lineOf[id] = numbers[i]
	}
	slices.SortFunc(papers, graph.ComparePapers)
	return papers, nil
}

// Source, of a snapshot that was read whole, answers from the snapshot as its source did on the day it was taken:
// by PaperID, alias or external identifier, each in any case. What has no line
// in it is unknown.
func (s *Snapshot) Source() fetch.Source {
	places := map[string]int{}
	for i := range s.Papers {
		claim(places, key(string(s.Papers[i].ID)), i)
	}
	for i := range s.Papers {
		for _, name := range names(&s.Papers[i]) {
			claim(places, name, i)
		}
	}
	titles := sync.OnceValue(func() map[string]int { return titlePlaces(s.Papers) })
	return &replay{
		header: s.Header, paper: func(place int) *graph.Paper { return &s.Papers[place] },
		byName:  func(name string) (int, bool) { place, found := places[name]; return place, found },
		byTitle: func([]string) map[string]int { return titles() },
	}
}

// titlePlaces gives the places of papers by the keys of their titles.
func titlePlaces(papers []graph.Paper) map[string]int {
	places := map[string]int{}
	for i := range papers {
		if title := titles.Key(papers[i].Title); title != "" {
			claim(places, title, i)
		}
	}
	return places
}
