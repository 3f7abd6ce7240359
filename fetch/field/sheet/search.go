package sheet

import (
	"encoding/binary"
	"slices"
	"sort"

	"github.com/parquet-go/parquet-go"
)

// rowsOf gives the rows of a group, which is sorted by a number, that hold it: from,
// up to but not including to.
func (g *Group) RowsOf(key int32) (from, to int, err error) {
	leaf, err := g.Column(g.part.sorted, parquet.Int32)
	if err != nil {
		return 0, 0, err
	}
	f, err := g.FlatNumbers(leaf)
	if err != nil {
		return 0, 0, err
	}
	if f == nil {
		return g.rowsDecoded(leaf, key)
	}
	if from, err = f.lower(key, 0, g.Rows); err != nil {
		return 0, 0, err
	}
	to, err = f.upper(key, from, g.Rows)
	return from, to, err
}

// nearRows is how many rows are read at once, where fewer are left to search.
const nearRows = 1024

// lower gives the first of rows whose number is not below key.
func (f *Flat) lower(key int32, from, to int) (int, error) {
	for to-from > nearRows {
		middle := from + (to-from)/2
		v, err := f.number(middle)
		if err != nil {
			return 0, err
		}
		if v < key {
			from = middle + 1
		} else {
			to = middle
		}
	}
	near, err := f.Near(from, to)
	n, _ := slices.BinarySearch(near, key)
	return from + n, err
}

// upper gives the first of rows whose number is above key, which most often is near.
func (f *Flat) upper(key int32, from, to int) (int, error) {
	for {
		end := min(from+nearRows/4, to)
		near, err := f.Near(from, end)
		if err != nil {
			return 0, err
		}
		if n := sort.Search(len(near), func(i int) bool { return near[i] > key }); n < len(near) || end == to {
			return from + n, nil
		}
		if end+nearRows < to { // many: make for their end in great steps
			return f.lower(key+1, end, to)
		}
		from = end
	}
}

func (f *Flat) number(row int) (int32, error) {
	var b [4]byte
	err := f.Read(row, row+1, b[:])
	return int32(binary.LittleEndian.Uint32(b[:])), err
}

func (f *Flat) Near(from, to int) ([]int32, error) {
	b := make([]byte, 4*(to-from))
	if err := f.Read(from, to, b); err != nil {
		return nil, err
	}
	out := make([]int32, to-from)
	for i := range out {
		out[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out, nil
}

// rowsDecoded is rowsOf where the values have to be decoded: of the pages that may
// hold the number, where the file says which those are, else of all.
func (g *Group) rowsDecoded(leaf int, key int32) (from, to int, err error) {
	begin, end := g.Window(leaf, func(least, most parquet.Value) int {
		switch {
		case most.Int32() < key:
			return -1
		case least.Int32() > key:
			return 1
		}
		return 0
	})
	all, err := g.Numbers(g.part.sorted, begin, end)
	if err != nil {
		return 0, 0, err
	}
	n, _ := slices.BinarySearch(all, key)
	m := n + sort.Search(len(all)-n, func(i int) bool { return all[n+i] > key })
	return begin + n, begin + m, nil
}

// window gives the rows of the pages for which compare gives 0, by the page index; all
// where there is none.
func (g *Group) Window(leaf int, compare func(least, most parquet.Value) int) (from, to int) {
	if g.about[leaf].ColumnIndexOffset == 0 || g.about[leaf].OffsetIndexOffset == 0 {
		return 0, g.Rows
	}
	bounds, err := g.chunks[leaf].ColumnIndex()
	if err != nil {
		return 0, g.Rows
	}
	rows, err := g.chunks[leaf].OffsetIndex()
	if err != nil || rows.NumPages() != bounds.NumPages() {
		return 0, g.Rows
	}
	n := bounds.NumPages()
	first := sort.Search(n, func(i int) bool { return compare(bounds.MinValue(i), bounds.MaxValue(i)) >= 0 })
	last := sort.Search(n, func(i int) bool { return compare(bounds.MinValue(i), bounds.MaxValue(i)) > 0 })
	if first == n {
		return g.Rows, g.Rows
	}
	from, to = int(rows.FirstRowIndex(first)), g.Rows
	if last < n {
		to = int(rows.FirstRowIndex(last))
	}
	if from < 0 || from > to || to > g.Rows {
		return 0, g.Rows
	}
	return from, to
}
