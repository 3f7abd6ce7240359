package dot

import (
	"fmt"

	"citemap/graph/view"
	"citemap/render"
)

// font is what Graphviz measures by: it knows the widths of Arial by that
// name alone, and takes a list of names for Times, which runs narrower.
const font = "Arial"

// fonts is what the picture asks the reader's machine for.
const fonts = "Arial,Helvetica,sans-serif"

// titleWidth is how many columns of a title stand in a box.
const titleWidth = 30

// A style is how a box looks.
type style struct {
	fill, border, text string
	dashed             bool
	line               float64 // width of the border in points
}

// styleOf says how papers of a role and a group look: listed ones are dark, the
// others light.
func styleOf(r view.Role, g render.Group) style {
	switch r {
	case view.Listed:
		return style{fill: g.Border, border: g.Border, text: "#ffffff", line: 2}
	case view.Gap:
		return style{fill: g.Fill, border: g.Border, text: g.Ink, dashed: true, line: 1.6}
	}
	// Graphviz leads no arrow around a box whose border is thinner than 1.
	return style{fill: g.Fill, border: g.Border, text: g.Ink, line: 1}
}

// attributes writes the style for a node.
func (s style) attributes() string {
	line := "filled,rounded"
	if s.dashed {
		line += ",dashed"
	}
	return fmt.Sprintf("style=%q, fillcolor=%q, color=%q, fontcolor=%q, penwidth=%g", line, s.fill, s.border, s.text, s.line)
}

// fontSizes are in points, by render.Paper.Size.
var fontSizes = [4]float64{10, 11, 12.5, 14.5}

// em is how wide a column is at most, in parts of the font size, where
// Graphviz does not know.
const em = 0.6

// width is the least width in inches of a box around these lines; 0 where
// Graphviz knows the width of all their characters itself.
func width(lines []string, size float64) float64 {
	const margins = 0.32
	widest := 0
	for _, line := range lines {
		if !measured(line) {
			widest = max(widest, render.Width(line))
		}
	}
	if widest == 0 {
		return 0
	}
	return margins + float64(widest)*em*size/72
}

// measured reports whether Graphviz's built-in metrics hold all characters
// of a text; it takes the others to have no width.
func measured(s string) bool {
	for _, r := range s {
		if r > 0xFF && r != '…' && r != '–' {
			return false
		}
	}
	return true
}
