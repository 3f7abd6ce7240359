package path_test

import (
	"fmt"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/path"
)

// checkForm checks what NewAcyclic promises of any graph.
func checkForm(t *testing.T, name string, g *graph.Graph) *path.Acyclic {
	t.Helper()
	a, of := path.NewAcyclic(g), path.Strong(g)
	if a.Len() != g.Len() || a.Citations()+len(a.Dropped) != g.Citations() {
		t.Fatalf("%s: %d citations stand, %d are dropped, of %d", name, a.Citations(), len(a.Dropped), g.Citations())
	}
	place := make([]int, a.Len())
	for at, n := range a.Order() {
		place[n] = at
	}
	for n := range graph.Node(a.Len()) {
		for _, r := range a.References(n) {
			if place[r] >= place[n] || !g.Cites(n, r) || !slices.Contains(a.Citing(r), n) {
				t.Fatalf("%s: %d cites %d against the order, or not both ways", name, n, r)
			}
		}
	}
	for i, d := range a.Dropped {
		if of.Of(d.Citing) != of.Of(d.Cited) || a.Cites(d.Citing, d.Cited) || !g.Cites(d.Citing, d.Cited) {
			t.Fatalf("%s: %+v dropped without need", name, d)
		}
		if newer := g.Paper(d.Cited).Date.After(g.Paper(d.Citing).Date) && !g.Paper(d.Citing).Date.IsZero(); newer != (d.Reason == path.Newer) {
			t.Fatalf("%s: %+v dropped for the wrong reason", name, d)
		}
		if !leads(a, d.Cited, d.Citing) {
			t.Fatalf("%s: %+v dropped, and closes no cycle", name, d)
		}
		if i > 0 && (a.Dropped[i-1].Citing > d.Citing || a.Dropped[i-1].Citing == d.Citing && a.Dropped[i-1].Cited >= d.Cited) {
			t.Fatalf("%s: dropped citations out of order", name)
		}
	}
	return a
}

// leads reports whether citations of the form lead from one paper to another.
func leads(a *path.Acyclic, from, to graph.Node) bool {
	met, ahead := map[graph.Node]bool{}, []graph.Node{from}
	for len(ahead) > 0 && !met[to] {
		n := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		for _, r := range a.References(n) {
			if !met[r] {
				met[r] = true
				ahead = append(ahead, r)
			}
		}
	}
	return met[to]
}

func TestAcyclicFormOfNastyGraphs(t *testing.T) {
	for name, g := range nasty() {
		checkForm(t, name, g)
	}
}

func TestAcyclicFormOfRandomGraphs(t *testing.T) {
	for seed := range uint64(300) {
		c := graphtest.Random(seed, 3+int(seed%70))
		for i := range c.Papers {
			if (uint64(i)+seed)%7 == 0 {
				c.Papers[i].Date = graph.Date{} // undated, or dated to the month, among the others
			} else if (uint64(i)+seed)%5 == 0 {
				c.Papers[i].Date.Month = 1 + i%12
			}
		}
		checkForm(t, fmt.Sprintf("seed %d", seed), graph.New(c))
	}
}

func TestWhatIsDropped(t *testing.T) {
	for _, test := range []struct {
		name      string
		g         *graph.Graph
		want      string
		undecided int
	}{
		{"nothing without a cycle, even forward in time", of(graphtest.Cites("a@2001", "b"), graphtest.Paper("b@2005")), "", 0},
		{"the citation of the newer paper", of(graphtest.Cites("a@2001", "b"), graphtest.Cites("b@2005", "a")), "a>b", 0},
		{"one of twins of a date", of(graphtest.Cites("a@2001", "b"), graphtest.Cites("b@2001", "a")), "a>b", 1},
		{"one of twins without a date", of(graphtest.Cites("a", "b"), graphtest.Cites("b", "a")), "a>b", 1},
		{"an unknown date is not an older one", of(graphtest.Cites("a", "b"), graphtest.Cites("b@2005", "a")), "a>b", 1},
		{"a year is not older than its months", of(graphtest.Cites("a@2001", "b"), graphtest.Cites("b@2001-05", "a")), "a>b", 1},
		{"a cycle of three loses one", of(graphtest.Cites("a@2001", "b"), graphtest.Cites("b@2001", "c"), graphtest.Cites("c@2001", "a")), "b>c", 1},
		{"only what is in the cycle", of(graphtest.Cites("a@2001", "b", "x"), graphtest.Cites("b@2005", "a"), graphtest.Cites("c@2000", "b"), graphtest.Paper("x@2009")), "a>b", 0},
		{"the few that run against the many", of(
			graphtest.Cites("a@2001", "b", "c", "d"), graphtest.Cites("b@2001", "c", "d"), graphtest.Cites("c@2001", "d"), graphtest.Cites("d@2001", "a")), "d>a", 1},
	} {
		a, got, undecided := checkForm(t, test.name, test.g), "", 0
		for _, d := range a.Dropped {
			got += fmt.Sprintf("%s>%s", test.g.Paper(d.Citing).ID, test.g.Paper(d.Cited).ID)
			if d.Reason == path.Undecided {
				undecided++
			}
		}
		if got != test.want || undecided != test.undecided {
			t.Errorf("%s: dropped %q, %d undecided; want %q, %d", test.name, got, undecided, test.want, test.undecided)
		}
	}
}

// No acyclic form of n papers that all cite each other has more than n(n-1)/2
// citations.
func TestAcyclicFormOfACliqueIsTheLargest(t *testing.T) {
	for n := range 30 {
		if a := path.NewAcyclic(clique(n)); a.Citations() != n*(n-1)/2 {
			t.Errorf("%d papers: %d citations stand, want %d", n, a.Citations(), n*(n-1)/2)
		}
	}
}

func TestOrderIsThatOfTimeWhereNothingCitesForward(t *testing.T) {
	c := graphtest.Random(4, 80)
	for i := range c.Papers {
		p := &c.Papers[i]
		p.References.IDs = slices.DeleteFunc(slices.Clone(p.References.IDs), func(id graph.PaperID) bool { return id >= p.ID })
	}
	if order := path.NewAcyclic(graph.New(c)).Order(); !slices.IsSorted(order) {
		t.Errorf("order %v", order)
	}
}

func TestReasonsHaveNames(t *testing.T) {
	if got := fmt.Sprint(path.Newer, path.Undecided); got != "newer undecided" {
		t.Errorf("reasons %q", got)
	}
}
