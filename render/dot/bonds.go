package dot

import (
	"bytes"
	"encoding/json"
	"fmt"

	"citemap/render"
)

// bonds is what decides where papers go: the citations within each topic hold it
// together, and topics that cite each other lie side by side.
func bonds(m *render.Map) string {
	var b bytes.Buffer
	b.WriteString("graph {\n  graph [overlap=true, splines=none, K=0.8, start=1, repulsiveforce=1.5];\n")
	fmt.Fprintf(&b, "  node [fontname=%s, shape=box, margin=\"0.16,0.07\", height=0.1, width=0.1];\n", quote(font))
	for i := range m.Papers {
		writePaper(&b, m, &m.Papers[i])
	}
	for i, label := range m.Topics {
		fmt.Fprintf(&b, "  %s [label=%s, fontsize=24];\n", topicNode(i), quote(label))
	}
	for _, p := range m.Papers {
		if p.Community >= 0 {
			fmt.Fprintf(&b, "  %s -- p%d;\n", topicNode(p.Community), p.Node)
		}
	}
	between := map[[2]int]bool{}
	for _, c := range m.View.Citations {
		citing, cited := m.Papers[c.Citing], m.Papers[c.Cited]
		if pair := [2]int{citing.Community, cited.Community}; citing.Community == cited.Community || min(citing.Community, cited.Community) < 0 {
			fmt.Fprintf(&b, "  p%d -- p%d;\n", citing.Node, cited.Node)
		} else if !between[pair] {
			between[pair] = true
			fmt.Fprintf(&b, "  %s -- %s;\n", topicNode(pair[0]), topicNode(pair[1]))
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// parsePlaces reads the boxes of nodes from Graphviz's json.
func parsePlaces(layout []byte) (map[string]box, error) {
	var l struct {
		Objects []struct{ Name, Pos, Width, Height string }
	}
	if err := json.Unmarshal(layout, &l); err != nil {
		return nil, err
	}
	places := map[string]box{}
	for _, o := range l.Objects {
		var b box
		if _, err := fmt.Sscanf(o.Pos+" "+o.Width+" "+o.Height, "%g,%g %g %g", &b.x, &b.y, &b.width, &b.height); err != nil {
			return nil, fmt.Errorf("node %s: %w", o.Name, err)
		}
		b.width, b.height = b.width*72, b.height*72
		places[o.Name] = b
	}
	return places, nil
}
