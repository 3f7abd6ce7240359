package export

import (
	"bufio"
	"encoding/json"
)

// object writes a JSON object with its members in their order. A value that
// is not known is left out.
func object(b *bufio.Writer, fields []field) {
	b.WriteByte('{')
	first := true
	for _, f := range fields {
		if f.value == nil {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.Write(inJSON(f.name))
		b.WriteByte(':')
		if members, nested := f.value.([]field); nested {
			object(b, members)
			continue
		}
		b.Write(inJSON(f.value))
	}
	b.WriteByte('}')
}

// inJSON writes a value of ours: text, numbers, truth, and lists of them,
// which encoding/json never refuses.
func inJSON(value any) []byte {
	out, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return out
}

// rows writes the elements of a JSON array one a line.
func rows(b *bufio.Writer, each func(row func(fields []field))) {
	b.WriteByte('[')
	first := true
	each(func(fields []field) {
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteByte('\n')
		object(b, fields)
	})
	b.WriteString("\n]")
}

// attributes gives all that is known of a paper.
func (e *Export) attributes(place int) []field {
	fields := make([]field, 0, len(e.columns)+4)
	for _, c := range e.columns {
		fields = append(fields, field{c.name, c.value(place)})
	}
	return fields
}

// jsonGraph writes the JSON Graph Format, version 2.
func jsonGraph(b *bufio.Writer, x *Export) {
	b.WriteString(`{"graph":{"directed":`)
	b.Write(inJSON(x.joined.Arcs()))
	b.WriteString(`,"type":`)
	b.Write(inJSON(x.joined.plural()))
	b.WriteString(`,"label":`)
	b.Write(inJSON("citemap: " + x.what.String()))
	b.WriteString(`,"metadata":`)
	object(b, []field{{"description", x.description()}})
	b.WriteString(",\n\"nodes\":{")
	for i := range x.papers {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(inJSON(x.ids[i]))
		b.WriteByte(':')
		object(b, []field{{"label", x.label(i)}, {"metadata", x.attributes(i)}})
	}
	b.WriteString("\n},\n\"edges\":")
	rows(b, func(row func([]field)) {
		for l := range x.links() {
			row([]field{{"source", x.ids[l.from]}, {"target", x.ids[l.to]}, {"relation", x.joined.relation()}, {"metadata", x.linkFields(l)}})
		}
	})
	b.WriteString("}}\n")
}

// cytoscape writes what Cytoscape.js and Cytoscape take: elements that hold
// all in their data.
func cytoscape(b *bufio.Writer, x *Export) {
	b.WriteString(`{"format_version":"1.0","generated_by":"citemap","data":`)
	object(b, []field{{"name", "citemap: " + x.what.String()}, {"description", x.description()}})
	b.WriteString(",\n\"elements\":{\"nodes\":")
	rows(b, func(row func([]field)) {
		for i := range x.papers {
			data := append([]field{{"id", x.ids[i]}, {"name", x.label(i)}}, x.attributes(i)...)
			row([]field{{"data", data}})
		}
	})
	b.WriteString(",\n\"edges\":")
	rows(b, func(row func([]field)) {
		for l := range x.links() {
			// A space cannot begin a PaperID, so no link has the id of a paper.
			id := " " + x.ids[l.from] + " " + x.joined.relation() + " " + x.ids[l.to]
			data := []field{{"id", id}, {"source", x.ids[l.from]}, {"target", x.ids[l.to]}, {"interaction", x.joined.relation()}}
			row([]field{{"data", append(data, x.linkFields(l)...)}})
		}
	})
	b.WriteString("}}\n")
}
