package dot

import (
	"fmt"

	"citemap/render/layout"
)

// writeText declares a heading or a line of the legend.
func (d *drawing) writeText(i int, t layout.Text) {
	id, class := fmt.Sprintf("text-%d", i), "legend"
	switch t.Kind {
	case layout.Title:
		class = "title"
	case layout.Year:
		id, class = fmt.Sprintf("year-%d", t.Index), "year"
	case layout.Topic:
		id, class = fmt.Sprintf("topic-%d-%d", t.Index, i), "topic"
	}
	fmt.Fprintf(d, "  t%d [id=%q, class=%s, shape=plaintext, target=\"\", label=%s, fontsize=%.2f, fontcolor=%q, %s];\n", i, id, class, label([]string{t.Text}), t.Size, legendInk, d.place(t.Rect))
}

const legendInk = "#475569"

// writeKey declares a sample of the legend's, which looks like a paper.
func (d *drawing) writeKey(i int, k layout.Key) {
	fmt.Fprintf(d, "  k%d [id=\"key-%d\", class=key, target=\"\", label=\" \", tooltip=\" \", %s, %s];\n", i, i, d.place(k.Rect), styleOf(k.Sample).attributes(d.scale()))
}

// writeLine declares a line: an edge that joins nothing.
func (d *drawing) writeLine(i int, l layout.Line) {
	of := arrow{color: "#e2e8f0", line: 0.8}
	switch l.Kind {
	case layout.Axis:
		of = arrow{color: legendInk, line: 1.1}
	case layout.Main:
		of = mainArrow
	case layout.Cites:
		of = arrow{color: arrowInk, line: 0.9, head: 0.55}
	}
	curve := []layout.Point{l.Points[0]}
	for _, p := range l.Points[1:] {
		curve = append(curve, curve[len(curve)-1], p, p)
	}
	fmt.Fprintf(d, "  c0 -> c1 [id=\"line-%d\", class=line, tooltip=\" \", %s];\n", i, d.curve(curve, of))
}
