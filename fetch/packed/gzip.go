package packed

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

const (
	// gzipText is how much text a block of ours holds: as with bgzip, it fits in one even
	// where packing makes it longer.
	gzipText     = 0xff00
	mostGzipText = 1 << 16
	memberHead   = 18 // of a block of ours
	memberTail   = 8  // sum and length of the text
)

// memberBegin is how blocks of BGZF begin, ahead of their length.
var memberBegin = []byte{0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 'B', 'C', 2, 0}

// gzipEnd is the empty block that ends a file.
var gzipEnd = []byte{0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 'B', 'C', 2, 0, 27, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0}

// memberLength gives the length of the block that begins so, and of its head; ok is
// false where it is no block of BGZF, but perhaps other gzip.
func memberLength(b []byte) (length, head int, ok bool) {
	if len(b) < 12 || !bytes.HasPrefix(b, gzipMagic) || b[2] != 8 || b[3] != 4 {
		return 0, 0, false
	}
	head = 12 + little16(b[10:])
	for at := 12; at+4 <= min(head, len(b)); {
		field, long := b[at:], little16(b[at+2:])
		if field[0] == 'B' && field[1] == 'C' && long == 2 && at+6 <= min(head, len(b)) {
			length = little16(field[4:]) + 1
			return length, head, length >= head+memberTail
		}
		at += 4 + long
	}
	return 0, 0, false
}

// packMember packs a text as a block.
func (h *hand) packMember(text []byte) []byte {
	var b bytes.Buffer
	b.Write(memberBegin)
	b.Write([]byte{0, 0})
	if h.deflate == nil {
		h.deflate, _ = flate.NewWriter(&b, flate.DefaultCompression) // an error is of a level there is not
	}
	h.deflate.Reset(&b)
	h.deflate.Write(text) // to memory, which takes all
	h.deflate.Close()
	out := binary.LittleEndian.AppendUint32(b.Bytes(), crc32.ChecksumIEEE(text))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(text)))
	binary.LittleEndian.PutUint16(out[len(memberBegin):], uint16(len(out)-1))
	return out
}

// unpackMember unpacks a block into a text of its length.
func (h *hand) unpackMember(packed, text []byte) error {
	_, head, _ := memberLength(packed)
	end := len(packed) - memberTail
	in := bytes.NewReader(packed[head:end])
	if h.inflate == nil {
		h.inflate = flate.NewReader(in)
	} else if err := h.inflate.(flate.Resetter).Reset(in, nil); err != nil {
		return err
	}
	if _, err := io.ReadFull(h.inflate, text); err != nil {
		return err
	}
	var more [1]byte
	if n, err := h.inflate.Read(more[:]); n > 0 || !errors.Is(err, io.EOF) || in.Len() > 0 || crc32.ChecksumIEEE(text) != binary.LittleEndian.Uint32(packed[end:]) {
		return errDamaged
	}
	return nil
}
