package layout

import (
	"container/heap"
	"math"
	"slices"
)

// A guide leads arrows over a ground, from box to box.
type guide struct {
	*ground
	seen map[int][]int32 // corners seen from the middle of a box
}

// A mark is a corner that may be reached.
type mark struct {
	corner int32
	far    float64 // with what is left as the crow flies
}

type queue []mark

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].far < q[j].far || q[i].far == q[j].far && q[i].corner < q[j].corner
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(mark)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// fromBox gives the corners that are seen from the middle of a box.
func (g *guide) fromBox(box int) []int32 {
	if _, known := g.seen[box]; !known {
		g.seen[box] = g.from(g.boxes[box].Middle(), box)
	}
	return g.seen[box]
}

// way gives the shortest way from the middle of one box to that of another around
// all others, where turns cost, and corners that others turn at, more; found is
// false, and the way straight, where there is none.
func (g *guide) way(start, end int) (points []Point, found bool) {
	a, b := g.boxes[start].Middle(), g.boxes[end].Middle()
	if g.free(a, b, g.clear*0.6, start, end) {
		return []Point{a, b}, true
	}
	corners := g.search(a, b, g.fromBox(start), g.fromBox(end))
	if corners == nil {
		return []Point{a, b}, false
	}
	points = []Point{a}
	for _, c := range corners {
		points = append(points, g.aside(c))
		g.turned[c]++
	}
	points = append(points, b)
	for i := range corners { // what stood aside may be in the way of others
		if !g.free(points[i], points[i+1], g.clear*0.4, start, end) || !g.free(points[i+1], points[i+2], g.clear*0.4, start, end) {
			points[i+1] = g.corners[corners[i]]
		}
	}
	return points, true
}

// search is A*.
func (g *guide) search(a, b Point, first, last []int32) []int32 {
	far := make([]float64, len(g.corners))
	before := make([]int32, len(g.corners))
	done := make([]bool, len(g.corners))
	ends := make([]bool, len(g.corners))
	for i := range far {
		far[i] = math.Inf(1)
	}
	for _, c := range last {
		ends[c] = true
	}
	var q queue
	reach := func(c, from int32, length float64) {
		length += g.clear * (1 + float64(g.turned[c]))
		if length < far[c] {
			far[c], before[c] = length, from
			heap.Push(&q, mark{c, length + g.corners[c].far(b)})
		}
	}
	for _, c := range first {
		reach(c, -1, a.far(g.corners[c]))
	}
	for q.Len() > 0 {
		at := heap.Pop(&q).(mark).corner
		if done[at] {
			continue
		}
		done[at] = true
		if ends[at] {
			return chain(before, at)
		}
		for _, c := range g.fromCorner(at) {
			if !done[c] {
				reach(c, at, far[at]+g.corners[at].far(g.corners[c]))
			}
		}
	}
	return nil
}

// chain follows the corners back.
func chain(before []int32, at int32) []int32 {
	var all []int32
	for ; at >= 0; at = before[at] {
		all = append(all, at)
	}
	slices.Reverse(all)
	return all
}
