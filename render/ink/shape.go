package ink

import "strings"

// draw puts the shapes of one list of operations on the page.
func (p *page) draw(operations opList) {
	n := newPen
	for _, o := range operations {
		n.set(o)
		if path := p.path(o); path != nil && !n.hidden {
			s := Shape{Path: path, Stroke: n.stroke, LineWidth: n.width, Dashes: n.dashes}
			if filled := strings.Contains("PBE", o.Op); filled {
				s.Fill = n.fill
			}
			p.Shapes = append(p.Shapes, s)
		}
	}
}

// path gives the outline that an operation draws; nil where it draws none.
func (p *page) path(o operation) Path {
	switch o.Op {
	case "p", "P":
		return p.lines(o.Points, true)
	case "L":
		return p.lines(o.Points, false)
	case "b", "B":
		return p.curves(o.Points)
	case "e", "E":
		return p.ellipse(o.Rect)
	}
	return nil
}

func (p *page) lines(points [][2]float64, closed bool) Path {
	if len(points) < 2 {
		return nil
	}
	path := Path{{Move, [3]Point{p.place(points[0])}}}
	for _, at := range points[1:] {
		path = append(path, Segment{Line, [3]Point{p.place(at)}})
	}
	if closed {
		path = append(path, Segment{Kind: Close})
	}
	return path
}

// curves reads a start and then three points a curve. A rounded box is such a
// path, which ends where it started.
func (p *page) curves(points [][2]float64) Path {
	if len(points) < 4 {
		return nil
	}
	path := Path{{Move, [3]Point{p.place(points[0])}}}
	for rest := points[1:]; len(rest) >= 3; rest = rest[3:] {
		path = append(path, Segment{Cubic, [3]Point{p.place(rest[0]), p.place(rest[1]), p.place(rest[2])}})
	}
	if points[0] == points[len(points)-1] {
		path = append(path, Segment{Kind: Close})
	}
	return path
}

// ellipse goes around in four curves.
func (p *page) ellipse(rect [4]float64) Path {
	const handle = 0.5522847498 // where a Bézier curve comes closest to a quarter of a circle
	x, y, w, h := rect[0], rect[1], rect[2], rect[3]
	hw, hh := w*handle, h*handle
	return p.curves([][2]float64{
		{x + w, y}, {x + w, y + hh}, {x + hw, y + h}, {x, y + h},
		{x - hw, y + h}, {x - w, y + hh}, {x - w, y},
		{x - w, y - hh}, {x - hw, y - h}, {x, y - h},
		{x + hw, y - h}, {x + w, y - hh}, {x + w, y},
	})
}
