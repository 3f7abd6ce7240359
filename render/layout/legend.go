package layout

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph/gap"
	"citemap/graph/view"
	"citemap/render"
)

// An item of the legend is samples and what they mean.
type item struct {
	samples []Sample
	line    LineKind
	lined   bool // the sample is a line
	means   string
}

// A foot is the legend, from the upper left corner of its place.
type foot struct {
	texts  []Text
	keys   []Key
	lines  []Line
	height float64
}

const (
	sampleWidth = 2.2 // of the size of the text
	itemGap     = 1.6
)

// told says what of a sheet, besides its papers, the legend has to explain.
type told struct {
	skipped, shared bool // years: between rows, on one row
	crossing        int  // arrows through boxes
}

// legend sets what explains the map in rows of a width.
func legend(m *render.Map, size, width float64, of told) foot {
	var f foot
	for _, items := range [][]item{signs(m, of), colors(m)} {
		f.row(items, size, width)
	}
	for _, line := range fold(strings.Join(m.Legend.Facts(), ". "), size, width) {
		f.row([]item{{means: line}}, size, width)
	}
	return f
}

// fold breaks a text into lines of a width.
func fold(text string, size, width float64) []string {
	for columns := int(width / size / 0.44); ; columns -= 2 {
		lines := render.Fold(text, columns)
		if columns < 12 || !slices.ContainsFunc(lines, func(l string) bool { return Length(l, size) > width }) {
			return lines
		}
	}
}

// row sets items side by side, as many as a row holds.
func (f *foot) row(items []item, size, width float64) {
	if len(items) == 0 {
		return
	}
	x, high := 0.0, 1.45*size
	for _, i := range items {
		samples := float64(len(i.samples)) * sampleWidth * size
		if i.lined {
			samples += sampleWidth * size
		}
		if samples > 0 {
			samples += 0.5 * size
		}
		for Length(i.means, size) > width-samples && render.Width(i.means) > 1 {
			i.means = render.Shorten(i.means, render.Width(i.means)-1)
		}
		text := Length(i.means, size)
		own := samples + text
		if x > 0 && x+own > width {
			x = 0
			f.height += high
		}
		at := x
		for _, s := range i.samples {
			f.keys = append(f.keys, Key{Rect{at, f.height + 0.12*size, sampleWidth*size - 2, 1.2 * size}, s})
			at += sampleWidth * size
		}
		if i.lined {
			f.lines = append(f.lines, sample(i.line, at, f.height+0.72*size, size))
			at += sampleWidth * size
		}
		if at > x {
			at += 0.5 * size
		}
		f.texts = append(f.texts, Text{Kind: Legend, Index: len(f.texts), Rect: Rect{at, f.height + 0.12*size, text, lineHeight * size}, Text: i.means, Size: size})
		x += own + itemGap*size
	}
	f.height += high
}

// sample draws a line from a point to the right.
func sample(kind LineKind, x, y, size float64) Line {
	end := x + sampleWidth*size - 2
	if kind != Axis {
		return Line{[]Point{{x, y}, {end, y}}, kind}
	}
	l := Line{Kind: Axis}
	for i := range 7 {
		l.Points = append(l.Points, Point{x + float64(i)*size*0.35, y + [...]float64{0, -0.3, 0, 0.3}[i%4]*size})
	}
	return l
}

// A kind of boxes looks alike in all groups.
type kind struct {
	Role     view.Role
	Strength gap.Strength
	means    string
}

// kinds are those that a map may have. Only strong gaps are called missing.
var kinds = []kind{
	{view.Listed, 0, "on the list"},
	{view.Gap, gap.Strong, "missing from it"},
	{view.Gap, gap.WorthALook, "worth a look"},
	{view.Gap, gap.Context, "less likely missing"},
	{view.Context, 0, "context: ties the others together"},
}

func (k kind) of(p render.Paper) bool { return p.Role == k.Role && p.Strength == k.Strength }

func has(m *render.Map, is func(render.Paper) bool) bool { return slices.ContainsFunc(m.Papers, is) }

// signs explain boxes and lines: those that there are.
func signs(m *render.Map, of told) []item {
	neutral := render.Neutral()
	var items []item
	for _, k := range kinds {
		if k.Role == view.Context && len(items) == 0 {
			continue // there is no other
		}
		if has(m, k.of) {
			items = append(items, item{samples: []Sample{{k.Role, k.Strength, neutral}}, means: k.means})
		}
	}
	if m.View.Count(view.Gap) > 0 {
		items = append(items, item{means: "#1: rank among the gaps"})
	}
	if len(m.View.Citations) > 0 {
		items = append(items, item{line: Cites, lined: true, means: "cites"}, item{means: "larger: cited by more papers"})
	}
	if m.View.MainPath != nil && m.Options.Layout != render.Topics {
		items = append(items, item{line: Main, lined: true, means: "main path: most chains of citations lead over it"})
	}
	if of.shared {
		items = append(items, item{means: "1998–99: years that share a row"})
	}
	if of.skipped {
		items = append(items, item{line: Axis, lined: true, means: "years without a paper drawn"})
	}
	if of.crossing > 0 {
		items = append(items, item{means: fmt.Sprintf("arrows that found no way around boxes: %d", of.crossing)})
	}
	return items
}

// colors explain the groups, each by boxes that it has: a full and a pale one, else a
// dashed one.
func colors(m *render.Map) []item {
	if len(m.Groups) < 2 || m.Options.Layout == render.Topics && m.Options.Color == render.ByCommunity {
		return nil // they tell nothing, or the names of the topics do
	}
	items := []item{{means: "Colours are " + m.Options.Color.Meaning() + ":"}}
	for g, group := range m.Groups {
		i := item{means: group.Label}
		for _, k := range kinds {
			second := len(i.samples) > 0 && k.Role == view.Gap
			if !second && has(m, func(p render.Paper) bool { return p.Group == g && k.of(p) }) {
				i.samples = append(i.samples, Sample{k.Role, k.Strength, group})
			}
		}
		items = append(items, i)
	}
	return items
}
