package pdf

import (
	"fmt"
	"image/color"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// family is what the document calls the embedded font.
const family = "dejavu"

// A sheet is the page being drawn on.
type sheet struct {
	*fpdf.Fpdf
	fonts *typeset.Fonts
	scale float64
}

func (s *sheet) shape(shape ink.Shape) {
	how := ""
	if shape.Fill.A > 0 {
		how += "F"
		s.SetFillColor(rgb(shape.Fill))
	}
	if shape.Stroke.A > 0 && shape.LineWidth > 0 {
		how += "D"
		s.SetDrawColor(rgb(shape.Stroke))
		s.SetLineWidth(shape.LineWidth * s.scale)
		s.setDashes(shape.Dashes)
	}
	if how == "" {
		return
	}
	s.path(shape.Path, func(p ink.Point) ink.Point { return ink.Point{X: p.X * s.scale, Y: p.Y * s.scale} })
	s.DrawPath(how)
}

func (s *sheet) setDashes(lengths []float64) {
	scaled := make([]float64, len(lengths))
	for i, d := range lengths {
		scaled[i] = d * s.scale
	}
	s.SetDashPattern(scaled, 0)
}

// rgb mixes a colour with the white of the paper.
func rgb(c color.NRGBA) (r, g, b int) {
	mix := func(v uint8) int { return (int(v)*int(c.A) + 255*(255-int(c.A)) + 127) / 255 }
	return mix(c.R), mix(c.G), mix(c.B)
}

func (s *sheet) path(path ink.Path, place func(ink.Point) ink.Point) {
	for _, segment := range path {
		a, b, c := place(segment.Points[0]), place(segment.Points[1]), place(segment.Points[2])
		switch segment.Kind {
		case ink.Move:
			s.MoveTo(a.X, a.Y)
		case ink.Line:
			s.LineTo(a.X, a.Y)
		case ink.Cubic:
			s.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		case ink.Close:
			s.ClosePath()
		}
	}
}

// text writes what the embedded font can show as text, and draws the letters of the
// rest, with the text unseen over it so that it can be selected too.
func (s *sheet) text(t ink.Text) {
	line := s.fonts.Set(t.Text)
	size, squeeze, left := t.Fit(line.Width * t.Size)
	s.SetTextColor(rgb(t.Color))
	s.SetFillColor(rgb(t.Color))
	s.SetFont(family, "", size*s.scale)
	for _, run := range line.Runs {
		at := ink.Point{X: (left + run.Left*size*squeeze) * s.scale, Y: t.Y * s.scale}
		width := run.Width * size * squeeze * s.scale
		if run.Plain {
			s.write(at, width, run.Text)
			continue
		}
		s.letters(run, ink.Point{X: left * s.scale, Y: at.Y}, size*squeeze*s.scale, size*s.scale)
		s.SetTextRenderingMode(unseen)
		s.write(at, width, asSeen(run))
		s.SetTextRenderingMode(seen)
	}
}

// PDF's text rendering modes.
const (
	seen   = 0
	unseen = 3
)

// write writes a text so that it takes a given width.
func (s *sheet) write(at ink.Point, width float64, text string) {
	natural := s.GetStringWidth(text)
	if natural <= 0 {
		return
	}
	s.RawWriteStr(fmt.Sprintf("%.2f Tz\n", 100*width/natural))
	s.Text(at.X, at.Y, text)
}

// letters fills the outlines of a run whose line begins at a point, in letters so wide and so high.
func (s *sheet) letters(run typeset.Run, start ink.Point, wide, high float64) {
	drawn := false
	for _, g := range run.Glyphs {
		outline := g.Outline()
		drawn = drawn || len(outline) > 0
		s.path(outline, func(p ink.Point) ink.Point {
			return ink.Point{X: start.X + (g.X+p.X)*wide, Y: start.Y + (g.Y+p.Y)*high}
		})
	}
	if drawn {
		s.DrawPath("F")
	}
}

// asSeen gives the text of a run from left to right, which is how readers of PDF
// expect it, without what fpdf's fonts cannot write: characters beyond the Basic
// Multilingual Plane.
func asSeen(run typeset.Run) string {
	runes := slices.DeleteFunc([]rune(run.Text), func(r rune) bool { return r > 0xFFFF })
	if run.Leftward {
		slices.Reverse(runes)
	}
	return string(runes)
}
