package sheet

import (
	"encoding/binary"
	"fmt"

	"github.com/parquet-go/parquet-go"
)

// nearTogether is how many bytes between two values are read over rather than left out.
const nearTogether = 4096

// pick gives the bytes of some rows of a flat column, which rise.
func (f *Flat) pick(rows []int, take func(i int, value []byte) error) error {
	var buffer []byte
	for first := 0; first < len(rows); {
		last := first
		for last+1 < len(rows) && (rows[last+1]-rows[last])*f.Width <= nearTogether {
			last++
		}
		from, to := rows[first], rows[last]+1
		if size := (to - from) * f.Width; cap(buffer) < size {
			buffer = make([]byte, size)
		}
		if err := f.Read(from, to, buffer[:(to-from)*f.Width]); err != nil {
			return err
		}
		for i := first; i <= last; i++ {
			at := (rows[i] - from) * f.Width
			if err := take(i, buffer[at:at+f.Width]); err != nil {
				return err
			}
		}
		first = last + 1
	}
	return nil
}

// pickNumbers gives the numbers of some rows, which rise.
func (g *Group) PickNumbers(column string, rows []int) ([]int32, error) {
	leaf, err := g.Column(column, parquet.Int32)
	if err != nil {
		return nil, err
	}
	out := make([]int32, len(rows))
	if n, is := g.Constant(leaf); is {
		for i := range out {
			out[i] = n
		}
		return out, nil
	}
	f, err := g.FlatNumbers(leaf)
	if err != nil {
		return nil, err
	}
	if f != nil {
		return out, f.pick(rows, func(i int, value []byte) error {
			out[i] = int32(binary.LittleEndian.Uint32(value))
			return nil
		})
	}
	return out, g.PickValues(leaf, rows, func(i int, v parquet.Value) {
		if out[i] = v.Int32(); v.IsNull() {
			out[i] = Unknown
		}
	})
}

// unknown stands for a number that is not known.
const Unknown = -1

// pickValues decodes the values of some rows, which rise.
func (g *Group) PickValues(leaf int, rows []int, take func(i int, v parquet.Value)) error {
	if len(rows) == 0 {
		return nil
	}
	path := g.about[leaf].MetaData.PathInSchema
	if len(path) == 1 && g.chunks[leaf].Type().Kind() == parquet.ByteArray && g.about[leaf].OffsetIndexOffset == 0 {
		return g.pickFromTexts(leaf, rows, func(i int, text []byte) { take(i, parquet.ByteArrayValue(text)) })
	}
	i := 0
	return g.Decode(leaf, rows[0], rows[len(rows)-1]+1, func(row int, v parquet.Value) error {
		for i < len(rows) && rows[i] < row {
			i++
		}
		if i < len(rows) && rows[i] == row {
			take(i, v)
		}
		return nil
	})
}

// pickTexts gives the texts of some rows, which rise; "" where there is none.
func (g *Group) PickTexts(column string, rows []int) ([]string, error) {
	leaf, err := g.Column(column, parquet.ByteArray)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(rows))
	f, err := g.FlatLeaf(leaf)
	if err != nil {
		return nil, err
	}
	if f != nil && f.Width > 4 {
		if err = f.pick(rows, func(i int, value []byte) error {
			out[i], err = f.text(value)
			return err
		}); err == nil {
			return out, nil
		}
	}
	return out, g.PickValues(leaf, rows, func(i int, v parquet.Value) { out[i] = string(v.ByteArray()) })
}

// text reads a text of a flat column, ahead of which its length stands.
func (f *Flat) text(value []byte) (string, error) {
	if n := binary.LittleEndian.Uint32(value); int(n) != f.Width-4 {
		return "", fmt.Errorf("texts of %d and of %d bytes", f.Width-4, n)
	}
	return string(value[4:]), nil
}
