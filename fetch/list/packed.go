package list

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"

	"citemap/fetch/list/tree"
)

// IsPacked tells a text that gzip has packed.
func IsPacked(text []byte) bool { return bytes.HasPrefix(text, []byte{0x1F, 0x8B}) }

// What a packed snapshot may become: those of papers with abstracts and
// references stay below 20 times their size.
const (
	maxGrowth   = 1000
	maxUnpacked = 4 << 30
)

// readPacked reads a snapshot that is packed, without unpacking it whole.
func readPacked(name string, text []byte, f Format) (*Decoded, error) {
	if f != Auto && f != Snapshot {
		return nil, fmt.Errorf("%s: is compressed, as only a snapshot may be: unpack it first", name)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%s: unpack: %w", name, err)
	}
	limited := &io.LimitedReader{R: unpacked, N: min(int64(len(text))*maxGrowth, maxUnpacked) + 1}
	r := &Decoded{Form: Snapshot, packed: true}
	read := tree.ReadSnapshot(limited)
	r.Entries, r.broken = read.Entries, read.Faults
	if limited.N <= 0 {
		return nil, fmt.Errorf("%s: unpacks to more than %d times its size or 4 GB: this is no snapshot", name, maxGrowth)
	}
	return r.finish(name, Snapshot)
}
