package render_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
)

func draw(c *graph.Corpus, v view.Options, o render.Options) *render.Map {
	return render.NewMap(view.Of(study.Of(c, study.Options{}), v), o)
}

func TestLegendStatesWhatIsThere(t *testing.T) {
	m := draw(graphtest.Corpus("a b", graphtest.Cites("a@2020", "c", "d"), graphtest.Paper("b@2021")), view.Options{}, render.Options{})
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
	m := draw(graphtest.Corpus("a", append(papers, graphtest.Cites("a@2021", cited...))...), view.Options{Gaps: 50}, render.Options{})
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
		if got := draw(graphtest.Corpus(string(p.ID), p), view.Options{}, render.Options{}).Papers[0].Label; got != test.want {
			t.Errorf("label %q, want %q", got, test.want)
		}
	}
}

// Formulas of titles are set as text, wherever a title stands.
func TestTitlesAreRead(t *testing.T) {
	for title, want := range map[string]string{
		`$N=4$ Super Yang-Mills and $\alpha'$ corrections`: "N=4 Super Yang-Mills and α′ corrections",
		`Deformed W$A_{N-1}$ theories`:                     "Deformed WA_N-1 theories",
		"A &lt;i&gt;tagged&lt;/i&gt; title":                "A tagged title",
	} {
		p := graphtest.Paper("p@2020")
		p.Title, p.Authors = title, nil
		got := draw(graphtest.Corpus("p", p), view.Options{}, render.Options{}).Papers[0]
		if got.Title != want || !strings.HasPrefix(got.Label, want[:8]) {
			t.Errorf("%s: title %q, label %q; want %q", title, got.Title, got.Label, want)
		}
	}
}
