package export

import (
	"bufio"
	"strings"
)

// dot writes Graphviz's language. What a paper is drawn with is its label, its
// tooltip (the title) and its URL; the other attributes are for whoever reads
// them. Nothing is laid out: citemap map draws.
func dot(b *bufio.Writer, x *Export) {
	kind, edge := "digraph", " -> "
	if !x.joined.Arcs() {
		kind, edge = "graph", " -- "
	}
	b.WriteString("// " + x.description() + "\n" + kind + " citations {\n")
	for i, label := range x.labels() {
		b.WriteString("  " + dotText(x.ids[i]) + " [label=" + dotLabel(label))
		for _, c := range x.columns {
			v := c.value(i)
			switch {
			case v == nil || c.name == "paperId":
			case c.name == "title":
				b.WriteString(", tooltip=" + dotLabel(written(v)))
			case c.name == "url":
				b.WriteString(", URL=" + dotLabel(written(v)))
			default:
				b.WriteString(", " + c.name + "=" + dotText(written(v)))
			}
		}
		b.WriteString("];\n")
	}
	for l := range x.links() {
		b.WriteString("  " + dotText(x.ids[l.from]) + edge + dotText(x.ids[l.to]) + " [")
		separator := ""
		for _, f := range x.linkFields(l) {
			if f.value != nil {
				b.WriteString(separator + f.name + "=" + dotText(written(f.value)))
				separator = ", "
			}
		}
		b.WriteString("];\n")
	}
	b.WriteString("}\n")
}

// dotText quotes a text. A quote is the one character that DOT escapes; a
// backslash is doubled so that it cannot do so.
func dotText(s string) string { return `"` + dotEscapes.Replace(s) + `"` }

// dotLabel quotes a text that Graphviz draws: it would read entities in it.
func dotLabel(s string) string { return dotText(strings.ReplaceAll(s, "&", "&amp;")) }

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
