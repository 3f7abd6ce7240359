package dot_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/render"
	"citemap/render/dot"
)

type point struct{ x, y float64 }

type frame struct{ left, top, right, bottom float64 }

// inside leaves out the rim, where arrows pass.
func (f frame) inside(p point) bool {
	const rim = 0.5
	return f.left+rim < p.x && p.x < f.right-rim && f.top+rim < p.y && p.y < f.bottom-rim
}

func (f frame) touches(g frame) bool {
	return f.left < g.right && g.left < f.right && f.top < g.bottom && g.top < f.bottom
}

// A picture is what of an SVG matters to its reader.
type picture struct {
	boxes  map[string]frame
	arrows map[string][]point // corners of a line that follows the arrow
}

var pair = regexp.MustCompile(`(-?[\d.]+),(-?[\d.]+)`)

func points(path string) []point {
	var out []point
	for _, found := range pair.FindAllStringSubmatch(path, -1) {
		x, _ := strconv.ParseFloat(found[1], 64)
		y, _ := strconv.ParseFloat(found[2], 64)
		out = append(out, point{x, y})
	}
	return out
}

// follow gives points along curves of three handles each.
func follow(p []point) []point {
	var out []point
	for k := 0; k+3 < len(p); k += 3 {
		for i := range 25 {
			t := float64(i) / 24
			u := 1 - t
			at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
			out = append(out, point{at(p[k].x, p[k+1].x, p[k+2].x, p[k+3].x), at(p[k].y, p[k+1].y, p[k+2].y, p[k+3].y)})
		}
	}
	return out
}

func look(t *testing.T, svg []byte) picture {
	t.Helper()
	type group struct {
		ID     string  `xml:"id,attr"`
		Class  string  `xml:"class,attr"`
		Paths  []shape `xml:"path"`
		Linked []shape `xml:"g>a>path"`
	}
	var drawn struct {
		Groups []group `xml:"g>g"`
	}
	if err := xml.Unmarshal(svg, &drawn); err != nil {
		t.Fatal(err)
	}
	p := picture{map[string]frame{}, map[string][]point{}}
	for _, g := range drawn.Groups {
		for _, s := range append(g.Paths, g.Linked...) {
			switch {
			case strings.HasPrefix(g.ID, "paper-"):
				p.boxes[g.ID] = around(points(s.D))
			case strings.HasPrefix(g.ID, "cites-"):
				p.arrows[g.ID] = follow(points(s.D))
			}
		}
	}
	return p
}

type shape struct {
	D string `xml:"d,attr"`
}

func around(p []point) frame {
	f := frame{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, at := range p {
		f.left, f.right = min(f.left, at.x), max(f.right, at.x)
		f.top, f.bottom = min(f.top, at.y), max(f.bottom, at.y)
	}
	return f
}

// The main path is seen where it runs within a year.
func TestMainPathWithinAYear(t *testing.T) {
	c := graphtest.Corpus("a", graphtest.Cites("e", "d"), graphtest.Cites("d", "c"), graphtest.Cites("c", "b"), graphtest.Cites("b", "a"), graphtest.Paper("a"))
	for i := range c.Papers {
		c.Papers[i].Date = graph.Date{Year: 2020}
	}
	svg, err := dot.SVG(t.Context(), draw(c, render.Options{}), dot.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	arrows := look(t, svg).arrows
	if len(arrows) != 4 {
		t.Fatalf("%d arrows, want 4", len(arrows))
	}
	for id, line := range arrows {
		if f := around(line); math.Hypot(f.right-f.left, f.bottom-f.top) < 8 {
			t.Errorf("%s is drawn over %v, which nobody sees", id, f)
		}
	}
}

// No box covers another, and no arrow goes through a box that is not its own.
func TestBoxesAreLegible(t *testing.T) {
	for seed := range uint64(6) {
		for _, layout := range []render.Layout{render.Timeline, render.Topics} {
			name := fmt.Sprintf("%s, seed %d", layout, seed)
			m := draw(graphtest.Random(seed, 60), render.Options{Layout: layout, Labels: render.Labels(seed % 2)})
			svg, err := dot.SVG(t.Context(), m, dot.Engine{})
			if err != nil {
				t.Fatal(err)
			}
			legible(t, name, m, look(t, svg))
		}
	}
}

// legible finds boxes that cover others, and arrows that go through a box that is not
// their own.
func legible(t *testing.T, name string, m *render.Map, p picture) {
	t.Helper()
	if len(p.boxes) != len(m.Papers) || len(p.arrows) != len(m.View.Citations) {
		t.Errorf("%s: %d boxes and %d arrows, want %d and %d", name, len(p.boxes), len(p.arrows), len(m.Papers), len(m.View.Citations))
	}
	for a, f := range p.boxes {
		for b, g := range p.boxes {
			if a < b && f.touches(g) {
				t.Errorf("%s: %s covers %s", name, a, b)
			}
		}
	}
	for id, line := range p.arrows {
		ends := strings.Split(strings.TrimPrefix(id, "cites-"), "-")
		for box, f := range p.boxes {
			if box == "paper-"+ends[0] || box == "paper-"+ends[1] {
				continue
			}
			for _, at := range line {
				if f.inside(at) {
					t.Errorf("%s: %s goes through %s", name, id, box)
					break
				}
			}
		}
	}
}
