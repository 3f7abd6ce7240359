package dot

import "math"

// A box has its middle at x, y; in points.
type box struct{ x, y, width, height float64 }

const (
	apart  = 16  // points between two boxes at least
	rounds = 400 // how often part goes over all boxes before it lets them grow freely
	room   = 2.6 // times the boxes' own area: what they are spread over at first
	shape  = 1.5 // width by height of that area

	widestRow = 900 // points of a row of papers where there is nothing else
)

// spread stretches an arrangement to an area in which its boxes have room.
func spread(boxes []box) {
	if len(boxes) < 2 {
		return
	}
	area := 0.0
	low, high := boxes[0], boxes[0]
	for _, b := range boxes {
		area += (b.width + apart) * (b.height + apart)
		low.x, low.y = min(low.x, b.x), min(low.y, b.y)
		high.x, high.y = max(high.x, b.x), max(high.y, b.y)
	}
	height := math.Sqrt(area * room / shape)
	across, down := shape*height/max(high.x-low.x, 1), height/max(high.y-low.y, 1)
	for i := range boxes {
		boxes[i].x *= across
		boxes[i].y *= down
	}
}

// shelve lines boxes up in rows above others, over the whole width of these.
func shelve(boxes, others []box) {
	left, right, top := math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, o := range others {
		left, right = min(left, o.x-o.width/2), max(right, o.x+o.width/2)
		top = max(top, o.y+o.height/2)
	}
	if len(others) == 0 {
		left, right, top = 0, widestRow, 0
	}
	x, y, tallest := left, top+2*apart, 0.0
	for i := range boxes {
		b := &boxes[i]
		if x > left && x+b.width > right {
			x, y, tallest = left, y+tallest+apart, 0
		}
		b.x, b.y = x+b.width/2, y+b.height/2
		x, tallest = x+b.width+apart, max(tallest, b.height)
	}
}

// above puts a box over the middle of others.
func (b *box) above(others []box) {
	b.x, b.y = 0, math.Inf(-1)
	for _, o := range others {
		b.x += o.x / float64(len(others))
		b.y = max(b.y, o.y+o.height/2+apart+b.height/2)
	}
}

// part moves boxes that overlap away from each other, along the axis on which they
// overlap by a smaller part, until none do. Arrangements that are too dense for that grow
// as a whole meanwhile. The same boxes end in the same places.
func part(boxes []box) {
	for round := range rounds {
		if !push(boxes) {
			return
		}
		if round%10 == 9 {
			grow(boxes, 1.03)
		}
	}
	for overlapping(boxes) {
		grow(boxes, 1.1)
	}
}

// push moves each overlapping pair apart by half of what it overlaps, and reports
// whether there was one.
func push(boxes []box) bool {
	any := false
	for i := range boxes {
		for j := i + 1; j < len(boxes); j++ {
			a, b := &boxes[i], &boxes[j]
			across, down := a.overlap(*b)
			if across <= 0 || down <= 0 {
				continue
			}
			any = true
			if across*(a.height+b.height) < down*(a.width+b.width) {
				move := math.Copysign(across/2+0.01, a.x-b.x)
				a.x, b.x = a.x+move, b.x-move
			} else {
				move := math.Copysign(down/2+0.01, a.y-b.y)
				a.y, b.y = a.y+move, b.y-move
			}
		}
	}
	return any
}

// overlap is by how much two boxes are too near on each axis; both are above 0 only
// where they overlap.
func (a box) overlap(b box) (across, down float64) {
	return (a.width+b.width)/2 + apart - math.Abs(a.x-b.x), (a.height+b.height)/2 + apart - math.Abs(a.y-b.y)
}

func overlapping(boxes []box) bool {
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if across, down := a.overlap(b); across > 0 && down > 0 {
				return true
			}
		}
	}
	return false
}

func grow(boxes []box, by float64) {
	for i := range boxes {
		boxes[i].x *= by
		boxes[i].y *= by
	}
}
