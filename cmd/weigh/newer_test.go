package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/graphtest"
)

// Of nine papers the newest three are hidden: n0 and n1, which cite the others,
// come back, n2, which cites none, cannot. Of old papers that are all cited
// nothing is asked.
func TestNewestThird(t *testing.T) {
	var papers []graph.Paper
	young, old := eval.HoldOut{Name: "young"}, eval.HoldOut{Name: "old"}
	var all []string
	for i := range 6 {
		id := fmt.Sprintf("l%d", i)
		papers, all = append(papers, graphtest.Paper(id+"@2000")), append(all, id)
		young.Papers = append(young.Papers, graph.PaperID(id))
		old.Papers = append(old.Papers, graph.PaperID(id))
	}
	for i := range 20 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("u%02d@2005", i), all[i%6], all[(i+1)%6], "x", fmt.Sprintf("y%d", i%5)))
		papers = append(papers, graphtest.Cites(fmt.Sprintf("v%02d@2008", i), all[i%6], "x", "y1", "y2"))
	}
	papers = append(papers, graphtest.Cites("n0@2010", all[:4]...), graphtest.Cites("n1@2010", all[2:]...), graphtest.Cites("n2@2010", "x"))
	young.Papers = append(young.Papers, "n0", "n1", "n2")
	c := graphtest.Corpus("", papers...)
	if got := hideNewest(c, young); got.papers != 3 || got.recall[0] < 0.66 || got.recall[0] > 0.67 || got.byScore[0] > got.recall[0] {
		t.Errorf("%+v, want two papers of three", got)
	}
	var b bytes.Buffer
	if err := judgeNewer(&b, "art", c, []eval.HoldOut{young, old, young, {Name: "empty"}}); err != nil {
		t.Fatal(err)
	}
	if want := "2 lists     6 papers  recall@20 0.667 ± 0.000"; !strings.Contains(b.String(), want) {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
