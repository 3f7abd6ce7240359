package eval_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

// The numbers as their definitions give them, worked out by hand.
func TestQuality(t *testing.T) {
	log2 := math.Log2
	for _, test := range []struct {
		ranks []int
		want  eval.Quality
	}{
		{[]int{1}, eval.Quality{Recall10: 1, Recall50: 1, NDCG50: 1, MRR: 1, Precision10: 0.1}},
		{[]int{3, 12}, eval.Quality{Recall10: 0.5, Recall50: 1, NDCG50: (1/log2(4) + 1/log2(13)) / (1 + 1/log2(3)), MRR: 1. / 3, Precision10: 0.1}},
		{[]int{51, 60}, eval.Quality{MRR: 1. / 51}},
	} {
		got := eval.QualityOf(test.ranks)
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
func holdable() (*graph.Corpus, eval.HoldOut) {
	var papers []graph.Paper
	list := eval.HoldOut{Name: "together"}
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
	e := eval.Evaluate(c, []eval.HoldOut{list, {Name: "empty"}}, eval.Options{Trials: 2})
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
	again := eval.Evaluate(c, []eval.HoldOut{list, {Name: "empty"}}, eval.Options{Trials: 2})
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
	for name, l := range map[string]eval.HoldOut{"excluded": list, "later": later} {
		e := eval.Evaluate(c, []eval.HoldOut{l}, eval.Options{Methods: []gap.Method{gap.Cocitation}})
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
