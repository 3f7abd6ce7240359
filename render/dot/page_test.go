package dot_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/layout"
)

const shared = "../../../shared/graphs/"

// demo studies the demo's list: eight papers on fine-tuning.
func demo(t *testing.T) *study.Findings {
	const listed = "arXiv:2305.11206 arXiv:2401.01335 arXiv:2402.12847 arXiv:2404.03715 arXiv:2404.12253 arXiv:2405.19874 arXiv:2305.02301 arXiv:2403.18365"
	return studied(t, "../../testdata/snapshots/finetune.jsonl", strings.Fields(listed))
}

// field studies the first list of a shared graph that has so many papers at least; nil
// where the graph is not there.
func field(t *testing.T, name string, least int) *study.Findings {
	file, err := os.Open(shared + name + ".lists.jsonl")
	if err != nil {
		t.Logf("%s is left out: the shared graphs are not beside the repository", name)
		return nil
	}
	defer file.Close()
	var l struct{ Papers []string }
	for lists := json.NewDecoder(file); len(l.Papers) < least; {
		l.Papers = nil
		if err := lists.Decode(&l); err != nil {
			t.Fatal(err)
		}
	}
	return studied(t, shared+name+".snapshot.jsonl.gz", l.Papers)
}

func studied(t *testing.T, snapshot string, ids []string) *study.Findings {
	read, err := library.ScanFile(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	whole := read.Corpus()
	papers := whole.Whole()
	c := graphtest.Corpus("", papers...)
	called := map[string]graph.PaperID{}
	for i := range papers {
		called[string(papers[i].ID)] = papers[i].ID
		for _, id := range papers[i].IDs {
			called[id.String()], called[id.Value] = papers[i].ID, papers[i].ID
		}
	}
	for _, id := range ids {
		if paper, found := called[id]; found {
			c.Entries = append(c.Entries, graph.Entry{Status: graph.StatusResolved, Paper: paper})
		}
	}
	if len(c.Entries) != len(ids) {
		t.Fatalf("%s has %d of %d listed papers", snapshot, len(c.Entries), len(ids))
	}
	c.Sources = []graph.Provenance{{Name: "a source", Licence: "a licence"}}
	return study.Of(c, study.Options{})
}

// A label is a text of a picture.
type label struct {
	text       string
	size, x, y float64 // x is the middle, y the baseline
	length     float64
	box        string // id of what it stands in
}

var viewBox = regexp.MustCompile(`<svg [^>]*width="([0-9.]+)(px|pt)" height="([0-9.]+)(px|pt)" viewBox="0 0 ([0-9.]+) ([0-9.]+)"`)

// labels reads the texts of a picture, in the unit of its page.
func labels(t *testing.T, svg []byte) []label {
	t.Helper()
	type text struct {
		Text   string  `xml:",chardata"`
		Size   float64 `xml:"font-size,attr"`
		X      float64 `xml:"x,attr"`
		Y      float64 `xml:"y,attr"`
		Length float64 `xml:"textLength,attr"`
	}
	var drawn struct {
		Groups []struct {
			ID     string `xml:"id,attr"`
			Texts  []text `xml:"text"`
			Linked []text `xml:"g>a>text"`
		} `xml:"g>g"`
	}
	if err := xml.Unmarshal(svg, &drawn); err != nil {
		t.Fatal(err)
	}
	var all []label
	for _, g := range drawn.Groups {
		for _, s := range append(g.Texts, g.Linked...) {
			all = append(all, label{s.Text, s.Size, s.X, s.Y, s.Length, g.ID})
		}
	}
	return all
}

// Every map is made for its page: its texts are as large as they must be and stay in
// their boxes, no box covers another or leaves the page, no arrow leads through a box that is
// not its own, and a third of the papers are gaps, each with its rank.
func TestMapsFitTheirPages(t *testing.T) {
	fields := map[string]*study.Findings{"demo": demo(t), "aan": field(t, "aan", 30), "hepth": field(t, "hepth", 50)}
	sizes := []int{20, 40, 60, 120}
	if testing.Short() {
		sizes = []int{60}
	}
	drawn, most := 0, map[string]int{}
	for name, f := range fields {
		if f == nil {
			continue
		}
		for _, papers := range sizes {
			for _, layouts := range []render.Layout{render.Timeline, render.Columns, render.Topics} {
				for _, page := range render.Pages() {
					o := render.Options{Layout: layouts, Title: "A list"}
					if err := o.Page.Set(page); err != nil {
						t.Fatal(err)
					}
					m := layout.Map(f, view.Options{Papers: papers}, o)
					what := fmt.Sprintf("%s, %d papers, %s, %s", name, papers, layouts, page)
					svg, err := dot.SVG(t.Context(), m, dot.Engine{})
					if err != nil {
						t.Fatalf("%s: %v", what, err)
					}
					fitted(t, what, m, svg)
					drawn++
					kind := fmt.Sprintf("%s %s", page, layouts)
					most[kind] = max(most[kind], len(m.Papers))
				}
			}
		}
	}
	t.Logf("%d maps; the most papers on a page: %v", drawn, most)
}

// fitted holds a picture of a map to what a page promises.
func fitted(t *testing.T, what string, m *render.Map, svg []byte) {
	t.Helper()
	page := m.Options.Page
	head := viewBox.FindSubmatch(svg)
	if head == nil || string(head[1]) != string(head[5]) || string(head[3]) != string(head[6]) || string(head[2]) != page.Unit() {
		t.Fatalf("%s: the picture begins %.300s", what, svg)
	}
	width, _ := strconv.ParseFloat(string(head[1]), 64)
	height, _ := strconv.ParseFloat(string(head[3]), 64)
	p := look(t, svg)
	legible(t, what, m, p)
	for id, f := range p.boxes {
		if f.left < 0 || f.right > width || f.top < -height || f.bottom > 0 {
			t.Errorf("%s: %s leaves the page", what, id)
		}
	}
	const rounding = 0.01
	firsts := map[string]string{}
	for _, l := range labels(t, svg) {
		if l.size < page.Least()-rounding {
			t.Errorf("%s: %q is %.2f %s high", what, l.text, l.size, page.Unit())
		}
		if l.length <= 0 && strings.TrimSpace(l.text) != "" {
			t.Errorf("%s: %q has no length", what, l.text)
		}
		around := frame{0, -height, width, 0}
		if box, is := p.boxes[l.box]; is {
			around = box
		}
		if l.x-l.length/2 < around.left-rounding || l.x+l.length/2 > around.right+rounding || l.y > around.bottom || l.y-l.size*0.75 < around.top {
			t.Errorf("%s: %q runs out of its box or off the page", what, l.text)
		}
		if firsts[l.box] == "" {
			firsts[l.box] = l.text
		}
	}
	gaps := 0
	for _, paper := range m.Papers {
		if paper.Role == view.Gap {
			gaps++
			if first := firsts[fmt.Sprintf("paper-%d", paper.Node)]; !strings.HasPrefix(first, fmt.Sprintf("#%d ", paper.Rank)) {
				t.Errorf("%s: gap no. %d is called %q", what, paper.Rank, first)
			}
		}
	}
	if 3*gaps < len(m.Papers) && gaps < len(m.View.Findings.Gaps.Gaps) {
		t.Errorf("%s: %d gaps of %d papers", what, gaps, len(m.Papers))
	}
	if more := m.View.LeftOut.Room; more > 0 && !strings.Contains(m.Legend.LeftOut, fmt.Sprintf("%d paper", more)) {
		t.Errorf("%s: %d papers found no room, and the legend says %q", what, more, m.Legend.LeftOut)
	}
}
