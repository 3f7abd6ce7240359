package png_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"

	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
	paint "citemap/render/png"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	red   = color.NRGBA{255, 0, 0, 255}
	blue  = color.NRGBA{0, 0, 255, 255}
)

// painted gives the picture of a drawing, with the embedded font alone.
func painted(t *testing.T, d *ink.Drawing, scale float64) (image.Image, string) {
	t.Helper()
	var b bytes.Buffer
	missing, err := paint.Write(&b, d, paint.Options{Scale: scale, FontFolders: []string{}})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return picture, string(missing)
}

func at(p image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(p.At(x, y)).(color.NRGBA)
}

func point(x, y float64) [3]ink.Point { return [3]ink.Point{{X: x, Y: y}} }

func box(x, y, w, h float64) ink.Path {
	return ink.Path{{Kind: ink.Move, Points: point(x, y)}, {Kind: ink.Line, Points: point(x+w, y)},
		{Kind: ink.Line, Points: point(x+w, y+h)}, {Kind: ink.Line, Points: point(x, y+h)}, {Kind: ink.Close}}
}

func TestALineIsThinAndBesideItIsWhite(t *testing.T) {
	d := &ink.Drawing{Width: 100, Height: 40, Shapes: []ink.Shape{{
		Path:   ink.Path{{Kind: ink.Move, Points: point(10, 10)}, {Kind: ink.Cubic, Points: [3]ink.Point{{X: 40, Y: 10}, {X: 60, Y: 30}, {X: 90, Y: 30}}}},
		Stroke: red, LineWidth: 1,
	}}}
	p, _ := painted(t, d, 2)
	for x := 24; x < 176; x++ {
		inked := 0.0
		for y := range 80 {
			inked += float64(255-at(p, x, y).G) / 255
		}
		if inked < 1.9 || inked > 3 { // two dots across, more where it slopes
			t.Errorf("column %d: %.2f dots of ink", x, inked)
		}
	}
	for _, beside := range []image.Point{{100, 30}, {100, 50}, {20, 10}, {10, 20}, {190, 60}} {
		if c := at(p, beside.X, beside.Y); c != white {
			t.Errorf("at %v: %v, want white", beside, c)
		}
	}
}

func TestABoxHasItsFillAndItsDashesHaveGaps(t *testing.T) {
	d := &ink.Drawing{Width: 100, Height: 40, Shapes: []ink.Shape{{
		Path: box(10.5, 10.5, 80, 20), Fill: blue, Stroke: red, LineWidth: 1, Dashes: []float64{5, 2},
	}}}
	p, _ := painted(t, d, 1)
	if c := at(p, 50, 20); c != blue {
		t.Errorf("inside: %v, want blue", c)
	}
	line, gap := 0, 0
	for x := 12; x < 88; x++ {
		switch at(p, x, 10) {
		case red:
			line++
		case color.NRGBA{127, 127, 255, 255}, color.NRGBA{128, 128, 255, 255}: // the fill ends in the middle of the line
			gap++
		}
	}
	if line < 35 || gap < 10 {
		t.Errorf("%d dots of dash, %d of gap", line, gap)
	}
}

// A sharp corner is rounded, and lines that turn either way leave no hole.
func TestCorners(t *testing.T) {
	for name, path := range map[string]ink.Path{
		"to the right": {{Kind: ink.Move, Points: point(10, 10)}, {Kind: ink.Line, Points: point(30, 10)}, {Kind: ink.Line, Points: point(30, 30)}},
		"to the left":  {{Kind: ink.Move, Points: point(10, 30)}, {Kind: ink.Line, Points: point(30, 30)}, {Kind: ink.Line, Points: point(30, 10)}},
		"back":         {{Kind: ink.Move, Points: point(10, 10)}, {Kind: ink.Line, Points: point(30, 10)}, {Kind: ink.Line, Points: point(30, 30)}, {Kind: ink.Line, Points: point(10, 30)}},
	} {
		p, _ := painted(t, &ink.Drawing{Width: 40, Height: 40, Shapes: []ink.Shape{{Path: path, Stroke: red, LineWidth: 8}}}, 1)
		for _, s := range path[1 : len(path)-1] {
			corner := s.End()
			outer := image.Pt(int(corner.X)+1, int(corner.Y)+int(math.Copysign(1.5, corner.Y-20)))
			if c := at(p, outer.X, outer.Y); c != red {
				t.Errorf("%s: %v at the outer side of %v, want red", name, c, corner)
			}
		}
	}
}

func letter(s string) *ink.Drawing {
	return &ink.Drawing{Width: 40, Height: 40, Texts: []ink.Text{{Text: s, X: 8, Y: 30, Size: 24, Color: color.NRGBA{A: 255}}}}
}

func TestLetters(t *testing.T) {
	pictures := map[string]string{}
	for _, s := range []string{"ü", "u", "Ж", "λ", "ل", "中"} {
		p, missing := painted(t, letter(s), 1)
		pictures[s] = string(p.(*image.RGBA).Pix)
		if want := map[string]string{"中": "中"}[s]; missing != want {
			t.Errorf("%s: missing %q, want %q", s, missing, want)
		}
	}
	placeholder, missing := painted(t, letter("文"), 1)
	if missing != "文" || pictures["中"] != string(placeholder.(*image.RGBA).Pix) {
		t.Errorf("two characters that no font has differ, or %q is missing", missing)
	}
	empty, _ := painted(t, letter(""), 1)
	for a, pa := range pictures {
		if pa == string(empty.(*image.RGBA).Pix) {
			t.Errorf("nothing stands for %s", a)
		}
		for b, pb := range pictures {
			if a != b && pa == pb {
				t.Errorf("%s looks like %s", a, b)
			}
		}
	}
}

// However wide its letters, a text keeps to its place.
func TestATextKeepsToItsPlace(t *testing.T) {
	p, _ := painted(t, &ink.Drawing{Width: 100, Height: 30, Texts: []ink.Text{{Text: strings.Repeat("W", 30), X: 50, Y: 20, Align: ink.Middle, Most: 40, Size: 12}}}, 3)
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			if outside := x < 3*29 || x >= 3*71; outside && at(p, x, y) != white {
				t.Fatalf("ink at %d,%d", x, y)
			}
		}
	}
}

func TestScale(t *testing.T) {
	d := &ink.Drawing{Width: 100, Height: 50}
	for scale, want := range map[float64]image.Point{0: {200, 100}, 1: {100, 50}, 4: {400, 200}, 0.001: {1, 1}} {
		if p, _ := painted(t, d, scale); p.Bounds().Size() != want {
			t.Errorf("scale %g: %v, want %v", scale, p.Bounds().Size(), want)
		}
	}
	for _, scale := range []float64{-1, math.NaN(), math.Inf(1)} {
		if _, err := paint.Write(&bytes.Buffer{}, d, paint.Options{Scale: scale}); err == nil {
			t.Errorf("scale %g passed", scale)
		}
	}
}

func TestAPictureThatIsTooLargeIsRefused(t *testing.T) {
	d := &ink.Drawing{Width: 8000, Height: 5000}
	_, err := paint.Write(&bytes.Buffer{}, d, paint.Options{Scale: 3})
	var size *paint.SizeError
	if !errors.As(err, &size) {
		t.Fatalf("error %v, want a SizeError", err)
	}
	const want = "paint a picture of 8000 x 5000 points at scale 3: more than 100 megapixels; --scale 1.58 would fit"
	if err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}

// The nastiest of maps is painted, the same every time.
func TestMap(t *testing.T) {
	for name, corpus := range map[string]*study.Findings{
		"nasty":  study.Of(graphtest.Nasty(), study.Options{}),
		"random": study.Of(graphtest.Random(3, 60), study.Options{}),
	} {
		layout, err := dot.JSON(t.Context(), render.NewMap(view.Of(corpus, view.Options{}), render.Options{}), dot.Engine{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := ink.Parse(layout)
		if err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if _, err := paint.Write(b, d, paint.Options{Scale: 1}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two pictures differ", name)
		}
	}
}
