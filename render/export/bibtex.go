package export

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"citemap/graph"
	"citemap/render"
)

var (
	bibTeXTypes  = []string{loose: "misc", article: "article", proceedings: "inproceedings"}
	bibTeXVenues = []string{loose: "howpublished", article: "journal", proceedings: "booktitle"}
	months       = []string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)

// bibTeX writes the papers for BibTeX and BibLaTeX, in UTF-8. Titles keep
// their capitals. doi, eprint and url stand as they are, since styles set them
// verbatim.
func bibTeX(b *bufio.Writer, x *Export) {
	for i, key := range x.keys() {
		x.record(b, i, key)
	}
}

func (e *Export) record(b *bufio.Writer, place int, key string) {
	p := e.paper(place)
	as, venue := publication(p)
	fmt.Fprintf(b, "@%s{%s", bibTeXTypes[as], key)
	if title := render.Clean(p.Title); title != "" {
		bibTeXField(b, "title", "{"+inLaTeX(title)+"}")
	}
	if hasMarkup(p.Title) {
		bibTeXField(b, "source", asWritten)
	}
	bibTeXField(b, "author", bibTeXNames(e.people(place)))
	if p.IDs.Of(graph.ArXiv) == "" || as != loose {
		bibTeXField(b, bibTeXVenues[as], inLaTeX(venue))
	}
	bibTeXDate(b, p.Date)
	bibTeXField(b, "doi", verbatim(p.IDs.Of(graph.DOI)))
	if id := verbatim(p.IDs.Of(graph.ArXiv)); id != "" {
		bibTeXField(b, "eprint", id)
		bibTeXField(b, "archivePrefix", "arXiv")
	}
	bibTeXField(b, "pmid", verbatim(p.IDs.Of(graph.PubMed)))
	bibTeXField(b, "pmcid", verbatim(p.IDs.Of(graph.PubMedCentral)))
	bibTeXField(b, "url", verbatim(render.Link(p.Page())))
	b.WriteString("\n}\n\n")
}

func bibTeXField(b *bufio.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(b, ",\n  %s = {%s}", name, value)
	}
}

// bibTeXDate writes year and month for BibTeX, and the day in the date of BibLaTeX.
func bibTeXDate(b *bufio.Writer, d graph.Date) {
	if d.Year <= 0 {
		return
	}
	bibTeXField(b, "year", strconv.Itoa(d.Year))
	if d.Month > 0 && d.Month < len(months) {
		fmt.Fprintf(b, ",\n  month = %s", months[d.Month])
	}
	if d.Day > 0 {
		bibTeXField(b, "date", d.String())
	}
}

// bibTeXNames joins names with "and". A name that would be taken apart in the
// wrong places stands in braces.
func bibTeXNames(names []name) string {
	var out []string
	for _, n := range names {
		s := inLaTeX(n.inverted())
		if n.suffix != "" {
			s = inLaTeX(n.family + ", " + n.suffix + ", " + n.given)
		}
		if n.whole != "" || strings.Contains(strings.ToLower(" "+s+" "), " and ") {
			s = "{" + s + "}"
		}
		out = append(out, s)
	}
	return strings.Join(out, " and ")
}

// inLaTeX writes a text so that LaTeX sets it as it is; its braces balance.
func inLaTeX(s string) string { return latexEscapes.Replace(s) }

var latexEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_", `\_`,
	"^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "`", `\textasciigrave{}`, "--", "{-}{-}", "''", "{'}{'}",
)

// verbatim writes an identifier or an address: no brace of it may end the
// field, no space break it.
func verbatim(s string) string { return unbraced.Replace(render.Clean(s)) }

var unbraced = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20")
