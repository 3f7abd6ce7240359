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

// A style is how a box looks.
type style struct {
	fill, border, text string
	dashed             bool
	line               float64 // width of the border at the usual scale
}

// styleOf says how papers of a role and a group look: listed ones are full of their
// colour, gaps white with a dashed border of it, the context is pale.
func styleOf(r view.Role, g render.Group) style {
	switch r {
	case view.Listed:
		return style{fill: g.Solid, border: g.Solid, text: g.OnSolid, line: 1}
	case view.Gap:
		return style{fill: "#ffffff", border: g.Border, text: render.Ink, dashed: true, line: 1.8}
	}
	return style{fill: g.Fill, border: g.Edge, text: render.Ink, line: 0.8}
}

// attributes writes the style for a node.
func (s style) attributes(scale float64) string {
	line := "filled,rounded"
	if s.dashed {
		line += ",dashed"
	}
	return fmt.Sprintf("style=%q, fillcolor=%q, color=%q, fontcolor=%q, penwidth=%.2f", line, s.fill, s.border, s.text, s.line*scale)
}
