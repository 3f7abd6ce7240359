package layout

import (
	"cmp"
	"slices"
)

// tiled parts an area into rectangles whose shares of it are given, each as near to a
// square of a given width by height as may be: a squarified treemap (Bruls, Huizing and van Wijk
// 2000, doi:10.1007/978-3-7091-6783-0_4).
func tiled(area Rect, shares []float64, shape float64) []Rect {
	order := make([]int, len(shares))
	whole := 0.0
	for i := range order {
		order[i] = i
		whole += shares[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(shares[b], shares[a]) })
	tiles := make([]Rect, len(shares))
	left := Rect{area.X / shape, area.Y, area.Width / shape, area.Height}
	unit := left.Width * left.Height / whole
	for len(order) > 0 {
		n := 1
		for n < len(order) && worst(left, shares, order[:n+1], unit) <= worst(left, shares, order[:n], unit) {
			n++
		}
		left = row(left, shares, order[:n], unit, tiles)
		order = order[n:]
	}
	for i := range tiles {
		tiles[i].X, tiles[i].Width = tiles[i].X*shape, tiles[i].Width*shape
	}
	return tiles
}

// worst is how oblong the most oblong tile of a row is.
func worst(left Rect, shares []float64, row []int, unit float64) float64 {
	side, sum := min(left.Width, left.Height), 0.0
	for _, i := range row {
		sum += shares[i] * unit
	}
	thick, most := sum/side, 0.0
	for _, i := range row {
		long := shares[i] * unit / thick
		most = max(most, long/thick, thick/long)
	}
	return most
}

// row lays tiles along the shorter side, and gives what is left of the area.
func row(left Rect, shares []float64, row []int, unit float64, tiles []Rect) Rect {
	sum := 0.0
	for _, i := range row {
		sum += shares[i] * unit
	}
	if left.Width >= left.Height {
		thick, y := sum/left.Height, left.Y
		for _, i := range row {
			long := shares[i] * unit / thick
			tiles[i] = Rect{left.X, y, thick, long}
			y += long
		}
		return Rect{left.X + thick, left.Y, left.Width - thick, left.Height}
	}
	thick, x := sum/left.Width, left.X
	for _, i := range row {
		long := shares[i] * unit / thick
		tiles[i] = Rect{x, left.Y, long, thick}
		x += long
	}
	return Rect{left.X, left.Y + thick, left.Width, left.Height - thick}
}
