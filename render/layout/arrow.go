package layout

import "citemap/render"

// arrows leads the arrows of a map around its boxes and headings, and counts those that
// found no way around.
func arrows(m *render.Map, s scene, area Rect, size float64) (all []Arrow, crossing int) {
	var boxes []Rect
	for _, b := range s.boxes {
		boxes = append(boxes, b.Rect)
	}
	for _, t := range s.texts {
		boxes = append(boxes, t.Rect)
	}
	g := guide{newGround(boxes, area, 0.42*size), map[int][]int32{}}
	for _, c := range m.View.Citations {
		way, found := g.way(c.Citing, c.Cited)
		if !found {
			crossing++
		}
		last := len(way) - 1
		way[0] = boxes[c.Citing].rim(way[0], way[1])
		way[last] = boxes[c.Cited].rim(way[last], way[last-1])
		all = append(all, Arrow{g.curved(way, c.Citing, c.Cited)})
	}
	return all, crossing
}
