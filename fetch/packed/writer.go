package packed

import "io"

// atOnce is how much text is packed or unpacked at once, on all cores.
const atOnce = 4 << 20

// A writer packs a text in blocks. The same text gives the same bytes, however it is
// written.
type writer struct {
	w      io.Writer
	form   Form
	hands  hands
	text   []byte   // not packed so far
	frames [][2]int // of zstd: the lengths of what is packed, and of its text
	err    error    // the first
}

// NewWriter packs what is written to it in a form and writes it to w. What is packed is
// whole when the writer is closed, which does not close w.
func NewWriter(w io.Writer, f Form) io.WriteCloser {
	out := &writer{w: w, form: f, hands: newHands()}
	if f == Zstd {
		out.put(zstdBegin)
		out.frames = append(out.frames, [2]int{len(zstdBegin), 0})
	}
	return out
}

func (w *writer) Write(b []byte) (int, error) {
	if w.form == Plain {
		w.put(b)
		return len(b), w.err
	}
	for rest := b; len(rest) > 0; {
		n := min(len(rest), atOnce-len(w.text))
		w.text, rest = append(w.text, rest[:n]...), rest[n:]
		if len(w.text) == atOnce {
			w.pack(false)
		}
	}
	if w.err != nil {
		return 0, w.err
	}
	return len(b), nil
}

// pack packs the blocks that are full, or at the end all.
func (w *writer) pack(all bool) {
	size := zstdText
	if w.form == Gzip {
		size = gzipText
	}
	n := len(w.text) / size
	if all {
		n = (len(w.text) + size - 1) / size
	}
	packed := make([][]byte, n)
	piece := func(i int) []byte { return w.text[i*size : min((i+1)*size, len(w.text))] }
	w.hands.each(n, func(h *hand, i int) { packed[i] = h.pack(w.form, piece(i)) })
	for i, b := range packed {
		w.put(b)
		w.frames = append(w.frames, [2]int{len(b), len(piece(i))})
	}
	w.text = append(w.text[:0], w.text[min(n*size, len(w.text)):]...)
}

func (w *writer) put(b []byte) {
	if w.err == nil {
		_, w.err = w.w.Write(b)
	}
}

// Close packs the rest and marks the end.
func (w *writer) Close() error {
	switch w.pack(true); w.form {
	case Gzip:
		w.put(gzipEnd)
	case Zstd:
		w.put(appendSeekTable(nil, w.frames))
	}
	return w.err
}
