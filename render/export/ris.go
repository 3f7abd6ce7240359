package export

import (
	"bufio"
	"fmt"
	"strings"

	"citemap/graph"
	"citemap/render"
)

var (
	risTypes  = []string{loose: "GEN", article: "JOUR", proceedings: "CPAPER"}
	risVenues = []string{loose: "PB", article: "JO", proceedings: "T2"}
)

// ris writes the papers in the format of Research Information Systems. A
// preprint is of the type UNPB; an identifier without a field of its own is
// one more address.
func ris(b *bufio.Writer, x *Export) {
	for i, key := range x.keys() {
		p := x.paper(i)
		as, venue := publication(p)
		kind := risTypes[as]
		if as == loose && p.IDs.Of(graph.ArXiv) != "" {
			kind = "UNPB"
		}
		risLine(b, "TY", kind)
		risLine(b, "ID", key)
		risLine(b, "TI", render.Clean(p.Title))
		if hasMarkup(p.Title) {
			risLine(b, "DP", asWritten)
		}
		for _, n := range x.people(i) {
			risLine(b, "AU", n.inverted())
		}
		risLine(b, risVenues[as], venue)
		risDate(b, p.Date)
		risLine(b, "DO", render.Clean(p.IDs.Of(graph.DOI)))
		for _, address := range x.addresses(i) {
			risLine(b, "UR", address)
		}
		b.WriteString("ER  - \r\n\r\n")
	}
}

func risLine(b *bufio.Writer, tag, value string) {
	if value != "" {
		fmt.Fprintf(b, "%s  - %s\r\n", tag, value)
	}
}

// risDate writes the year, and the date as YYYY/MM/DD, cut where it is not known further.
func risDate(b *bufio.Writer, d graph.Date) {
	if d.Year <= 0 {
		return
	}
	risLine(b, "PY", fmt.Sprintf("%04d", d.Year))
	if d.Month > 0 {
		risLine(b, "DA", strings.ReplaceAll(d.String(), "-", "/"))
	}
}

// addresses gives where a paper can be read: its page, and those of the
// identifiers that no field holds.
func (e *Export) addresses(place int) []string {
	p := e.paper(place)
	var all []string
	add := func(address string) {
		for _, a := range all {
			if a == address {
				return
			}
		}
		if address != "" {
			all = append(all, address)
		}
	}
	add(render.Link(p.Page()))
	for _, s := range []graph.Scheme{graph.ArXiv, graph.ACL, graph.PubMed, graph.PubMedCentral} {
		if id := p.IDs.Of(s); id != "" {
			add(render.Link(graph.ExternalID{Scheme: s, Value: id}.Page()))
		}
	}
	return all
}
