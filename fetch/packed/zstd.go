package packed

import (
	"encoding/binary"

	"github.com/klauspost/compress/zstd"
)

const (
	// zstdText is how much text a frame of ours holds: with more the file is a little
	// smaller, and it takes longer to read a paper of it.
	zstdText = 512 << 10
	// mostFrame is how large a frame may be, packed or not, to be unpacked as a whole.
	mostFrame = 8 << 20
	// mostWindow is how far back a frame may refer, as with zstd itself.
	mostWindow = 128 << 20

	seekTable     = 0x184D2A5E
	seekableMagic = 0x8F92EAB1
	seekFoot      = 9 // of a seek table: frames, flags, magic
)

// zstdBegin begins what we write: a frame that others skip. It tells a file whose seek
// table is missing from one that never had any.
var zstdBegin = append(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, skippable), 14), "citemap-blocks"...)

// appendSeekTable appends the seek table of frames, of each its length and that of its text.
func appendSeekTable(out []byte, frames [][2]int) []byte {
	put := binary.LittleEndian.AppendUint32
	out = put(put(out, seekTable), uint32(8*len(frames)+seekFoot))
	for _, f := range frames {
		out = put(put(out, uint32(f[0])), uint32(f[1]))
	}
	return put(append(put(out, uint32(len(frames))), 0), seekableMagic)
}

// packFrame packs a text as a frame.
func (h *hand) packFrame(text []byte) []byte {
	if h.encoder == nil {
		h.encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(zstdText)) // an error is of options there are not
	}
	return h.encoder.EncodeAll(text, nil)
}

// unpackFrame unpacks a frame into a text of its length.
func (h *hand) unpackFrame(packed, text []byte) error {
	if h.decoder == nil {
		h.decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecodeAllCapLimit(true), zstd.WithDecoderMaxWindow(mostWindow)) // as above
	}
	got, err := h.decoder.DecodeAll(packed, text[:0:len(text)])
	if err == nil && len(got) != len(text) {
		err = errDamaged
	}
	return err
}

// A frameHead is how a frame begins.
type frameHead struct {
	length int // of the head
	text   int // bytes of text; -1: it does not say
	summed bool
}

// headOf reads the head of a frame; ok is false where there is none.
func headOf(b []byte) (h frameHead, ok bool) {
	var z zstd.Header
	if err := z.Decode(b); err != nil || z.Skippable {
		return h, false
	}
	h = frameHead{length: z.HeaderSize, text: -1, summed: z.HasCheckSum}
	if z.HasFCS && z.FrameContentSize <= mostFrame {
		h.text = int(z.FrameContentSize)
	}
	return h, true
}
