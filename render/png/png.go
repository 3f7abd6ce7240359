// Package png paints a drawing as dots.
package png

import (
	"bufio"
	"fmt"
	"image"
	"io"
	"math"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// Options says how to paint. The zero value is the usual picture.
type Options struct {
	Scale float64 // dots to a point; 0: 2

	// FontFolders are where to look for letters that the embedded font lacks;
	// nil: where the system keeps its fonts.
	FontFolders []string
}

// MostPixels is how large a picture may be.
const MostPixels = 100_000_000

// A SizeError is a picture of more than MostPixels.
type SizeError struct {
	Width, Height float64 // of the drawing, in points
	Scale         float64 // what was asked for
}

// Fits is the largest scale, in steps of a hundredth, that would do.
func (e *SizeError) Fits() float64 {
	scale := math.Floor(100*math.Sqrt(MostPixels/(e.Width*e.Height))) / 100
	for scale > 0.01 && math.Ceil(e.Width*scale)*math.Ceil(e.Height*scale) > MostPixels {
		scale -= 0.01
	}
	return max(math.Round(scale*100)/100, 0.01)
}

func (e *SizeError) Error() string {
	return fmt.Sprintf("paint a picture of %.0f x %.0f points at scale %g: more than %d megapixels; --scale %g would fit",
		e.Width, e.Height, e.Scale, MostPixels/1_000_000, e.Fits())
}

// Write paints the drawing on white and writes it as PNG. It names the
// characters that no font had, in rising order; a box stands in the place of
// each. The same drawing gives the same bytes where the same fonts are.
func Write(w io.Writer, d *ink.Drawing, o Options) (missing []rune, err error) {
	if o.Scale == 0 {
		o.Scale = 2
	}
	if o.FontFolders == nil {
		o.FontFolders = typeset.SystemFolders()
	}
	size, err := sizeOf(d, o.Scale)
	if err != nil {
		return nil, err
	}
	fonts, err := typeset.NewFonts(o.FontFolders)
	if err != nil {
		return nil, fmt.Errorf("read the embedded font: %w", err)
	}
	buffered := bufio.NewWriterSize(w, 1<<16)
	if err := encode(buffered, size, newBrush(d, fonts, o.Scale).painter); err != nil {
		return nil, fmt.Errorf("write png: %w", err)
	}
	return fonts.Missing(), buffered.Flush()
}

// sizeOf gives the size of the picture in dots.
func sizeOf(d *ink.Drawing, scale float64) (image.Point, error) {
	if !(scale > 0) || math.IsInf(scale, 0) {
		return image.Point{}, fmt.Errorf("paint a picture at scale %g: want more than 0", scale)
	}
	width, height := math.Ceil(d.Width*scale), math.Ceil(d.Height*scale)
	if !(width*height <= MostPixels) {
		return image.Point{}, &SizeError{d.Width, d.Height, scale}
	}
	return image.Pt(max(int(width), 1), max(int(height), 1)), nil
}
