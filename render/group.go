package render

import (
	"fmt"
	"slices"
)

// A Group is a set of papers that share a colour.
type Group struct {
	Label             string // clean; never "", no two alike
	Fill, Border, Ink string // "#rrggbb": of a pale box, a border on white and the text in both
	Solid, OnSolid    string // of a box full of the colour, and of the text in it
	Edge              string // of the border of a pale box
	Papers            int    // drawn
}

// labelMost is the most columns that the label of a group takes.
const labelMost = 48

// distinct shortens labels and numbers those that are then the same.
func distinct(labels []string) []string {
	var out []string
	for _, label := range labels {
		short := Shorten(label, labelMost)
		for n := 2; slices.Contains(out, short); n++ {
			short = fmt.Sprintf("%s (%d)", Shorten(label, labelMost), n)
		}
		out = append(out, short)
	}
	return out
}
