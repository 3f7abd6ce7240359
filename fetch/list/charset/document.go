// Package charset reads text in whatever encoding it is, and finds the way
// back to it.
package charset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"citemap/fetch/list/span"
)

// A Document is a list in UTF-8, and the way back to where it came from.
type Document struct {
	Text  span.Text
	bom   int            // bytes before the text in the original
	width func(rune) int // bytes of a rune in the original; nil where it was UTF-8
	marks []int          // the original's offset at every markEvery-th byte of text
	Coded encoding       // how the original is written
}

// markEvery is how far apart the marks are: the way back to an offset walks
// less than this.
const markEvery = 1024

var (
	BOMUTF8  = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16 = map[string]byteOrder{"\xFF\xFE": binary.LittleEndian, "\xFE\xFF": binary.BigEndian}
)

// byteOrder is what both byte orders can do.
type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

// Decode reads UTF-8 and UTF-16; text that is neither is taken for
// Windows-1252, of which Latin-1 is a part. Lines that end in a carriage return
// alone end in a line feed in the text, which leaves every offset as it is.
func Decode(raw []byte) (Document, error) {
	d := Document{Text: raw}
	if bytes.HasPrefix(raw, BOMUTF8) {
		d = Document{Text: raw[len(BOMUTF8):], bom: len(BOMUTF8)}
	}
	if order, bom := utf16Order(raw); order != nil {
		d = Document{Text: fromUTF16(raw[bom:], order), bom: bom, width: widthUTF16, Coded: encoding{order: order}}
	}
	valid := utf8.Valid(d.Text)
	if bytes.IndexByte(d.Text, 0) >= 0 || !valid && hasControls(d.Text) {
		return d, errors.New("is binary: want text")
	}
	if len(bytes.TrimSpace(d.Text)) == 0 {
		return d, errors.New("is empty")
	}
	if !valid {
		d.Text, d.width, d.Coded = fromWindows1252(d.Text), func(rune) int { return 1 }, encoding{latin: true}
	}
	d.mark()
	if bytes.IndexByte(d.Text, '\r') >= 0 && bytes.IndexByte(d.Text, '\n') < 0 {
		d.Text, d.Coded.macintosh = bytes.ReplaceAll(d.Text, []byte("\r"), []byte("\n")), true
	}
	return d, nil
}

// utf16Order gives the byte order of UTF-16: as its mark says, or, without one,
// where the zeros of Latin letters stand.
func utf16Order(raw []byte) (order byteOrder, bom int) {
	if len(raw) >= 2 && bomUTF16[string(raw[:2])] != nil {
		return bomUTF16[string(raw[:2])], 2
	}
	if len(raw) < 8 || len(raw)%2 != 0 {
		return nil, 0
	}
	head, zeros := raw[:min(len(raw), 1<<12)], [2]int{}
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch enough := len(head) / 4; {
	case zeros[0] == 0 && zeros[1] > enough:
		return binary.LittleEndian, 0
	case zeros[1] == 0 && zeros[0] > enough:
		return binary.BigEndian, 0
	}
	return nil, 0
}

func hasControls(text []byte) bool {
	return bytes.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f'
	})
}

func fromUTF16(raw []byte, order byteOrder) []byte {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

func widthUTF16(r rune) int { return 2 * max(1, utf16.RuneLen(r)) }

func fromWindows1252(raw []byte) []byte {
	out := make([]byte, 0, len(raw)+len(raw)/4)
	for _, b := range raw {
		out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b))
	}
	return out
}

func (d *Document) mark() {
	if d.width == nil {
		return
	}
	at := d.bom
	for i := 0; i < len(d.Text); {
		r, size := utf8.DecodeRune(d.Text[i:])
		for len(d.marks)*markEvery <= i {
			d.marks = append(d.marks, at)
		}
		i, at = i+size, at+d.width(r)
	}
}

// Original gives the offset in the original of an offset in the text.
func (d *Document) Original(offset int) int {
	if d.width == nil {
		return offset + d.bom
	}
	k := min(offset/markEvery, len(d.marks)-1)
	i, at := k*markEvery, d.marks[k]
	for i < offset && !utf8.RuneStart(d.Text[i]) {
		i++ // the mark belongs to the next rune that starts
	}
	for i < offset {
		r, size := utf8.DecodeRune(d.Text[i:])
		i, at = i+size, at+d.width(r)
	}
	return at
}

// An encoding is how a list is written; the zero encoding is UTF-8.
type encoding struct {
	order byteOrder // of UTF-16
	latin bool      // Windows-1252

	macintosh bool // lines end in a carriage return alone
}

// Encode writes text in the list's own encoding.
func (c encoding) Encode(text string) ([]byte, error) {
	if c.macintosh {
		text = strings.ReplaceAll(text, "\n", "\r")
	}
	switch {
	case c.order != nil:
		var out []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			out = c.order.AppendUint16(out, unit)
		}
		return out, nil
	case c.latin:
		out := make([]byte, 0, len(text))
		for _, r := range text {
			b, ok := charmap.Windows1252.EncodeRune(r)
			if !ok {
				return nil, fmt.Errorf("is in Windows-1252, which cannot write %q: save it as UTF-8 first", r)
			}
			out = append(out, b)
		}
		return out, nil
	}
	return []byte(text), nil
}
