package text_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/text"
)

// aged makes a corpus of so many papers per year.
func aged(papers map[int]int) *study.Findings {
	var all []graph.Paper
	for year, n := range papers {
		for i := range n {
			all = append(all, graphtest.Paper(fmt.Sprintf("p%d-%d@%d", year, i, year)))
		}
	}
	return study.Of(graphtest.Corpus(string(all[0].ID), all...), study.Options{})
}

func TestYears(t *testing.T) {
	for name, test := range map[string]struct {
		papers map[int]int
		width  int
		want   string
	}{
		"a bar a year":        {map[int]int{2000: 1, 2001: 8, 2003: 4}, 80, "2000 ▁█ ▄ 2003  papers per year"},
		"several years a bar": {map[int]int{1900: 2, 1999: 1, 2000: 3}, 60, "1899 ▄               █ 2000  papers per 6 years"},
		"one year":            {map[int]int{2000: 5}, 80, ""},
		"in a pipe":           {map[int]int{2000: 1, 2001: 8}, 0, ""},
	} {
		var b strings.Builder
		f := aged(test.papers)
		if err := text.Rank(&b, f, f.Ranking(rank.Local, false), []rank.Measure{rank.Local}, 1, text.Options{Width: test.width}); err != nil {
			t.Fatal(err)
		}
		if drawn := strings.Contains(b.String(), "  papers "); drawn != (test.want != "") || !strings.Contains(b.String(), test.want) {
			t.Errorf("%s: want %q in\n%s", name, test.want, b.String())
		}
	}
}
