package layout_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/layout"
)

func page(t *testing.T, text string) render.Page {
	t.Helper()
	var p render.Page
	if err := p.Set(text); err != nil {
		t.Fatal(err)
	}
	return p
}

func texts(s *layout.Sheet, kind layout.Kind) (all []string) {
	for _, t := range s.Texts {
		if t.Kind == kind {
			all = append(all, t.Text)
		}
	}
	return all
}

// Years stand at their rows; where some share one or are left out, the legend says so.
func TestYears(t *testing.T) {
	c := graphtest.Corpus("a", graphtest.Cites("a@2020", "b", "c", "d", "e"), graphtest.Paper("b@1990"), graphtest.Paper("c@1991"), graphtest.Paper("d@1992"), graphtest.Paper("e"))
	f := study.Of(c, study.Options{})
	for _, test := range []struct {
		page, years     string
		shared, skipped bool
	}{
		{"screen", "undated|1990|1991|1992|2020", false, true},
		{"500x200", "undated|1990–92|2020", true, true},
	} {
		s := layout.Of(layout.Map(f, view.Options{}, render.Options{Page: page(t, test.page), Labels: render.ShortLabels}))
		if got := strings.Join(texts(s, layout.Year), "|"); got != test.years {
			t.Errorf("%s: years %s, want %s", test.page, got, test.years)
		}
		said := strings.Join(texts(s, layout.Legend), "|")
		if strings.Contains(said, "share a row") != test.shared || strings.Contains(said, "without a paper") != test.skipped {
			t.Errorf("%s: the legend says %s", test.page, said)
		}
	}
}

// What the page has no room for is left out and counted; a third of what is left are
// gaps; and nothing is lost on a page that is too small for anything.
func TestRoom(t *testing.T) {
	f := study.Of(graphtest.Random(2, 200), study.Options{})
	last := 1000
	for _, size := range []string{"2000x1500", "screen", "600x400", "300x300", "160x160"} {
		m := layout.Map(f, view.Options{Papers: 150}, render.Options{Page: page(t, size)})
		s := layout.Of(m)
		if len(m.Papers)+m.View.LeftOut.Room != 150 || len(m.Papers) > last || len(s.Boxes) != len(m.Papers) {
			t.Errorf("%s: %d papers, %d without room", size, len(m.Papers), m.View.LeftOut.Room)
		}
		if gaps := m.View.Count(view.Gap); 3*gaps < len(m.Papers) && gaps < len(f.Gaps.Gaps) {
			t.Errorf("%s: %d gaps of %d", size, gaps, len(m.Papers))
		}
		if size != "160x160" && s.Text < 9 {
			t.Errorf("%s: text of %g", size, s.Text)
		}
		last = len(m.Papers)
	}
}

// The legend explains what there is, and nothing else.
func TestLegend(t *testing.T) {
	whole := layout.Map(study.Of(graphtest.Corpus("", graphtest.Cites("a@2020", "b"), graphtest.Paper("b@2019")), study.Options{}), view.Options{}, render.Options{})
	said := strings.Join(texts(layout.Of(whole), layout.Legend), "|")
	for _, word := range []string{"on the list", "missing", "context", "main path", "share", "Colours"} {
		if strings.Contains(said, word) {
			t.Errorf("two papers without a list: the legend says %q", said)
		}
	}
	bare := *whole
	bare.Options.Bare = true
	if s := layout.Of(&bare); len(texts(s, layout.Legend))+len(texts(s, layout.Title))+len(s.Keys) > 0 {
		t.Errorf("a bare map has %v", s.Texts)
	}
}

// The main path is bold in the legend of a timeline alone.
func TestMainPathIsOfTheTimeline(t *testing.T) {
	c := graphtest.Corpus("a b c", graphtest.Cites("c@2020", "b"), graphtest.Cites("b@2019", "a"), graphtest.Paper("a@2018"))
	f := study.Of(c, study.Options{})
	for _, arranged := range []render.Layout{render.Timeline, render.Columns, render.Topics} {
		s := layout.Of(layout.Map(f, view.Options{}, render.Options{Layout: arranged}))
		shown := slices.ContainsFunc(s.Lines, func(l layout.Line) bool { return l.Kind == layout.Main })
		if shown != (arranged != render.Topics) {
			t.Errorf("%s: main path in the legend: %v", arranged, shown)
		}
	}
}

func TestAnEmptyMap(t *testing.T) {
	for _, arranged := range []render.Layout{render.Timeline, render.Columns, render.Topics} {
		m := layout.Map(study.Of(&graph.Corpus{}, study.Options{}), view.Options{}, render.Options{Layout: arranged})
		if s := layout.Of(m); len(s.Boxes) > 0 || s.Width != 1280 {
			t.Errorf("%s: %+v", arranged, s)
		}
	}
}
