package scan

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"

	"citemap/graph"
)

// indexVersion is of the form of an index. An index of another one is not read.
const indexVersion = "citemap-index 1"

// IndexBegins is how every index begins, of whatever version.
const IndexBegins = `{"version":"citemap-index `

// A Stamp tells a snapshot from any other: an index is of use to that alone.
type Stamp struct {
	Size     int64  `json:"size"`
	Modified int64  `json:"modified"` // nanoseconds since 1970
	Sum      uint32 `json:"sum"`      // of blocks spread over the file
	At       int64  `json:"at"`       // where its first paper begins
}

// indexHead is the first line of an index: what it is of, and how long its columns are.
type indexHead struct {
	Version string `json:"version"`
	Stamp
	Keys        int  `json:"keys"`
	Others      int  `json:"others"`
	OtherBytes  int  `json:"otherBytes"`
	Cited       int  `json:"cited"`
	Told        int  `json:"told"`
	Names       int  `json:"names"`
	Global      bool `json:"global"`
	Influential bool `json:"influential"`
}

func (h *indexHead) papers() int { return h.Keys + h.Others }

// size is how many bytes follow the head.
func (h *indexHead) size() int64 {
	n := int64(h.papers())
	size := int64(len(key{}))*int64(h.Keys) + 8*int64(h.Others) + int64(h.OtherBytes) + n*(4+1+4+8+4) + 4 + 4*int64(h.Cited) + 8*int64(h.Told) + 8*int64(h.Names) + 4
	for _, has := range []bool{h.Global, h.Influential} {
		if has {
			size += 8 * n
		}
	}
	return size
}

// WriteIndex writes what was read of a file, so that it need not be read again.
func (p *Papers) WriteIndex(w io.Writer, of Stamp) error {
	x := p.text.ids
	h := indexHead{Version: indexVersion, Stamp: of, Keys: len(x.keys), Others: len(x.names), Cited: len(p.Cited), Told: len(p.Told),
		Names: len(p.text.hashes), Global: p.Global != nil, Influential: p.Influential != nil}
	for _, name := range x.names {
		h.OtherBytes += len(name)
	}
	first, err := json.Marshal(h)
	if err != nil {
		return err
	}
	out := &columnWriter{w: bufio.NewWriterSize(w, 1<<20), sum: crc32.New(castagnoli)}
	out.write(append(first, '\n'))
	for i := range x.keys {
		out.write(x.keys[i][:])
	}
	for i, name := range x.names {
		out.numbers(x.named[i], uint32(len(name)))
		out.write([]byte(name))
	}
	for place := range p.Len() {
		out.numbers(uint32(p.Days[place]), p.text.long[place])
		out.write([]byte{byte(p.States[place])})
		out.long(uint64(p.text.begin[place]))
	}
	out.numbers(p.CitedFrom...)
	out.numbers(p.Cited...)
	for _, t := range p.Told {
		out.numbers(t.Citing, t.Cited)
	}
	out.numbers(p.text.hashes...)
	out.numbers(p.text.bearer...)
	for _, column := range [][]int{p.Global, p.Influential} {
		for _, n := range column {
			out.long(uint64(n))
		}
	}
	sum := out.sum.Sum32()
	out.numbers(sum)
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A columnWriter writes numbers with their low bytes first, sums them up and keeps
// the first error.
type columnWriter struct {
	w   *bufio.Writer
	sum hash.Hash32
	err error
}

func (w *columnWriter) write(b []byte) {
	w.sum.Write(b)
	if _, err := w.w.Write(b); w.err == nil {
		w.err = err
	}
}

func (w *columnWriter) numbers(numbers ...uint32) {
	var b [1 << 12]byte
	for len(numbers) > 0 {
		n := min(len(numbers), len(b)/4)
		for i, x := range numbers[:n] {
			binary.LittleEndian.PutUint32(b[4*i:], x)
		}
		w.write(b[:4*n])
		numbers = numbers[n:]
	}
}

func (w *columnWriter) long(x uint64) { w.write(binary.LittleEndian.AppendUint64(nil, x)) }

// Why an index is not used.
var (
	ErrOldIndex     = errors.New("it is of another snapshot, or of an earlier state of this one")
	ErrOtherVersion = errors.New("another citemap wrote it")
	errDamaged      = errors.New("it is damaged")
)

// ReadIndex reads an index of so many bytes of the snapshot that is stamped so. o says
// how the snapshot's lines are read.
func ReadIndex(in io.Reader, size int64, of Stamp, o Options) (*Papers, error) {
	r := &columnReader{r: bufio.NewReaderSize(in, 1<<20), sum: crc32.New(castagnoli)}
	first, err := r.r.ReadSlice('\n')
	if err != nil {
		return nil, errDamaged
	}
	r.sum.Write(first)
	var h indexHead
	if json.Unmarshal(first, &h) != nil || h.Version != indexVersion {
		return nil, ErrOtherVersion
	}
	if h.Stamp != of {
		return nil, ErrOldIndex
	}
	if min(h.Keys, h.Others, h.OtherBytes, h.Cited, h.Told, h.Names) < 0 || int64(max(h.Keys, h.Others, h.OtherBytes, h.Cited, h.Told, h.Names)) > size || h.size() != size-int64(len(first)) {
		return nil, errDamaged
	}
	p := r.papers(&h)
	if sum := r.sum.Sum32(); r.number() != sum || r.err != nil || !p.sound(o) {
		return nil, errDamaged
	}
	p.text.source, p.text.decode = file{o.In, o.At}, o.Decode
	p.text.serve(p.Columns)
	return p, nil
}

// papers reads the columns.
func (r *columnReader) papers(h *indexHead) *Papers {
	n := h.papers()
	x := &ids{keys: make([]key, h.Keys)}
	for i := range x.keys {
		r.read(x.keys[i][:])
	}
	left := h.OtherBytes
	for range h.Others {
		at, long := r.number(), int(r.number())
		if left -= long; left < 0 {
			r.err = errDamaged
			return nil
		}
		name := make([]byte, long)
		r.read(name)
		x.named, x.names = append(x.named, at), append(x.names, string(name))
	}
	t := &text{ids: x, begin: make([]int64, n), long: make([]uint32, n)}
	c := &graph.Columns{Days: make([]graph.Day, n), States: make([]graph.State, n)}
	for place := range n {
		var b [17]byte
		r.read(b[:])
		c.Days[place], t.long[place] = graph.Day(binary.LittleEndian.Uint32(b[:])), binary.LittleEndian.Uint32(b[4:])
		c.States[place], t.begin[place] = graph.State(b[8]), int64(binary.LittleEndian.Uint64(b[9:]))
	}
	c.CitedFrom, c.Cited = r.numbers(n+1), r.numbers(h.Cited)
	for range h.Told {
		c.Told = append(c.Told, graph.Arc{Citing: r.number(), Cited: r.number()})
	}
	t.hashes, t.bearer = r.numbers(h.Names), r.numbers(h.Names)
	if h.Global {
		c.Global = r.counts(n)
	}
	if h.Influential {
		c.Influential = r.counts(n)
	}
	return &Papers{c, t}
}

// sound reports whether all places are places, so that nobody falls over them.
func (p *Papers) sound(o Options) bool {
	n := uint32(p.Len())
	ok := p.CitedFrom[0] == 0 && p.CitedFrom[n] == uint32(len(p.Cited))
	for place := range n {
		begin, long := p.text.begin[place], int64(p.text.long[place])
		ok = ok && p.CitedFrom[place] <= p.CitedFrom[place+1] && begin >= o.At && long <= maxLine && begin <= o.Size-long && p.States[place] <= graph.Cut
	}
	for _, cited := range p.Cited {
		ok = ok && (cited < n || cited == graph.Nowhere)
	}
	for _, t := range p.Told {
		ok = ok && t.Citing < n && t.Cited < n
	}
	for _, bearer := range p.text.bearer {
		ok = ok && bearer < n
	}
	for i, at := range p.text.ids.named {
		ok = ok && at < n && (i == 0 || p.text.ids.named[i-1] < at)
	}
	return ok
}

// A columnReader reads what a columnWriter wrote, and keeps the first error.
type columnReader struct {
	r   *bufio.Reader
	sum hash.Hash32
	err error
}

func (r *columnReader) read(b []byte) {
	if _, err := io.ReadFull(r.r, b); r.err == nil && err != nil {
		r.err = fmt.Errorf("read index: %w", err)
	}
	r.sum.Write(b)
}

func (r *columnReader) number() uint32 {
	var b [4]byte
	r.read(b[:])
	return binary.LittleEndian.Uint32(b[:])
}

func (r *columnReader) numbers(n int) []uint32 {
	out := make([]uint32, n)
	var b [1 << 14]byte
	for rest := out; len(rest) > 0; {
		some := rest[:min(len(rest), len(b)/4)]
		r.read(b[:4*len(some)])
		for i := range some {
			some[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		rest = rest[len(some):]
	}
	return out
}

func (r *columnReader) counts(n int) []int {
	out := make([]int, n)
	for i := range out {
		var b [8]byte
		r.read(b[:])
		out[i] = int(binary.LittleEndian.Uint64(b[:]))
	}
	return out
}
