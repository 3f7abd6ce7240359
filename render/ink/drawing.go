// Package ink is a map as Graphviz laid it out: shapes and texts, each with its
// place and colour, for the media that Graphviz itself does not draw well.
package ink

import "image/color"

// farthest is how far out anything of a drawing may lie, in points.
const farthest = 1e6

// A Drawing is one page. All lengths are in points, 72 to an inch; the origin is
// the upper left corner of the page and y grows downwards.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape // each covers those before it; lines come before boxes
	Texts         []Text  // they stand over all shapes
	Links         []Link
}

// A Shape is a path that is filled, stroked or both. A colour without opacity
// means that it is not.
type Shape struct {
	Path         Path
	Fill, Stroke color.NRGBA
	LineWidth    float64   // in points; ends are butt, corners round
	Dashes       []float64 // lengths of line and gap in turn; nil: unbroken
}

// A Path is a series of segments. Each part of it begins with a Move.
type Path []Segment

// A Segment leads from where the one before it ended to the last of its points.
type Segment struct {
	Kind   Kind
	Points [3]Point // Move and Line use the first; Cubic all: two handles and the end
}

// A Point is a place on the page.
type Point struct{ X, Y float64 }

// Kind says how a segment leads on.
type Kind uint8

const (
	Move  Kind = iota // nothing is drawn
	Line              // straight
	Cubic             // along a Bézier curve
	Close             // straight, back to the last Move
)

// End gives where the segment ends. A Close has no end of its own.
func (s Segment) End() Point {
	if s.Kind == Cubic {
		return s.Points[2]
	}
	return s.Points[0]
}

// A Text is one line of text.
type Text struct {
	Text  string // clean
	X, Y  float64
	Align Align   // where on the baseline the point (X, Y) is
	Most  float64 // how wide it may be drawn; 0: as wide as it likes
	Size  float64 // of the font
	Color color.NRGBA
}

// Align says which point of its baseline a text is placed by.
type Align uint8

const (
	Left Align = iota
	Middle
	Right
)

// A Link is a place on the page that leads to an address.
type Link struct {
	X, Y, Width, Height float64 // from its upper left corner
	URL                 string  // http or https
}

// tightest is how far letters are squeezed before they are set smaller.
const tightest = 0.85

// Fit says how to set a text, whose letters take so much width at t.Size, so that
// it keeps to its place: the size of the font, how far to squeeze the letters
// sideways (1: not at all), and where the text begins.
func (t Text) Fit(natural float64) (size, squeeze, left float64) {
	size, squeeze = t.Size, 1.0
	if t.Most > 0 && natural > t.Most {
		squeeze = t.Most / natural
	}
	if squeeze < tightest {
		size, squeeze = size*squeeze/tightest, tightest
	}
	width := natural * size / t.Size * squeeze
	return size, squeeze, t.X - width*[...]float64{Left: 0, Middle: 0.5, Right: 1}[t.Align]
}
