// Package dot draws a map that is laid out: it writes it in Graphviz's language, each
// thing at its place, and has Graphviz make a picture of it.
package dot

import (
	"fmt"
	"io"

	"citemap/render"
	"citemap/render/layout"
)

// Write writes the map as DOT.
func Write(w io.Writer, m *render.Map) error {
	_, err := io.WriteString(w, text(m, layout.Of(m)))
	return err
}

// text is the map in Graphviz's language. Places are those of the sheet, but for
// the origin, which is the lower left corner.
func text(m *render.Map, s *layout.Sheet) string {
	d := drawing{m: m, sheet: s}
	d.WriteString("digraph citemap {\n")
	d.WriteString("  graph [layout=nop2, outputorder=edgesfirst, pad=0, bgcolor=white];\n")
	fmt.Fprintf(&d, "  node [fontname=%s, shape=box, fixedsize=true, margin=0, target=\"_blank\"];\n", quote(font))
	d.writePage()
	for i, l := range s.Lines {
		d.writeLine(i, l)
	}
	for i := range m.Papers {
		d.writePaper(i)
	}
	d.writeCitations()
	for i, k := range s.Keys {
		d.writeKey(i, k)
	}
	for i, t := range s.Texts {
		d.writeText(i, t)
	}
	d.WriteString("}\n")
	return d.String()
}
