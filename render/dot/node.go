package dot

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph/gap"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/layout"
)

// writePaper declares the box of a paper.
func (d *drawing) writePaper(i int) {
	p, box := &d.m.Papers[i], d.sheet.Boxes[i]
	fmt.Fprintf(d, "  p%d [id=\"paper-%d\", class=%s, label=%s, fontsize=%.2f, %s, %s", p.Node, p.Node, quote(class(p)), label(box.Lines), box.Size,
		d.place(box.Rect), styleOf(layout.Sample{Role: p.Role, Strength: p.Strength, Group: d.m.GroupOf(p)}).attributes(d.scale()))
	if p.URL != "" {
		fmt.Fprintf(d, ", URL=%s", quote(p.URL))
	}
	fmt.Fprintf(d, ", tooltip=%s];\n", quote(tooltip(d.m, p)))
}

// class is what a style sheet calls a paper; Graphviz adds "node".
func class(p *render.Paper) string {
	of := p.Role.String()
	if p.Role == view.Gap && p.Strength == gap.Strong {
		of += " strong"
	}
	if p.Group < 0 {
		return of
	}
	return fmt.Sprintf("%s group-%d", of, p.Group)
}

func label(lines []string) string {
	escaped := slices.Clone(lines)
	for i := range escaped {
		escaped[i] = escape(escaped[i])
	}
	return `"` + strings.Join(escaped, `\n`) + `"`
}

// likely says how likely a gap belongs on the list.
func likely(s gap.Strength) string {
	if s == gap.Context {
		return "less likely"
	}
	return s.String()
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
		s += fmt.Sprintf(", gap no. %d (%s)", p.Rank, likely(p.Strength))
	}
	if g := m.GroupOf(p); g.Label != "" && m.Options.Color != render.ByYear {
		s += " — " + g.Label
	}
	return s
}
