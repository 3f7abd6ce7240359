package layout

// softest is how far from a corner a way may begin to turn, in clearances.
const softest = 14.0

// curved gives a way as a curve that rounds its turns as far as no box is in the
// way: a start, then three points a piece.
func (g *ground) curved(way []Point, start, end int) []Point {
	curve := []Point{way[0]}
	for i := 1; i+1 < len(way); i++ {
		before, corner, after := way[i-1], way[i], way[i+1]
		for soft := g.clear * softest; ; soft *= 0.6 {
			a := corner.toward(before, min(soft, share(i-1)*before.far(corner)))
			b := corner.toward(after, min(soft, share(len(way)-2-i)*after.far(corner)))
			turn := []Point{a, between(a, corner), between(b, corner), b}
			if soft < 0.5 || g.clears(turn, start, end) {
				curve = append(straight(curve, a), turn[1:]...)
				break
			}
		}
	}
	return straight(curve, way[len(way)-1])
}

// share is which part of a stretch a turn may take: half where the other end turns,
// too.
func share(turnsBeyond int) float64 {
	if turnsBeyond > 0 {
		return 0.5
	}
	return 0.85
}

// between is where a handle of a rounded corner lies.
func between(a, corner Point) Point {
	const part = 0.6
	return Point{a.X + (corner.X-a.X)*part, a.Y + (corner.Y-a.Y)*part}
}

// straight leads a curve on to a point.
func straight(curve []Point, to Point) []Point {
	from := curve[len(curve)-1]
	third := func(part float64) Point { return Point{from.X + (to.X-from.X)*part, from.Y + (to.Y-from.Y)*part} }
	return append(curve, third(1.0/3), third(2.0/3), to)
}

// clears reports whether a piece of a curve leads through no box but two.
func (g *ground) clears(piece []Point, start, end int) bool {
	const steps = 10
	last := piece[0]
	for i := 1; i <= steps; i++ {
		next := bezier(piece, float64(i)/steps)
		if !g.free(last, next, g.clear*0.4, start, end) {
			return false
		}
		last = next
	}
	return true
}

// bezier gives the point at t of a curve of four points.
func bezier(p []Point, t float64) Point {
	u := 1 - t
	at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return Point{at(p[0].X, p[1].X, p[2].X, p[3].X), at(p[0].Y, p[1].Y, p[2].Y, p[3].Y)}
}

// Shortened gives a curve that ends so much before the end of its last piece, or at half of
// that.
func Shortened(curve []Point, by float64) []Point {
	last := curve[len(curve)-4:]
	end := last[3]
	low, high := 0.5, 1.0 // the place on the piece, found by halving
	for range 20 {
		middle := (low + high) / 2
		if bezier(last, middle).far(end) > by {
			low = middle
		} else {
			high = middle
		}
	}
	return append(append([]Point{}, curve[:len(curve)-3]...), head(last, low)...)
}

// head gives the handles and the end of the first part, up to t, of a piece (de
// Casteljau).
func head(p []Point, t float64) []Point {
	mix := func(a, b Point) Point { return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t} }
	ab, bc, cd := mix(p[0], p[1]), mix(p[1], p[2]), mix(p[2], p[3])
	abc, bcd := mix(ab, bc), mix(bc, cd)
	return []Point{ab, abc, mix(abc, bcd)}
}
