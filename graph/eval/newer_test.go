package eval_test

import (
	"fmt"
	"testing"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/graphtest"
)

// Of nine papers the newest three are hidden: n0 and n1, which cite the others,
// come back, n2, which cites none, cannot, and of a list of old papers that all
// are cited nothing is asked.
func TestNewestThird(t *testing.T) {
	var papers []graph.Paper
	newest, old := eval.HoldOut{Name: "newest"}, eval.HoldOut{Name: "old"}
	var all []string
	for i := range 6 {
		id := fmt.Sprintf("l%d", i)
		papers, all = append(papers, graphtest.Paper(id+"@2000")), append(all, id)
		newest.Papers = append(newest.Papers, graph.PaperID(id))
		old.Papers = append(old.Papers, graph.PaperID(id))
	}
	for i := range 20 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("u%02d@2005", i), all[i%6], all[(i+1)%6], "x", fmt.Sprintf("y%d", i%5)))
		papers = append(papers, graphtest.Cites(fmt.Sprintf("v%02d@2008", i), all[i%6], "x", "y1", "y2"))
	}
	papers = append(papers, graphtest.Cites("n0@2010", all[:4]...), graphtest.Cites("n1@2010", all[2:]...), graphtest.Cites("n2@2010", "x"))
	newest.Papers = append(newest.Papers, "n0", "n1", "n2")
	got := eval.EvaluateNewer(graphtest.Corpus("", papers...), []eval.HoldOut{newest, old, {Name: "empty"}})
	if got.Lists != 1 || got.Papers != 3 || got.Recall < 0.66 || got.Recall > 0.67 || got.ByScore > got.Recall {
		t.Errorf("%+v, want 1 list, 3 papers, two of three found", got)
	}
}
