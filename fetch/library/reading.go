package library

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"citemap/fetch/library/record"
	"citemap/fetch/packed"
	"citemap/graph"
)

// maxLine is longer than any paper's line can be; a file without line feeds
// is refused before it fills the memory.
const maxLine = 64 << 20

// readHeader reads the first line, and where it is not a snapshot's says what
// to do about it.
func readHeader(name string, line []byte) (Header, error) {
	var h header
	if json.Unmarshal(line, &h) != nil || h.Format != snapshotFormat {
		return Header{}, fmt.Errorf(`%s:1: not a snapshot: the first line must be {"format":"%s","version":%d,...}; "citemap snapshot LIST -o FILE" writes one`,
			name, snapshotFormat, snapshotVersion)
	}
	if h.Version != snapshotVersion {
		return Header{}, fmt.Errorf("%s:1: snapshot version %d, and this citemap reads version %d: use the citemap that wrote it, or make the snapshot again",
			name, h.Version, snapshotVersion)
	}
	out := Header{Source: record.Clean(h.Source), Licence: record.Clean(h.Licence)}
	if h.Taken == "" {
		return out, nil
	}
	day := h.Taken[:min(len(h.Taken), len("2006-01-02"))] // whatever time of the day follows
	var err error
	if out.Taken, err = graph.ParseDate(day); err != nil {
		return out, fmt.Errorf("%s:1: taken: %w", name, err)
	}
	return out, nil
}

// A lineReader reads a text line by line and counts.
type lineReader struct {
	name   string
	in     *bufio.Reader
	begin  int64 // where the first line begins
	number int   // of the line read last, from 1
}

func openLines(name string, r io.Reader) (*lineReader, error) {
	text, err := packed.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	in := bufio.NewReaderSize(text, 1<<16)
	begin := int64(0)
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\ufeff")) {
		in.Discard(3)
		begin = 3
	}
	return &lineReader{name: name, in: in, begin: begin}, nil
}

// next gives the next line; together with io.EOF the last one, which may be
// empty.
func (l *lineReader) next() ([]byte, error) {
	l.number++
	var line []byte
	for {
		part, err := l.in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxLine:
			return nil, fmt.Errorf("%s:%d: line longer than %d MiB", l.name, l.number, maxLine>>20)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, fmt.Errorf("%s:%d: read: %w", l.name, l.number, err)
		}
		return line, err
	}
}
