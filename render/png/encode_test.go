package png

import (
	"bytes"
	"hash/adler32"
	"image"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"testing"
)

// The standard library reads back what encode wrote, dot for dot.
func TestEncode(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {3, bandRows}, {50, bandRows + 1}, {7, 5*bandRows - 3}} {
		r := rand.New(rand.NewPCG(uint64(size.X), 2))
		dots := image.NewRGBA(image.Rectangle{Max: size})
		for i := range dots.Pix {
			if dots.Pix[i] = uint8(r.IntN(3)); i%4 == 3 {
				dots.Pix[i] = 255
			}
		}
		var b bytes.Buffer
		copied := func(part *image.RGBA) { draw.Draw(part, part.Rect, dots, part.Rect.Min, draw.Src) }
		if err := encode(&b, size, func() painter { return copied }); err != nil {
			t.Fatal(err)
		}
		back, err := png.Decode(&b)
		if err != nil {
			t.Fatalf("%v: %v", size, err)
		}
		if got := back.(*image.RGBA); !bytes.Equal(got.Pix, dots.Pix) {
			t.Errorf("%v: other dots", size)
		}
	}
}

func TestJoinAdler(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		text := make([]byte, r.IntN(200_000))
		for i := range text {
			text[i] = byte(r.Uint32())
		}
		cut := r.IntN(len(text) + 1)
		if got, want := joinAdler(adler32.Checksum(text[:cut]), adler32.Checksum(text[cut:]), len(text)-cut), adler32.Checksum(text); got != want {
			t.Errorf("cut at %d of %d: %x, want %x", cut, len(text), got, want)
		}
	}
}
