package rank_test

import (
	"fmt"
	"math"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// Of fewer papers than a window takes each is compared with all others; of more,
// with those of its own time alone.
func TestBelowOfItsAge(t *testing.T) {
	var papers []graph.Paper
	for i := range 60 { // of 1950, the i-th with score i; then as many of 2020
		papers = append(papers, graphtest.Paper(fmt.Sprintf("old%02d@1950", i)), graphtest.Paper(fmt.Sprintf("young%02d@2020", i)))
	}
	g := graph.New(graphtest.Corpus("old00", papers...))
	scores := make([]float64, g.Len())
	for n := range scores {
		var place int
		var age string
		for _, age = range []string{"old", "young"} {
			if read, _ := fmt.Sscanf(string(g.ID(graph.Node(n))), age+"%d", &place); read == 1 {
				break
			}
		}
		if scores[n] = float64(place); age == "young" {
			scores[n] /= 1000 // young papers are hardly cited yet
		}
	}
	ages := rank.NewAges(g, scores)
	for n, x := range scores {
		place := x
		if x > 0 && x < 1 {
			place = math.Round(1000 * x)
		}
		got, known := ages.Below(graph.Node(n))
		if want := place / 59; !known || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, %v, want %v", g.ID(graph.Node(n)), got, known, want)
		}
	}
}

func TestBelowWhereNothingIsKnown(t *testing.T) {
	g := graph.New(graphtest.Corpus("a", graphtest.Paper("a@2000"), graphtest.Paper("b@2001"), graphtest.Paper("c")))
	a, _ := g.Find("a")
	b, _ := g.Find("b")
	c, _ := g.Find("c")
	scores := make([]float64, 3)
	scores[a], scores[b], scores[c] = 1, math.NaN(), 2
	ages := rank.NewAges(g, scores)
	for name, n := range map[string]graph.Node{"alone": a, "of no score": b, "of no date": c} {
		if share, known := ages.Below(n); known {
			t.Errorf("%s: %v", name, share)
		}
	}
}
