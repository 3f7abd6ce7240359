package png

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"citemap/render/ink"
)

// A polygon is closed; what it encloses twice in the same sense is still inside.
type polygon []ink.Point

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

// addTo draws the outline, seen from an origin.
func (p polygon) addTo(raster *vector.Rasterizer, origin image.Point) {
	for i, at := range p {
		x, y := float32(at.X-float64(origin.X)), float32(at.Y-float64(origin.Y))
		if i == 0 {
			raster.MoveTo(x, y)
			continue
		}
		raster.LineTo(x, y)
	}
	raster.ClosePath()
}
