package dot

import (
	"bytes"
	"fmt"

	"citemap/render"
)

// writeTimeline arranges the papers by time, which runs from left to right: an arc is
// declared from the older paper to the newer, so that ranks follow the years.
func writeTimeline(b *bytes.Buffer, m *render.Map) {
	fmt.Fprintf(b, "  graph [rankdir=LR, newrank=true, nodesep=0.1, ranksep=0.35, %s];\n", effort(m))
	writeYears(b, m)
	for i := range m.Columns {
		for slot := range m.Columns[i].Slots {
			writeSlot(b, m, i, slot)
		}
	}
	for _, c := range m.View.Citations {
		writeCitation(b, m, c)
	}
}

// effort tells Graphviz how hard to try: the larger the map, the less.
func effort(m *render.Map) string {
	switch n := len(m.Papers) + len(m.View.Citations); {
	case n <= 600:
		return "splines=true"
	case n <= 1500:
		return "splines=true, nslimit=2, nslimit1=2, mclimit=0.5"
	}
	return "splines=line, nslimit=1, nslimit1=1, mclimit=0.1"
}

// writeYears strings the headings on a chain that is not seen. Declared after the
// papers, and tied to none of them, they come to stand above them. A year of
// several sub-columns stands above each.
func writeYears(b *bytes.Buffer, m *render.Map) {
	fmt.Fprintf(b, "  node [shape=plaintext, style=\"\", fontsize=15, fontcolor=\"#475569\", penwidth=1, target=\"\"];\n")
	last := ""
	for i, c := range m.Columns {
		for slot := range c.Slots {
			id, heading := fmt.Sprintf("year-%d", i), c.Heading()
			if slot > 0 {
				id, heading = fmt.Sprintf("year-%d-%d", i, slot), render.Column{Year: c.Year}.Heading()
			}
			name := yearNode(i, slot)
			fmt.Fprintf(b, "  %s [id=%q, class=year, label=%s];\n", name, id, quote(heading))
			if last != "" {
				fmt.Fprintf(b, "  %s -> %s [style=invis, weight=100];\n", last, name)
			}
			last = name
		}
	}
}

func yearNode(column, slot int) string {
	if slot == 0 {
		return fmt.Sprintf("y%d", column)
	}
	return fmt.Sprintf("y%d_%d", column, slot)
}

// writeSlot puts the papers of a sub-column under its heading.
func writeSlot(b *bytes.Buffer, m *render.Map, column, slot int) {
	fmt.Fprintf(b, "  { rank=same; %s;", yearNode(column, slot))
	for _, p := range m.Papers {
		if p.Column == column && p.Slot == slot {
			fmt.Fprintf(b, " p%d;", p.Node)
		}
	}
	b.WriteString(" }\n")
}
