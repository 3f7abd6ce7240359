package sheet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
	"sync"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// A flat column chunk holds values of one width, uncompressed and none of them null,
// so that the place of each in the file can be computed and a few of them be read
// without their page. The tables of citations are written so.
type Flat struct {
	file  io.ReaderAt
	Width int
	pages []flatPage
}

// A flatPage holds the values from the row first on.
type flatPage struct {
	first, rows int
	at          int64 // of the first value
}

// flats are those of a row group, looked at when they are first wanted.
type flats struct {
	mu      sync.Mutex
	known   map[int]*Flat // by leaf; nil: that chunk is not flat
	fitting map[int]bool  // leaves whose pages are no larger than pages are
}

// flatLeaf gives the values of a leaf as they lie in the file; nil where they have to be
// decoded.
func (g *Group) FlatLeaf(leaf int) (*Flat, error) {
	g.flat.mu.Lock()
	defer g.flat.mu.Unlock()
	if f, known := g.flat.known[leaf]; known {
		return f, nil
	}
	f, err := g.layOut(leaf)
	if err != nil {
		return nil, err
	}
	if g.flat.known == nil {
		g.flat.known = map[int]*Flat{}
	}
	g.flat.known[leaf] = f
	return f, nil
}

// longestPages is how many pages of a chunk are looked at; a chunk of more is decoded.
const longestPages = 4096

// layOut finds the pages of a leaf.
func (g *Group) layOut(leaf int) (*Flat, error) {
	m := &g.about[leaf].MetaData
	if m.Codec != format.Uncompressed || m.DictionaryPageOffset != 0 || int(m.NumValues) != g.Rows {
		return nil, nil
	}
	f := &Flat{file: g.part.file}
	optional := g.chunks[leaf].(*parquet.FileColumnChunk).Node().Optional()
	at, end := m.DataPageOffset, m.DataPageOffset+m.TotalCompressedSize
	for first := 0; first < g.Rows; {
		if len(f.pages) == longestPages || at >= end {
			return nil, nil
		}
		p, is, err := g.flatPageAt(at, optional)
		if err != nil || !is || p.width == 0 || f.Width != 0 && f.Width != p.width {
			return nil, err
		}
		f.Width = p.width
		f.pages = append(f.pages, flatPage{first, p.rows, p.values})
		first, at = first+p.rows, p.end
		if first > g.Rows || p.end > g.part.size {
			return nil, fmt.Errorf("pages of more values than rows")
		}
	}
	return f, nil
}

// largestPage is far more than a page holds: what claims more is damaged, and would be
// given the memory before it is read.
const largestPage = 1 << 28

// fits is an error where the first page of a leaf claims to be larger than any is.
func (g *Group) fits(leaf int) error {
	g.flat.mu.Lock()
	defer g.flat.mu.Unlock()
	if g.flat.fitting[leaf] {
		return nil
	}
	m := &g.about[leaf].MetaData
	at := m.DataPageOffset
	if m.DictionaryPageOffset > 0 {
		at = min(at, m.DictionaryPageOffset)
	}
	h, _, err := g.headAt(at, make([]byte, mostHead))
	if err != nil {
		return err
	}
	if h != nil && (h.UncompressedPageSize > largestPage || h.UncompressedPageSize < 0 || h.CompressedPageSize < 0 || int64(h.CompressedPageSize) > g.part.size) {
		return fmt.Errorf("a page of column %s claims %d bytes", m.PathInSchema[0], h.UncompressedPageSize)
	}
	if g.flat.fitting == nil {
		g.flat.fitting = map[int]bool{}
	}
	g.flat.fitting[leaf] = true
	return nil
}

// headAt reads the head of a page into a buffer; nil where it is longer than usual, or
// not there: who decodes it says so.
func (g *Group) headAt(at int64, b []byte) (h *format.PageHeader, length int, err error) {
	n, err := g.part.file.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	protocol := &thrift.CompactProtocol{}
	r := protocol.NewReaderFromBytes(b[:n])
	h = &format.PageHeader{}
	if thrift.NewDecoder(r).Decode(h) != nil {
		return nil, 0, nil
	}
	return h, r.BytesRead(), nil
}

// A pageHead is what the head of a page tells.
type pageHead struct {
	rows, width int
	values, end int64 // where values begin and the page ends
}

// mostHead is more than the head of a page takes, its statistics included, where they
// are numbers or ids.
const mostHead = 512

// flatPageAt reads the head of a page; is reports whether its values are flat.
func (g *Group) flatPageAt(at int64, optional bool) (p pageHead, is bool, err error) {
	b := make([]byte, mostHead)
	h, length, err := g.headAt(at, b)
	if err != nil || h == nil {
		return p, false, err
	}
	if h.Type != format.DataPage || !h.DataPageHeader.Valid || h.CompressedPageSize < 0 || h.DataPageHeader.V.Encoding != format.Plain {
		return p, false, nil
	}
	p.rows, p.values = int(h.DataPageHeader.V.NumValues), at+int64(length)
	p.end = p.values + int64(h.CompressedPageSize)
	if p.rows <= 0 || p.end > g.part.size {
		return p, false, nil
	}
	if optional {
		levels, ok := allThere(b[length:], p.rows)
		if !ok {
			return p, false, nil
		}
		p.values += int64(levels)
	}
	p.width = int((p.end - p.values) / int64(p.rows))
	return p, p.values+int64(p.width)*int64(p.rows) == p.end, nil
}

// allThere reads the definition levels at the begin of a page, which are one run
// where no value is null, and gives their length.
func allThere(b []byte, rows int) (length int, ok bool) {
	if len(b) < 4 {
		return 0, false
	}
	length = int(binary.LittleEndian.Uint32(b))
	if length < 2 || length > len(b)-4 {
		return 0, false
	}
	run, n := binary.Uvarint(b[4 : 4+length])
	whole := n > 0 && run&1 == 0 && run>>1 >= uint64(rows) && n < length && b[4+n] == 1
	return 4 + length, whole
}

// page gives the page of a row.
func (f *Flat) page(row int) *flatPage {
	return &f.pages[sort.Search(len(f.pages), func(i int) bool { return f.pages[i].first+f.pages[i].rows > row })]
}

// read reads the values of rows into out, which has room for them.
func (f *Flat) Read(from, to int, out []byte) error {
	for from < to {
		p := f.page(from)
		n := min(to, p.first+p.rows) - from
		size := n * f.Width
		if _, err := f.file.ReadAt(out[:size], p.at+int64(from-p.first)*int64(f.Width)); err != nil {
			return err
		}
		out, from = out[size:], from+n
	}
	return nil
}

// flatNumbers gives the values of an int32 column as they lie in the file; nil where
// they have to be decoded.
func (g *Group) FlatNumbers(leaf int) (*Flat, error) {
	f, err := g.FlatLeaf(leaf)
	if err != nil || f == nil || f.Width != 4 || g.chunks[leaf].Type().Kind() != parquet.Int32 {
		return nil, err
	}
	return f, nil
}
