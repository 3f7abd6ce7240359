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

// bandRows is how many rows are packed at a time. Bands are packed side by side
// and do not depend on how many there are at once, so that a picture has the
// same bytes on every machine.
const bandRows = 128

// encode writes an opaque picture as PNG of eight bits a colour. The standard
// library's encoder tries five filters on every row, one row after the
// other; most rows of a map are the same as the one above.
func encode(w io.Writer, dots *image.RGBA) error {
	size := dots.Bounds().Size()
	header := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	header = binary.BigEndian.AppendUint32(header, uint32(size.Y))
	header = append(header, 8, 2, 0, 0, 0) // eight bits; red, green and blue; no interlacing
	bands := pack(dots)
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

// A band is some rows, packed.
type band struct {
	packed []byte
	length int    // of the rows before they were packed
	sum    uint32 // their Adler-32
}

// pack packs all rows. The packed bands make up one stream.
func pack(dots *image.RGBA) []band {
	height := dots.Bounds().Dy()
	bands := make([]band, (height+bandRows-1)/bandRows)
	var wait sync.WaitGroup
	next := make(chan int, len(bands))
	for i := range bands {
		next <- i
	}
	close(next)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				bands[i] = packBand(dots, i*bandRows, min((i+1)*bandRows, height), i == len(bands)-1)
			}
		})
	}
	wait.Wait()
	return bands
}

// packBand packs the rows from first up to end: as differences to the row above.
func packBand(dots *image.RGBA, first, end int, last bool) band {
	rows := differences(dots, first, end)
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

func differences(dots *image.RGBA, first, end int) []byte {
	const above = 2 // the filter's name in PNG
	width := dots.Bounds().Dx()
	rows := make([]byte, 0, (end-first)*(1+3*width))
	none := make([]uint8, 4*width)
	for y := first; y < end; y++ {
		row, before := dots.Pix[y*dots.Stride:][:4*width], none
		if y > 0 {
			before = dots.Pix[(y-1)*dots.Stride:][:4*width]
		}
		rows = append(rows, above)
		if y > 0 && bytes.Equal(row, before) {
			rows = append(rows, make([]byte, 3*width)...)
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
