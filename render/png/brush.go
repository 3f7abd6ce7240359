package png

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// A brush cuts shapes and texts into layers of polygons.
type brush struct {
	scale  float64
	layers []layer
}

// A layer is polygons of one colour.
type layer struct {
	polygons []polygon
	around   []image.Rectangle // the dots that each touches
	all      image.Rectangle
	color    color.NRGBA
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
		b.fill(corners(lines), s.Fill)
	}
	if s.Stroke.A > 0 && s.LineWidth > 0 {
		b.fill(outline(lines, s.Dashes, max(s.LineWidth*b.scale, hairline), b.scale), s.Stroke)
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
	b.fill(letters, t.Color)
}

// A polygon is closed; what it encloses twice in the same sense is still inside.
type polygon []ink.Point

// tile is how many dots wide and high a piece is that is filled at once. A long
// thin line leaves most tiles of its surroundings alone.
const tile = 128

// fill puts a layer above those before it.
func (b *brush) fill(polygons []polygon, c color.NRGBA) {
	l := layer{polygons: polygons, around: make([]image.Rectangle, len(polygons)), color: c}
	for i, p := range polygons {
		l.around[i] = p.bounds()
		l.all = l.all.Union(l.around[i])
	}
	b.layers = append(b.layers, l)
}

// paint fills what the polygons enclose in a part of the picture, with smooth
// edges.
func (l layer) paint(dots *image.RGBA, s *stencil) {
	all := l.all.Intersect(dots.Rect)
	for y := all.Min.Y; y < all.Max.Y; y += tile {
		for x := all.Min.X; x < all.Max.X; x += tile {
			t := image.Rect(x, y, x+tile, y+tile).Intersect(all)
			if s.cut(l, t) {
				s.ink(dots, t, l.color)
			}
		}
	}
}

// bounds gives the dots that a polygon touches.
func (p polygon) bounds() image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, at := range p {
		left, right = min(left, at.X), max(right, at.X)
		top, bottom = min(top, at.Y), max(bottom, at.Y)
	}
	if left > right {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
}
