package export

import (
	"bufio"
	"html"
	"strings"
)

// vosviewer writes the map and the network of VOSviewer as its one JSON file.
// VOSviewer knows no direction: two papers that cite each other are one link
// of strength 2. Communities are its clusters; it lays the map out itself.
func vosviewer(b *bufio.Writer, x *Export) {
	b.WriteString(`{"info":`)
	object(b, []field{{"title", "citemap: " + x.what.String()}, {"description", html.EscapeString(x.description())}})
	b.WriteString(",\n\"config\":{\"terminology\":")
	object(b, []field{
		{"item", "Paper"}, {"items", "Papers"}, {"link", titled(x.joined.noun())}, {"links", titled(x.joined.plural())}, {"cluster", "Community"}, {"clusters", "Communities"},
	})
	b.WriteString("},\n\"network\":{\"items\":")
	rows(b, func(row func([]field)) {
		for i := range x.papers {
			row(x.item(i))
		}
	})
	b.WriteString(",\n\"links\":")
	rows(b, x.strengths)
	b.WriteString(",\n\"clusters\":")
	rows(b, x.clusters)
	b.WriteString("}}\n")
}

// item gives a paper as VOSviewer's map has it. All items have all weights, so
// only what is always known is one; the other numbers are scores. VOSviewer
// shows a description as HTML.
func (e *Export) item(place int) []field {
	var about []string
	for _, s := range []any{e.column("title").value(place), strings.Join(e.names(place), "; "), e.column("venue").value(place)} {
		if s := written(s); s != "" {
			about = append(about, html.EscapeString(s))
		}
	}
	var scores []field
	for _, c := range e.columns {
		if (c.kind == integer || c.kind == real) && c.name != "localCitations" && c.name != "community" {
			scores = append(scores, field{c.name, c.value(place)})
		}
	}
	return []field{
		{"id", place + 1}, {"label", e.label(place)}, {"description", strings.Join(about, "<br>")},
		{"url", e.column("url").value(place)}, {"cluster", e.cluster(place)},
		{"weights", []field{{"localCitations", e.column("localCitations").value(place)}}}, {"scores", scores},
	}
}

// cluster numbers the communities from 1.
func (e *Export) cluster(place int) int { return 1 + int(e.findings.Partition().Of[e.papers[place]]) }

func (e *Export) strengths(row func([]field)) {
	if !e.joined.Arcs() {
		for l := range e.links() {
			row([]field{{"source_id", l.from + 1}, {"target_id", l.to + 1}, {"strength", l.weight}})
		}
		return
	}
	for citing, cited := range e.citations() {
		mutual := e.findings.Graph.Cites(e.papers[cited], e.papers[citing])
		if mutual && citing > cited {
			continue // told by the other
		}
		strength := 1
		if mutual {
			strength = 2
		}
		row([]field{{"source_id", citing + 1}, {"target_id", cited + 1}, {"strength", strength}})
	}
}

// clusters names the communities that have a paper here and a label.
func (e *Export) clusters(row func([]field)) {
	here := map[int]bool{}
	for i := range e.papers {
		here[e.cluster(i)] = true
	}
	for c, label := range e.findings.Labels() {
		if label := orNil(label); here[c+1] && label != nil {
			row([]field{{"cluster", c + 1}, {"label", label}})
		}
	}
}

// titled gives a word a capital.
func titled(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
