package render_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/render"
)

func draw(c *graph.Corpus, o render.Options) *render.Map {
	return render.NewMap(study.Of(c, study.Options{}), o)
}

func TestMapShowsTheListFirst(t *testing.T) {
	var papers []graph.Paper
	for i := range 30 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("l%02d@2020", i), "famous", fmt.Sprintf("r%02d", i)))
	}
	c := graphtest.Corpus("l00 l01 l02 l03 l04 l05 l06 l07 l08 l09", papers...)
	for _, test := range []struct{ papers, listed, most int }{{5, 5, 5}, {10, 10, 10}, {15, 10, 15}, {0, 10, 60}} {
		m := draw(c, render.Options{Papers: test.papers})
		if m.Count(render.Listed) != test.listed || len(m.Papers) > test.most {
			t.Errorf("--papers %d: %d papers, %d listed; want %d listed, %d at most", test.papers, len(m.Papers), m.Count(render.Listed), test.listed, test.most)
		}
	}
}

func TestLegendStatesWhatIsThere(t *testing.T) {
	m := draw(graphtest.Corpus("a b", graphtest.Cites("a@2020", "c", "d"), graphtest.Paper("b@2021")), render.Options{})
	if want := "4 of 4 papers, 2 of 2 listed, 2 of 2 citations; reference lists known for 1 of 2"; m.Legend.Drawn != want {
		t.Errorf("legend %q, want %q", m.Legend.Drawn, want)
	}
}

func TestLabelsAreAllDifferent(t *testing.T) {
	var papers []graph.Paper
	var cited []string
	for i := range 40 {
		p := graphtest.Paper(fmt.Sprintf("p%02d@2020", i))
		p.Authors = []string{"Ann Lee", "Bo Ek", "Cy Ju"}
		papers = append(papers, p)
		cited = append(cited, string(p.ID))
	}
	m := draw(graphtest.Corpus("a", append(papers, graphtest.Cites("a@2021", cited...))...), render.Options{Gaps: 50})
	seen := map[string]bool{}
	for _, p := range m.Papers {
		if seen[p.Label] {
			t.Errorf("two papers are called %q", p.Label)
		}
		seen[p.Label] = true
	}
	if !seen["Lee et al. 2020a"] || !seen["Lee et al. 2020an"] {
		t.Errorf("labels %v", seen)
	}
}

// Of the citations that are not drawn, each is implied by a path of drawn
// ones, and none of the drawn ones is implied by a path of the others.
func TestReductionAgainstPaths(t *testing.T) {
	for seed := range uint64(60) {
		c := graphtest.Random(seed, 25)
		m := draw(c, render.Options{Papers: 25, Gaps: -1})
		for _, implied := range m.Implied {
			if !path(m.Citations, implied.Citing, implied.Cited, map[int]bool{}) {
				t.Fatalf("seed %d: %v is left out though no path leads that way", seed, implied)
			}
		}
		if len(m.Citations)+len(m.Implied) == 0 && len(m.Papers) > 5 {
			t.Fatalf("seed %d: no citation among %d papers", seed, len(m.Papers))
		}
	}
}

func path(citations []render.Citation, from, to int, seen map[int]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	for _, c := range citations {
		if c.Citing == from && !seen[c.Cited] && path(citations, c.Cited, to, seen) {
			return true
		}
	}
	return false
}

func TestLabelsOfPapersOfWhichLittleIsKnown(t *testing.T) {
	for _, test := range []struct {
		authors []string
		title   string
		ids     graph.ExternalIDs
		want    string
	}{
		{[]string{"Ann Lee"}, "T", nil, "Lee 2020"},
		{[]string{"Maximiliane Wolfeschlegelsteinhausenbergerdorff", "B C", "D E"}, "T", nil, "Wolfeschlegelste… et al. 2020"},
		{nil, "On the Electrodynamics of Moving Bodies", nil, "On the Electrodynamics… 2020"},
		{[]string{"\u200b"}, "", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "hep-th/9901001"}}, "arXiv:hep-th/9901001 2020"},
		{nil, "", nil, "0123456789a… 2020"},
	} {
		p := graphtest.Paper("0123456789abcdef0123456789abcdef01234567@2020")
		p.Authors, p.Title, p.IDs = test.authors, test.title, test.ids
		if got := draw(graphtest.Corpus(string(p.ID), p), render.Options{}).Papers[0].Label; got != test.want {
			t.Errorf("label %q, want %q", got, test.want)
		}
	}
}

func TestContextIsWhatHangsTogether(t *testing.T) {
	c := graphtest.Corpus("a",
		graphtest.Cites("a@2020", "near"), graphtest.Cites("near@2010", "far"), graphtest.Paper("far@2000"),
		graphtest.Cites("x@2020", "island"), graphtest.Cites("y@2020", "island"), graphtest.Paper("island@2000"), graphtest.Paper("alone@2000"))
	var drawn []string
	for _, p := range draw(c, render.Options{Gaps: -1}).Papers {
		drawn = append(drawn, string(p.ID)+" "+p.Role.String())
	}
	if got := strings.Join(drawn, "|"); got != "far context|near context|a listed" {
		t.Errorf("drawn: %s", got)
	}
}

func TestCyclesAreDrawnWhole(t *testing.T) {
	// a -> b -> c -> a is a cycle, d hangs on it twice, a -> e is implied by a -> d -> e.
	m := draw(graphtest.Corpus("a b c d e",
		graphtest.Cites("a@2020", "b", "d", "e"), graphtest.Cites("b@2020", "c", "d"), graphtest.Cites("c@2020", "a"),
		graphtest.Cites("d@2010", "e"), graphtest.Paper("e@2000")), render.Options{})
	if len(m.Citations) != 6 || len(m.Implied) != 1 {
		t.Errorf("drawn %v, implied %v", m.Citations, m.Implied)
	}
}

func TestEmptyYearsAreFolded(t *testing.T) {
	m := draw(graphtest.Corpus("a", graphtest.Cites("a@2020", "b"), graphtest.Paper("b@1990"), graphtest.Paper("x")), render.Options{})
	var headings []string
	for _, c := range m.Columns {
		headings = append(headings, c.Heading())
	}
	if got := strings.Join(headings, "|"); got != "1990|… 2020" {
		t.Errorf("columns %s", got)
	}
}
