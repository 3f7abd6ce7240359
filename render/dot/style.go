package dot

import "citemap/render"

// font is what Graphviz measures by: it knows the widths of Arial by that
// name alone, and takes a list of names for Times, which runs narrower.
const font = "Arial"

// fonts is what the picture asks the reader's machine for.
const fonts = "Arial,Helvetica,sans-serif"

// titleWidth is how many columns of a title stand in a box.
const titleWidth = 30

// A style is how the papers of one role look.
type style struct {
	fill, border, text string
	dashed             bool
	meaning            string
}

var styles = map[render.Role]style{
	render.Listed:  {fill: "#1d4ed8", border: "#1e3a8a", text: "#ffffff", meaning: "on the list"},
	render.Gap:     {fill: "#fff7ed", border: "#ea580c", text: "#7c2d12", dashed: true, meaning: "missing from the list"},
	render.Context: {fill: "#f1f5f9", border: "#cbd5e1", text: "#334155", meaning: "context"},
}

// fontSizes are in points, by render.Paper.Size.
var fontSizes = [4]float64{10, 11, 12, 13.5}

// width is the least width in inches of a box around these lines; 0 where
// Graphviz knows the width of all their characters itself.
func width(lines []string, size float64) float64 {
	const margins, column = 0.32, 0.56
	widest := 0
	for _, line := range lines {
		if !measured(line) {
			widest = max(widest, render.Width(line))
		}
	}
	if widest == 0 {
		return 0
	}
	return margins + float64(widest)*column*size/72
}

// measured reports whether Graphviz's built-in metrics hold all characters
// of a text; it takes the others to have no width.
func measured(s string) bool {
	for _, r := range s {
		if r > 0xFF && r != '…' {
			return false
		}
	}
	return true
}
