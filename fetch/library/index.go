package library

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"

	"citemap/fetch/library/scan"
)

// IndexName is where the index of a snapshot lies.
func IndexName(snapshot string) string { return snapshot + ".index" }

// MayBeIndex reports whether an index may be written to a file: there is none of that
// name, or an index.
func MayBeIndex(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	defer f.Close()
	b := make([]byte, len(scan.IndexBegins))
	_, err = io.ReadFull(f, b)
	return err == nil && string(b) == scan.IndexBegins
}

// WriteIndex writes what is needed to ask the snapshot again without reading all of
// it. It is an error where the snapshot is small, no file, or packed in one piece.
func (s *Scanned) WriteIndex(w io.Writer) error {
	if s.stamp == nil {
		return fmt.Errorf("an index helps only with a snapshot of more than %d MB that is not compressed in one piece, as by gzip", mostKept>>20)
	}
	if err := s.scanned.WriteIndex(w, *s.stamp); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// readIndex reads the index beside a snapshot, nil where there is none; note is why one
// that is there is not used.
func readIndex(name string, o scan.Options, stamp scan.Stamp) (p *scan.Papers, note string) {
	index, err := os.Open(IndexName(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ""
	}
	if err == nil {
		defer index.Close()
		var at fs.FileInfo
		if at, err = index.Stat(); err == nil {
			p, err = scan.ReadIndex(index, at.Size(), stamp, o)
		}
	}
	if err != nil {
		return nil, fmt.Sprintf("%s is not used: %v; citemap snapshot --snapshot %s --index makes it anew", IndexName(name), err, name)
	}
	return p, ""
}

const (
	stampBlocks = 64
	stampBlock  = 16 << 10
)

// stampOf tells a file from others and from what it becomes when it is changed: by
// size, time and a sum over blocks spread over it, the first and the last among them.
func stampOf(f *os.File, at int64) (scan.Stamp, error) {
	is, err := f.Stat()
	if err != nil {
		return scan.Stamp{}, err
	}
	s := scan.Stamp{Size: is.Size(), Modified: is.ModTime().UnixNano(), At: at}
	b := make([]byte, stampBlock)
	for i := range int64(stampBlocks) {
		if _, err := f.ReadAt(b, (s.Size-stampBlock)*i/(stampBlocks-1)); err != nil {
			return s, err
		}
		s.Sum = crc32.Update(s.Sum, crc32.IEEETable, b)
	}
	return s, nil
}
