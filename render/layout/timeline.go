package layout

import (
	"citemap/render"
)

// A loom sets a timeline: lines of papers, years after years, the oldest first. Lines
// run across the page and follow each other downwards, or, by columns, the
// other way.
type loom struct {
	weave
	columns  bool
	area     Rect
	axis     float64 // of the area, for the years
	size     float64 // of the smallest text
	depth    float64
	bands    []band
	boxes    []Box
	channels []float64 // above each line, and below the last
	kept     float64   // which part of the years have a band of their own
}

// Sizes of the smallest font.
const (
	leastGap     = 1.15
	leastChannel = 1.55
	mostChannel  = 7.0
)

// newLoom begins a timeline of boxes in an area, with so much air between them: 1 where
// it is tight. It reports whether they fit.
func newLoom(m *render.Map, boxes []Box, area Rect, size, air float64, columns bool) (*loom, bool) {
	l := &loom{columns: columns, area: area, size: size, boxes: boxes, depth: area.Height, bands: years(m)}
	l.axis, l.gap, l.channel = l.headings(size)+size, leastGap*size*air, leastChannel*size*air
	l.length = area.Width - l.axis
	if columns {
		l.axis, l.gap, l.channel = 2*size, size*air, 2.8*size*air
		l.length, l.depth = area.Height-l.axis, area.Width
	}
	for _, b := range boxes {
		s := strip{b.Width, b.Height}
		if columns {
			s = strip{b.Height, b.Width}
		}
		if s.along > l.length || s.across > l.depth {
			return nil, false
		}
		l.strips = append(l.strips, s)
	}
	l.cites = citedBy(m)
	all := len(l.bands)
	var fits bool
	l.bands, fits = l.squeeze(l.bands, l.depth)
	l.kept = float64(len(l.bands)) / float64(max(all, 1))
	if fits {
		l.loosen(l.bands, l.depth)
	}
	return l, fits
}

// headings is how wide those of years get.
func (l *loom) headings(size float64) float64 {
	widest := "0000–00"
	for i, b := range l.bands {
		if i > 0 && l.bands[i-1].first/100 != b.last/100 {
			widest = "0000–0000"
		}
		if b.undated && len(l.bands) > 1 {
			widest = "undated, 0000–00"
		}
	}
	return Length(widest, size)
}

// citedBy gives, for each paper, the drawn ones that it cites, whether or not the
// citation is drawn.
func citedBy(m *render.Map) [][]int {
	cites := make([][]int, len(m.Papers))
	for _, c := range m.View.Citations {
		cites[c.Citing] = append(cites[c.Citing], c.Cited)
	}
	for _, c := range m.View.Implied {
		cites[c.Citing] = append(cites[c.Citing], c.Cited)
	}
	return cites
}

// place gives the boxes their places, and what stands around them.
func (l *loom) place(m *render.Map) scene {
	lines := l.lines()
	communities := make([]int, len(m.Papers))
	for i, p := range m.Papers {
		communities[i] = p.Community
	}
	at := l.settle(lines, tiesOf(m), communities)
	l.spread(m, lines)
	s := scene{boxes: l.boxes}
	across, line := 0.0, 0
	for i, b := range l.bands {
		if i > 0 {
			s.lines = append(s.lines, l.rule(across+l.channels[line]/2, b.skipped > 0)...)
		}
		start := across + l.channels[line]
		for _, papers := range b.lines {
			across += l.channels[line]
			thick := l.thickness(papers)
			for _, p := range papers {
				middle := l.point(at[p], across+thick/2)
				l.boxes[p].X, l.boxes[p].Y = middle.X-l.boxes[p].Width/2, middle.Y-l.boxes[p].Height/2
			}
			across += thick
			line++
		}
		s.texts = append(s.texts, l.head(i, b, start, across))
	}
	return s
}

// lines gives those of all bands, in order.
func (l *loom) lines() [][]int {
	var all [][]int
	for _, b := range l.bands {
		all = append(all, b.lines...)
	}
	return all
}

// point gives the place of a point on the page.
func (l *loom) point(along, across float64) Point {
	if l.columns {
		return Point{l.area.X + across, l.area.Y + l.axis + along}
	}
	return Point{l.area.X + l.axis + along, l.area.Y + across}
}

// spread shares what is left of the depth among the channels: more to those through
// which many arrows pass.
func (l *loom) spread(m *render.Map, lines [][]int) {
	lineOf := make([]int, len(m.Papers))
	for i, line := range lines {
		for _, p := range line {
			lineOf[p] = i
		}
	}
	traffic := make([]float64, len(lines)+1)
	sum := 0.0
	for _, c := range m.View.Citations {
		low, high := min(lineOf[c.Citing], lineOf[c.Cited]), max(lineOf[c.Citing], lineOf[c.Cited])
		for i := low + 1; i <= high; i++ {
			traffic[i]++
			sum++
		}
	}
	left := l.depth - l.weave.depth(l.bands)
	l.channels = make([]float64, len(lines)+1)
	for i := 1; i < len(lines); i++ {
		share := 0.5/float64(len(lines)) + 0.5*traffic[i]/max(sum, 1)
		l.channels[i] = l.channel + min(share*left, (mostChannel-leastChannel)*l.size)
	}
	l.channels[0] = l.channel / 2
}

// rule parts two bands; a zigzag in it tells that years lie between them.
func (l *loom) rule(across float64, skipped bool) []Line {
	lines := []Line{{[]Point{l.point(-l.axis, across), l.point(l.length, across)}, Rule}}
	if skipped {
		zigzag := Line{Kind: Axis}
		for i := range 7 {
			zigzag.Points = append(zigzag.Points, l.point(-l.axis+float64(i)*l.size*0.35, across+[...]float64{0, -0.3, 0, 0.3}[i%4]*l.size))
		}
		lines = append(lines, zigzag)
	}
	return lines
}

// head is the heading of a band between two depths.
func (l *loom) head(i int, b band, start, end float64) Text {
	t := Text{Kind: Year, Index: i, Text: b.heading(), Size: l.size}
	t.Width, t.Height = Length(t.Text, t.Size), lineHeight*t.Size
	if l.columns {
		t.X, t.Y = l.area.X+(start+end)/2-t.Width/2, l.area.Y
		return t
	}
	first := l.thickness(b.lines[0])
	t.X, t.Y = l.area.X, l.area.Y+start+first/2-t.Height/2
	return t
}
