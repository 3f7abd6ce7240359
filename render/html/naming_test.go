package html_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// Papers of one name are told apart wherever the page names them: by a letter on
// the map, else by words of their titles.
func TestNoTwoPapersAreCalledTheSame(t *testing.T) {
	papers := []graph.Paper{graphtest.Cites("list@2024", "near0", "near1")}
	for i, title := range []string{"A near paper on parsing", "A near paper on tagging"} {
		p := graphtest.Cites(fmt.Sprintf("near%d@2020", i))
		p.Title, p.Authors = title, []string{"Jin Li"}
		papers = append(papers, p)
	}
	for i := range 120 {
		p := graphtest.Cites(fmt.Sprintf("far%d@2020", i), "near0")
		p.Title, p.Authors = fmt.Sprintf("The study of w%dord matters", i), []string{"Jin Li"}
		papers = append(papers, p)
	}
	got := string(page(t, graphtest.Corpus("list", papers...)))
	seen := map[string]int{}
	for _, m := range regexp.MustCompile(`"label":"([^"]*)","title"`).FindAllStringSubmatch(got, -1) {
		seen[m[1]]++
	}
	for label, n := range seen {
		if n > 1 {
			t.Errorf("%d papers are called %s", n, label)
		}
	}
	if len(seen) < 100 || seen["Li 2020"] > 0 || !strings.Contains(got, `"label":"Li 2020 (w7ord)"`) {
		t.Errorf("%d names, without a word of the title", len(seen))
	}
}
