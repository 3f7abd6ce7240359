package packed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A reader unpacks a text, some blocks at once on all cores, and what is packed in one
// piece as it comes.
type reader struct {
	in     *bufio.Reader
	form   Form
	hands  hands
	ahead  int64 // bytes of the file that were taken, as blocks
	passed int64 // bytes of text that were handed on or wait in rest

	blocks []block
	buffer []byte // of their text
	rest   []byte // text that is unpacked and not read
	err    error  // behind rest

	piece io.Reader // what follows is in one piece
	taken *byteCount
	store []byte // of packed blocks
	open  bool   // it began as a file that marks its end, and that is still to come
}

// NewReader unpacks a text of whatever form; which it is shows in how it begins. Whatever
// is wrong with a block is an error behind the text of those ahead of it. A text that was
// cut off is an error at its end, and so is one much larger than a snapshot.
func NewReader(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 1<<17)
	begin, _ := b.Peek(Begins)
	r := &reader{in: b, form: Of(begin)}
	if r.form == Plain {
		return b, nil
	}
	r.hands = newHands()
	if r.fill(); len(r.rest) == 0 && r.err != nil && !errors.Is(r.err, io.EOF) {
		return nil, r.err
	}
	return r, nil
}

func (r *reader) Read(b []byte) (int, error) {
	for len(r.rest) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		if r.piece != nil {
			return r.readPiece(b)
		}
		r.fill()
	}
	n := copy(b, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// readPiece reads of what is packed in one piece.
func (r *reader) readPiece(b []byte) (int, error) {
	n, err := r.piece.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("read %s: %w", r.form, err)
	}
	if r.passed += int64(n); tooMuch(r.passed, r.ahead+r.taken.n) {
		err = errGrown()
	}
	r.err = err
	return n, err
}

// fill unpacks the next blocks.
func (r *reader) fill() {
	r.blocks, r.store = r.blocks[:0], r.store[:0]
	text, packed := 0, 0
	for text < atOnce && packed < atOnce && r.err == nil && r.piece == nil {
		b, err := r.next()
		if r.err = err; len(b.packed) > 0 {
			text, packed = text+b.text, packed+len(b.packed)
			r.blocks = append(r.blocks, b)
		}
	}
	if tooMuch(r.passed+int64(text), r.ahead) {
		r.err = errGrown()
		return
	}
	if cap(r.buffer) < text {
		r.buffer = make([]byte, text)
	}
	r.unpack(r.buffer[:text])
}

// unpack unpacks the blocks that were read into a text, up to the first that is damaged.
func (r *reader) unpack(text []byte) {
	begins, at := make([]int, len(r.blocks)+1), 0
	for i, b := range r.blocks {
		at += b.text
		begins[i+1] = at
	}
	wrong := make([]error, len(r.blocks))
	r.hands.each(len(r.blocks), func(h *hand, i int) {
		wrong[i] = h.unpack(r.form, r.blocks[i].packed, text[begins[i]:begins[i+1]])
	})
	r.rest = text
	for i, err := range wrong {
		if err != nil {
			r.rest, r.err = text[:begins[i]], r.blocks[i].wrong(err)
			break
		}
	}
	r.passed += int64(len(r.rest))
}

// next reads the next block, if it is one: with none and no error either, what follows is
// to be read in one piece, or nothing was to be unpacked.
func (r *reader) next() (block, error) {
	if _, err := r.in.Peek(1); err != nil {
		if r.open && errors.Is(err, io.EOF) {
			err = errCut
		}
		return block{}, err
	}
	if r.form == Gzip {
		return r.nextMember()
	}
	return r.nextFrame()
}

// nextMember reads a block of gzip.
func (r *reader) nextMember() (b block, err error) {
	begin, _ := r.in.Peek(memberHead)
	if len(begin) == memberHead && 12+little16(begin[10:]) > memberHead {
		begin, _ = r.in.Peek(12 + little16(begin[10:]))
	}
	length, _, ok := memberLength(begin)
	if !ok {
		return b, r.inOnePiece(r.in)
	}
	if b, err = r.take(length); err != nil {
		return b, err
	}
	b.text = little32(b.packed[length-4:])
	if r.open = b.text > 0; b.text > mostGzipText {
		return block{}, b.wrong(errDamaged)
	}
	return b, nil
}

// take reads so many bytes as a block.
func (r *reader) take(length int) (block, error) {
	if cap(r.store)-len(r.store) < length {
		r.store = make([]byte, 0, max(length, 1<<20))
	}
	end := len(r.store) + length
	b := block{at: r.ahead, packed: r.store[len(r.store):end:end]}
	r.store = r.store[:end]
	if _, err := io.ReadFull(r.in, b.packed); err != nil {
		return block{}, b.cut(err)
	}
	r.ahead += int64(length)
	return b, nil
}

// cut says that a block was not read to its end.
func (b *block) cut(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("the file was cut off in the block at byte %d", b.at)
	}
	return err
}

// inOnePiece has what follows read as a stream.
func (r *reader) inOnePiece(in io.Reader) (err error) {
	r.open = false
	r.taken = &byteCount{in: in}
	if r.form == Gzip {
		r.piece, err = gzip.NewReader(bufio.NewReader(r.taken))
	} else {
		r.piece, err = zstd.NewReader(r.taken, zstd.WithDecoderMaxWindow(mostWindow), zstd.WithDecoderConcurrency(1))
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", r.form, err)
	}
	return nil
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

// nextFrame reads a frame of zstd.
func (r *reader) nextFrame() (b block, err error) {
	begin, _ := r.in.Peek(zstd.HeaderMaxSize)
	if len(begin) >= 8 && isSkippable(begin) {
		return b, r.skip(little32(begin), little32(begin[4:]))
	}
	head, ok := headOf(begin)
	if !ok || head.text < 0 {
		return b, r.inOnePiece(r.in)
	}
	b, whole, err := r.frame(head)
	if err != nil || whole {
		return b, err
	}
	// It is large: what was read of it is read once more.
	r.ahead = b.at
	return block{}, r.inOnePiece(io.MultiReader(bytes.NewReader(b.packed), r.in))
}

// frame reads a frame, or the beginning of a large one.
func (r *reader) frame(head frameHead) (b block, whole bool, err error) {
	b = block{at: r.ahead, text: head.text}
	read := func(n int) (part []byte, ok bool) {
		have := len(b.packed)
		b.packed = append(b.packed, make([]byte, n)...)
		if _, wrong := io.ReadFull(r.in, b.packed[have:]); wrong != nil {
			err = b.cut(wrong)
		}
		return b.packed[have:], err == nil
	}
	_, ok := read(head.length)
	for last := false; ok && !last; {
		var h []byte
		if h, ok = read(3); !ok {
			break
		}
		last = h[0]&1 != 0
		length := (int(h[0]) | int(h[1])<<8 | int(h[2])<<16) >> 3
		if h[0]>>1&3 == 1 {
			length = 1 // one byte, that often
		}
		if len(b.packed)+length > mostFrame {
			return b, false, nil
		}
		_, ok = read(length)
	}
	if ok && head.summed {
		_, ok = read(4)
	}
	if !ok {
		return block{}, false, err
	}
	r.ahead += int64(len(b.packed))
	return b, true, nil
}

// skip passes a frame that holds no text. The one that we begin with says that a seek
// table is to come.
func (r *reader) skip(magic, length int) error {
	at := r.ahead
	var whole []byte
	if 8+length <= len(zstdBegin) {
		begin, _ := r.in.Peek(8 + length)
		whole = bytes.Clone(begin)
	}
	n, err := io.CopyN(io.Discard, r.in, 8+int64(length))
	if r.ahead += n; err != nil {
		return (&block{at: at}).cut(err)
	}
	if magic == seekTable {
		r.open = false
	} else if bytes.Equal(whole, zstdBegin) {
		r.open = true
	}
	return nil
}
