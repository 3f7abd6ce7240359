package layout

import (
	"fmt"
	"strings"

	"citemap/graph/view"
	"citemap/render"
)

// A labeling says how much of its title a box holds.
type labeling struct {
	lines   int        // of the title, at most
	context bool       // papers of the context bear their titles, too
	columns int        // of a line of the title
	sizes   [4]float64 // of the font, by render.Paper.Size, for the smallest as 1
}

// sizes are by how many papers of the corpus cite a paper.
var sizes = [4]float64{1, 1.1, 1.22, 1.4}

// labelings are those that a map may have, the fullest first.
func labelings(m *render.Map) []labeling {
	columns := min(max(int(m.Options.Page.Width()/m.Options.Page.Least()/5.5), 20), 28)
	names := labeling{0, false, columns, sizes}
	short := labeling{1, true, columns, sizes}
	full := labeling{2, true, columns, sizes}
	switch m.Options.Labels {
	case render.ShortLabels:
		return []labeling{names}
	case render.TitleLabels:
		return []labeling{full, short}
	}
	return []labeling{full, {2, false, columns, sizes}, {1, false, columns, sizes}, names}
}

// linesOf are the lines of a box: what the paper is called, of a gap after its
// number, and how its title begins. A paper that is called by its title has no other.
func (l labeling) linesOf(p *render.Paper) []string {
	lines := []string{p.Label}
	if p.Role == view.Gap {
		lines[0] = fmt.Sprintf("#%d %s", p.Rank, p.Label)
	}
	if l.lines == 0 || p.Role == view.Context && !l.context || p.Authors == "" {
		return lines
	}
	title := render.Fold(p.Title, l.columns)
	if len(title) > l.lines {
		title = append(title[:l.lines-1], strings.Join(title[l.lines-1:], " "))
	}
	for _, line := range title {
		lines = append(lines, render.Shorten(line, l.columns))
	}
	return lines
}

// Of a box, in sizes of its font.
const (
	lineHeight = 1.2
	padAcross  = 0.55
	padDown    = 0.28
)

// boxes gives the boxes of a map, without their places, for a size of the smallest
// font.
func (l labeling) boxes(m *render.Map, least float64) []Box {
	all := make([]Box, len(m.Papers))
	for i := range m.Papers {
		p := &m.Papers[i]
		b := Box{Lines: l.linesOf(p), Size: least * l.sizes[p.Size]}
		for _, line := range b.Lines {
			b.Width = max(b.Width, Length(line, b.Size))
		}
		b.Width += 2 * padAcross * b.Size
		b.Height = (lineHeight*float64(len(b.Lines)) + 2*padDown) * b.Size
		all[i] = b
	}
	return all
}
