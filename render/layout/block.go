package layout

import (
	"slices"

	"citemap/render"
)

// A block is the papers of a topic in lines, the older above those that cite them,
// under its name.
type block struct {
	weave
	topic  int // -1: papers of none
	papers []int
	lines  [][]int
	name   []string
	size   float64 // of the smallest text
	Rect
}

const otherTopics = "in no community"

// blocks parts the papers of a map by topic.
func blocks(m *render.Map, boxes []Box, size, air float64) []block {
	all := make([]block, len(m.Topics)+1)
	for i := range all {
		all[i].topic, all[i].size = i, size
		all[i].gap, all[i].channel = leastGap*size*air, 1.7*size*air
		all[i].cites = citedBy(m)
		for _, b := range boxes {
			all[i].strips = append(all[i].strips, strip{b.Width, b.Height})
		}
	}
	all[len(m.Topics)].topic = -1
	for i, p := range m.Papers {
		of := p.Community
		if of < 0 {
			of = len(m.Topics)
		}
		all[of].papers = append(all[of].papers, i)
	}
	return slices.DeleteFunc(all, func(b block) bool { return len(b.papers) == 0 })
}

// need is how much of the page the block takes at least.
func (b *block) need() float64 {
	sum := 0.0
	for _, p := range b.papers {
		sum += (b.strips[p].along + b.gap) * (b.strips[p].across + b.channel)
	}
	return sum * 1.3
}

// fits sets the papers of the block in lines within its place, and reports whether
// they find room there.
func (b *block) fits(m *render.Map, place Rect) bool {
	b.Rect = place.wider(-0.6 * b.size)
	b.length = b.Width
	label := otherTopics
	if b.topic >= 0 {
		label = m.Topics[b.topic]
	}
	columns := int(b.Width / b.size / 0.56)
	b.name = render.Fold(render.Shorten(label, columns*2-4), columns)
	b.name = b.name[:min(len(b.name), 2)]
	for i := range b.name {
		b.name[i] = render.Shorten(b.name[i], columns)
	}
	for _, p := range b.papers {
		if b.strips[p].along+b.gap > b.length {
			return false
		}
	}
	room := b.Height - b.head()
	one := band{papers: b.papers, lines: b.fold(b.papers, 1)}
	if b.depth([]band{one}) > room {
		return false
	}
	bands := []band{one}
	b.loosen(bands, room)
	b.lines = bands[0].lines
	return true
}

// head is how much of its height the name takes.
func (b *block) head() float64 { return float64(len(b.name)) * lineHeight * b.size }

// place gives the boxes their places.
func (b *block) place(m *render.Map, s *scene) {
	for i, line := range b.name {
		t := Text{Kind: Topic, Index: b.topic, Text: line, Size: b.size}
		t.Rect = Rect{b.X, b.Y + float64(i)*lineHeight*b.size, Length(line, b.size), lineHeight * b.size}
		s.texts = append(s.texts, t)
	}
	at := b.settle(b.lines, b.tiesWithin(m), make([]int, len(m.Papers)))
	used := b.depth([]band{{lines: b.lines}})
	channel := b.channel + min((b.Height-b.head()-used)/float64(len(b.lines)), mostChannel*b.size)
	y := b.Y + b.head()
	for _, line := range b.lines {
		thick := b.thickness(line)
		y += channel / 2
		for _, p := range line {
			box := &s.boxes[p]
			box.X, box.Y = b.X+at[p]-box.Width/2, y+thick/2-box.Height/2
		}
		y += thick + channel/2
	}
	f := b.wider(0.45 * b.size)
	s.lines = append(s.lines, Line{[]Point{{f.X, f.Y}, {f.right(), f.Y}, {f.right(), f.bottom()}, {f.X, f.bottom()}, {f.X, f.Y}}, Rule})
}

// tiesWithin gives the ties of the papers of the block among each other.
func (b *block) tiesWithin(m *render.Map) [][]tie {
	in := make([]bool, len(m.Papers))
	for _, p := range b.papers {
		in[p] = true
	}
	ties := tiesOf(m)
	for i := range ties {
		ties[i] = slices.DeleteFunc(ties[i], func(t tie) bool { return !in[i] || !in[t.paper] })
	}
	return ties
}

// topics sets each topic in a block of its own, and reports whether all fit in the area:
// those that do not are given a larger part of it, for some rounds.
func topics(m *render.Map, boxes []Box, area Rect, size, air float64) ([]block, bool) {
	all := blocks(m, boxes, size, air)
	shares := make([]float64, len(all))
	for i := range all {
		shares[i] = all[i].need()
	}
	const rounds = 24
	for range rounds {
		tiles := tiled(area, shares, 1.3)
		fit := true
		for i := range all {
			if !all[i].fits(m, tiles[i]) {
				fit = false
				shares[i] *= 1.08
			}
		}
		if fit {
			return all, true
		}
	}
	return nil, false
}
