package scan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
)

// A source is the text of a snapshot, of which lines are read again.
type source interface {
	// text gives the bytes of a line; they are not to be changed.
	text(at int64, long uint32) ([]byte, error)
	// lines counts the lines ahead of a place.
	lines(at int64) (int, error)
}

// A file is a text that stays where it is.
type file struct {
	in    io.ReaderAt
	begin int64
}

func (f file) text(at int64, long uint32) ([]byte, error) {
	b := make([]byte, long)
	_, err := f.in.ReadAt(b, at)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

func (f file) lines(at int64) (n int, err error) {
	_, err = cut(io.NewSectionReader(f.in, f.begin, at-f.begin), f.begin, nil, func(c chunk) { n += bytes.Count(c.text, newline) })
	return n, err
}

// A memory is a text that is kept, as a pipe and what was unpacked must be, in the
// order of the file.
type memory struct{ kept []chunk }

func (m *memory) text(at int64, long uint32) ([]byte, error) {
	i := sort.Search(len(m.kept), func(i int) bool { return m.kept[i].at > at }) - 1
	from := at - m.kept[i].at
	return m.kept[i].text[from : from+int64(long)], nil
}

func (m *memory) lines(at int64) (n int, err error) {
	for _, c := range m.kept {
		n += bytes.Count(c.text[:max(0, min(at-c.at, int64(len(c.text))))], newline)
	}
	return n, nil
}

var newline = []byte("\n")

// A chunk is some whole lines.
type chunk struct {
	at   int64 // where it begins
	text []byte
}

const (
	chunkSize = 2 << 20
	// maxLine is longer than any paper's line can be; a file without line feeds
	// is refused before it fills the memory.
	maxLine = 64 << 20
)

// errLong is a line of more than maxLine; where it begins is its chunk's place.
var errLong = fmt.Errorf("line longer than %d MiB", maxLine>>20)

// cut reads a text from a place on and hands it over in chunks of whole lines, in
// buffers that are free. It gives the place where it met an error.
func cut(in io.Reader, at int64, free buffers, each func(chunk)) (int64, error) {
	var rest []byte
	for {
		buffer := free.take()
		if cap(buffer) < len(rest)+chunkSize {
			buffer = make([]byte, 0, len(rest)+chunkSize)
		}
		buffer = append(buffer[:0], rest...)
		n, err := fill(in, buffer[len(rest):len(rest)+chunkSize])
		buffer = buffer[:len(rest)+n]
		ended := errors.Is(err, io.EOF)
		end := len(buffer)
		if !ended {
			end = bytes.LastIndexByte(buffer, '\n') + 1
		}
		if end > 0 {
			// What follows the last line goes on in the next buffer.
			rest = append([]byte(nil), buffer[end:]...)
			each(chunk{at, buffer[:end]})
			at += int64(end)
		} else {
			rest = buffer
		}
		switch {
		case ended:
			return at, nil
		case err != nil:
			return at, fmt.Errorf("read: %w", err)
		case len(rest) > maxLine:
			return at, errLong
		}
	}
}

// fill reads until the buffer is full or nothing more comes. Unlike io.ReadFull it
// leaves the error as it is: a packed text may be cut.
func fill(in io.Reader, buffer []byte) (n int, err error) {
	for n < len(buffer) && err == nil {
		var more int
		more, err = in.Read(buffer[n:])
		n += more
	}
	return n, err
}

// buffers are those that nobody holds any more; none are kept where it is nil.
type buffers chan []byte

func (b buffers) take() []byte {
	select {
	case buffer := <-b:
		return buffer
	default:
		return nil
	}
}

func (b buffers) put(buffer []byte) {
	select {
	case b <- buffer:
	default:
	}
}
