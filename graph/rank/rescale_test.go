package rank_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// around gives the mean and the standard deviation of the scores of a paper's
// window as the doc comment of Rescaled reads: every paper no further off in
// days than the peers-th nearest.
func around(g *graph.Graph, days func(graph.Date) float64, scores []float64, p graph.Node) (mean, spread float64) {
	var near []float64
	for n := range graph.Node(g.Len()) {
		if !g.Paper(n).Date.IsZero() {
			near = append(near, math.Abs(days(g.Paper(n).Date)-days(g.Paper(p).Date)))
		}
	}
	slices.Sort(near)
	reach := near[min(len(near), max(40, min(1000, len(near)/10)))-1]
	count, variance := 0.0, 0.0
	for round := range 2 {
		for n := range graph.Node(g.Len()) {
			if g.Paper(n).Date.IsZero() || math.Abs(days(g.Paper(n).Date)-days(g.Paper(p).Date)) > reach {
				continue
			}
			if round == 0 {
				count, mean = count+1, mean+scores[n]
			} else {
				variance += (scores[n] - mean) * (scores[n] - mean) / count
			}
		}
		if round == 0 {
			mean /= count
		}
	}
	return mean, math.Sqrt(variance)
}

// rescaled is Rescaled of dated papers as its doc comment reads.
func rescaled(g *graph.Graph, days func(graph.Date) float64, scores []float64) []float64 {
	means, spreads := make([]float64, g.Len()), make([]float64, g.Len())
	var cited []float64 // the spreads around the papers that score more than the lowest
	for n := range graph.Node(g.Len()) {
		means[n], spreads[n] = around(g, days, scores, n)
		if spreads[n] > 1e-12 && scores[n] > slices.Min(scores) {
			cited = append(cited, spreads[n])
		}
	}
	slices.Sort(cited)
	least := 0.0
	if len(cited) > 0 {
		least = cited[int(math.Ceil(0.02*float64(len(cited))))-1]
	}
	out := make([]float64, g.Len())
	for n := range out {
		if spreads[n] > 1e-12 {
			out[n] = (scores[n] - means[n]) / (spreads[n] + least)
		}
	}
	return out
}

func TestRescaledAgainstItsDefinition(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	years := func(d graph.Date) float64 { return float64(d.Year) }
	for seed := range uint64(40) {
		g := graph.New(graphtest.Random(seed, 20+12*int(seed)))
		scores := rank.Scores(g, rank.Local)
		want := rescaled(g, years, scores)
		for n, got := range rank.Scores(g, rank.RescaledLocal) {
			if math.Abs(got-want[n]) > 1e-9 {
				t.Fatalf("seed %d, paper %d: %v, want %v", seed, n, got, want[n])
			}
		}
	}
}

func TestRescaledByDaysMonthsAndYears(t *testing.T) {
	// In thousandths of a year, near enough to keep the order of distances.
	at := func(d graph.Date) float64 {
		switch {
		case d.Month == 0:
			return 1000*float64(d.Year) + 500
		case d.Day == 0:
			return 1000*float64(d.Year) + 1000*(float64(d.Month)-0.5)/12
		}
		return 1000*float64(d.Year) + 1000*(float64((d.Month-1)*31+d.Day)-0.5)/365
	}
	var papers []graph.Paper
	for i := range 300 {
		p := graphtest.Cites(fmt.Sprintf("p%03d", i), fmt.Sprintf("p%03d", i*i%300), fmt.Sprintf("p%03d", i/3))
		p.Date = graph.Date{Year: 2000 + i%7}
		if i%3 > 0 { // all in January, where days count alike in every year
			p.Date.Month = 1
		}
		if i%3 > 1 {
			p.Date.Day = 1 + 10*(i%2)
		}
		papers = append(papers, p)
	}
	g := of(papers...)
	scores := rank.Scores(g, rank.Local)
	want := rescaled(g, at, scores)
	for n, got := range rank.Rescaled(g, scores) {
		if math.Abs(got-want[n]) > 1e-9 {
			t.Fatalf("paper %s of %s: %v, want %v", g.Paper(graph.Node(n)).ID, g.Paper(graph.Node(n)).Date, got, want[n])
		}
	}
}

// Papers that all score alike stand neither above nor below their time, even
// if the score has no exact binary form; undated papers stand against all.
func TestRescaledWithoutSpreadAndWithoutDates(t *testing.T) {
	var papers []graph.Paper
	for i := range 90 {
		papers = append(papers, graphtest.Paper(fmt.Sprintf("p%02d@%d", i, 1900+i)))
	}
	papers = append(papers, graphtest.Paper("undated"))
	g := of(papers...)
	for n, x := range rank.Rescaled(g, slices.Repeat([]float64{0.1}, g.Len())) {
		if x != 0 {
			t.Errorf("%s stands out by %v", g.Paper(graph.Node(n)).ID, x)
		}
	}
	scores := make([]float64, g.Len())
	u, _ := g.Find("undated")
	scores[u] = 1
	// One of 91 scores 1: (1 - 1/91) / sqrt(1/91 * 90/91) = sqrt(90).
	for n, x := range rank.Rescaled(g, scores) {
		want := 0.0
		if graph.Node(n) == u {
			want = math.Sqrt(90)
		}
		if math.Abs(x-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", g.Paper(graph.Node(n)).ID, x, want)
		}
	}
}

// A score a thousand million times larger in another time takes no digits away.
func TestRescaledKeepsDigits(t *testing.T) {
	var papers []graph.Paper
	for i := range 200 {
		papers = append(papers, graphtest.Paper(fmt.Sprintf("p%03d@%d", i, 1000+i)))
	}
	g := of(papers...)
	small, large := make([]float64, g.Len()), make([]float64, g.Len())
	for n := range small {
		small[n] = 1e-9 * float64(1+n%7)
		large[n] = small[n]
	}
	large[0] = 1
	a, b := rank.Rescaled(g, small), rank.Rescaled(g, large)
	for n := 100; n < len(a); n++ {
		if math.Abs(a[n]-b[n]) > 0.01*math.Abs(a[n]) { // the constant alone may differ
			t.Fatalf("paper %d: %v and %v", n, a[n], b[n])
		}
	}
}

// ring is n papers of one year of which each cites the next and the last the
// first, among others that cite them not.
func ring(n, others int) *graph.Graph {
	var papers []graph.Paper
	for i := range n {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("r%04d@2001", i), fmt.Sprintf("r%04d", (i+1)%n)))
	}
	for i := range others {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("s%05d@%d", i, 1980+i%40), fmt.Sprintf("t%05d", i/2)))
	}
	return of(papers...)
}

// Papers that stand alike score alike: what a solver leaves undone is no
// spread, however small the spread around it.
func TestPapersOfARingStandAlike(t *testing.T) {
	for n := 2; n < 60; n += 4 {
		for _, others := range []int{0, 30, 5000} {
			g := ring(n, others)
			board := rank.NewScoreboard(g)
			for _, m := range []rank.Measure{rank.PageRank, rank.CiteRank, rank.RescaledPageRank, rank.RescaledLocal, rank.Authority, rank.Hub, rank.Betweenness} {
				scores := board.Scores(m)
				first, _ := g.Find("r0000")
				for i := range n {
					p, _ := g.Find(graph.PaperID(fmt.Sprintf("r%04d", i)))
					if scores[p] != scores[first] || others == 0 && m == rank.RescaledPageRank && scores[p] != 0 {
						t.Fatalf("%d papers in a ring, %d others: %s of the first %v, of the %dth %v", n, others, m, scores[first], i+1, scores[p])
					}
				}
			}
		}
	}
}

// In the last year of a corpus almost nobody is cited yet: seven citations are
// no reason to stand before a paper that is cited 249 times.
func TestFewCitationsInANewWindowAreNoTriumph(t *testing.T) {
	var papers []graph.Paper
	cite := func(cited string, times, from int) {
		for i := range times {
			papers[from+i].References.IDs = append(papers[from+i].References.IDs, graph.PaperID(cited))
		}
	}
	for i := range 3000 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("p%04d@%d", i, 2000+i/300)))
		for k := range min(i, 8) { // earlier papers, the older ones the more
			papers[i].References.IDs = append(papers[i].References.IDs, graph.PaperID(fmt.Sprintf("p%04d", (i*31+k*k*17)%(1+i*3/4))))
		}
	}
	cite("p0400", 249, 600)
	cite("p2990", 7, 2800)
	g := of(papers...)
	for _, m := range []rank.Measure{rank.RescaledLocal, rank.RescaledPageRank} {
		scores := rank.Scores(g, m)
		famous, _ := g.Find("p0400")
		fresh, _ := g.Find("p2990")
		if scores[famous] <= scores[fresh] || scores[fresh] < 0.5 {
			t.Errorf("%s: %.1f of the paper cited %d times, %.1f of that cited %d times", m, scores[famous], g.LocalCitations(famous), scores[fresh], g.LocalCitations(fresh))
		}
	}
}
