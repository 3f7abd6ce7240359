package render

import (
	"math"
	"strconv"
)

// A Column is one year of the timeline. Years without a drawn paper have none.
type Column struct {
	Year    int  // 0: papers of unknown date
	Skipped bool // years without a drawn paper lie between it and the column before
	Slots   int  // sub-columns; more than 1 where it holds very many papers
}

// Heading is what stands over a column.
func (c Column) Heading() string {
	switch {
	case c.Year == 0:
		return "undated"
	case c.Skipped:
		return "… " + strconv.Itoa(c.Year)
	}
	return strconv.Itoa(c.Year)
}

// setColumns gives each year that has papers its column.
func (m *Map) setColumns() {
	for i := range m.Papers {
		p := &m.Papers[i]
		last := len(m.Columns) - 1
		if last < 0 || m.Columns[last].Year != p.Year {
			skipped := last >= 0 && m.Columns[last].Year != 0 && p.Year > m.Columns[last].Year+1
			m.Columns = append(m.Columns, Column{Year: p.Year, Skipped: skipped})
			last++
		}
		p.Column = last
	}
	first := 0
	for i := range m.Columns {
		end := first
		for end < len(m.Papers) && m.Papers[end].Column == i {
			end++
		}
		m.Columns[i].Slots = m.setSlots(first, end)
		first = end
	}
}

// tall is how many papers may stand on top of each other in one column, so that the
// picture is about as high as it is wide.
func (m *Map) tall() int { return max(10, int(math.Ceil(1.6*math.Sqrt(float64(len(m.Papers)))))) }

// setSlots spreads the papers of one column, Papers[first:end], over as many
// sub-columns as they need: a paper stands to the right of those of its
// year that it cites, as far as there is room.
func (m *Map) setSlots(first, end int) (slots int) {
	slots = (end - first + m.tall() - 1) / m.tall()
	if slots <= 1 {
		return slots
	}
	room := (end - first + slots - 1) / slots
	taken := make([]int, slots)
	cited := m.citedWithin(first, end)
	for i := first; i < end; i++ {
		slot := 0
		for _, c := range cited[i-first] {
			slot = max(slot, m.Papers[c].Slot+1)
		}
		slot = free(taken, room, min(slot, slots-1))
		m.Papers[i].Slot = slot
		taken[slot]++
	}
	return slots
}

// free gives the first sub-column with room from a given one on, else the last
// one before it.
func free(taken []int, room, from int) int {
	for slot := from; slot < len(taken); slot++ {
		if taken[slot] < room {
			return slot
		}
	}
	for from > 0 && taken[from] >= room {
		from--
	}
	return from
}

// citedWithin gives, for each paper of Papers[first:end], the older ones of them
// that it cites.
func (m *Map) citedWithin(first, end int) [][]int {
	cited := make([][]int, end-first)
	for _, all := range [][]Citation{m.Citations, m.Implied} {
		for _, c := range all {
			if c.Citing < end && first <= c.Cited && c.Cited < c.Citing {
				cited[c.Citing-first] = append(cited[c.Citing-first], c.Cited)
			}
		}
	}
	return cited
}
