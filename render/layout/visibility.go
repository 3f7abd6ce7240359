package layout

import "math"

// A ground is a page with boxes on it around which arrows are led. The way of an
// arrow turns at the corners that stand off from the boxes, and only there: no other
// way is shorter (Lozano-Pérez and Wesley 1979, doi:10.1145/359156.359164).
type ground struct {
	boxes   []Rect
	clear   float64 // how far arrows keep from boxes
	corners []Point
	off     []Point // of each corner, which way leads off its box
	sees    [][]int32
	turned  []int // how many ways turn at a corner
}

func newGround(boxes []Rect, area Rect, clear float64) *ground {
	g := &ground{boxes: boxes, clear: clear}
	for i, b := range boxes {
		w := b.wider(clear)
		for j, p := range []Point{{w.X, w.Y}, {w.right(), w.Y}, {w.right(), w.bottom()}, {w.X, w.bottom()}} {
			if area.holds(p) && !g.covered(p, i) {
				g.corners = append(g.corners, p)
				g.off = append(g.off, Point{[...]float64{-1, 1, 1, -1}[j], [...]float64{-1, -1, 1, 1}[j]})
			}
		}
	}
	g.sees, g.turned = make([][]int32, len(g.corners)), make([]int, len(g.corners))
	return g
}

// covered reports whether a point lies too near to a box other than one.
func (g *ground) covered(p Point, but int) bool {
	for i, b := range g.boxes {
		if i != but && b.wider(g.clear*0.8).holds(p) {
			return true
		}
	}
	return false
}

// free reports whether a straight line keeps off all boxes but two by so much.
func (g *ground) free(a, b Point, by float64, but, butToo int) bool {
	low, high := Point{min(a.X, b.X) - by, min(a.Y, b.Y) - by}, Point{max(a.X, b.X) + by, max(a.Y, b.Y) + by}
	for i := range g.boxes {
		r := &g.boxes[i]
		if r.X >= high.X || r.Y >= high.Y || r.X+r.Width <= low.X || r.Y+r.Height <= low.Y || i == but || i == butToo {
			continue
		}
		if r.wider(by).crossed(a, b) {
			return false
		}
	}
	return true
}

// from gives the corners that can be seen from a point, past a box that does not
// count.
func (g *ground) from(p Point, but int) []int32 {
	var seen []int32
	for i, c := range g.corners {
		if c != p && g.free(p, c, g.clear*0.8, but, but) {
			seen = append(seen, int32(i))
		}
	}
	return seen
}

func (g *ground) fromCorner(i int32) []int32 {
	if g.sees[i] == nil {
		g.sees[i] = append(g.from(g.corners[i], -1), i)
	}
	return g.sees[i]
}

// aside gives a corner farther off its box, the more ways have turned there before, so
// that they are told apart.
func (g *ground) aside(i int32) Point {
	by := math.Min(float64(g.turned[i]%4), 3) * g.clear * 0.4
	return Point{g.corners[i].X + g.off[i].X*by, g.corners[i].Y + g.off[i].Y*by}
}
