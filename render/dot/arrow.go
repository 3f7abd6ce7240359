package dot

import (
	"bytes"
	"fmt"

	"citemap/graph/view"
	"citemap/render"
)

// An arrow is how a citation looks.
type arrow struct {
	class, color string
	line, head   float64
	dotted       bool
	weight       int // how much Graphviz does to keep it short and straight
}

// arrowOf says how a citation of the map looks.
func arrowOf(m *render.Map, c view.Citation) arrow {
	switch {
	case c.Main:
		return arrow{class: "main", color: "#0f172a", line: 2.6, head: 0.8, weight: 6}
	case c.Implied:
		return arrow{class: "implied", color: "#94a3b8", line: 0.8, head: 0.5, dotted: true}
	case m.Papers[c.Citing].Role == view.Listed && m.Papers[c.Cited].Role == view.Listed:
		return arrow{class: "listed", color: "#475569", line: 1.4, head: 0.65, weight: 3}
	}
	return arrow{color: "#94a3b8", line: 0.8, head: 0.55, weight: 1}
}

// writeCitation declares an arc between two papers, in the order of time where
// the layout goes by it; its head sits at the cited paper in any case.
func writeCitation(b *bytes.Buffer, m *render.Map, c view.Citation) {
	citing, cited := &m.Papers[c.Citing], &m.Papers[c.Cited]
	older, newer, dir := cited, citing, "back"
	if before(citing, cited) {
		older, newer, dir = citing, cited, "forward"
	}
	a := arrowOf(m, c)
	fmt.Fprintf(b, "  p%d -> p%d [id=\"cites-%d-%d\", dir=%s, color=%q, penwidth=%g, arrowsize=%g", older.Node, newer.Node, citing.Node, cited.Node, dir, a.color, a.line, a.head)
	if a.class != "" {
		fmt.Fprintf(b, ", class=%q", a.class)
	}
	if a.dotted {
		b.WriteString(", style=dashed")
	}
	if c.Main && m.Options.Layout != render.Topics && citing.Column == cited.Column && citing.Slot == cited.Slot {
		b.WriteString(", label=" + gap)
	}
	if a.weight != 1 {
		fmt.Fprintf(b, ", weight=%d", a.weight)
	}
	b.WriteString("];\n")
}

// gap is a label that shows nothing: it keeps two papers of one column so far
// apart that the arrow between them is seen.
const gap = `<<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr><td fixedsize="true" width="1" height="18"></td></tr></table>>`

// before reports whether a paper stands to the left of another.
func before(a, b *render.Paper) bool {
	return a.Column < b.Column || a.Column == b.Column && a.Slot < b.Slot
}
