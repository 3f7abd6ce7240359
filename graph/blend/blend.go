// Package blend puts papers beside columns that do not hold them.
package blend

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"citemap/graph"
)

// With gives columns, which must be in the order of time, with papers more that they do
// not hold.
func With(base *graph.Columns, papers []graph.Paper) *graph.Columns {
	j := &blend{base: base, index: (&graph.Corpus{Columns: base}).Index(), more: slices.SortedFunc(slices.Values(papers), func(a, b graph.Paper) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	}), bears: map[string][]int{}}
	for i := range j.more {
		for _, name := range lowerNames(&j.more[i]) {
			j.bears[name] = append(j.bears[name], i)
		}
	}
	j.order()
	return j.columns()
}

// lowerNames are the names of a paper as Columns.Names wants them.
func lowerNames(p *graph.Paper) []string {
	out := []string{strings.ToLower(string(p.ID))}
	for _, id := range p.Aliases {
		out = append(out, strings.ToLower(string(id)))
	}
	for _, id := range p.IDs {
		out = append(out, strings.ToLower(id.String()))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A blend is columns and papers beside them, put together.
type blend struct {
	base  *graph.Columns
	index graph.Index      // of base
	more  []graph.Paper    // in the order of time
	bears map[string][]int // of more, by name

	placeOfBase []uint32
	placeOfMore []uint32
	from        []int // by place: the place in base, or ^ that in more
}

// order puts each paper ahead of the first of base that is later.
func (j *blend) order() {
	j.placeOfBase, j.placeOfMore = make([]uint32, j.base.Len()), make([]uint32, len(j.more))
	next := 0
	upTo := func(end int) {
		for ; next < end; next++ {
			j.placeOfBase[next] = uint32(len(j.from))
			j.from = append(j.from, next)
		}
	}
	for i := range j.more {
		p := &j.more[i]
		upTo(sort.Search(j.base.Len(), func(place int) bool {
			return cmp.Or(j.base.Days[place].Date().Compare(p.Date), cmp.Compare(j.base.ID(place), p.ID)) > 0
		}))
		j.placeOfMore[i] = uint32(len(j.from))
		j.from = append(j.from, ^i)
	}
	upTo(j.base.Len())
}

func (j *blend) columns() *graph.Columns {
	c := &graph.Columns{CitedFrom: []uint32{0}, Err: j.base.Err}
	counted := j.base.Global != nil || j.base.Influential != nil
	for _, from := range j.from {
		if from >= 0 {
			c.Days, c.States = append(c.Days, j.base.Days[from]), append(c.States, j.base.States[from])
			for _, cited := range j.base.Cited[j.base.CitedFrom[from]:j.base.CitedFrom[from+1]] {
				if cited != graph.Nowhere {
					cited = j.placeOfBase[cited]
				}
				c.Cited = append(c.Cited, cited)
			}
		} else {
			p := &j.more[^from]
			c.Days, c.States = append(c.Days, graph.DayOf(p.Date)), append(c.States, p.References.State)
			for _, id := range p.References.IDs {
				c.Cited = append(c.Cited, j.placeOf(id))
			}
			counted = counted || p.Global != nil || p.Influential != nil
		}
		c.CitedFrom = append(c.CitedFrom, uint32(len(c.Cited)))
	}
	j.tell(c)
	if counted {
		j.count(c)
	}
	j.serve(c)
	return c
}

// placeOf gives the place of a paper by any id, graph.Nowhere where it has none.
func (j *blend) placeOf(id graph.PaperID) uint32 {
	if place, found := j.index.Place(id); found {
		return j.placeOfBase[place]
	}
	if of := j.bears[strings.ToLower(string(id))]; len(of) > 0 {
		return j.placeOfMore[of[0]]
	}
	return graph.Nowhere
}

// tell takes over what cited papers tell of citing papers.
func (j *blend) tell(c *graph.Columns) {
	for _, t := range j.base.Told {
		c.Told = append(c.Told, graph.Arc{Citing: j.placeOfBase[t.Citing], Cited: j.placeOfBase[t.Cited]})
	}
	for i := range j.more {
		for _, id := range j.more[i].Citing.IDs {
			if citing := j.placeOf(id); citing != graph.Nowhere {
				c.Told = append(c.Told, graph.Arc{Citing: citing, Cited: j.placeOfMore[i]})
			}
		}
	}
}

func (j *blend) count(c *graph.Columns) {
	c.Global, c.Influential = make([]int, len(j.from)), make([]int, len(j.from))
	for place, from := range j.from {
		var global, influential *int
		if from >= 0 {
			global, influential = count(j.base.Global, from), count(j.base.Influential, from)
		} else {
			global, influential = j.more[^from].Global, j.more[^from].Influential
		}
		c.Global[place], c.Influential[place] = countOr(global), countOr(influential)
	}
}

func count(column []int, place int) *int {
	if column == nil || column[place] == graph.NoCount {
		return nil
	}
	return &column[place]
}

func countOr(n *int) int {
	if n == nil {
		return graph.NoCount
	}
	return *n
}

// serve reads a paper from where it is.
func (j *blend) serve(c *graph.Columns) {
	c.ID = func(place int) graph.PaperID {
		if from := j.from[place]; from < 0 {
			return j.more[^from].ID
		}
		return j.base.ID(j.from[place])
	}
	c.ByID = func(a, b int) int { return cmp.Compare(c.ID(a), c.ID(b)) }
	c.Title = func(place int) string {
		if from := j.from[place]; from < 0 {
			return j.more[^from].Title
		}
		return j.base.Title(j.from[place])
	}
	c.Read = func(place int) graph.Paper { return j.read([]int{place})[0] }
	c.All = j.read
	c.Own = func(id graph.PaperID) (int, bool) {
		place := j.placeOf(id)
		return int(place), place != graph.Nowhere && c.ID(int(place)) == id
	}
	c.Names = func(name string) []int { return j.byID(c, j.base.Names(name), j.bears[name]) }
	c.Match = func(wanted func(string) bool) []int {
		var of []int
		for i := range j.more {
			if wanted(j.more[i].Title) {
				of = append(of, i)
			}
		}
		return j.byID(c, j.base.Match(wanted), of)
	}
}

// byID gives the places of papers of base and of more by PaperID.
func (j *blend) byID(c *graph.Columns, base, more []int) []int {
	var places []int
	for _, place := range base {
		places = append(places, int(j.placeOfBase[place]))
	}
	for _, i := range more {
		places = append(places, int(j.placeOfMore[i]))
	}
	slices.SortFunc(places, c.ByID)
	return places
}

func (j *blend) read(places []int) []graph.Paper {
	out := make([]graph.Paper, len(places))
	var base, of []int
	for i, place := range places {
		if from := j.from[place]; from >= 0 {
			base, of = append(base, from), append(of, i)
		} else {
			out[i] = j.more[^from]
		}
	}
	if j.base.All == nil {
		for k, from := range base {
			out[of[k]] = j.base.Read(from)
		}
		return out
	}
	for k, p := range j.base.All(base) {
		out[of[k]] = p
	}
	return out
}
