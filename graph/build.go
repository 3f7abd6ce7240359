package graph

import (
	"slices"
	"sync"
)

// newOfColumns is New where the papers are columns.
func newOfColumns(c *Corpus) *Graph {
	g := &Graph{columns: c.Columns, places: inTimeByColumn(c.Columns.Days)}
	g.at = make([]Node, len(g.places))
	for n, place := range g.places {
		g.at[place] = Node(n)
	}
	g.setToday(c)
	g.references = g.rowsOfColumns()
	g.citing = g.references.Reversed()
	g.find(c.Listed())
	return g
}

// inTimeByColumn gives the places of papers from the oldest to the newest. Places
// are in the order of PaperID, so that ties go to it.
func inTimeByColumn(days []Day) []uint32 {
	keys := make([]uint64, len(days))
	for place, day := range days {
		keys[place] = uint64(day)<<32 | uint64(place)
	}
	slices.Sort(keys)
	out := make([]uint32, len(days))
	for n, k := range keys {
		out[n] = uint32(k)
	}
	return out
}

// rowsOfColumns is readReferences, on as many goroutines as there are spans.
func (g *Graph) rowsOfColumns() *Rows {
	const spans = 4
	told := map[Node][]Node{}
	for _, t := range g.columns.Told {
		if t.Citing != t.Cited {
			told[g.at[t.Citing]] = append(told[g.at[t.Citing]], g.at[t.Cited])
		}
	}
	r := &Rows{Start: make([]uint32, len(g.places)+1)}
	var parts [spans][]Node
	var cleaned [spans]Cleaned
	var work sync.WaitGroup
	for i := range spans {
		work.Go(func() {
			from, to := len(g.places)*i/spans, len(g.places)*(i+1)/spans
			parts[i] = g.rowsOfSpan(r, Node(from), Node(to), told, &cleaned[i])
		})
	}
	work.Wait()
	for n := range g.places {
		r.Start[n+1] += r.Start[n]
	}
	for i := range spans {
		g.Cleaned.add(cleaned[i])
	}
	r.All = slices.Concat(parts[:]...)
	return r
}

// rowsOfSpan gives the rows of some nodes, and writes the length of that of n to
// r.Start[n+1].
func (g *Graph) rowsOfSpan(r *Rows, from, to Node, told map[Node][]Node, cleaned *Cleaned) []Node {
	room := 0
	for n := from; n < to; n++ {
		room += len(g.columns.references(int(g.places[n]))) + len(told[n])
	}
	all := make([]Node, 0, room)
	for n := from; n < to; n++ {
		begin := len(all)
		for _, cited := range g.columns.references(int(g.places[n])) {
			switch {
			case cited == Nowhere:
				cleaned.Nowhere++
			case g.at[cited] == n:
				cleaned.SelfCitations++
			default:
				all = append(all, g.at[cited])
			}
		}
		kept := begin + sorted(all[begin:])
		cleaned.Repeated += len(all) - kept
		if all = all[:kept]; len(told) > 0 {
			all = append(all, told[n]...)
			all = all[:begin+sorted(all[begin:])]
		}
		r.Start[n+1] = uint32(len(all) - begin)
	}
	return all
}

func (c *Cleaned) add(d Cleaned) {
	c.SelfCitations += d.SelfCitations
	c.Repeated += d.Repeated
	c.Nowhere += d.Nowhere
}
