package dot

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph/view"
	"citemap/render"
)

// writePaper declares the box of a paper.
func (d *drawing) writePaper(i int) {
	p, box := &d.m.Papers[i], d.sheet.Boxes[i]
	fmt.Fprintf(d, "  p%d [id=\"paper-%d\", class=%s, label=%s, fontsize=%.2f, %s, %s", p.Node, p.Node, quote(class(p)), label(box.Lines), box.Size,
		d.place(box.Rect), styleOf(p.Role, d.m.GroupOf(p)).attributes(d.scale()))
	if p.URL != "" {
		fmt.Fprintf(d, ", URL=%s", quote(p.URL))
	}
	fmt.Fprintf(d, ", tooltip=%s];\n", quote(tooltip(d.m, p)))
}

// class is what a style sheet calls a paper; Graphviz adds "node".
func class(p *render.Paper) string {
	if p.Group < 0 {
		return p.Role.String()
	}
	return fmt.Sprintf("%s group-%d", p.Role, p.Group)
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
