// Package dot draws a map, as a timeline or by topics: it writes it in
// Graphviz's language and has Graphviz make a picture of it.
package dot

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"citemap/graph/view"
	"citemap/render"
)

// Write writes the map as DOT.
func Write(w io.Writer, m *render.Map) error {
	_, err := io.WriteString(w, text(m, nil))
	return err
}

// text is the map in Graphviz's language, its nodes at their places where these
// are known.
func text(m *render.Map, places map[string]box) string {
	var b bytes.Buffer
	b.WriteString("digraph citemap {\n")
	fmt.Fprintf(&b, "  graph [outputorder=edgesfirst, pad=0.25, bgcolor=white,\n    fontname=%s, fontsize=%g, fontcolor=%q, labelloc=b, labeljust=l, label=<%s>];\n",
		quote(font), legendSize, legendInk, legend(m))
	fmt.Fprintf(&b, "  node [fontname=%s, shape=box, margin=\"0.16,0.07\", height=0.1, width=0.1, target=\"_blank\"];\n", quote(font))
	for i := range m.Papers {
		writePaper(&b, m, &m.Papers[i])
	}
	if m.Options.Layout == render.Topics {
		writeTopics(&b, m, places)
	} else {
		writeTimeline(&b, m)
	}
	b.WriteString("}\n")
	return b.String()
}

func writePaper(b *bytes.Buffer, m *render.Map, p *render.Paper) {
	size := fontSizes[p.Size]
	lines := labelLines(m, p)
	fmt.Fprintf(b, "  p%d [id=\"paper-%d\", class=%s, label=%s, fontsize=%g", p.Node, p.Node, quote(class(p)), label(lines), size)
	if w := width(lines, size); w > 0 {
		fmt.Fprintf(b, ", width=%.2f", w)
	}
	b.WriteString(", " + styleOf(p.Role, m.GroupOf(p)).attributes())
	if p.URL != "" {
		fmt.Fprintf(b, ", URL=%s", quote(p.URL))
	}
	fmt.Fprintf(b, ", tooltip=%s];\n", quote(tooltip(m, p)))
}

// class is what a style sheet calls a paper; Graphviz adds "node".
func class(p *render.Paper) string {
	if p.Group < 0 {
		return p.Role.String()
	}
	return fmt.Sprintf("%s group-%d", p.Role, p.Group)
}

// writeCitation declares an arc between two papers, in the order of time where
// the layout goes by it; its head sits at the cited paper in any case.
func writeCitation(b *bytes.Buffer, m *render.Map, c view.Citation) {
	citing, cited := &m.Papers[c.Citing], &m.Papers[c.Cited]
	older, newer, dir := cited, citing, "back"
	if before(citing, cited) {
		older, newer, dir = citing, cited, "forward"
	}
	a := arrowOf(m, c)
	fmt.Fprintf(b, "  p%d -> p%d [id=\"cites-%d-%d\", dir=%s, color=%q, penwidth=%g, arrowsize=%g", older.Node, newer.Node, citing.Node, cited.Node, dir, a.color, a.line, a.head)
	if a.class != "" {
		fmt.Fprintf(b, ", class=%q", a.class)
	}
	if a.dotted {
		b.WriteString(", style=dashed")
	}
	if c.Main && m.Options.Layout != render.Topics && citing.Column == cited.Column && citing.Slot == cited.Slot {
		b.WriteString(", label=" + gap)
	}
	if a.weight != 1 {
		fmt.Fprintf(b, ", weight=%d", a.weight)
	}
	b.WriteString("];\n")
}

// gap is a label that shows nothing: it keeps two papers of one column so far
// apart that the arrow between them is seen.
const gap = `<<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr><td fixedsize="true" width="1" height="18"></td></tr></table>>`

// before reports whether a paper stands to the left of another.
func before(a, b *render.Paper) bool {
	return a.Column < b.Column || a.Column == b.Column && a.Slot < b.Slot
}

// titleLines is how many lines of a title stand in a box.
const titleLines = 2

// labelLines are the lines of a box: what the paper is called and, for a
// listed one with authors or where all are to have one, how its title begins.
func labelLines(m *render.Map, p *render.Paper) []string {
	lines := []string{p.Label}
	if m.Options.Labels != render.TitleLabels && p.Role != view.Listed || p.Authors == "" {
		return lines
	}
	title := render.Fold(p.Title, titleWidth)
	if len(title) > titleLines {
		title = append(title[:titleLines-1], strings.Join(title[titleLines-1:], " "))
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
func tooltip(m *render.Map, p *render.Paper) string {
	s := p.Title
	if s == "" {
		s = p.Label
	}
	if p.Authors != "" {
		s += " — " + p.Authors
	}
	s += fmt.Sprintf(" — cited by %d here, %d of them drawn", p.LocalCitations, p.CitedHere)
	if p.Role == view.Gap {
		s += fmt.Sprintf(", gap no. %d", p.Rank)
	}
	if g := m.GroupOf(p); g.Label != "" && m.Options.Color != render.ByYear {
		s += " — " + g.Label
	}
	return s
}
