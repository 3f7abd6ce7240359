package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/view"
	"citemap/render"
)

// clique gives n papers of a year that all cite those before them, with titles on a
// topic.
func clique(letter string, n, year int, topic string) []graph.Paper {
	var papers []graph.Paper
	var before []string
	for i := range n {
		p := graphtest.Cites(fmt.Sprintf("%s%d@%d", letter, i, year+i), before...)
		p.Title = fmt.Sprintf("%s, part %s", topic, strings.Repeat("i", i+1))
		before = append(before, string(p.ID))
		papers = append(papers, p)
	}
	return papers
}

func twoTopics() *graph.Corpus {
	papers := append(clique("a", 6, 2000, "Sentiment analysis"), clique("b", 5, 2001, "Dependency parsing")...)
	papers = append(papers, graphtest.Paper("lone@1990"))
	return graphtest.Corpus("a0 a1 a2 a3 a4 a5 b0 b1 b2 b3 b4 lone", papers...)
}

func labels(m *render.Map) []string {
	var out []string
	for _, g := range m.Groups {
		out = append(out, fmt.Sprintf("%s %d", g.Label, g.Papers))
	}
	return out
}

func TestGroups(t *testing.T) {
	sectioned := twoTopics()
	for i := range sectioned.Entries {
		sectioned.Entries[i].Section = []string{"Old", "New"}[i%2]
	}
	sectioned.Entries[0].Section = ""
	for name, test := range map[string]struct {
		color render.Color
		want  []string
	}{
		"communities": {render.ByCommunity, []string{"sentiment 6", "dependency parsing 5", "other communities 1"}},
		"sections":    {render.BySection, []string{"New 6", "Old 5"}},
		"years":       {render.ByYear, []string{"1990–2000 2", "2001 2", "2002 2", "2003 2", "2004 2", "2005 2"}},
	} {
		m := draw(sectioned, view.Options{}, render.Options{Color: test.color})
		if got := labels(m); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
		for _, p := range m.Papers {
			if p.Group < -1 || p.Group >= len(m.Groups) {
				t.Errorf("%s: %s is of group %d", name, p.Label, p.Group)
			}
		}
	}
}

// No two groups of a map look or are called alike.
func TestGroupsAreToldApart(t *testing.T) {
	for seed := range uint64(40) {
		for _, color := range []render.Color{render.ByCommunity, render.BySection, render.ByYear} {
			m := draw(graphtest.Random(seed, 80), view.Options{Papers: 80}, render.Options{Color: color})
			looks, names := map[string]bool{}, map[string]bool{}
			for _, g := range m.Groups {
				if looks[g.Fill] || names[g.Label] || g.Label == "" || g.Papers == 0 {
					t.Errorf("seed %d: group %+v among %q", seed, g, labels(m))
				}
				looks[g.Fill], names[g.Label] = true, true
			}
		}
	}
}
