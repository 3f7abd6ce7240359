package layout

import "math"

// A ground is a page with boxes on it around which arrows are led. The way of an
// arrow turns at the corners that stand off from the boxes, and only there: no other
// way is shorter (Lozano-Pérez and Wesley 1979, doi:10.1145/359156.359164).
type ground struct {
	boxes   []Rect
	shelves [][]int32 // boxes by the stripes of the page in which they lie
	clear   float64   // how far arrows keep from boxes
	corners []Point
	off     []Point // of each corner, which way leads off its box
	sees    [][]int32
	turned  []int // how many ways turn at a corner
}

func newGround(boxes []Rect, area Rect, clear float64) *ground {
	g := &ground{boxes: boxes, clear: clear}
	g.shelve()
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

// stripe is how high the stripes of a page are, in clearances.
const stripe = 10

// shelve sorts the boxes by stripes, so that a line is held only against those near it.
func (g *ground) shelve() {
	for i, b := range g.boxes {
		around := b.wider(g.clear)
		for s := g.stripeOf(around.Y); s <= g.stripeOf(around.bottom()); s++ {
			for s >= len(g.shelves) {
				g.shelves = append(g.shelves, nil)
			}
			g.shelves[s] = append(g.shelves[s], int32(i))
		}
	}
}

func (g *ground) stripeOf(y float64) int { return max(int(y/(stripe*g.clear)), 0) }

// free reports whether a straight line keeps off all boxes but two by so much, which is
// no more than the clearance.
func (g *ground) free(a, b Point, by float64, but, butToo int) bool {
	if a.Y > b.Y {
		a, b = b, a
	}
	for s := g.stripeOf(a.Y); s <= min(g.stripeOf(b.Y), len(g.shelves)-1); s++ {
		left, right := g.within(a, b, s)
		for _, i := range g.shelves[s] {
			r := &g.boxes[i]
			if r.X >= right+by || r.X+r.Width <= left-by || int(i) == but || int(i) == butToo {
				continue
			}
			if r.wider(by).crossed(a, b) {
				return false
			}
		}
	}
	return true
}

// within gives from where to where a line from a down to b runs in a stripe.
func (g *ground) within(a, b Point, s int) (left, right float64) {
	from, to := a.X, b.X
	if height := b.Y - a.Y; height > 0 {
		high := stripe * g.clear
		at := func(y float64) float64 { return a.X + (b.X-a.X)*min(max((y-a.Y)/height, 0), 1) }
		from, to = at(float64(s)*high), at(float64(s+1)*high)
	}
	return min(from, to), max(from, to)
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
