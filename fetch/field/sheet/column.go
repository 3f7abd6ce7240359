package sheet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// numbers reads the int32 values of rows from, up to but not including to, of a
// column without nulls.
func (g *Group) Numbers(column string, from, to int) ([]int32, error) {
	leaf, err := g.Column(column, parquet.Int32)
	if err != nil {
		return nil, err
	}
	f, err := g.FlatNumbers(leaf)
	if err != nil {
		return nil, err
	}
	out := make([]int32, to-from)
	if f == nil {
		return out, g.Decode(leaf, from, to, func(row int, v parquet.Value) error {
			if v.IsNull() {
				return fmt.Errorf("column %s has no value in row %d", column, row)
			}
			out[row-from] = v.Int32()
			return nil
		})
	}
	b := make([]byte, 4*len(out))
	if err := f.Read(from, to, b); err != nil {
		return nil, err
	}
	for i := range out {
		out[i] = int32(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out, nil
}

// decode gives the values of rows in their order; a list gives several of one row, or
// a null where it is empty.
func (g *Group) Decode(leaf, from, to int, take func(row int, v parquet.Value) error) error {
	if err := g.fits(leaf); err != nil {
		return err
	}
	pages := g.chunks[leaf].Pages()
	defer pages.Close()
	var buffer [256]parquet.Value
	row := -1
	if from > 0 && g.about[leaf].OffsetIndexOffset > 0 {
		if err := pages.SeekToRow(int64(from)); err != nil {
			return err
		}
		row = from - 1
	}
	for row < to {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		row, err = takeValues(page, buffer[:], row, from, to, take)
		parquet.Release(page)
		if err != nil {
			return err
		}
	}
	if row < to-1 {
		return fmt.Errorf("its column %s ends at row %d of %d", g.about[leaf].MetaData.PathInSchema[0], row+1, g.Rows)
	}
	return nil
}

// takeValues takes the values of a page that stand in rows wanted. row is the last one
// met.
func takeValues(page parquet.Page, buffer []parquet.Value, row, from, to int, take func(row int, v parquet.Value) error) (int, error) {
	if next := row + 1 + int(page.NumRows()); next <= from {
		return next - 1, nil
	}
	values := page.Values()
	for {
		n, err := values.ReadValues(buffer)
		for _, v := range buffer[:n] {
			if v.RepetitionLevel() == 0 {
				row++
			}
			if row >= to {
				return row, nil
			}
			if row >= from {
				if err := take(row, v); err != nil {
					return row, err
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return row, nil
		}
		if err != nil {
			return row, err
		}
		if n == 0 {
			return row, io.ErrNoProgress
		}
	}
}

// NumbersOrNone gives all numbers of a column, unknown where there is none.
func (g *Group) NumbersOrNone(column string) ([]int32, error) {
	leaf, err := g.Column(column, parquet.Int32)
	if err != nil {
		return nil, err
	}
	if n, is := g.Constant(leaf); is {
		return slices.Repeat([]int32{n}, g.Rows), nil
	}
	if f, err := g.FlatNumbers(leaf); err != nil || f != nil {
		if err != nil {
			return nil, err
		}
		return f.Near(0, g.Rows)
	}
	out := make([]int32, g.Rows)
	return out, g.Decode(leaf, 0, g.Rows, func(row int, v parquet.Value) error {
		if out[row] = v.Int32(); v.IsNull() {
			out[row] = Unknown
		}
		return nil
	})
}
