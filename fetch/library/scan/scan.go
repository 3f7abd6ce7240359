// Package scan reads a snapshot for what the graph needs of it (ids, dates, counts
// and references) on all cores, and leaves the rest of a paper where it is until it is
// asked for. It reads whatever encoding/json reads, and in the same way: a
// line that has anything out of the ordinary is decoded by that.
package scan

import (
	"bytes"
	"io"
	"runtime"
	"sync"

	"citemap/graph"
)

// Options is how to read.
type Options struct {
	Decode func(line []byte) (graph.Paper, error) // reads a line with encoding/json
	At     int64                                  // where the text begins, for places
	Line   int                                    // the number of its first line
	In     io.ReaderAt                            // the same text, to read lines again; nil: the text is kept
	Size   int64                                  // of that text
}

// An Error is what is wrong with a line.
type Error struct {
	Line int
	Err  error
}

func (e *Error) Error() string { return e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// mostReaders is how many cores help at most: each has a numbering of its own.
const mostReaders = 4

// A scan is a text that is read.
type scan struct {
	o       Options
	source  source
	buffers buffers
	readers []*reader

	mu      sync.Mutex
	wrong   error // of the first line that holds no paper
	wrongAt int64
}

// Papers are what was read of a snapshot.
type Papers struct {
	*graph.Columns
	text *text
}

// Read reads the papers of a text, a line each. An error is an *Error.
func Read(in io.Reader, o Options) (*Papers, error) {
	s := &scan{o: o, buffers: make(buffers, 2*mostReaders)}
	keep := o.In == nil
	kept := &memory{}
	if s.source = kept; !keep {
		s.source = file{o.In, o.At}
	}
	work := make(chan chunk, 2)
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), mostReaders) {
		r := &reader{ids: newNumbering()}
		s.readers = append(s.readers, r)
		readers.Go(func() {
			for c := range work {
				s.read(r, c)
				if !keep {
					s.buffers.put(c.text)
				}
			}
		})
	}
	at, err := cut(in, o.At, s.buffers, func(c chunk) {
		if keep {
			kept.kept = append(kept.kept, c)
		}
		work <- c
	})
	close(work)
	readers.Wait()
	if s.wrong != nil {
		return nil, s.fault(s.wrongAt, s.wrong)
	}
	if err != nil {
		return nil, s.fault(at, err)
	}
	return s.columns()
}

// fault is what is wrong with the line that begins at a place.
func (s *scan) fault(at int64, err error) error {
	line, cannot := s.line(at)
	if cannot != nil {
		return cannot
	}
	return &Error{line, err}
}

// line gives the number of the line that begins at a place.
func (s *scan) line(at int64) (int, error) {
	ahead, err := s.source.lines(at)
	return s.o.Line + ahead, err
}

// read reads the papers of a chunk; blank lines hold nothing.
func (s *scan) read(r *reader, c chunk) {
	for at := 0; at < len(c.text); {
		line := c.text[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		place := c.at + int64(at)
		if at += len(line); len(line) > maxLine {
			s.fail(place, errLong)
			return
		}
		if !r.fast(line) {
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			p, err := s.o.Decode(line)
			if err != nil {
				s.fail(place, err)
				return
			}
			r.slow(&p)
		}
		r.found.add(r.line.row, place, uint32(len(line)))
	}
}

func (s *scan) fail(at int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wrong == nil || at < s.wrongAt {
		s.wrong, s.wrongAt = err, at
	}
}

func (f *found) add(r row, at int64, long uint32) {
	f.rows = append(f.rows, r)
	f.at = append(f.at, at)
	f.long = append(f.long, long)
	f.end = append(f.end, uint32(len(f.references)))
}

// slow takes a paper in that encoding/json has read.
func (r *reader) slow(p *graph.Paper) {
	place := uint32(len(r.found.rows))
	r.line.row = row{id: r.ids.ofID([]byte(p.ID)), day: graph.DayOf(p.Date), state: p.References.State, global: graph.NoCount, influential: graph.NoCount}
	if p.Global != nil {
		r.line.global = *p.Global
	}
	if p.Influential != nil {
		r.line.influential = *p.Influential
	}
	for _, id := range p.References.IDs {
		r.found.references = append(r.found.references, r.ids.ofID([]byte(id)))
	}
	for _, id := range p.Citing.IDs {
		r.found.citing = append(r.found.citing, pair{r.ids.ofID([]byte(id)), place})
	}
	for _, id := range p.Aliases {
		r.found.alias = append(r.found.alias, pair{r.ids.ofID([]byte(id)), place})
		r.bears(lowered(string(id)))
	}
	for _, id := range p.IDs {
		r.bears(lowered(id.String()))
	}
	r.bears(lowered(string(p.ID)))
}
