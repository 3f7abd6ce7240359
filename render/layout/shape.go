package layout

import "math"

// A Point is a place on the page; y grows downwards.
type Point struct{ X, Y float64 }

func (p Point) far(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// toward gives the point at a distance from p on the way to q.
func (p Point) toward(q Point, by float64) Point {
	whole := p.far(q)
	if whole == 0 {
		return p
	}
	return Point{p.X + (q.X-p.X)*by/whole, p.Y + (q.Y-p.Y)*by/whole}
}

// A Rect has its upper left corner at X, Y.
type Rect struct{ X, Y, Width, Height float64 }

// Middle gives the point in its middle.
func (r Rect) Middle() Point { return Point{r.X + r.Width/2, r.Y + r.Height/2} }

func (r Rect) right() float64  { return r.X + r.Width }
func (r Rect) bottom() float64 { return r.Y + r.Height }

// wider gives the rectangle that reaches so much farther on each side.
func (r Rect) wider(by float64) Rect {
	return Rect{r.X - by, r.Y - by, r.Width + 2*by, r.Height + 2*by}
}

func (r Rect) holds(p Point) bool {
	return r.X < p.X && p.X < r.right() && r.Y < p.Y && p.Y < r.bottom()
}

// crossed reports whether the straight line from a to b runs through the inside.
func (r Rect) crossed(a, b Point) bool {
	if max(a.X, b.X) <= r.X || min(a.X, b.X) >= r.right() || max(a.Y, b.Y) <= r.Y || min(a.Y, b.Y) >= r.bottom() {
		return false
	}
	in, out := r.span(a, b)
	return in < out
}

// span gives which part of the line from a (0) to b (1) runs within the rectangle
// (Liang and Barsky 1984); in is not before out where none does.
func (r Rect) span(a, b Point) (in, out float64) {
	in, out = 0, 1
	for _, side := range [...][2]float64{{a.X - b.X, a.X - r.X}, {b.X - a.X, r.right() - a.X}, {a.Y - b.Y, a.Y - r.Y}, {b.Y - a.Y, r.bottom() - a.Y}} {
		step, room := side[0], side[1]
		switch {
		case step < 0:
			in = max(in, room/step)
		case step > 0:
			out = min(out, room/step)
		case room <= 0:
			return 1, 0
		}
	}
	return in, out
}

// rim gives where the line from a point inside to another outside leaves.
func (r Rect) rim(inside, outside Point) Point {
	_, out := r.span(inside, outside)
	out = min(max(out, 0), 1)
	return Point{inside.X + (outside.X-inside.X)*out, inside.Y + (outside.Y-inside.Y)*out}
}
