package packed

import (
	"encoding/binary"
	"fmt"
	"io"
	"sort"
	"sync"
)

// Blocks are a packed file whose text can be read at any place, by several goroutines at
// once.
type Blocks struct {
	in     io.ReaderAt
	form   Form
	places []place // of the blocks that hold text, and behind the last

	mu    sync.Mutex
	hands hands          // that rest
	kept  map[int][]byte // texts of blocks
	order []int          // of kept, the oldest first
	size  int            // of kept
	spent int64          // text that was unpacked so far
}

// A place is where a block begins, in the file and in its text.
type place struct{ at, text int64 }

// mostKept is how much unpacked text is kept for those who ask for more of it. Who asks
// for so much that half of all text has been unpacked will want the rest as well: from then
// on all is kept, so that nobody waits for more than one and a half times the whole.
const mostKept = 32 << 20

// FindBlocks finds the blocks of a file of so many bytes without unpacking it; nil where it
// is no file of whole blocks, marked at its end.
func FindBlocks(in io.ReaderAt, size int64) *Blocks {
	b := &Blocks{in: in, kept: map[int][]byte{}}
	begin := make([]byte, Begins)
	if _, err := in.ReadAt(begin, 0); err != nil {
		return nil
	}
	var ok bool
	switch b.form = Of(begin); b.form {
	case Gzip:
		b.places, ok = members(in, size)
	case Zstd:
		b.places, ok = frames(in, size)
	}
	if !ok || len(b.places) < 2 {
		return nil
	}
	return b
}

// members goes from block to block of gzip: each says how long it is.
func members(in io.ReaderAt, size int64) (places []place, ok bool) {
	var b [memberTail + memberHead]byte // the tail of a block and the head of the next
	at, text := int64(0), int64(0)
	for {
		n, _ := in.ReadAt(b[memberTail:], at)
		length, _, ok := memberLength(b[memberTail : memberTail+n])
		if !ok {
			return nil, false
		}
		places = append(places, place{at, text})
		at += int64(length)
		if _, err := in.ReadAt(b[:memberTail], at-memberTail); err != nil {
			return nil, false
		}
		long := little32(b[4:])
		if text += int64(long); long > mostGzipText || tooMuch(text, size) {
			return nil, false
		}
		if at >= size {
			return places, at == size && long == 0
		}
	}
}

// frames reads the seek table at the end of a file.
func frames(in io.ReaderAt, size int64) (places []place, ok bool) {
	var foot [seekFoot]byte
	if size < seekFoot+8 {
		return nil, false
	}
	if _, err := in.ReadAt(foot[:], size-seekFoot); err != nil || binary.LittleEndian.Uint32(foot[5:]) != seekableMagic {
		return nil, false
	}
	entry := 8
	if foot[4]&0x80 != 0 {
		entry = 12 // with a sum
	}
	n := int64(binary.LittleEndian.Uint32(foot[:]))
	table := n*int64(entry) + seekFoot + 8
	if table > size {
		return nil, false
	}
	b := make([]byte, table)
	if _, err := in.ReadAt(b, size-table); err != nil || little32(b) != seekTable || int64(little32(b[4:])) != table-8 {
		return nil, false
	}
	at, text := int64(0), int64(0)
	for i := range n {
		e := b[8+i*int64(entry):]
		long := int64(little32(e[4:]))
		if long > 0 {
			places = append(places, place{at, text})
		}
		if text += long; long > mostFrame || tooMuch(text, size) {
			return nil, false
		}
		at += int64(little32(e))
	}
	return append(places, place{at, text}), at == size-table
}

// Len is how long the text is.
func (b *Blocks) Len() int64 { return b.places[len(b.places)-1].text }

// ReadAt reads text at a place of it.
func (b *Blocks) ReadAt(to []byte, at int64) (n int, err error) {
	if at < 0 || at >= b.Len() {
		return 0, io.EOF
	}
	for i := sort.Search(len(b.places), func(i int) bool { return b.places[i].text > at }) - 1; n < len(to); i++ {
		if i == len(b.places)-1 {
			return n, io.EOF
		}
		text, err := b.text(i)
		if err != nil {
			return n, err
		}
		n += copy(to[n:], text[at+int64(n)-b.places[i].text:])
	}
	return n, nil
}

// text gives the text of a block.
func (b *Blocks) text(i int) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if text, there := b.kept[i]; there {
		return text, nil
	}
	var h hand
	if n := len(b.hands); n > 0 {
		h, b.hands = b.hands[n-1], b.hands[:n-1]
	}
	b.mu.Unlock() // others unpack other blocks meanwhile
	text, err := b.unpack(&h, i)
	b.mu.Lock()
	b.hands, b.spent = append(b.hands, h), b.spent+int64(len(text))
	if _, there := b.kept[i]; err == nil && !there {
		b.keep(i, text)
	}
	return text, err
}

func (b *Blocks) keep(i int, text []byte) {
	b.kept[i], b.order, b.size = text, append(b.order, i), b.size+len(text)
	for b.size > mostKept && b.spent < b.Len()/2 {
		b.size -= len(b.kept[b.order[0]])
		delete(b.kept, b.order[0])
		b.order = b.order[1:]
	}
}

// unpack reads a block and unpacks it.
func (b *Blocks) unpack(h *hand, i int) ([]byte, error) {
	from, to := b.places[i], b.places[i+1]
	packed, text := make([]byte, to.at-from.at), make([]byte, to.text-from.text)
	_, err := b.in.ReadAt(packed, from.at)
	if err == nil && b.form == Gzip {
		if length, _, ok := memberLength(packed); !ok || length != len(packed) {
			err = errDamaged
		}
	}
	if err == nil {
		err = h.unpack(b.form, packed, text)
	}
	if err != nil {
		return nil, fmt.Errorf("the block at byte %d is damaged: %w", from.at, err)
	}
	return text, nil
}
