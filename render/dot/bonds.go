package dot

import (
	"bytes"
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
