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
	b.WriteString("  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n    <attributes class=\"node\" mode=\"static\">\n")
	for i, c := range x.columns {
		element(b, `      <attribute id="`, strconv.Itoa(i), `" title="`, c.name, `" type="`, gexfTypes[c.kind], "\"/>\n")
	}
	b.WriteString("    </attributes>\n    <nodes>\n")
	for i := range x.papers {
		gexfNode(b, x, i)
	}
	b.WriteString("    </nodes>\n    <edges>\n")
	next := 0
	for citing, cited := range x.citations() {
		element(b, `      <edge id="`, strconv.Itoa(next), `" source="`, foreign(x.ids[citing]), `" target="`, foreign(x.ids[cited]), `"`,
			start(later(x.paper(citing).Date, x.paper(cited).Date)), "/>\n")
		next++
	}
	b.WriteString("    </edges>\n  </graph>\n</gexf>\n")
}

func gexfNode(b *bufio.Writer, x *Export, place int) {
	element(b, `      <node id="`, foreign(x.ids[place]), `" label="`, foreign(x.label(place)), `"`, start(x.paper(place).Date), ">\n        <attvalues>\n")
	for i, c := range x.columns {
		if v := c.value(place); v != nil {
			element(b, `          <attvalue for="`, strconv.Itoa(i), `" value="`, foreign(written(v)), "\"/>\n")
		}
	}
	b.WriteString("        </attvalues>\n      </node>\n")
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
