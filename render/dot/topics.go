package dot

import (
	"bytes"
	"fmt"

	"citemap/render"
)

// writeTopics arranges the papers by community: each topic has a label that
// attracts its papers. Where places are given by the names of the nodes, they
// stay there.
func writeTopics(b *bytes.Buffer, m *render.Map, places map[string]box) {
	fmt.Fprintf(b, "  graph [%s, K=0.8, start=1, repulsiveforce=1.5];\n", arrangement(m, places))
	fmt.Fprintf(b, "  node [shape=plaintext, style=\"\", fontsize=24, fontcolor=\"#64748b\", penwidth=1, target=\"\"];\n")
	for i, label := range m.Topics {
		fmt.Fprintf(b, "  %s [id=\"topic-%d\", class=topic, label=%s];\n", topicNode(i), i, quote(label))
	}
	for _, c := range m.View.Citations {
		writeCitation(b, m, c)
	}
	if places == nil {
		writeBonds(b, m)
	}
	for _, name := range topicNodes(m) {
		if at, found := places[name]; found {
			fmt.Fprintf(b, "  %s [pos=\"%.2f,%.2f\"];\n", name, at.x, at.y)
		}
	}
}

// arrangement asks a Graphviz that can to place the boxes and to part them. Ours
// cannot part them, and keeps them where they are. Arrows are led around
// the boxes while that does not take too long.
func arrangement(m *render.Map, places map[string]box) string {
	if places == nil {
		return "layout=sfdp, overlap=prism, splines=line"
	}
	if len(m.Papers) > 200 {
		return "overlap=true, splines=line"
	}
	return "overlap=true, splines=true"
}

// writeBonds ties the papers of a topic to its label.
func writeBonds(b *bytes.Buffer, m *render.Map) {
	for _, p := range m.Papers {
		if p.Community >= 0 {
			fmt.Fprintf(b, "  %s -> p%d [style=invis];\n", topicNode(p.Community), p.Node)
		}
	}
}
