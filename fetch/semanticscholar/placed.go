package semanticscholar

// placed gives for each id of a batch the place of the item that answers for it;
// -1 where none does. An item that bears an asked id answers for that id,
// wherever it stands. Else the place decides, as an id may be an alias: but only
// where the answer is as long as the question and no item was found at the place
// of another, since then the order says nothing.
func placed(ids []string, items []item) []int {
	bearers := bearersOf(ids, items)
	ordered := len(ids) == len(items)
	for i := range ids {
		if ordered && len(bearers[i]) > 0 && !fits(i, bearers[i], items) {
			ordered = false
		}
	}
	out := make([]int, len(ids))
	for i := range ids {
		switch {
		case ordered:
			out[i] = i
		case len(bearers[i]) > 0:
			out[i] = bearers[i][0]
		default:
			out[i] = -1
		}
	}
	return out
}

// fits reports whether the item at a place may answer for its id, which others
// bear: it bears it too, or is the same paper as one that does.
func fits(place int, bearers []int, items []item) bool {
	for _, b := range bearers {
		if b == place || same(items[b].paper, items[place].paper) {
			return true
		}
	}
	return false
}

func same(a, b *wirePaper) bool {
	return a != nil && b != nil && a.PaperID.Known && a.PaperID.Value == b.PaperID.Value
}

// bearersOf gives for each id the places of the items that bear it.
func bearersOf(ids []string, items []item) [][]int {
	where := make(map[string]int, len(ids))
	for i, id := range ids {
		where[id] = i
	}
	bearers := make([][]int, len(ids))
	for place := range items {
		for _, id := range items[place].ids() {
			if i, asked := where[id]; asked {
				bearers[i] = append(bearers[i], place)
			}
		}
	}
	return bearers
}
