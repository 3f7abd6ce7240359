package png

import (
	"math"
	"slices"

	"citemap/render/ink"
)

// mostDashes bounds the dashes of one line.
const mostDashes = 100_000

// dashed cuts a line into its dashes; lengths are in points. A line around a shape
// is made to come out even, so that no two dashes meet where it closes.
func dashed(l polyline, lengths []float64, scale float64) []polyline {
	total := l.length()
	var period float64
	for _, d := range lengths {
		period += d * scale
	}
	if !(period > 0) || total/period > mostDashes {
		return []polyline{l}
	}
	if l.closed {
		scale *= total / period / max(math.Round(total/period), 1)
	}
	return l.cut(lengths, scale)
}

// cut walks along the line, the pen down for the first length, up for the second,
// and so on.
func (l polyline) cut(lengths []float64, scale float64) []polyline {
	points := slices.Clone(l.points)
	if l.closed {
		points = append(points, points[0])
	}
	all := []polyline{{points: []ink.Point{points[0]}}}
	which, left := 0, lengths[0]*scale
	for i := 1; i < len(points); {
		a, b := points[i-1], points[i]
		step := math.Hypot(b.X-a.X, b.Y-a.Y)
		down := which%2 == 0
		if step <= left {
			left -= step
			i++
			if down {
				all[len(all)-1].add(b)
			}
			continue
		}
		at := ink.Point{X: a.X + (b.X-a.X)*left/step, Y: a.Y + (b.Y-a.Y)*left/step}
		points[i-1] = at
		if down {
			all[len(all)-1].add(at)
		} else {
			all = append(all, polyline{points: []ink.Point{at}})
		}
		which++
		left = lengths[which%len(lengths)] * scale
	}
	return all
}
