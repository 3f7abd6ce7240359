package library

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
	out := Header{Source: clean(h.Source), Licence: clean(h.Licence)}
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
	packed := &byteCount{in: r}
	in := bufio.NewReaderSize(packed, 1<<16)
	if magic, _ := in.Peek(2); bytes.Equal(magic, gzipMagic[:]) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("%s: read gzip: %w", name, err)
		}
		in = bufio.NewReaderSize(&unpacking{in: z, packed: packed}, 1<<16)
	}
	begin := int64(0)
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\ufeff")) {
		in.Discard(3)
		begin = 3
	}
	return &lineReader{name: name, in: in, begin: begin}, nil
}

// gzipMagic begins what is gzipped.
var gzipMagic = [2]byte{0x1f, 0x8b}

// What a packed snapshot may become: those of papers with abstracts and
// references stay below 20 times their size.
const (
	maxGrowth   = 1000
	maxUnpacked = 4 << 30
)

// An unpacking ends with an error where more comes out than a snapshot has.
type unpacking struct {
	in     io.Reader
	packed *byteCount
	n      int64
}

func (u *unpacking) Read(b []byte) (int, error) {
	n, err := u.in.Read(b)
	if u.n += int64(n); u.n > maxUnpacked || u.n > maxGrowth*max(u.packed.n, 1<<16) {
		return n, fmt.Errorf("it unpacks to more than %d times its size or 4 GB: this is no snapshot", maxGrowth)
	}
	return n, err
}

// A byteCount counts what was read.
type byteCount struct {
	in io.Reader
	n  int64
}

func (c *byteCount) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.n += int64(n)
	return n, err
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
