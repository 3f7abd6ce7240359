package dot_test

import (
	"math"
	"testing"

	"citemap/graph/graphtest"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
)

// PNG and PDF hold the texts of the SVG, at their places and in their sizes, on a page
// as large, and squeeze them into the same length.
func TestInkIsTheSVG(t *testing.T) {
	for _, text := range []string{"screen", "a4", "column"} {
		o := render.Options{Title: "Über λ"}
		if err := o.Page.Set(text); err != nil {
			t.Fatal(err)
		}
		m := draw(graphtest.Random(7, 40), o)
		svg, err := dot.SVG(t.Context(), m, dot.Engine{})
		if err != nil {
			t.Fatal(err)
		}
		laidOut, err := dot.JSON(t.Context(), m, dot.Engine{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := ink.Parse(laidOut)
		if err != nil {
			t.Fatal(err)
		}
		near := func(a, b float64) bool { return math.Abs(a-b) < 0.02 }
		if math.Abs(d.Width-o.Page.Width()) > 0.1 || math.Abs(d.Height-o.Page.Height()) > 0.1 {
			t.Errorf("%s: ink of %g x %g on a page of %g x %g", text, d.Width, d.Height, o.Page.Width(), o.Page.Height())
		}
		seen := labels(t, svg)
		if len(seen) < 40 {
			t.Fatalf("%s: %d texts", text, len(seen))
		}
		for _, l := range seen {
			found := false
			for _, i := range d.Texts {
				found = found || i.Text == l.text && near(i.X, l.x) && near(i.Y, d.Height+l.y) && near(i.Size, l.size) && i.Most < l.length+1
			}
			if !found {
				t.Errorf("%s: no ink for %+v", text, l)
			}
		}
	}
}
