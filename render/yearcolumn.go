package render

import (
	"math"
	"strconv"

	"citemap/graph/view"
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
func setColumns(papers []Paper, v *view.View) []Column {
	var columns []Column
	for i := range papers {
		p := &papers[i]
		last := len(columns) - 1
		if last < 0 || columns[last].Year != p.Year {
			skipped := last >= 0 && columns[last].Year != 0 && p.Year > columns[last].Year+1
			columns = append(columns, Column{Year: p.Year, Skipped: skipped})
			last++
		}
		p.Column = last
	}
	first := 0
	for i := range columns {
		end := first
		for end < len(papers) && papers[end].Column == i {
			end++
		}
		columns[i].Slots = setSlots(papers, v, first, end)
		first = end
	}
	return columns
}

// tall is how many of the papers may stand on top of each other in one column, so
// that the picture is about as high as it is wide.
func tall(papers int) int { return max(10, int(math.Ceil(1.6*math.Sqrt(float64(papers))))) }

// setSlots spreads the papers of one column, papers[first:end], over as many
// sub-columns as they need: a paper stands to the right of those of its
// year that it cites, as far as there is room.
func setSlots(papers []Paper, v *view.View, first, end int) (slots int) {
	most := tall(len(papers))
	slots = (end - first + most - 1) / most
	if slots <= 1 {
		return slots
	}
	room := (end - first + slots - 1) / slots
	taken := make([]int, slots)
	cited := citedWithin(v, first, end)
	for i := first; i < end; i++ {
		slot := 0
		for _, c := range cited[i-first] {
			slot = max(slot, papers[c].Slot+1)
		}
		slot = free(taken, room, min(slot, slots-1))
		papers[i].Slot = slot
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

// citedWithin gives, for each of the papers from first to before end, the older ones
// of them that it cites.
func citedWithin(v *view.View, first, end int) [][]int {
	cited := make([][]int, end-first)
	for _, all := range [][]view.Citation{v.Citations, v.Implied} {
		for _, c := range all {
			if c.Citing < end && first <= c.Cited && c.Cited < c.Citing {
				cited[c.Citing-first] = append(cited[c.Citing-first], c.Cited)
			}
		}
	}
	return cited
}
