package html_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/dot/cachedir"
	"citemap/render/html"
	"citemap/render/record"
)

// page writes the report of a corpus.
func page(t *testing.T, c *graph.Corpus) []byte {
	t.Helper()
	f := study.Of(c, study.Options{})
	m, svg := drawn(t, f, 60)
	_, glance := drawn(t, f, 24)
	var b bytes.Buffer
	p := html.Page{Findings: f, Map: m, SVG: svg, Glance: glance, Lists: []string{"some/list.md"}, Add: "citemap gaps some/list.md --add", Version: "test"}
	p.Record = record.Of(record.Run{Findings: f, Lists: p.Lists, Own: true, Command: "citemap report 'some/list.md'", Budget: 60, Version: p.Version, Shown: html.GapsShown})
	if err := html.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// drawn draws a map of so many papers at most.
func drawn(t *testing.T, f *study.Findings, papers int) (*render.Map, []byte) {
	t.Helper()
	m := render.NewMap(view.Of(f, view.Options{Papers: papers}), render.Options{Title: "Some list"})
	svg, err := dot.SVG(t.Context(), m, dot.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	return m, svg
}

func TestTheSameFindingsGiveTheSameBytes(t *testing.T) {
	c := graphtest.Random(5, 60)
	if !bytes.Equal(page(t, c), page(t, c)) {
		t.Error("two pages of one corpus differ")
	}
}

// The page names no address but links to papers, and no style or handler
// stands in an attribute, where the policy would refuse it.
func TestThePageAsksNothingOfTheNetwork(t *testing.T) {
	got := string(page(t, graphtest.Random(5, 60)))
	for _, tag := range regexp.MustCompile(`<(?:link|img|iframe|object|embed|video|audio|source|base|form)\b`).FindAllString(got, -1) {
		t.Errorf("the page holds %s", tag)
	}
	for _, attribute := range regexp.MustCompile(`\s(?:style|on[a-z]+|src|srcset|action)="`).FindAllString(got, -1) {
		t.Errorf("the page holds the attribute%s", attribute)
	}
	if !strings.Contains(got, `content="default-src &#39;none&#39;; style-src &#39;sha256-`) {
		t.Error("the page does not forbid what it does not need")
	}
}

func TestHostileTextStaysText(t *testing.T) {
	got := string(page(t, graphtest.Nasty()))
	if n := strings.Count(got, "<script"); n != 2 {
		t.Errorf("%d scripts, want the data and ours", n)
	}
	if n := strings.Count(got, "</script>"); n != 2 {
		t.Errorf("%d ends of a script, want 2", n)
	}
	for _, bad := range []string{"<img", "href=\"javascript:", "href=\"data:", "\x1b", "\u202e"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, title := range []string{"深度学习的综述与展望", "مقدمة في تعلم الآلة", "Über Größe und Äther"} {
		if !strings.Contains(got, title) {
			t.Errorf("the page lost %q", title)
		}
	}
}

// A screen reader is to find the papers in the drawing, which an image hides.
func TestTheDrawingIsAGroupOfLinks(t *testing.T) {
	got := string(page(t, graphtest.Random(5, 60)))
	drawing := got[strings.Index(got, `id="drawing"`):strings.Index(got, `<section id="influence"`)]
	if strings.Contains(drawing, `role="img"`) || !strings.Contains(got, `<svg role="group"`) {
		t.Error("the drawing is an image")
	}
}

func TestWhatIsNotKnownIsSaid(t *testing.T) {
	withheld := graphtest.Paper("quiet@2020")
	withheld.References.State = graph.Withheld
	withheld.Authors = []string{"Ann Lee"}
	c := graphtest.Corpus("a quiet", graphtest.Cites("a@2021", "b"), withheld)
	c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: 7, Title: "Lost paper", Status: graph.StatusMissing, Note: "nobody knows it"})
	got := string(page(t, c))
	for _, want := range []string{"The publisher withholds the reference list of Lee 2020.", "2 of 3 entries found", "references known for 1 of 2", "list.md:7", "Lost paper", "nobody knows it", "Its publisher withholds its reference list."} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestMain(m *testing.M) {
	cachedir.Restore() // Chromium is not to keep its temporary files in our cache folder
	code := m.Run()
	endChromium()
	os.Exit(code)
}
