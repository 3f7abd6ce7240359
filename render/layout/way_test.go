package layout

import (
	"math"
	"math/rand/v2"
	"testing"
)

// scattered gives boxes at random, none near another, and the page they are on.
func scattered(seed uint64, n int) ([]Rect, Rect) {
	r := rand.New(rand.NewPCG(seed, 1))
	page := Rect{0, 0, 1000, 800}
	var boxes []Rect
	for range 50 * n {
		b := Rect{20 + 860*r.Float64(), 20 + 720*r.Float64(), 40 + 60*r.Float64(), 15 + 25*r.Float64()}
		near := false
		for _, other := range boxes {
			o := other.wider(10)
			near = near || b.X < o.right() && o.X < b.right() && b.Y < o.bottom() && o.Y < b.bottom()
		}
		if !near && len(boxes) < n {
			boxes = append(boxes, b)
		}
	}
	return boxes, page
}

// shortest is the length of the shortest way from box to box over the corners, by
// asking for all pairs (Floyd and Warshall).
func shortest(g *ground, start, end int) float64 {
	points := append([]Point{g.boxes[start].Middle(), g.boxes[end].Middle()}, g.corners...)
	far := make([][]float64, len(points))
	for i := range points {
		far[i] = make([]float64, len(points))
		for j := range points {
			far[i][j] = math.Inf(1)
			but, butToo := -1, -1
			if i == 0 || j == 0 {
				but = start
			}
			if i == 1 || j == 1 {
				butToo = end
			}
			if g.free(points[i], points[j], g.clear*0.8, but, butToo) {
				far[i][j] = points[i].far(points[j])
			}
		}
	}
	for k := range points {
		for i := range points {
			for j := range points {
				far[i][j] = min(far[i][j], far[i][k]+far[k][j])
			}
		}
	}
	return far[0][1]
}

// A way leads around all boxes but its own two, as curve too, and is hardly longer
// than the shortest, which goes around more corners.
func TestWays(t *testing.T) {
	for seed := range uint64(6) {
		boxes, page := scattered(seed, 18)
		g := guide{newGround(boxes, page, 4), map[int][]int32{}}
		for end := 1; end < len(boxes); end++ {
			for i := range g.turned { // others that turned there would have it lead elsewhere
				g.turned[i] = 0
			}
			way, found := g.way(0, end)
			if !found {
				t.Fatalf("seed %d: no way to box %d", seed, end)
			}
			length := 0.0
			for i := 1; i < len(way); i++ {
				length += way[i-1].far(way[i])
			}
			if best := shortest(g.ground, 0, end); length < way[0].far(way[len(way)-1])-1e-9 || length > best+4*float64(len(way)+1) {
				t.Errorf("seed %d: the way to box %d is %.1f long, the shortest %.1f", seed, end, length, best)
			}
			last := len(way) - 1
			way[0], way[last] = boxes[0].rim(way[0], way[1]), boxes[end].rim(way[last], way[last-1])
			curve := g.curved(way, 0, end)
			for i := 0; i+3 < len(curve); i += 3 {
				for step := range 40 {
					at := bezier(curve[i:i+4], float64(step)/39)
					for b, box := range boxes {
						if b != 0 && b != end && box.holds(at) {
							t.Fatalf("seed %d: the way to box %d leads through box %d", seed, end, b)
						}
					}
				}
			}
		}
	}
}

// An arrow that is shortened ends on its curve, so much before its end.
func TestShortened(t *testing.T) {
	curve := []Point{{0, 0}, {10, 40}, {60, 40}, {80, 0}}
	short := Shortened(curve, 9)
	if d := short[3].far(curve[3]); math.Abs(d-9) > 0.01 {
		t.Errorf("it ends %.2f before the end, want 9", d)
	}
	nearest := math.Inf(1)
	for i := range 1001 {
		nearest = min(nearest, bezier(curve, float64(i)/1000).far(bezier(short, 0.5)))
	}
	if nearest > 0.1 {
		t.Errorf("its middle lies %.2f off the curve", nearest)
	}
}
