package ink_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"image/color"
	"math"
	"os"
	"strings"
	"testing"

	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
)

var update = flag.Bool("update", false, "write the golden anew")

// small is Graphviz's layout of a rounded box with a link, a dashed box and an arrow
// between them, under a legend.
func small(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestParse(t *testing.T) {
	d, err := ink.Parse(small(t))
	if err != nil {
		t.Fatal(err)
	}
	got := described(d)
	const golden = "testdata/small.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the drawing differs from %s (-update writes it anew):\n%s", golden, got)
	}
}

// described tells a drawing in words.
func described(d *ink.Drawing) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %.2f x %.2f\n", d.Width, d.Height)
	for _, s := range d.Shapes {
		fmt.Fprintf(&b, "shape fill %s stroke %s width %g dashes %v\n", hex(s.Fill), hex(s.Stroke), s.LineWidth, s.Dashes)
		for _, segment := range s.Path {
			points := map[ink.Kind]int{ink.Move: 1, ink.Line: 1, ink.Cubic: 3, ink.Close: 0}[segment.Kind]
			fmt.Fprintf(&b, "  %s %.2f\n", [...]string{"move", "line", "cubic", "close"}[segment.Kind], segment.Points[:points])
		}
	}
	for _, t := range d.Texts {
		fmt.Fprintf(&b, "text %q at %.2f,%.2f align %d most %.2f size %g %s\n", t.Text, t.X, t.Y, t.Align, t.Most, t.Size, hex(t.Color))
	}
	for _, l := range d.Links {
		fmt.Fprintf(&b, "link %s at %.2f,%.2f size %.2f x %.2f\n", l.URL, l.X, l.Y, l.Width, l.Height)
	}
	return b.String()
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A) }

func TestOperations(t *testing.T) {
	for name, c := range map[string]struct{ operations, want string }{
		"an ellipse":           {`{"op":"e","rect":[10,10,5,3]}`, "shape fill #00000000 stroke #000000ff width 1 dashes []"},
		"a dotted line":        {`{"op":"S","style":"dotted"},{"op":"L","points":[[0,0],[9,0]]}`, "width 1 dashes [1 5]"},
		"a bold line":          {`{"op":"S","style":"bold"},{"op":"L","points":[[0,0],[9,0]]}`, "width 2 dashes []"},
		"a colour by name":     {`{"op":"c","color":"SteelBlue"},{"op":"L","points":[[0,0],[9,0]]}`, "stroke #4682b4ff"},
		"a translucent colour": {`{"op":"C","color":"#01020380"},{"op":"P","points":[[0,0],[9,0],[9,9]]}`, "fill #01020380"},
		"no such colour":       {`{"op":"c","color":"puce?"},{"op":"L","points":[[0,0],[9,0]]}`, "stroke #000000ff"},
		"colours that fade":    {`{"op":"C","grad":"linear","stops":[{"frac":0,"color":"#ff0000"}]},{"op":"P","points":[[0,0],[9,0],[9,9]]}`, "fill #ff0000ff"},
		"an invisible line":    {`{"op":"S","style":"invis"},{"op":"L","points":[[0,0],[9,0]]}`, ""},
		"an unknown operation": {`{"op":"Z","points":[[0,0],[9,0]]},{"op":"L"}`, ""},
		"too few points":       {`{"op":"b","points":[[0,0],[9,0]]}`, ""},
	} {
		d, err := ink.Parse([]byte(`{"bb":"0,0,20,20","_draw_":[` + c.operations + `]}`))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := described(d)
		if c.want == "" && len(d.Shapes) > 0 || !strings.Contains(got, c.want) {
			t.Errorf("%s: want %q in\n%s", name, c.want, got)
		}
	}
}

func TestWhatIsNoLayoutIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":        {"", "read graphviz's layout: unexpected end of JSON input"},
		"an SVG":         {"<svg/>", "read graphviz's layout: invalid character '<'"},
		"no box":         {"{}", `bounding box is "", not four numbers`},
		"a box of words": {`{"bb":"a,b,c,d"}`, `bounding box is "a,b,c,d"`},
		"a huge box":     {`{"bb":"0,0,1e9,1"}`, "too large for any page"},
		"a far point":    {`{"bb":"0,0,1,1","_draw_":[{"op":"L","points":[[0,0],[1e300,0]]}]}`, "outside of its own page"},
	} {
		if _, err := ink.Parse([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

// Only addresses that may be drawn as links come through.
func TestLinks(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org/?a=1&amp;b=2": "https://example.org/?a=1&b=2",
		"javascript:alert(1)":              "",
		"":                                 "",
	} {
		quoted, _ := json.Marshal(url)
		d, err := ink.Parse(fmt.Appendf(nil, `{"bb":"0,0,9,9","objects":[{"pos":"5,5","width":"1","height":"0.5","URL":%s}]}`, quoted))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, l := range d.Links {
			got += l.URL
		}
		if got != want {
			t.Errorf("%q: link to %q, want %q", url, got, want)
		}
	}
}

// What Graphviz shows of a text arrives as it is shown.
func TestTextsArriveWhole(t *testing.T) {
	for _, title := range []string{`back\slash`, `two\\slashes`, `"quotes" & <b>`, "&amp; &lt;", "Über λ я 中", "a/b"} {
		p := graphtest.Paper("p@2020")
		p.Title, p.Authors = title, []string{"Ann Lee"}
		m := render.NewMap(view.Of(study.Of(graphtest.Corpus("p", p), study.Options{}), view.Options{Papers: 1}), render.Options{})
		m.Papers[0].Label = title
		layout, err := dot.JSON(t.Context(), m, dot.Engine{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := ink.Parse(layout)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(described(d), fmt.Sprintf("text %q at", title)) {
			t.Errorf("no text %q in\n%s", title, described(d))
		}
	}
}

func TestFit(t *testing.T) {
	for name, c := range map[string]struct {
		natural             float64
		size, squeeze, left float64
	}{
		"there is room":            {80, 10, 1, 60},
		"letters are squeezed":     {110, 10, 100.0 / 110, 50},
		"and then smaller as well": {200, 10 * 0.5 / 0.85, 0.85, 50},
	} {
		size, squeeze, left := ink.Text{X: 100, Align: ink.Middle, Most: 100, Size: 10}.Fit(c.natural)
		if math.Abs(size-c.size)+math.Abs(squeeze-c.squeeze)+math.Abs(left-c.left) > 1e-9 {
			t.Errorf("%s: size %g, squeeze %g, from %g; want %g, %g, %g", name, size, squeeze, left, c.size, c.squeeze, c.left)
		}
	}
}

// Whatever is read, nothing of it lies further out than a page may reach.
func FuzzParse(f *testing.F) {
	f.Add(small(f))
	f.Add([]byte(`{"bb":"0,0,20,20","pad":"1,2","_draw_":[{"op":"e","rect":[1,2,3,4]},{"op":"T","text":"x","align":"r"}],"_subgraph_cnt":-1}`))
	f.Add([]byte(`{"bb":"0,0,0,0","objects":[{"pos":"1,2","width":"nan","height":"1e400"}],"edges":[{"_hdraw_":"x"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := ink.Parse(text)
		if err != nil {
			return
		}
		if !(d.Width >= 1 && d.Width <= 1e6 && d.Height >= 1 && d.Height <= 1e6) {
			t.Errorf("page %g x %g", d.Width, d.Height)
		}
		for _, s := range d.Shapes {
			for _, segment := range s.Path {
				for _, p := range segment.Points {
					if !(math.Abs(p.X) <= 1e7 && math.Abs(p.Y) <= 1e7) {
						t.Errorf("a point at %g,%g", p.X, p.Y)
					}
				}
			}
		}
		for _, line := range d.Texts {
			if render.Clean(line.Text) != line.Text {
				t.Errorf("text %q is not clean", line.Text)
			}
		}
		again, _ := ink.Parse(bytes.Clone(text))
		if described(again) != described(d) {
			t.Error("the second reading differs")
		}
	})
}
