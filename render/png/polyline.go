package png

import (
	"math"
	"slices"

	"citemap/render/ink"
)

// A polyline is a path of straight lines, in dots.
type polyline struct {
	points []ink.Point // two at least; no two that follow each other are the same
	closed bool        // the last leads back to the first
}

// flatten turns each part of a path, moved to its place on the picture, into
// straight lines.
func flatten(path ink.Path, place func(ink.Point) ink.Point) []polyline {
	var lines []polyline
	for _, s := range path {
		if s.Kind == ink.Move || len(lines) == 0 {
			lines = append(lines, polyline{})
		}
		line := &lines[len(lines)-1]
		switch s.Kind {
		case ink.Close:
			line.closed = true
		case ink.Cubic:
			line.curve(place(s.Points[0]), place(s.Points[1]), place(s.Points[2]))
		default:
			line.add(place(s.Points[0]))
		}
	}
	for i := range lines {
		lines[i].trim()
	}
	return slices.DeleteFunc(lines, func(l polyline) bool { return len(l.points) < 2 })
}

func (l *polyline) add(p ink.Point) {
	if n := len(l.points); n == 0 || l.points[n-1] != p {
		l.points = append(l.points, p)
	}
}

// curve adds a Bézier curve in steps that are short to the eye.
func (l *polyline) curve(b, c, d ink.Point) {
	if len(l.points) == 0 {
		l.add(b)
	}
	a := l.points[len(l.points)-1]
	// The second differences bound how far a chord strays from the curve.
	bend := max(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y), math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y))
	const stray = 0.05 // dots
	steps := min(int(math.Ceil(math.Sqrt(0.75*bend/stray)))+1, 500)
	for i := 1; i < steps; i++ {
		t := float64(i) / float64(steps)
		u := 1 - t
		wa, wb, wc, wd := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		l.add(ink.Point{X: wa*a.X + wb*b.X + wc*c.X + wd*d.X, Y: wa*a.Y + wb*b.Y + wc*c.Y + wd*d.Y})
	}
	l.add(d)
}

// trim drops the last point of a closed line that is its first.
func (l *polyline) trim() {
	if n := len(l.points); l.closed && n > 1 && l.points[0] == l.points[n-1] {
		l.points = l.points[:n-1]
	}
}

// corners gives what the lines enclose.
func corners(lines []polyline) []polygon {
	var all []polygon
	for _, l := range lines {
		all = append(all, l.points)
	}
	return all
}

func (l polyline) length() float64 {
	var sum float64
	for i, a := range l.points {
		if next := i + 1; next < len(l.points) || l.closed {
			b := l.points[next%len(l.points)]
			sum += math.Hypot(b.X-a.X, b.Y-a.Y)
		}
	}
	return sum
}
