package list

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"citemap/fetch/list/tree"
	"citemap/fetch/packed"
)

// IsPacked tells a text that gzip or zstd has packed.
func IsPacked(text []byte) bool { return packed.Of(text) != packed.Plain }

// readPacked reads a snapshot that is packed, without unpacking it whole.
func readPacked(name string, text []byte, f Format) (*Decoded, error) {
	if f != Auto && f != Snapshot {
		return nil, fmt.Errorf("%s: is compressed, as only a snapshot may be: unpack it first", name)
	}
	unpacked, err := packed.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	in := &faultReader{in: unpacked}
	r := &Decoded{Form: Snapshot, packed: true}
	read := tree.ReadSnapshot(in)
	r.Entries, r.broken = read.Entries, read.Faults
	if in.err != nil {
		return nil, fmt.Errorf("%s: %w", name, in.err)
	}
	return r.finish(name, Snapshot)
}

// A faultReader remembers what went wrong with reading.
type faultReader struct {
	in  io.Reader
	err error
}

func (r *faultReader) Read(b []byte) (int, error) {
	n, err := r.in.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}
