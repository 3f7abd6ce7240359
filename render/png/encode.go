package png

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"runtime"
	"sync"
)

// bandRows is how many rows are painted and packed at a time. Bands are made side
// by side and do not depend on how many there are at once, so that a picture has
// the same bytes on every machine.
const bandRows = 2 * tile

// A painter paints a part of the picture: all dots of it, opaque.
type painter func(part *image.RGBA)

// encode writes a picture of a size as PNG of eight bits a colour. newPainter is
// asked for a painter of each goroutine's own. The standard library's encoder
// wants the whole picture at once and tries five filters on every row, one row
// after the other; most rows of a map are the same as the one above.
func encode(w io.Writer, size image.Point, newPainter func() painter) error {
	header := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	header = binary.BigEndian.AppendUint32(header, uint32(size.Y))
	header = append(header, 8, 2, 0, 0, 0) // eight bits; red, green and blue; no interlacing
	bands := pack(size, newPainter)
	var data bytes.Buffer
	data.Write([]byte{0x78, 0x01}) // zlib's header, fast compression
	sum := uint32(1)
	for _, b := range bands {
		data.Write(b.packed)
		sum = joinAdler(sum, b.sum, b.length)
	}
	_ = binary.Write(&data, binary.BigEndian, sum) // a bytes.Buffer takes everything
	if _, err := io.WriteString(w, "\x89PNG\r\n\x1a\n"); err != nil {
		return err
	}
	for _, c := range []struct {
		name string
		data []byte
	}{{"IHDR", header}, {"IDAT", data.Bytes()}, {"IEND", nil}} {
		if err := writeChunk(w, c.name, c.data); err != nil {
			return err
		}
	}
	return nil
}

func writeChunk(w io.Writer, name string, data []byte) error {
	length := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	sum := crc32.NewIEEE()
	both := io.MultiWriter(w, sum)
	if _, err := w.Write(length); err != nil {
		return err
	}
	if _, err := io.WriteString(both, name); err != nil {
		return err
	}
	if _, err := both.Write(data); err != nil {
		return err
	}
	return binary.Write(w, binary.BigEndian, sum.Sum32())
}

// A band is some rows, packed. The bands one after the other are one stream.
type band struct {
	packed []byte
	length int    // of the rows before they were packed
	sum    uint32 // their Adler-32
}

// pack paints and packs all rows.
func pack(size image.Point, newPainter func() painter) []band {
	bands := make([]band, (size.Y+bandRows-1)/bandRows)
	var wait sync.WaitGroup
	next := make(chan int, len(bands))
	for i := range bands {
		next <- i
	}
	close(next)
	for range min(runtime.GOMAXPROCS(0), len(bands)) {
		wait.Go(func() {
			p := newPacker(size, newPainter())
			for i := range next {
				bands[i] = p.band(i*bandRows, i == len(bands)-1)
			}
		})
	}
	wait.Wait()
	return bands
}

// A packer makes one band after the other in the same memory.
type packer struct {
	size  image.Point
	paint painter
	dots  []uint8
	rows  []byte
}

func newPacker(size image.Point, paint painter) *packer {
	height := min(bandRows, size.Y)
	return &packer{size: size, paint: paint, dots: make([]uint8, height*4*size.X), rows: make([]byte, 0, height*(1+3*size.X))}
}

// band paints and packs the rows from first on.
func (p *packer) band(first int, last bool) band {
	part := image.Rect(0, first, p.size.X, min(first+bandRows, p.size.Y))
	dots := &image.RGBA{Pix: p.dots[:part.Dy()*4*part.Dx()], Stride: 4 * part.Dx(), Rect: part}
	p.paint(dots)
	p.rows = differences(p.rows[:0], dots)
	return packRows(p.rows, last)
}

// packRows packs rows; the last band ends the stream.
func packRows(rows []byte, last bool) band {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(rows)
	}
	if err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	if err != nil {
		panic(fmt.Sprintf("png: pack into memory: %v", err)) // a bytes.Buffer takes everything
	}
	return band{packed: out.Bytes(), length: len(rows), sum: adler32.Checksum(rows)}
}

// differences appends the rows, the first as it is and each other one as the
// difference to the row above.
func differences(rows []byte, dots *image.RGBA) []byte {
	const itself, above = 0, 2 // the filters' names in PNG
	width := 4 * dots.Rect.Dx()
	rows = append(rows, itself)
	for i := 0; i < width; i += 4 {
		rows = append(rows, dots.Pix[i:i+3]...)
	}
	for y := 1; y < dots.Rect.Dy(); y++ {
		before, row := dots.Pix[(y-1)*dots.Stride:][:width], dots.Pix[y*dots.Stride:][:width]
		rows = append(rows, above)
		if bytes.Equal(row, before) {
			rows = append(rows, make([]byte, width/4*3)...)
			continue
		}
		for i := 0; i+3 < len(row); i += 4 {
			rows = append(rows, row[i]-before[i], row[i+1]-before[i+1], row[i+2]-before[i+2])
		}
	}
	return rows
}

// joinAdler gives the Adler-32 of two texts one after the other from those of
// both and the length of the second (RFC 1950, section 8.2, for the formula).
func joinAdler(a, b uint32, length int) uint32 {
	const mod = 65521
	lowA, highA, lowB, highB := a&0xffff, a>>16, b&0xffff, b>>16
	low := (lowA + lowB + mod - 1) % mod
	high := (uint64(highA) + uint64(highB) + uint64(length%mod)*uint64(lowA+mod-1)) % mod
	return uint32(high)<<16 | low
}
