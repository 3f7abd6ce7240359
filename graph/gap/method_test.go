package gap_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

// together is a corpus in which twenty papers are always cited together.
func together() (c *graph.Corpus, twenty []graph.PaperID) {
	var papers []graph.Paper
	var cited []string
	for i := range 20 {
		id := fmt.Sprintf("l%02d", i)
		papers = append(papers, graphtest.Paper(id+"@2000"))
		twenty, cited = append(twenty, graph.PaperID(id)), append(cited, id)
	}
	for i := range 30 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("u%02d@2005", i), cited[i%10:i%10+10]...), graphtest.Cites(fmt.Sprintf("v%02d@2005", i), "x", fmt.Sprintf("y%02d", i)))
	}
	return graphtest.Corpus("", papers...), twenty
}

func TestMethodsOnRandomGraphs(t *testing.T) {
	for seed := range uint64(30) {
		g := graph.New(graphtest.Random(seed, 60))
		if len(g.Listed()) < 2 {
			continue
		}
		for _, name := range gap.MethodNames() {
			var m gap.Method
			if err := m.UnmarshalText([]byte(name)); err != nil {
				t.Fatal(err)
			}
			scores := gap.NewGround(g).Ask(g.Listed()).Scores(m)
			if len(scores) != g.Len() || slices.ContainsFunc(scores, math.IsNaN) {
				t.Fatalf("seed %d, %s: %v", seed, m, scores)
			}
		}
		f := gap.Find(g, gap.Options{})
		for i := 1; i < len(f.Gaps) && f.Thin == ""; i++ {
			if f.Gaps[i].Score > f.Gaps[i-1].Score {
				t.Fatalf("seed %d: gap %d scores more than the one before", seed, i+1)
			}
		}
	}
}

// Contributions add up to the whole and name listed papers only.
func TestContributions(t *testing.T) {
	c, listed := together()
	for i, id := range listed[:10] {
		c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: i + 1, Status: graph.StatusResolved, Paper: id})
	}
	g := graph.New(c)
	f := gap.Find(g, gap.Options{})
	if f.Thin != "" || len(f.Gaps) == 0 || len(f.Gaps[0].Carriers) == 0 {
		t.Fatalf("thin %q, %d gaps", f.Thin, len(f.Gaps))
	}
	for _, x := range f.Gaps {
		for i, carrier := range x.Carriers {
			if !slices.Contains(g.Listed(), carrier.Listed) || carrier.Weight <= 0 || i > 0 && carrier.Weight > x.Carriers[i-1].Weight {
				t.Errorf("%s: carriers %+v", g.Paper(x.Node).ID, x.Carriers)
			}
		}
	}
	solved := gap.Ours(g, g.Listed())
	for n, s := range solved {
		sum := 0.0
		for _, w := range s.Contributions {
			sum += w
		}
		if math.Abs(sum-s.Explained) > 1e-9 {
			t.Errorf("%s: contributions add up to %v, not %v", g.Paper(n).ID, sum, s.Explained)
		}
	}
}

// A strong new paper is not buried: among its contemporaries it stands as high
// as a strong old one among its own.
func TestFairScores(t *testing.T) {
	c := graphtest.Random(11, 300)
	g := graph.New(c)
	f := gap.Find(g, gap.Options{})
	byKind := map[gap.Kind][]float64{}
	for _, x := range f.Gaps {
		byKind[x.Kind] = append(byKind[x.Kind], x.Fair)
	}
	for kind, fair := range byKind {
		if len(fair) >= 40 && (slices.Max(fair) < 1 || slices.Min(fair) > -0.3) {
			t.Errorf("%s: age-fair scores from %v to %v", kind, slices.Min(fair), slices.Max(fair))
		}
	}
}
