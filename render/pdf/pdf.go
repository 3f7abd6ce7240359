// Package pdf puts a drawing on one page of vectors, with text that can be
// selected and boxes that are links.
package pdf

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// Options says how to write. The zero value is the usual file.
type Options struct {
	Title string // of the document; clean

	// FontFolders are where to look for letters that the embedded font lacks;
	// nil: where the system keeps its fonts.
	FontFolders []string
}

// largest is how long a side of a page may be: viewers show no more than
// 200 inches.
const largest = 14400

// Write writes the drawing as PDF, in its own size, or as large as a page may
// be. It names the characters that no font had, in rising order; a box stands in
// the place of each. The same drawing gives the same bytes where the same fonts
// are.
func Write(w io.Writer, d *ink.Drawing, o Options) (missing []rune, err error) {
	if o.FontFolders == nil {
		o.FontFolders = typeset.SystemFolders()
	}
	fonts, err := typeset.NewFonts(o.FontFolders)
	if err != nil {
		return nil, fmt.Errorf("read the embedded font: %w", err)
	}
	scale := min(1, largest/max(d.Width, d.Height))
	s := &sheet{Fpdf: document(d.Width*scale, d.Height*scale, o.Title), fonts: fonts, scale: scale}
	for _, shape := range d.Shapes {
		s.shape(shape)
	}
	for _, t := range d.Texts {
		s.text(t)
	}
	for _, l := range d.Links {
		s.LinkString(l.X*scale, l.Y*scale, l.Width*scale, l.Height*scale, l.URL)
	}
	if err := s.Output(w); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return fonts.Missing(), nil
}

// document gives a document of one empty page that bears no date.
func document(width, height float64, title string) *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetProducer("citemap", false)
	f.SetTitle(title, true)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(family, "", typeset.Embedded())
	f.AddPage()
	f.SetLineJoinStyle("round")
	return f
}
