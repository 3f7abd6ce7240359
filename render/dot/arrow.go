package dot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citemap/graph/view"
	"citemap/render"
	"citemap/render/layout"
)

// An arrow is how a citation looks.
type arrow struct {
	class, color string
	line, head   float64 // at the usual scale; head 0: none
	dotted       bool
}

const arrowInk = "#94a3b8"

var mainArrow = arrow{class: "main", color: "#0f172a", line: 2.4, head: 0.75}

// arrowOf says how a citation of the map looks. The main path tells of time: by topics
// it is no more than others.
func arrowOf(m *render.Map, c view.Citation) arrow {
	switch {
	case c.Main && m.Options.Layout != render.Topics:
		return mainArrow
	case c.Implied && !c.Main:
		return arrow{class: "implied", color: arrowInk, line: 0.8, head: 0.5, dotted: true}
	}
	citing, cited := &m.Papers[c.Citing], &m.Papers[c.Cited]
	of := arrow{color: arrowInk, line: 0.8, head: 0.55}
	switch {
	case m.Options.Layout == render.Topics && citing.Community != cited.Community:
		of = arrow{class: "between", color: "#b6c2d2", line: 0.7, head: 0.5}
	case citing.Role == view.Listed && cited.Role == view.Listed:
		of = arrow{class: "listed", color: "#475569", line: 1.1, head: 0.6}
	}
	if c.Main {
		of.class = strings.TrimSpace(of.class + " main")
	}
	return of
}

// writeCitations declares the arcs, from the citing paper to the cited one, the bold ones
// last, over the others.
func (d *drawing) writeCitations() {
	order := make([]int, len(d.m.View.Citations))
	for i := range order {
		order[i] = i
	}
	width := func(i int) float64 { return arrowOf(d.m, d.m.View.Citations[i]).line }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(width(a), width(b)) })
	for _, i := range order {
		c := d.m.View.Citations[i]
		citing, cited := &d.m.Papers[c.Citing], &d.m.Papers[c.Cited]
		of := arrowOf(d.m, c)
		fmt.Fprintf(d, "  p%d -> p%d [id=\"cites-%d-%d\", %s", citing.Node, cited.Node, citing.Node, cited.Node, d.curve(d.sheet.Arrows[i].Curve, of))
		if of.class != "" {
			fmt.Fprintf(d, ", class=%q", of.class)
		}
		if of.dotted {
			d.WriteString(", style=dashed")
		}
		d.WriteString("];\n")
	}
}

// headLength is how long a head of size 1 is, in points.
const headLength = 10

// curve writes the way of an arc and how it looks. The line ends where the head begins.
func (d *drawing) curve(curve []layout.Point, of arrow) string {
	scale := d.scale()
	look := fmt.Sprintf("color=%q, penwidth=%.2f", of.color, of.line*scale)
	way := ""
	if of.head > 0 {
		tip := curve[len(curve)-1]
		curve = layout.Shortened(curve, of.head*scale*headLength)
		look += fmt.Sprintf(", arrowsize=%.3f", of.head*scale)
		way = "e," + strings.Trim(d.at(tip), `"`) + " "
	} else {
		look += ", dir=none"
	}
	for i, p := range curve {
		if i > 0 {
			way += " "
		}
		way += strings.Trim(d.at(p), `"`)
	}
	return look + fmt.Sprintf(", pos=%q", way)
}
