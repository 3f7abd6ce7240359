package ink

import (
	"bytes"
	"encoding/json"
	"image/color"
	"strconv"
	"strings"
)

// An operation is one stroke of Graphviz's pen.
type operation struct {
	Op     string       `json:"op"`
	Points [][2]float64 `json:"points"` // of p, P, b, B, L
	Rect   [4]float64   `json:"rect"`   // of e, E: middle, half width, half height
	At     [2]float64   `json:"pt"`     // of T
	Align  string       `json:"align"`
	Width  float64      `json:"width"`
	Text   string       `json:"text"`
	Size   float64      `json:"size"`  // of F
	Color  string       `json:"color"` // of c, C
	Stops  []struct {
		Color string `json:"color"`
	} `json:"stops"` // of a c or C that fades; the first is taken for all
	Style string `json:"style"` // of S
}

// A pen is what the operations so far have set.
type pen struct {
	stroke, fill color.NRGBA
	width        float64
	dashes       []float64
	size         float64
	hidden       bool
}

var newPen = pen{stroke: black, fill: black, width: 1, size: 14}

// set takes up an operation that draws nothing itself.
func (n *pen) set(o operation) {
	switch o.Op {
	case "c":
		n.stroke = o.color()
	case "C":
		n.fill = o.color()
	case "F":
		if o.Size > 0 && o.Size < farthest {
			n.size = o.Size
		}
	case "S":
		n.setStyle(o.Style)
	}
}

// Dashes are those of Graphviz's own SVG.
func (n *pen) setStyle(style string) {
	switch style {
	case "solid":
		n.dashes = nil
	case "dashed":
		n.dashes = []float64{5, 2}
	case "dotted":
		n.dashes = []float64{1, 5}
	case "bold":
		n.width = 2
	case "invis":
		n.hidden = true
	}
	if width, found := strings.CutPrefix(style, "setlinewidth("); found {
		w, err := strconv.ParseFloat(strings.TrimSuffix(width, ")"), 64)
		if err == nil && w >= 0 && w < farthest {
			n.width = w
		}
	}
}

func (o operation) color() color.NRGBA {
	if len(o.Stops) > 0 {
		return parseColor(o.Stops[0].Color)
	}
	return parseColor(o.Color)
}

// An opList is a list of drawing operations. An attribute of that name which is none
// counts as empty.
type opList []operation

func (l *opList) UnmarshalJSON(text []byte) error {
	if !bytes.HasPrefix(text, []byte("[")) {
		return nil
	}
	return json.Unmarshal(text, (*[]operation)(l))
}
