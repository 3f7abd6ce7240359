package dot

import (
	"bytes"
	"context"
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

func topicNode(i int) string { return fmt.Sprintf("t%d", i) }

// topicNodes names the nodes of topics and papers.
func topicNodes(m *render.Map) []string {
	var names []string
	for i := range m.Topics {
		names = append(names, topicNode(i))
	}
	for _, p := range m.Papers {
		names = append(names, paperNode(&p))
	}
	return names
}

func paperNode(p *render.Paper) string { return fmt.Sprintf("p%d", p.Node) }

// drawTopics has Graphviz place the papers, parts those that overlap, and has
// Graphviz draw them where they are then.
func drawTopics(ctx context.Context, m *render.Map, e Engine, format string) ([]byte, error) {
	rough, err := e.layOut(ctx, job{Layout: "sfdp", Format: "json0", Text: bonds(m)})
	if err != nil {
		return nil, err
	}
	places, err := parsePlaces(rough)
	if err != nil {
		return nil, fmt.Errorf("read graphviz's places of papers: %w", err)
	}
	arrange(m, places)
	return e.layOut(ctx, job{Layout: "nop1", Format: format, Text: text(m, places)})
}

// arrange gives the boxes places where none covers another: papers without a
// citation stand in a row of their own above the others.
func arrange(m *render.Map, places map[string]box) {
	loose := unconnected(m)
	var tied, shelved []string
	for _, name := range topicNodes(m) {
		if loose[name] {
			shelved = append(shelved, name)
		} else {
			tied = append(tied, name)
		}
	}
	boxes := boxesOf(tied, places)
	labels, papers := boxes[:len(m.Topics)], boxes[len(m.Topics):]
	spread(papers)
	part(papers)
	put(places, tied, boxes)
	for i := range labels {
		labels[i].above(members(m, places, i))
	}
	part(boxes)
	put(places, tied, boxes)
	row := boxesOf(shelved, places)
	shelve(row, boxes)
	put(places, shelved, row)
}

func put(places map[string]box, names []string, boxes []box) {
	for i, name := range names {
		places[name] = boxes[i]
	}
}

// unconnected names the papers of no topic that neither cite a drawn paper nor
// are cited by one.
func unconnected(m *render.Map) map[string]bool {
	loose := map[string]bool{}
	for _, p := range m.Papers {
		loose[paperNode(&p)] = p.Community < 0
	}
	for _, c := range m.View.Citations {
		loose[paperNode(&m.Papers[c.Citing])], loose[paperNode(&m.Papers[c.Cited])] = false, false
	}
	return loose
}

func boxesOf(names []string, places map[string]box) []box {
	boxes := make([]box, len(names))
	for i, name := range names {
		boxes[i] = places[name]
	}
	return boxes
}

// members gives the boxes of a topic's papers.
func members(m *render.Map, places map[string]box, topic int) []box {
	var of []box
	for _, p := range m.Papers {
		if p.Community == topic {
			of = append(of, places[paperNode(&p)])
		}
	}
	return of
}
