package png

import (
	"image"
	"image/color"
)

// A layer is polygons of one colour.
type layer struct {
	polygons []polygon
	around   []image.Rectangle // the dots that each touches
	all      image.Rectangle
	color    color.NRGBA
}

// newLayer gives a layer of what the polygons enclose.
func newLayer(polygons []polygon, c color.NRGBA) layer {
	l := layer{polygons: polygons, around: make([]image.Rectangle, len(polygons)), color: c}
	for i, p := range polygons {
		l.around[i] = p.bounds()
		l.all = l.all.Union(l.around[i])
	}
	return l
}

// paint fills what the polygons enclose in a part of the picture, with smooth
// edges.
func (l layer) paint(dots *image.RGBA, s *stencil) {
	all := l.all.Intersect(dots.Rect)
	for y := all.Min.Y; y < all.Max.Y; y += tile {
		for x := all.Min.X; x < all.Max.X; x += tile {
			t := image.Rect(x, y, x+tile, y+tile).Intersect(all)
			if s.cut(l.polygons, l.around, t) {
				s.ink(dots, t, l.color)
			}
		}
	}
}
