// Package packed packs a text in blocks, each of which unpacks by itself: on all cores,
// and at any place. Programs that know nothing of blocks read what it writes as one
// stream. gzip's blocks are those of BGZF (SAM specification, section 4.1), as bgzip
// writes them; zstd's are frames with a seek table behind them (Zstandard Seekable Format
// 0.1.0). What is packed in one piece is read as well, on one core.
package packed

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// A Form is how a text is packed.
type Form int

const (
	Plain Form = iota // it is not packed
	Gzip
	Zstd
)

func (f Form) String() string { return [...]string{"plain text", "gzip", "zstd"}[f] }

// ByName gives the form that a file of a name is to have.
func ByName(name string) Form {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".gz":
		return Gzip
	case ".zst":
		return Zstd
	}
	return Plain
}

// Begins is how many bytes of a file show its form.
const Begins = 4

// Of gives the form of a text that begins so.
func Of(begin []byte) Form {
	switch {
	case bytes.HasPrefix(begin, gzipMagic):
		return Gzip
	case len(begin) >= 4 && (isFrame(begin) || isSkippable(begin)):
		return Zstd
	}
	return Plain
}

var gzipMagic = []byte{0x1f, 0x8b}

const (
	frame     = 0xFD2FB528
	skippable = 0x184D2A50 // and the 15 that follow
)

func isFrame(b []byte) bool { return little32(b) == frame }

func isSkippable(b []byte) bool { return little32(b)&^15 == skippable }

// What a packed text may become: snapshots of papers with abstracts and references
// stay below 20 times their size.
const (
	maxGrowth = 1000
	maxText   = 4 << 30
)

func errGrown() error {
	return fmt.Errorf("it unpacks to more than %d times its size or 4 GB: this is no snapshot", maxGrowth)
}

// tooMuch reports whether so many bytes may not come of so many.
func tooMuch(text, packed int64) bool { return text > maxText || text > maxGrowth*max(packed, 1<<16) }

var (
	errCut     = errors.New("the file was cut off: the mark of its end is missing")
	errDamaged = errors.New("it does not hold what it says")
)

// A block is a piece of a file that unpacks by itself.
type block struct {
	at     int64  // where it begins in the file
	packed []byte // all of it
	text   int    // the bytes it unpacks to
}

// wrong says which block an error is of.
func (b *block) wrong(err error) error {
	return fmt.Errorf("the block at byte %d is damaged: %w", b.at, err)
}

func little16(b []byte) int { return int(binary.LittleEndian.Uint16(b)) }

func little32(b []byte) int { return int(binary.LittleEndian.Uint32(b)) }
