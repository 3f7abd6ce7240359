package gap_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

// The numbers as their definitions give them, worked out by hand.
func TestQuality(t *testing.T) {
	log2 := math.Log2
	for _, test := range []struct {
		ranks []int
		want  gap.Quality
	}{
		{[]int{1}, gap.Quality{Recall10: 1, Recall50: 1, NDCG50: 1, MRR: 1, Precision10: 0.1}},
		{[]int{3, 12}, gap.Quality{Recall10: 0.5, Recall50: 1, NDCG50: (1/log2(4) + 1/log2(13)) / (1 + 1/log2(3)), MRR: 1. / 3, Precision10: 0.1}},
		{[]int{51, 60}, gap.Quality{MRR: 1. / 51}},
	} {
		got := gap.QualityOf(test.ranks)
		for _, pair := range [][2]float64{
			{got.Recall10, test.want.Recall10}, {got.Recall50, test.want.Recall50}, {got.NDCG50, test.want.NDCG50},
			{got.MRR, test.want.MRR}, {got.Precision10, test.want.Precision10},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-12 {
				t.Errorf("ranks %v: %+v, want %+v", test.ranks, got, test.want)
				break
			}
		}
	}
}

// holdable is a corpus in which twenty papers are always cited together.
func holdable() (*graph.Corpus, gap.HoldOut) {
	var papers []graph.Paper
	list := gap.HoldOut{Name: "together"}
	var cited []string
	for i := range 20 {
		id := fmt.Sprintf("l%02d", i)
		papers = append(papers, graphtest.Paper(id+"@2000"))
		list.Papers, cited = append(list.Papers, graph.PaperID(id)), append(cited, id)
	}
	for i := range 30 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("u%02d@2005", i), cited[i%10:i%10+10]...), graphtest.Cites(fmt.Sprintf("v%02d@2005", i), "x", fmt.Sprintf("y%02d", i)))
	}
	return graphtest.Corpus("", papers...), list
}

func TestEvaluate(t *testing.T) {
	c, list := holdable()
	e := gap.Evaluate(c, []gap.HoldOut{list, {Name: "empty"}}, gap.EvalOptions{Trials: 2})
	if len(e.Lists) != 1 || !slices.Equal(e.Skipped, []string{"empty"}) || e.Lists[0].Found != 20 {
		t.Fatalf("lists %+v, skipped %v", e.Lists, e.Skipped)
	}
	for i, m := range e.Methods {
		q := e.Mean[i]
		for _, v := range []float64{q.Recall10, q.Recall50, q.NDCG50, q.MRR, q.Precision10} {
			if v < 0 || v > 1 || math.IsNaN(v) {
				t.Errorf("%s: quality %+v", m, q)
			}
		}
		if m == gap.Citemap && q.NDCG50 < 0.95 {
			t.Errorf("%s: nDCG@50 %v of papers that are always cited together", m, q.NDCG50)
		}
	}
	again := gap.Evaluate(c, []gap.HoldOut{list, {Name: "empty"}}, gap.EvalOptions{Trials: 2})
	if !reflect.DeepEqual(e, again) {
		t.Error("a second evaluation differs from the first")
	}
}

// What is excluded, or later than the list's date, says nothing.
func TestNothingLeaks(t *testing.T) {
	c, list := holdable()
	for i := range 30 {
		list.Exclude = append(list.Exclude, graph.PaperID(fmt.Sprintf("u%02d", i)))
	}
	later := list
	later.Exclude, later.AsOf = nil, graph.Date{Year: 2004}
	for name, l := range map[string]gap.HoldOut{"excluded": list, "later": later} {
		e := gap.Evaluate(c, []gap.HoldOut{l}, gap.EvalOptions{Methods: []gap.Method{gap.Cocitation}})
		g := graph.New(c.Without(l.Exclude).Until(l.AsOf))
		for _, id := range l.Papers {
			if n, _ := g.Find(id); g.LocalCitations(n) != 0 {
				t.Errorf("%s: %s is still cited", name, id)
			}
		}
		if len(e.Lists) != 1 {
			t.Errorf("%s: %+v", name, e)
		}
	}
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
			scores := gap.Scores(g, g.Listed(), m)
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
	c, list := holdable()
	for i, id := range list.Papers[:10] {
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
	solved := gap.Solve(g, g.Listed())
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
