package png

import (
	"image"
	"image/draw"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// A brush cuts shapes and texts into layers of polygons.
type brush struct {
	scale  float64
	layers []layer
}

// newBrush cuts up all of a drawing.
func newBrush(d *ink.Drawing, fonts *typeset.Fonts, scale float64) *brush {
	b := &brush{scale: scale}
	for _, s := range d.Shapes {
		b.shape(s)
	}
	for _, t := range d.Texts {
		b.text(t, fonts.Set(t.Text))
	}
	return b
}

// painter gives a painter of the layers, on white.
func (b *brush) painter() painter {
	s := newStencil()
	return func(part *image.RGBA) {
		draw.Draw(part, part.Rect, image.White, image.Point{}, draw.Src)
		for _, l := range b.layers {
			l.paint(part, s)
		}
	}
}

// hairline is the least width of a line in dots: a thinner one would fade.
const hairline = 1

func (b *brush) shape(s ink.Shape) {
	lines := flatten(s.Path, b.onDots)
	if s.Fill.A > 0 {
		b.layers = append(b.layers, newLayer(corners(lines), s.Fill))
	}
	if s.Stroke.A > 0 && s.LineWidth > 0 {
		b.layers = append(b.layers, newLayer(outline(lines, s.Dashes, max(s.LineWidth*b.scale, hairline), b.scale), s.Stroke))
	}
}

func (b *brush) onDots(p ink.Point) ink.Point { return ink.Point{X: p.X * b.scale, Y: p.Y * b.scale} }

// text paints all letters of a line at once.
func (b *brush) text(t ink.Text, line typeset.Line) {
	size, squeeze, left := t.Fit(line.Width * t.Size)
	var letters []polygon
	for _, run := range line.Runs {
		for _, g := range run.Glyphs {
			letters = append(letters, corners(flatten(g.Outline(), func(p ink.Point) ink.Point {
				return b.onDots(ink.Point{X: left + (g.X+p.X)*size*squeeze, Y: t.Y + (g.Y+p.Y)*size})
			}))...)
		}
	}
	b.layers = append(b.layers, newLayer(letters, t.Color))
}
