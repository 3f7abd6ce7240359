package layout

import (
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
)

// Map draws of a study as many papers as the page of the map has room for, at a
// size at which they can be read. Those that it has no room for are counted in
// the view.
func Map(f *study.Findings, v view.Options, o render.Options) *render.Map {
	m := render.NewMap(view.Of(f, v), o)
	for room := len(m.Papers); room > fewest && tries(m) == nil; {
		room = max(min(room*19/20, crammed(m)), fewest)
		v.Room = room
		m = render.NewMap(view.Of(f, v), o)
	}
	return m
}

// crammed is how many boxes of names fill the page of a map: more do not fit.
func crammed(m *render.Map) int {
	labels := labelings(m)
	sum := 0.0
	for _, b := range labels[len(labels)-1].boxes(m, m.Options.Page.Least()) {
		sum += b.Width * (b.Height + leastChannel*b.Size)
	}
	return int(m.Options.Page.Width() * m.Options.Page.Height() * float64(len(m.Papers)) / sum)
}

// fewest is how many papers are drawn however small the page.
const fewest = 3

// Of lays a map out. Where the page has no room for it, the texts are smaller than the
// page asks for.
func Of(m *render.Map) *Sheet {
	done := tries(m)
	labels := labelings(m)
	for least := m.Options.Page.Least(); done == nil; least *= 0.9 { // what shrinks fits at last
		done = attempt(m, labels[len(labels)-1], least, least, 0)
	}
	return done()
}

// tries finds the fullest labels that the page has room for, in letters as large as may
// be: fuller ones must leave room for larger letters than the least, and most years must keep
// a row of their own. It gives what then lays the map out; nil where nothing fits.
func tries(m *render.Map) func() *Sheet {
	least := m.Options.Page.Least()
	all := labelings(m)
	for i, l := range all {
		for _, larger := range scales {
			if larger == 1 && i < len(all)-1 {
				break
			}
			if done := attempt(m, l, least, least*larger, mostYears); done != nil {
				return done
			}
		}
	}
	last := all[len(all)-1]
	if done := attempt(m, last, least, least*scales[len(scales)-2], 0); done != nil {
		return done
	}
	return attempt(m, last, least, least, 0)
}

// scales are by how much letters may be larger than the least.
var scales = [...]float64{1.6, 1.45, 1.3, 1.2, 1.1, 1}

// mostYears is which part of the years keep a row of their own where that can be.
const mostYears = 0.75

// attempt lays a map out in letters of a size, its legend in those of the least; nil
// where the page has no room, or not for that part of the years.
func attempt(m *render.Map, l labeling, least, size, years float64) func() *Sheet {
	p := m.Options.Page
	margin := 1.2 * least
	inner := Rect{0, 0, p.Width(), p.Height()}.wider(-margin)
	var title []Text
	var f foot
	if !m.Options.Bare {
		title = heading(m, inner, size)
		f = legend(m, least, inner.Width, told{skipped: true, shared: true})
	}
	area := inner
	if len(title) > 0 {
		area.Y = title[len(title)-1].bottom() + 0.5*size
	}
	area.Height = inner.bottom() - f.height - area.Y - size*0.8
	if area.Height < 0.35*p.Height() {
		return nil
	}
	air := 1.0
	if size > least {
		air = 1.2
	}
	boxes := l.boxes(m, size)
	if crowded(boxes, area) {
		return nil
	}
	place := arranged(m, boxes, area, size, air, years)
	if place == nil {
		return nil
	}
	return func() *Sheet {
		s := place()
		sheet := &Sheet{Width: p.Width(), Height: p.Height(), Text: least, Boxes: s.boxes, Lines: s.lines}
		sheet.Arrows, sheet.Crossing = arrows(m, s, area, size)
		sheet.Texts = append(s.texts, title...)
		if !m.Options.Bare {
			sheet.explain(m, inner, least)
		}
		return sheet
	}
}

// crowded reports whether boxes are too many for an area, whatever their places.
func crowded(boxes []Box, area Rect) bool {
	sum := 0.0
	for _, b := range boxes {
		sum += b.Width * (b.Height + leastChannel*b.Size/2)
	}
	return sum > fullest*area.Width*area.Height
}

// arranged gives what places the boxes in the area; nil where there is no room for them.
func arranged(m *render.Map, boxes []Box, area Rect, size, air, years float64) func() scene {
	if m.Options.Layout == render.Topics {
		all, fit := topics(m, boxes, area, size, air)
		if !fit {
			return nil
		}
		return func() scene {
			s := scene{boxes: boxes}
			for i := range all {
				all[i].place(m, &s)
			}
			return s
		}
	}
	l, fit := newLoom(m, boxes, area, size, air, m.Options.Layout == render.Columns)
	if !fit || l.kept < years {
		return nil
	}
	return func() scene { return l.place(m) }
}

// heading is the title of the map.
func heading(m *render.Map, inner Rect, size float64) []Text {
	larger := 1.5 * size
	title := m.Heading()
	for Length(title, larger) > inner.Width && larger > size {
		larger *= 0.95
	}
	var texts []Text
	y := inner.Y
	for _, line := range fold(title, larger, inner.Width) {
		texts = append(texts, Text{Kind: Title, Index: len(texts), Text: line, Size: larger, Rect: Rect{inner.X, y, Length(line, larger), lineHeight * larger}})
		y += lineHeight * larger
	}
	return texts
}

// explain puts the legend at the bottom.
func (s *Sheet) explain(m *render.Map, inner Rect, size float64) {
	of := told{crossing: s.Crossing}
	for _, l := range s.Lines {
		of.skipped = of.skipped || l.Kind == Axis
	}
	for _, t := range s.Texts {
		of.shared = of.shared || t.Kind == Year && len(t.Text) > 4 && t.Text != "undated"
	}
	f := legend(m, size, inner.Width, of)
	x, y := inner.X, inner.bottom()-f.height
	for _, t := range f.texts {
		t.X, t.Y = t.X+x, t.Y+y
		s.Texts = append(s.Texts, t)
	}
	for _, k := range f.keys {
		k.X, k.Y = k.X+x, k.Y+y
		s.Keys = append(s.Keys, k)
	}
	for _, l := range f.lines {
		for i := range l.Points {
			l.Points[i].X, l.Points[i].Y = l.Points[i].X+x, l.Points[i].Y+y
		}
		s.Lines = append(s.Lines, l)
	}
}
