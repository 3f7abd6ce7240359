package export

import (
	"bufio"
	"strconv"
)

var graphMLTypes = []string{text: "string", texts: "string", integer: "int", real: "double", truth: "boolean"}

// graphML writes GraphML with a typed key a column. A node's id is its place,
// since GraphML allows less in it than stands in a PaperID; that is the key paperId.
func graphML(b *bufio.Writer, x *Export) {
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	element(b, "  <desc>", foreign(x.description()), "</desc>\n")
	for _, c := range x.columns {
		element(b, `  <key id="`, c.name, `" for="node" attr.name="`, c.name, `" attr.type="`, graphMLTypes[c.kind], "\"/>\n")
	}
	for _, c := range x.linkColumns() {
		element(b, `  <key id="edge-`, c.name, `" for="edge" attr.name="`, c.name, `" attr.type="`, graphMLTypes[c.kind], "\"/>\n")
	}
	element(b, `  <graph id="citations" edgedefault="`, x.direction(), "\">\n")
	for i := range x.papers {
		element(b, `    <node id="n`, strconv.Itoa(i), "\">\n")
		for _, c := range x.columns {
			if v := c.value(i); v != nil {
				element(b, `      <data key="`, c.name, `">`, foreign(written(v)), "</data>\n")
			}
		}
		b.WriteString("    </node>\n")
	}
	for l := range x.links() {
		element(b, `    <edge source="n`, strconv.Itoa(l.from), `" target="n`, strconv.Itoa(l.to), `">`)
		for _, f := range x.linkFields(l) {
			if f.value != nil {
				element(b, `<data key="edge-`, f.name, `">`, foreign(written(f.value)), "</data>")
			}
		}
		b.WriteString("</edge>\n")
	}
	b.WriteString("  </graph>\n</graphml>\n")
}
