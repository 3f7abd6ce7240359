package dot

import (
	"fmt"
	"math"
	"strings"

	"citemap/graph/view"
	"citemap/render"
)

const (
	legendSize = 12.5 // points
	legendInk  = "#475569"
)

// A line of the legend takes as many columns as there is room for under the
// years, within limits.
const (
	legendLeast   = 96
	legendMost    = 140
	legendPerYear = 17
)

// legend gives the legend as a label in Graphviz's likeness of HTML: samples of
// boxes and arrows, colours, then lines of text.
func legend(m *render.Map) string {
	var rows []string
	most := legendColumns(m)
	for _, items := range [][]item{samples(m), swatches(m)} {
		rows = append(rows, flow(items, most)...)
	}
	for _, s := range m.Legend.Facts() {
		for _, line := range render.Fold(s, most) {
			rows = append(rows, flow([]item{{"", line}}, len(line))...)
		}
	}
	var b strings.Builder
	b.WriteString(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">`)
	for _, row := range rows {
		b.WriteString("<TR>" + row + "</TR>")
	}
	b.WriteString("</TABLE>")
	return b.String()
}

// legendColumns is how many columns of text fit under the map.
func legendColumns(m *render.Map) int {
	if m.Options.Layout == render.Topics {
		return legendMost
	}
	years := 0
	for _, c := range m.Columns {
		years += c.Slots
	}
	return min(max(legendLeast, legendPerYear*years), legendMost)
}

// An item of the legend is a sample and what it means.
type item struct{ sample, means string }

// samples explain boxes and arrows.
func samples(m *render.Map) []item {
	var items []item
	neutral := render.Group{Fill: "#eef2f6", Border: "#475569", Ink: "#1e293b"}
	for _, r := range []struct {
		role  view.Role
		means string
	}{{view.Listed, "on the list"}, {view.Gap, "missing from it"}, {view.Context, "context"}} {
		if m.View.Count(r.role) > 0 {
			items = append(items, item{sampleBox(styleOf(r.role, neutral)), r.means})
		}
	}
	if len(m.View.Citations) > 0 {
		items = append(items, item{"", "larger: cited by more papers of the corpus"}, item{"", "arrow: from the citing paper to the cited one"})
	}
	if m.View.MainPath != nil {
		items = append(items, item{bar("#0f172a"), "main path"})
	}
	return items
}

// swatches explain the colours.
func swatches(m *render.Map) []item {
	if len(m.Groups) < 2 {
		return nil // they tell nothing
	}
	items := []item{{"", "Colours are " + m.Options.Color.Meaning() + ":"}}
	for _, g := range m.Groups {
		items = append(items, item{sampleBox(style{fill: g.Fill, border: g.Border, line: 1}), fmt.Sprintf("%s (%d)", g.Label, g.Papers)})
	}
	return items
}

// sampleBox draws a box in a style.
func sampleBox(s style) string {
	if s.dashed {
		return dashedBox(s)
	}
	line := 1
	if s.line > 1 {
		line = 2
	}
	return fmt.Sprintf(`<TD BORDER="%d" STYLE="rounded" COLOR="%s" BGCOLOR="%s" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="13"></TD>`, line, s.border, s.fill, sampleWidth)
}

// dashedBox puts a box together from its dashes: with a dashed border in a label
// Graphviz's json output ends in the middle.
func dashedBox(s style) string {
	var rows strings.Builder
	for _, row := range []struct {
		dashes string // by column: one of border or fill
		height int
	}{{"#-##-##-#", 2}, {"#-------#", 2}, {"---------", 5}, {"#-------#", 2}, {"#-##-##-#", 2}} {
		rows.WriteString("<TR>")
		for i, dash := range row.dashes {
			color := s.fill
			if dash == '#' {
				color = s.border
			}
			width := 3
			if i == 0 || i == len(row.dashes)-1 {
				width = 2
			}
			fmt.Fprintf(&rows, `<TD BGCOLOR="%s" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"></TD>`, color, width, row.height)
		}
		rows.WriteString("</TR>")
	}
	return `<TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">` + rows.String() + `</TABLE></TD>`
}

// bar draws a bold line.
func bar(color string) string {
	return fmt.Sprintf(`<TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD BGCOLOR="%s" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="3"></TD></TR></TABLE></TD>`, color, sampleWidth)
}

// Points in a row of the legend: around its cells, of a sample, after a text, and
// of the row itself.
const (
	spacing     = 4
	sampleWidth = 26
	after       = 14
	rowHeight   = 20
	slack       = 6 // for other fonts than Graphviz's own
)

// flow sets items in rows of so many columns at most.
func flow(items []item, most int) []string {
	room := float64(most) * 0.5 * legendSize
	var rows []string
	row, cells, wide := "", 0, 0.0
	end := func() {
		if row != "" {
			// A table of a size of its own is not stretched to the widest row.
			rows = append(rows, fmt.Sprintf(`<TD ALIGN="LEFT"><TABLE ALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="%.0f" HEIGHT="%d" BORDER="0" CELLBORDER="0" CELLSPACING="%d" CELLPADDING="0"><TR>%s</TR></TABLE></TD>`,
				wide+spacing*float64(cells+1)+slack, rowHeight, spacing, row))
		}
		row, cells, wide = "", 0, 0
	}
	for _, i := range items {
		own := math.Ceil(length(i.means, legendSize)) + after
		if i.sample != "" {
			own += sampleWidth + spacing
		}
		if wide+spacing*float64(cells+1)+own > room {
			end()
		}
		if i.sample != "" {
			row += i.sample
			cells++
			own -= spacing
		}
		row += fmt.Sprintf(`<TD ALIGN="LEFT" WIDTH="%.0f">%s</TD>`, math.Ceil(length(i.means, legendSize))+after, escapeHTML(i.means))
		cells++
		wide += own
	}
	end()
	return rows
}

// escapeHTML keeps Graphviz from reading anything into a text.
func escapeHTML(s string) string { return escapedHTML.Replace(s) }

var escapedHTML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\r", " ", "\x00", "")
