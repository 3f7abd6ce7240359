// Package layout gives a map its places on a page: boxes, arrows, headings and the
// legend, in a size at which they can be read. It knows no ink. The same map
// gives the same sheet.
package layout

import (
	"citemap/graph/gap"
	"citemap/graph/view"
	"citemap/render"
)

// A Sheet is a map laid out on a page. All lengths are in the unit of the page, the
// origin is its upper left corner.
type Sheet struct {
	Width, Height float64
	Text          float64 // size of the smallest text

	Boxes  []Box   // by Map.Papers
	Arrows []Arrow // by View.Citations
	Texts  []Text  // title, headings and legend
	Lines  []Line
	Keys   []Key

	Crossing int // arrows that lead through a box, as no way around was found
}

// A Box is a paper.
type Box struct {
	Rect
	Lines []string
	Size  float64 // of the font
}

// An Arrow leads from the citing paper to the tip of its head at the cited one:
// a start, then three points a curve.
type Arrow struct{ Curve []Point }

// A Text is one line.
type Text struct {
	Kind  Kind
	Index int // of its kind: of the heading, of the topic
	Rect
	Text string
	Size float64
}

// Kind says what a text is.
type Kind uint8

const (
	Title Kind = iota
	Year       // heads the papers of a year or some years
	Topic      // heads the papers of a topic
	Legend
)

// A Line is straight from point to point.
type Line struct {
	Points []Point
	Kind   LineKind
}

// LineKind says what a line is.
type LineKind uint8

const (
	Axis  LineKind = iota // of the years, with a zigzag where years lie between
	Rule                  // between years
	Main                  // in the legend: of the main path
	Cites                 // in the legend: an arrow
)

// A Key is a box of the legend: it looks like those of the map.
type Key struct {
	Rect
	Sample
}

// A Sample says which boxes a key looks like.
type Sample struct {
	Role     view.Role
	Strength gap.Strength // of a gap
	Group    render.Group
}
