package ink

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	pointsPerInch = 72
	usualPad      = 4.0 // points around a drawing that names no pad
)

// A page is a drawing in the making.
type page struct {
	Drawing
	left, top float64 // what Graphviz calls the upper left corner
	lost      bool    // a point lay too far out
}

// newPage gives an empty page of the size of Graphviz's bounding box and its pad.
func newPage(around, pad string) (*page, error) {
	box := numbers(around)
	if len(box) != 4 {
		return nil, fmt.Errorf("its bounding box is %q, not four numbers", around)
	}
	padX, padY := usualPad, usualPad
	if inches := numbers(pad); len(inches) > 0 {
		padX, padY = inches[0]*pointsPerInch, inches[len(inches)-1]*pointsPerInch
	}
	p := &page{left: box[0] - padX, top: box[3] + padY}
	p.Width, p.Height = max(box[2]-box[0]+2*padX, 1), max(box[3]-box[1]+2*padY, 1)
	if p.Width > farthest || p.Height > farthest || math.Abs(p.left) > farthest || math.Abs(p.top) > farthest {
		return nil, fmt.Errorf("its bounding box %q is too large for any page", around)
	}
	return p, nil
}

// place turns a point of Graphviz's into one of the page.
func (p *page) place(at [2]float64) Point {
	if math.Abs(at[0]) > farthest || math.Abs(at[1]) > farthest {
		p.lost = true
	}
	return Point{at[0] - p.left, p.top - at[1]}
}

// numbers reads a list of finite numbers between commas; nil where it is none.
func numbers(s string) []float64 {
	var all []float64
	for field := range strings.SplitSeq(s, ",") {
		n, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return nil
		}
		all = append(all, n)
	}
	return all
}
