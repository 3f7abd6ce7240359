// Package dot draws a map, as a timeline or by topics: it writes it in
// Graphviz's language and has Graphviz make a picture of it.
package dot

import (
	"bytes"
	"fmt"
	"io"

	"citemap/render"
)

// Write writes the map as DOT.
func Write(w io.Writer, m *render.Map) error {
	_, err := io.WriteString(w, text(m, nil))
	return err
}

// text is the map in Graphviz's language, its nodes at their places where these
// are known.
func text(m *render.Map, places map[string]box) string {
	var b bytes.Buffer
	b.WriteString("digraph citemap {\n")
	fmt.Fprintf(&b, "  graph [outputorder=edgesfirst, pad=0.25, bgcolor=white,\n    fontname=%s, fontsize=%g, fontcolor=%q, labelloc=b, labeljust=l, label=<%s>];\n",
		quote(font), legendSize, legendInk, legend(m))
	fmt.Fprintf(&b, "  node [fontname=%s, shape=box, margin=\"0.16,0.07\", height=0.1, width=0.1, target=\"_blank\"];\n", quote(font))
	for i := range m.Papers {
		writePaper(&b, m, &m.Papers[i])
	}
	if m.Options.Layout == render.Topics {
		writeTopics(&b, m, places)
	} else {
		writeTimeline(&b, m)
	}
	b.WriteString("}\n")
	return b.String()
}
