// Package dot draws a map as a timeline: it writes it in Graphviz's language
// and has Graphviz make an SVG of it.
package dot

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"citemap/render"
)

// A line of the legend takes as many columns as there is room for under the
// years, within limits.
const (
	legendLeast   = 60
	legendMost    = 140
	legendPerYear = 17
)

// manyPapers is where Graphviz has to be told to make less of an effort.
const manyPapers = 150

// Write writes the map as DOT. Time runs from left to right; an arc is declared from
// the older column to the newer, so that ranks follow the years, and its
// arrowhead sits at the cited paper.
func Write(w io.Writer, m *render.Map) error {
	var b bytes.Buffer
	writeHead(&b, m)
	fmt.Fprintf(&b, "  node [fontname=%s, shape=box, style=\"filled,rounded\", margin=\"0.16,0.07\", height=0.1, width=0.1, target=\"_blank\"];\n", quote(font))
	for i := range m.Papers {
		writePaper(&b, &m.Papers[i])
	}
	writeYears(&b, m)
	for i := range m.Columns {
		writeColumn(&b, m, i)
	}
	for _, c := range m.Citations {
		writeCitation(&b, m, c)
	}
	b.WriteString("}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func writeHead(b *bytes.Buffer, m *render.Map) {
	b.WriteString("digraph citemap {\n")
	fmt.Fprintf(b, "  graph [rankdir=LR, newrank=true, splines=true, outputorder=edgesfirst, nodesep=0.1, ranksep=0.5, pad=0.25, bgcolor=white,\n")
	fmt.Fprintf(b, "    fontname=%s, fontsize=13, fontcolor=\"#475569\", labelloc=b, labeljust=l, label=%s];\n", quote(font), legend(m))
	if len(m.Papers) > manyPapers {
		b.WriteString("  graph [nslimit=1, nslimit1=1, mclimit=0.1, splines=line];\n")
	}
	b.WriteString("  edge [color=\"#94a3b8\", penwidth=0.8, arrowsize=0.55];\n")
}

// legend gives the legend as one label with lines set flush left.
func legend(m *render.Map) string {
	var lines []string
	width := min(max(legendLeast, legendPerYear*len(m.Columns)), legendMost)
	for _, s := range m.Legend.Lines() {
		for _, line := range render.Fold(s, width) {
			lines = append(lines, escape(line)+`\l`)
		}
	}
	return `"` + strings.Join(lines, "") + `"`
}

func writePaper(b *bytes.Buffer, p *render.Paper) {
	s := styles[p.Role]
	size := fontSizes[p.Size]
	lines := labelLines(p)
	fmt.Fprintf(b, "  p%d [id=\"paper-%d\", class=%q, label=%s, fontsize=%g", p.Node, p.Node, p.Role.String(), label(lines), size)
	if w := width(lines, size); w > 0 {
		fmt.Fprintf(b, ", width=%.2f", w)
	}
	fmt.Fprintf(b, ", fillcolor=%q, color=%q, fontcolor=%q", s.fill, s.border, s.text)
	if s.dashed {
		b.WriteString(`, style="filled,rounded,dashed", penwidth=1.3`)
	}
	if p.URL != "" {
		fmt.Fprintf(b, ", URL=%s", quote(p.URL))
	}
	fmt.Fprintf(b, ", tooltip=%s];\n", quote(tooltip(p)))
}

// writeYears strings the headings on a chain that is not seen. Declared after the
// papers, and tied to none of them, they come to stand above them.
func writeYears(b *bytes.Buffer, m *render.Map) {
	fmt.Fprintf(b, "  node [shape=plaintext, style=\"\", fontsize=15, fontcolor=\"#64748b\", target=\"\"];\n")
	for i, c := range m.Columns {
		fmt.Fprintf(b, "  y%d [id=\"year-%d\", class=year, label=%s];\n", i, i, quote(c.Heading()))
	}
	for i := 1; i < len(m.Columns); i++ {
		fmt.Fprintf(b, "  y%d -> y%d [style=invis, weight=100];\n", i-1, i)
	}
}

// writeColumn puts the papers of a year under its heading.
func writeColumn(b *bytes.Buffer, m *render.Map, column int) {
	fmt.Fprintf(b, "  { rank=same; y%d;", column)
	for _, p := range m.Papers {
		if p.Column == column {
			fmt.Fprintf(b, " p%d;", p.Node)
		}
	}
	b.WriteString(" }\n")
}

func writeCitation(b *bytes.Buffer, m *render.Map, c render.Citation) {
	citing, cited := &m.Papers[c.Citing], &m.Papers[c.Cited]
	older, newer, dir := cited, citing, "back"
	if cited.Column > citing.Column {
		older, newer, dir = citing, cited, "forward"
	}
	fmt.Fprintf(b, "  p%d -> p%d [id=\"cites-%d-%d\", dir=%s", older.Node, newer.Node, citing.Node, cited.Node, dir)
	if citing.Role == render.Listed && cited.Role == render.Listed {
		b.WriteString(`, class="listed", color="#1e3a8a", penwidth=1.8, arrowsize=0.7, weight=3`)
	}
	b.WriteString("];\n")
}

// labelLines are the lines of a box: what the paper is called and, for a
// listed one with authors, how its title begins, on two lines at most.
func labelLines(p *render.Paper) []string {
	lines := []string{p.Label}
	if p.Role != render.Listed || p.Authors == "" {
		return lines
	}
	title := render.Fold(p.Title, titleWidth)
	if len(title) > 2 {
		title = []string{title[0], strings.Join(title[1:], " ")}
	}
	for _, line := range title {
		lines = append(lines, render.Shorten(line, titleWidth))
	}
	return lines
}

func label(lines []string) string {
	escaped := slices.Clone(lines)
	for i := range escaped {
		escaped[i] = escape(escaped[i])
	}
	return `"` + strings.Join(escaped, `\n`) + `"`
}

// tooltip says in one line what the box cannot hold.
func tooltip(p *render.Paper) string {
	s := p.Title
	if s == "" {
		s = p.Label
	}
	if p.Authors != "" {
		s += " — " + p.Authors
	}
	s += fmt.Sprintf(" — cited by %d here", p.LocalCitations)
	if p.Role == render.Gap {
		s += fmt.Sprintf(", gap no. %d", p.Rank)
	}
	return s
}
