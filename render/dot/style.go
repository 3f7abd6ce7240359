package dot

import (
	"fmt"

	"citemap/graph/gap"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/layout"
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

// styleOf says how papers look: listed ones are full of the colour of their group, gaps
// white with a dashed border of it, bold where they are strong, the context is pale, and so are
// gaps that are no likelier to belong than that.
func styleOf(of layout.Sample) style {
	g := of.Group
	switch {
	case of.Role == view.Listed:
		return style{fill: g.Solid, border: g.Solid, text: g.OnSolid, line: 1}
	case of.Role == view.Gap && of.Strength == gap.Strong:
		return style{fill: "#ffffff", border: g.Border, text: render.Ink, dashed: true, line: 2.6}
	case of.Role == view.Gap && of.Strength == gap.WorthALook:
		return style{fill: "#ffffff", border: g.Border, text: render.Ink, dashed: true, line: 1.2}
	case of.Role == view.Gap:
		return style{fill: g.Fill, border: g.Border, text: render.Ink, dashed: true, line: 0.9}
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
