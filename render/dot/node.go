package dot

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"citemap/graph/view"
	"citemap/render"
)

func topicNode(i int) string { return fmt.Sprintf("t%d", i) }

func paperNode(p *render.Paper) string { return fmt.Sprintf("p%d", p.Node) }

// writePaper declares the box of a paper.
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
	s = strings.TrimSpace(p.Mark + " " + s)
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

// topicNodes names the nodes of topics and papers.
func topicNodes(m *render.Map) []string {
	var names []string
	for i := range m.Topics {
		names = append(names, topicNode(i))
	}
	for _, p := range m.Papers {
		names = append(names, paperNode(&p))
	}
	return names
}
