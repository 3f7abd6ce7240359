package png

import (
	"math"

	"citemap/render/ink"
)

// outline gives the ink of lines so wide, as polygons that all turn the same way.
func outline(lines []polyline, dashes []float64, width, scale float64) []polygon {
	var all []polygon
	for _, l := range lines {
		for _, part := range dashed(l, dashes, scale) {
			all = append(all, part.outline(width/2)...)
		}
	}
	return all
}

// outline gives a rectangle for each straight piece and fills the wedges between.
func (l polyline) outline(half float64) []polygon {
	var all []polygon
	n := len(l.points)
	pieces := n - 1
	if l.closed {
		pieces = n
	}
	for i := range pieces {
		a, b := l.points[i], l.points[(i+1)%n]
		s := side(a, b, half)
		all = append(all, polygon{{X: a.X + s.X, Y: a.Y + s.Y}, {X: b.X + s.X, Y: b.Y + s.Y}, {X: b.X - s.X, Y: b.Y - s.Y}, {X: a.X - s.X, Y: a.Y - s.Y}})
		if i+1 < pieces || l.closed {
			all = append(all, wedge(b, s, side(b, l.points[(i+2)%n], half)))
		}
	}
	return all
}

// side leads from the middle of a line to its left edge.
func side(a, b ink.Point, half float64) ink.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return ink.Point{}
	}
	return ink.Point{X: (b.Y - a.Y) / length * half, Y: (a.X - b.X) / length * half}
}

// wedge rounds the outer side of the corner at p, between two pieces whose left
// edges lie at s and t.
func wedge(p, s, t ink.Point) polygon {
	turn := math.Atan2(s.X*t.Y-s.Y*t.X, s.X*t.X+s.Y*t.Y)
	if turn < 0 { // the outer side is the right one, and the fan must turn as the others do
		s, turn = ink.Point{X: -t.X, Y: -t.Y}, -turn
	}
	const step = 0.4 // radians; the corners of thin lines are small
	steps := max(int(math.Ceil(turn/step)), 1)
	fan := polygon{p}
	for i := 0; i <= steps; i++ {
		sin, cos := math.Sincos(turn * float64(i) / float64(steps))
		fan = append(fan, ink.Point{X: p.X + s.X*cos - s.Y*sin, Y: p.Y + s.X*sin + s.Y*cos})
	}
	return fan
}
