package gap_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

// surprise is the chance of so many citing papers in common or more, among
// those that could have cited both, and how many there would be by chance: by
// looking at every paper, in whole numbers.
func surprise(g *graph.Graph, c, l graph.Node) (p, expected float64, together int) {
	var all, first, second int64
	both := int64(0)
	for u := range graph.Node(g.Len()) {
		citesC, citesL := g.Cites(u, c), g.Cites(u, l)
		date := g.Paper(u).Date
		early := func(n graph.Node) bool { return !date.IsZero() && g.Paper(n).Date.After(date) }
		if u == c || u == l || len(g.References(u)) == 0 || (early(c) || early(l)) && !(citesC && citesL) {
			continue
		}
		all++
		if citesC {
			first++
		}
		if citesL {
			second++
		}
		if citesC && citesL {
			both++
		}
	}
	ways, sum := new(big.Int), new(big.Int)
	for i := both; i <= min(first, second); i++ {
		if second-i <= all-first {
			ways.Mul(new(big.Int).Binomial(first, i), new(big.Int).Binomial(all-first, second-i))
			sum.Add(sum, ways)
		}
	}
	p, _ = new(big.Rat).SetFrac(sum, new(big.Int).Binomial(all, second)).Float64()
	return p, float64(first*second) / float64(all), int(both)
}

// The companion that is named is the most surprising one.
func TestNearestAgainstItsDefinition(t *testing.T) {
	checked := 0
	for seed := range uint64(60) {
		c := graphtest.Random(seed, 60)
		r := rand.New(rand.NewPCG(seed, 3))
		for i := range c.Papers {
			switch r.IntN(4) {
			case 0:
				c.Papers[i].Date.Month = 1 + r.IntN(3)
			case 1:
				c.Papers[i].Date.Month, c.Papers[i].Date.Day = 1+r.IntN(3), 1+r.IntN(28)
			case 2:
				if r.IntN(4) == 0 {
					c.Papers[i].Date = graph.Date{}
				}
			}
		}
		g, f := find(c, gap.Options{})
		for _, x := range f.Gaps {
			var best graph.Node
			least, most := math.Inf(1), 0
			for _, l := range g.Listed() {
				p, _, n := surprise(g, x.Node, l)
				if n > 0 && (p < least*(1-1e-9) || p < least*(1+1e-9) && (n > most || n == most && g.Paper(l).ID < g.Paper(best).ID)) {
					best, least, most = l, p, n
				}
			}
			if most == 0 {
				if x.Nearest != nil {
					t.Fatalf("seed %d: a companion of %d", seed, x.Node)
				}
				continue
			}
			checked++
			_, expected, _ := surprise(g, x.Node, best)
			if x.Nearest == nil || *x.Nearest != best || x.Together != most || math.Abs(x.Expected-expected) > 1e-9 {
				t.Fatalf("seed %d, paper %d: nearest %v, together %d, expected %v; want %d, %d, %v", seed, x.Node, *x.Nearest, x.Together, x.Expected, best, most, expected)
			}
		}
	}
	if checked < 1000 {
		t.Errorf("only %d gaps have a companion", checked)
	}
}

// Half of a corpus is older than both papers: it could not have cited them,
// and makes their being cited together no more surprising. The companion of all
// the field is named only where nobody is nearer.
func TestChanceCountsThoseThatCouldHaveCitedBoth(t *testing.T) {
	var papers []graph.Paper
	for i := range 100 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("old%02d@1990", i), "ancient"))
	}
	for i := range 100 {
		cited := []string{"famous"}
		if i < 20 {
			cited = append(cited, "gap")
		}
		if i < 10 {
			cited = append(cited, "near")
		}
		papers = append(papers, graphtest.Cites(fmt.Sprintf("u%02d@2010", i), cited...))
	}
	papers = append(papers, graphtest.Paper("famous@2000"), graphtest.Paper("near@2001"), graphtest.Paper("gap@2002"))
	g, f := find(graphtest.Corpus("famous near", papers...), gap.Options{})
	at := slices.IndexFunc(f.Gaps, func(x gap.Gap) bool { return g.Paper(x.Node).ID == "gap" })
	x := f.Gaps[at]
	if g.Paper(*x.Nearest).ID != "near" || x.Together != 10 || x.Expected != 2 {
		t.Errorf("nearest %s, together %d, expected %v; want near, 10, 2", g.Paper(*x.Nearest).ID, x.Together, x.Expected)
	}
}
