package sheet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// A group is a row group of a file.
type Group struct {
	part   *part
	Rows   int
	chunks []parquet.ColumnChunk
	about  []format.ColumnChunk

	// The least and the largest key of its rows: numbers or texts, by the kind of the
	// column by which the table is sorted.
	Least, Most         int32
	leastText, mostText string

	flat flats
}

func ByNumber(g *Group) (least, most int32) { return g.Least, g.Most }
func ByText(g *Group) (least, most string)  { return g.leastText, g.mostText }

// open reads the footer, once.
func (p *part) open() error {
	p.once.Do(func() { p.err = Guard(p.path, p.read) })
	return p.err
}

func (p *part) close() {
	if p.file != nil {
		p.file.Close()
	}
}

// A Damage is a file of a field that is not what it must be.
type Damage struct {
	Path string
	Err  error
}

func (d *Damage) Error() string {
	return fmt.Sprintf("%s: damaged: %v; copy this file anew, or build the field again", d.Path, d.Err)
}

func (d *Damage) Unwrap() error { return d.Err }

// guard makes an error that names the file of what goes wrong while it is read; what
// reads Parquet panics at some damage.
func Guard(path string, read func() error) (err error) {
	defer func() {
		if met := recover(); met != nil {
			err = &Damage{path, fmt.Errorf("%v", met)}
		}
	}()
	err = read()
	var closed *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &closed) && closed.Op == "open":
		return fmt.Errorf("read field: %w", err)
	}
	return &Damage{path, err}
}

func (p *part) read() error {
	var err error
	if p.file, err = os.Open(p.path); err != nil {
		return err
	}
	at, err := p.file.Stat()
	if err != nil {
		return err
	}
	p.size = at.Size()
	f, err := parquet.OpenFile(p.file, p.size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	if err := p.find(f); err != nil {
		return err
	}
	about := f.Metadata().RowGroups
	for i, g := range f.RowGroups() {
		if g.NumRows() == 0 {
			continue
		}
		made, err := p.group(g, about[i].Columns)
		if err != nil {
			return fmt.Errorf("row group %d: %w", i, err)
		}
		p.groups = append(p.groups, made)
	}
	return nil
}

// find finds the columns by the names that begin their paths.
func (p *part) find(f *parquet.File) error {
	p.leaf = map[string]int{}
	for i, path := range f.Schema().Columns() {
		if _, again := p.leaf[path[0]]; !again {
			p.leaf[path[0]] = i
		}
	}
	if _, there := p.leaf[p.sorted]; !there {
		return fmt.Errorf("it has no column %s", p.sorted)
	}
	return nil
}

// group takes in a row group, whose chunks must lie in the file.
func (p *part) group(from parquet.RowGroup, about []format.ColumnChunk) (*Group, error) {
	g := &Group{part: p, Rows: int(from.NumRows()), chunks: from.ColumnChunks(), about: about}
	for i := range about {
		m := &about[i].MetaData
		if m.DataPageOffset < 0 || m.TotalCompressedSize < 0 || m.DataPageOffset > p.size || m.TotalCompressedSize > p.size ||
			m.DictionaryPageOffset < 0 || m.DictionaryPageOffset > p.size || m.NumValues < 0 {
			return nil, fmt.Errorf("column %d does not lie in the file", i)
		}
	}
	leaf := p.leaf[p.sorted]
	chunk, is := g.chunks[leaf].(*parquet.FileColumnChunk)
	if !is {
		return nil, fmt.Errorf("column %s cannot be read", p.sorted)
	}
	least, most, known := chunk.Bounds()
	if !known {
		return nil, fmt.Errorf("column %s has no statistics", p.sorted)
	}
	switch chunk.Type().Kind() {
	case parquet.Int32:
		g.Least, g.Most = least.Int32(), most.Int32()
	case parquet.ByteArray:
		g.leastText, g.mostText = string(least.ByteArray()), string(most.ByteArray())
	default:
		return nil, fmt.Errorf("column %s is neither an int32 nor a text", p.sorted)
	}
	last := len(p.groups) - 1
	if g.Least > g.Most || g.leastText > g.mostText || last >= 0 && (p.groups[last].Most > g.Least || p.groups[last].mostText > g.leastText) {
		return nil, fmt.Errorf("its rows are not sorted by %s", p.sorted)
	}
	return g, nil
}

// empty reports whether a column is known to hold nothing.
func (g *Group) Empty(leaf int) bool {
	m := &g.about[leaf].MetaData
	return m.Statistics.NullCount > 0 && m.Statistics.NullCount == m.NumValues
}

// constant gives the number that a column holds in all rows, if it is one.
func (g *Group) Constant(leaf int) (n int32, is bool) {
	s := &g.about[leaf].MetaData.Statistics
	if s.NullCount != 0 || len(s.MinValue) != 4 || len(s.MaxValue) != 4 {
		return 0, false
	}
	n = int32(binary.LittleEndian.Uint32(s.MinValue))
	return n, n == int32(binary.LittleEndian.Uint32(s.MaxValue))
}

// Unlinked is the one column that a field may lack.
const Unlinked = "unlinked_count"

// has reports whether there is a column, or it has to be there.
func (g *Group) Has(column string) bool {
	_, there := g.part.leaf[column]
	return there || column != Unlinked
}

// column gives the leaf of a column of a kind.
func (g *Group) Column(name string, kind parquet.Kind) (int, error) {
	leaf, there := g.part.leaf[name]
	if !there {
		return 0, fmt.Errorf("it has no column %s", name)
	}
	if has := g.chunks[leaf].Type().Kind(); has != kind {
		return 0, fmt.Errorf("column %s is of kind %s, want %s", name, has, kind)
	}
	return leaf, nil
}
