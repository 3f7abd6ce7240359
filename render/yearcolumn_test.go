package render_test

import (
	"fmt"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/view"
	"citemap/render"
)

func TestColumns(t *testing.T) {
	m := draw(graphtest.Corpus("a b c d", graphtest.Paper("a"), graphtest.Paper("b@1999"), graphtest.Paper("c@2005"), graphtest.Paper("d@2006")), view.Options{}, render.Options{})
	var got []string
	for _, c := range m.Columns {
		got = append(got, fmt.Sprint(c.Heading(), c.Slots))
	}
	if want := "[undated1 19991 … 20051 20061]"; fmt.Sprint(got) != want {
		t.Errorf("columns %v, want %s", got, want)
	}
}

// A crowded year is spread over several sub-columns, none of them too tall; in it,
// most papers stand to the right of those that they cite.
func TestACrowdedYear(t *testing.T) {
	var papers []graph.Paper
	listed := ""
	for i := range 60 {
		id := fmt.Sprintf("p%02d", i)
		p := graphtest.Paper(id + "@2020")
		if i >= 20 {
			p = graphtest.Cites(id+"@2020", fmt.Sprintf("p%02d", i-20))
		}
		papers, listed = append(papers, p), listed+" "+id
	}
	m := draw(graphtest.Corpus(listed, papers...), view.Options{}, render.Options{})
	if len(m.Columns) != 1 || m.Columns[0].Slots < 4 {
		t.Fatalf("columns %+v", m.Columns)
	}
	tall := make([]int, m.Columns[0].Slots)
	for _, p := range m.Papers {
		tall[p.Slot]++
	}
	for slot, n := range tall {
		if n == 0 || n > 20 {
			t.Errorf("%d papers in sub-column %d", n, slot)
		}
	}
	right := 0
	for _, c := range m.View.Citations {
		if m.Papers[c.Cited].Slot < m.Papers[c.Citing].Slot {
			right++
		}
	}
	if right*10 < len(m.View.Citations)*9 {
		t.Errorf("%d of %d citing papers stand to the right", right, len(m.View.Citations))
	}
}
