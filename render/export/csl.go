package export

import (
	"bufio"

	"citemap/graph"
	"citemap/render"
)

var cslTypes = []string{loose: "article", article: "article-journal", proceedings: "paper-conference"}

// cslJSON writes the papers as the items of the Citation Style Language, under
// the keys of BibTeX. A preprint's number is its arXiv id.
func cslJSON(b *bufio.Writer, x *Export) {
	rows(b, func(row func([]field)) {
		for i, key := range x.keys() {
			row(x.cslItem(i, key))
		}
	})
	b.WriteByte('\n')
}

func (e *Export) cslItem(place int, key string) []field {
	p := e.paper(place)
	as, venue := publication(p)
	fields := []field{
		{"id", key}, {"type", cslTypes[as]}, {"title", orNil(p.Title)}, {"author", cslNames(e.people(place))},
		{"issued", cslDate(p.Date)}, {"container-title", orNil(venue)}, {"DOI", orNil(p.IDs.Of(graph.DOI))},
		{"PMID", orNil(p.IDs.Of(graph.PubMed))}, {"PMCID", orNil(p.IDs.Of(graph.PubMedCentral))}, {"URL", orNil(render.Link(p.Page()))},
	}
	if hasMarkup(p.Title) {
		fields = append(fields, field{"source", asWritten})
	}
	if id := render.Clean(p.IDs.Of(graph.ArXiv)); id != "" {
		fields = append(fields, field{"archive", "arXiv"}, field{"archive_location", id})
		if as == loose {
			fields = append(fields, field{"genre", "preprint"}, field{"number", "arXiv:" + id})
		}
	}
	return fields
}

// cslNames gives names as CSL's objects.
func cslNames(names []name) any {
	var out []map[string]string
	for _, n := range names {
		object := map[string]string{}
		for key, part := range map[string]string{"family": n.family, "given": n.given, "suffix": n.suffix, "literal": n.whole} {
			if part != "" {
				object[key] = part
			}
		}
		out = append(out, object)
	}
	if out == nil {
		return nil
	}
	return out
}

// cslDate gives a date as far as it is known.
func cslDate(d graph.Date) any {
	if d.Year <= 0 {
		return nil
	}
	parts := []int{d.Year}
	for _, n := range []int{d.Month, d.Day} {
		if n <= 0 {
			break
		}
		parts = append(parts, n)
	}
	return map[string][][]int{"date-parts": {parts}}
}
