package blend_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/blend"
	"citemap/graph/graphtest"
)

// columnsOf gives papers as columns in the order of time.
func columnsOf(papers []graph.Paper) *graph.Columns {
	papers = slices.SortedFunc(slices.Values(papers), func(a, b graph.Paper) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return graph.ComparePapers(a, b)
	})
	place := map[graph.PaperID]int{}
	for i := range papers {
		place[papers[i].ID] = i
	}
	c := &graph.Columns{CitedFrom: []uint32{0}, Err: func() error { return nil }}
	for i := range papers {
		c.Days, c.States = append(c.Days, graph.DayOf(papers[i].Date)), append(c.States, papers[i].References.State)
		for _, id := range papers[i].References.IDs {
			cited, there := place[id]
			if !there {
				cited = graph.Nowhere
			}
			c.Cited = append(c.Cited, uint32(cited))
		}
		c.CitedFrom = append(c.CitedFrom, uint32(len(c.Cited)))
	}
	c.ID = func(p int) graph.PaperID { return papers[p].ID }
	c.ByID = func(a, b int) int { return strings.Compare(string(c.ID(a)), string(c.ID(b))) }
	c.Own = func(id graph.PaperID) (int, bool) { p, there := place[id]; return p, there }
	c.Names = func(name string) []int {
		if p, there := place[graph.PaperID(name)]; there {
			return []int{p}
		}
		return nil
	}
	c.Read = func(p int) graph.Paper { return papers[p] }
	c.Title = func(p int) string { return papers[p].Title }
	c.Match = func(wanted func(string) bool) (places []int) {
		for i := range papers {
			if wanted(papers[i].Title) {
				places = append(places, i)
			}
		}
		slices.SortFunc(places, c.ByID)
		return places
	}
	return c
}

// Papers put beside columns make the graph of all, but for what cites papers that the
// columns did not hold.
func TestColumnsWithMore(t *testing.T) {
	for seed := range uint64(50) {
		all := graphtest.Random(seed, 40).Papers
		var base, more []graph.Paper
		for i, p := range all {
			if i%4 == 0 {
				more = append(more, p)
			} else {
				base = append(base, p)
			}
		}
		for i := range base { // who holds base does not know what it lacks
			base[i].References.IDs = slices.DeleteFunc(slices.Clone(base[i].References.IDs), func(id graph.PaperID) bool {
				return slices.ContainsFunc(more, func(p graph.Paper) bool { return p.ID == id })
			})
		}
		want := graph.New(&graph.Corpus{Papers: slices.SortedFunc(slices.Values(slices.Concat(base, more)), graph.ComparePapers)})
		columns := blend.With(columnsOf(base), more)
		got := graph.New(&graph.Corpus{Columns: columns})
		for n := range graph.Node(want.Len()) {
			if got.ID(n) != want.ID(n) || !reflect.DeepEqual(got.Paper(n), want.Paper(n)) || !slices.Equal(got.References(n), want.References(n)) || got.Title(n) != want.Title(n) {
				t.Fatalf("seed %d: paper %d is %v that cites %v, want %v and %v", seed, n, got.ID(n), got.References(n), want.ID(n), want.References(n))
			}
			if m, found := got.Find(want.ID(n)); !found || m != n {
				t.Fatalf("seed %d: %s is found at %d, %v", seed, want.ID(n), m, found)
			}
		}
		matched := columns.Match(func(title string) bool { return strings.HasSuffix(title, "1") || strings.HasSuffix(title, "0") })
		var ids []string
		for _, place := range matched {
			ids = append(ids, fmt.Sprint(columns.ID(place)))
		}
		if len(ids) != 8 || !slices.IsSorted(ids) {
			t.Errorf("seed %d: titles are found of %v", seed, ids)
		}
	}
}
