package png

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"
)

// tile is how many dots wide and high a piece is that is filled at once. A long
// thin line leaves most tiles of its surroundings alone.
const tile = 128

// A stencil says how much of each dot of a tile is inside of some polygons.
type stencil struct {
	raster *vector.Rasterizer
	inside image.Alpha // the tile, moved to the origin
}

func newStencil() *stencil {
	return &stencil{raster: vector.NewRasterizer(0, 0), inside: image.Alpha{Pix: make([]uint8, tile*tile)}}
}

// cut makes the stencil of polygons in tile t, each with the dots that it touches;
// false if nothing of them is there.
func (s *stencil) cut(polygons []polygon, around []image.Rectangle, t image.Rectangle) bool {
	touched := false
	for i, p := range polygons {
		if !around[i].Overlaps(t) {
			continue
		}
		if !touched {
			s.raster.Reset(t.Dx(), t.Dy())
			touched = true
		}
		p.addTo(s.raster, t.Min)
	}
	if !touched {
		return false
	}
	s.inside.Rect, s.inside.Stride = s.raster.Bounds(), t.Dx()
	s.inside.Pix = s.inside.Pix[:t.Dx()*t.Dy()]
	s.raster.DrawOp = draw.Src
	s.raster.Draw(&s.inside, s.inside.Rect, image.Opaque, image.Point{})
	return true
}

// ink paints the tile through the stencil. Most dots of a tile are outside and
// left alone; painting through vector.Rasterizer weighs each of them.
func (s *stencil) ink(dots *image.RGBA, t image.Rectangle, c color.NRGBA) {
	for y := range t.Dy() {
		row := dots.Pix[dots.PixOffset(t.Min.X, t.Min.Y+y):]
		for x, inside := range s.inside.Pix[y*s.inside.Stride:][:s.inside.Stride] {
			if inside > 0 {
				blend((*[3]uint8)(row[4*x:]), c, uint32(inside)*uint32(c.A))
			}
		}
	}
}

// whole is how much of a dot an opaque colour covers that fills it.
const whole = 255 * 255

// blend lays a colour over an opaque dot, of which it covers so much.
func blend(dot *[3]uint8, c color.NRGBA, cover uint32) {
	for i, ink := range [3]uint8{c.R, c.G, c.B} {
		dot[i] = uint8((uint32(dot[i])*(whole-cover) + uint32(ink)*cover + whole/2) / whole)
	}
}
