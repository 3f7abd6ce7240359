package sheet

import (
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"citemap/fetch/library/record"
)

// Texts are the texts of a column of a row group, none in a list, as they were decoded:
// whoever wants a few of them makes strings of those alone.
type Texts struct {
	First int // row
	bytes []byte
	begin []uint32 // the text of row first+i is bytes[begin[i]:begin[i+1]], empty where there is none
}

func (t *Texts) Rows() int { return len(t.begin) - 1 }

// of gives the i-th text.
func (t *Texts) Of(i int) []byte { return t.bytes[t.begin[i]:t.begin[i+1]] }

// clean gives the i-th text as graph.Paper has it.
func (t *Texts) Clean(i int) string { return record.Clean(string(t.Of(i))) }

// texts decodes the texts of rows from, up to but not including to.
func (g *Group) Texts(column string, from, to int) (*Texts, error) {
	leaf, err := g.Column(column, parquet.ByteArray)
	if err != nil {
		return nil, err
	}
	t := &Texts{begin: make([]uint32, 1, to-from+1)}
	if err := g.fits(leaf); err != nil {
		return nil, err
	}
	pages := g.chunks[leaf].Pages()
	defer pages.Close()
	if from > 0 && g.about[leaf].OffsetIndexOffset > 0 {
		if err := pages.SeekToRow(int64(from)); err != nil {
			return nil, err
		}
		t.First = from
	}
	for t.First+t.Rows() < to {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("its column %s ends at row %d, before row %d", column, t.First+t.Rows(), to)
		}
		if err != nil {
			return nil, err
		}
		t.take(page)
		parquet.Release(page)
	}
	return t, nil
}

// take takes in a page.
func (t *Texts) take(page parquet.Page) {
	p := newTextPage(page)
	for row := range int(page.NumRows()) {
		t.bytes = append(t.bytes, p.at(row)...)
		t.begin = append(t.begin, uint32(len(t.bytes)))
	}
}

// A textPage gives the texts of a page, row by row.
type textPage struct {
	bytes      []byte
	begin      []uint32
	levels     []byte // nil: no text is missing
	dictionary parquet.Dictionary
	index      []int32 // in the dictionary

	row, next int // the next row, and the next of the texts that there are
}

func newTextPage(page parquet.Page) *textPage {
	p := &textPage{dictionary: page.Dictionary()}
	if data := page.Data(); p.dictionary == nil {
		p.bytes, p.begin = data.ByteArray()
	} else {
		p.index = data.Int32()
	}
	if page.NumNulls() > 0 {
		p.levels = page.DefinitionLevels()
	}
	return p
}

// at gives the text of a row, nil where there is none. Rows are asked for as they rise.
// It belongs to the page.
func (p *textPage) at(row int) []byte {
	if p.levels == nil {
		p.next = row
	} else {
		for ; p.row < row; p.row++ {
			if p.levels[p.row] != 0 {
				p.next++
			}
		}
		if p.levels[row] == 0 {
			return nil
		}
	}
	if p.dictionary != nil {
		return p.dictionary.Index(p.index[p.next]).ByteArray()
	}
	return p.bytes[p.begin[p.next]:p.begin[p.next+1]]
}

// pickFromTexts gives the texts of some rows, which rise; nil where there is none.
func (g *Group) pickFromTexts(leaf int, rows []int, take func(i int, text []byte)) error {
	if err := g.fits(leaf); err != nil {
		return err
	}
	pages := g.chunks[leaf].Pages()
	defer pages.Close()
	for first, i := 0, 0; i < len(rows); {
		page, err := pages.ReadPage()
		if err != nil {
			return err
		}
		next := first + int(page.NumRows())
		if rows[i] < next {
			p := newTextPage(page)
			for ; i < len(rows) && rows[i] < next; i++ {
				take(i, p.at(rows[i]-first))
			}
		}
		parquet.Release(page)
		first = next
	}
	return nil
}

func Text(v parquet.Value) string { return record.Clean(string(v.ByteArray())) }

// mostNames is more authors or kinds than a paper has.
const mostNames = 1 << 16

func AppendText(texts []string, v parquet.Value) []string {
	if s := Text(v); s != "" && len(texts) < mostNames {
		return append(texts, s)
	}
	return texts
}
