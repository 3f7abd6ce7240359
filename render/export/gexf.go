package export

import (
	"bufio"
	"fmt"
	"strconv"

	"citemap/graph"
)

var gexfTypes = []string{text: "string", texts: "string", integer: "integer", real: "double", truth: "boolean"}

// gexf writes GEXF as a dynamic graph: a paper is there from its publication
// on and a citation from the later of its two papers. What is undated has no
// beginning. It is version 1.2, which Gephi reads as well as 1.3, and networkx
// reads at all.
func gexf(b *bufio.Writer, x *Export) {
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n")
	element(b, "  <meta>\n    <creator>citemap</creator>\n    <description>", foreign(x.description()), "</description>\n  </meta>\n")
	element(b, `  <graph mode="dynamic" defaultedgetype="`, x.direction(), "\" timeformat=\"date\">\n    <attributes class=\"node\" mode=\"static\">\n")
	for i, c := range x.columns {
		element(b, `      <attribute id="`, strconv.Itoa(i), `" title="`, c.name, `" type="`, gexfTypes[c.kind], "\"/>\n")
	}
	b.WriteString("    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n")
	for i, c := range x.linkColumns() {
		element(b, `      <attribute id="`, strconv.Itoa(i), `" title="`, c.name, `" type="`, gexfTypes[c.kind], "\"/>\n")
	}
	b.WriteString("    </attributes>\n    <nodes>\n")
	for i := range x.papers {
		gexfNode(b, x, i)
	}
	b.WriteString("    </nodes>\n    <edges>\n")
	next := 0
	for l := range x.links() {
		element(b, `      <edge id="`, strconv.Itoa(next), `" source="`, foreign(x.ids[l.from]), `" target="`, foreign(x.ids[l.to]), `" weight="`, written(l.weight), `"`,
			start(later(x.paper(l.from).Date, x.paper(l.to).Date)), ">\n")
		gexfValues(b, l.values)
		b.WriteString("      </edge>\n")
		next++
	}
	b.WriteString("    </edges>\n  </graph>\n</gexf>\n")
}

func gexfNode(b *bufio.Writer, x *Export, place int) {
	element(b, `      <node id="`, foreign(x.ids[place]), `" label="`, foreign(x.label(place)), `"`, start(x.paper(place).Date), ">\n")
	values := make([]any, len(x.columns))
	for i, c := range x.columns {
		values[i] = c.value(place)
	}
	gexfValues(b, values)
	b.WriteString("      </node>\n")
}

// gexfValues writes the attributes of a node or an edge that are known.
func gexfValues(b *bufio.Writer, values []any) {
	b.WriteString("        <attvalues>\n")
	for i, v := range values {
		if v != nil {
			element(b, `          <attvalue for="`, strconv.Itoa(i), `" value="`, foreign(written(v)), "\"/>\n")
		}
	}
	b.WriteString("        </attvalues>\n")
}

// start writes the first day of the period that a date names as when a thing
// begins.
func start(d graph.Date) string {
	if d.Year <= 0 || d.Year > 9999 {
		return ""
	}
	return fmt.Sprintf(` start="%04d-%02d-%02d"`, d.Year, max(1, d.Month), max(1, d.Day))
}

// later gives the later of two dates. An unknown date is before all.
func later(a, b graph.Date) graph.Date {
	if a.Compare(b) < 0 {
		return b
	}
	return a
}
