package dot

import (
	"bytes"
	"fmt"

	"citemap/render"
	"citemap/render/layout"
)

// A drawing is a map on its sheet in the making.
type drawing struct {
	bytes.Buffer
	m     *render.Map
	sheet *layout.Sheet
}

// usual is the size of the smallest text for which lines are as wide as they are
// said to be.
const usual = 9.0

// scale is how much wider lines are than usual.
func (d *drawing) scale() float64 { return d.sheet.Text / usual }

// writePage puts nodes that are not seen into two corners of the page: Graphviz draws
// no more of it than there is something on.
func (d *drawing) writePage() {
	const dot = 0.72 // Graphviz has no node that is smaller
	for i, at := range []layout.Point{{X: dot / 2, Y: dot / 2}, {X: d.sheet.Width - dot/2, Y: d.sheet.Height - dot/2}} {
		fmt.Fprintf(d, "  c%d [style=invis, shape=point, width=0.01, height=0.01, pos=%s];\n", i, d.at(at))
	}
}

// at writes a place.
func (d *drawing) at(p layout.Point) string {
	return fmt.Sprintf("\"%.2f,%.2f\"", p.X, d.sheet.Height-p.Y)
}

// place writes the place and the size of a node.
func (d *drawing) place(r layout.Rect) string {
	return fmt.Sprintf("pos=%s, width=%.4f, height=%.4f", d.at(r.Middle()), r.Width/72, r.Height/72)
}
