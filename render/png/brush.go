package png

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"citemap/render/ink"
	"citemap/render/ink/typeset"
)

// A brush fills polygons.
type brush struct {
	dots   *image.RGBA
	raster *vector.Rasterizer
	scale  float64
}

func paint(dots *image.RGBA, d *ink.Drawing, fonts *typeset.Fonts, scale float64) {
	b := &brush{dots: dots, raster: vector.NewRasterizer(0, 0), scale: scale}
	for _, s := range d.Shapes {
		b.shape(s)
	}
	for _, t := range d.Texts {
		b.text(t, fonts.Set(t.Text))
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

// fill paints what the polygons enclose, with smooth edges.
func (b *brush) fill(polygons []polygon, c color.NRGBA) {
	paint := image.NewUniform(c)
	around := make([]image.Rectangle, len(polygons))
	var all image.Rectangle
	for i, p := range polygons {
		around[i] = p.bounds()
		all = all.Union(around[i])
	}
	all = all.Intersect(b.dots.Bounds())
	for y := all.Min.Y; y < all.Max.Y; y += tile {
		for x := all.Min.X; x < all.Max.X; x += tile {
			b.fillTile(image.Rect(x, y, x+tile, y+tile).Intersect(all), polygons, around, paint)
		}
	}
}

func (b *brush) fillTile(t image.Rectangle, polygons []polygon, around []image.Rectangle, paint image.Image) {
	touched := false
	for i, p := range polygons {
		if !around[i].Overlaps(t) {
			continue
		}
		if !touched {
			b.raster.Reset(t.Dx(), t.Dy())
			touched = true
		}
		b.add(p, t.Min)
	}
	if touched {
		b.raster.Draw(b.dots, t, paint, image.Point{})
	}
}

func (b *brush) add(p polygon, origin image.Point) {
	for i, at := range p {
		x, y := float32(at.X-float64(origin.X)), float32(at.Y-float64(origin.Y))
		if i == 0 {
			b.raster.MoveTo(x, y)
			continue
		}
		b.raster.LineTo(x, y)
	}
	b.raster.ClosePath()
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
