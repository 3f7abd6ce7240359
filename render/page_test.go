package render_test

import (
	"math"
	"testing"

	"citemap/render"
)

func TestPages(t *testing.T) {
	for _, test := range []struct {
		text          string
		width, height float64
		unit          string
		least         float64
	}{
		{"screen", 1280, 960, "px", 9},
		{"slide", 1280, 720, "px", 11},
		{"a4", 595.28, 841.89, "pt", 6},
		{"column", 240.94, 481.89, "pt", 6},
		{"1600x900", 1600, 900, "px", 9},
		{"1600pxx900px", 1600, 900, "px", 9},
		{"8.5cmx12cm", 240.94, 340.16, "pt", 6},
		{"85x120mm", 240.94, 340.16, "pt", 6},
		{"6inx4in", 432, 288, "pt", 6},
	} {
		var p render.Page
		if err := p.Set(test.text); err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if math.Abs(p.Width()-test.width) > 0.01 || math.Abs(p.Height()-test.height) > 0.01 || p.Unit() != test.unit || p.Least() != test.least || p.String() != test.text {
			t.Errorf("%s: %g x %g %s, texts of %g, called %s", test.text, p.Width(), p.Height(), p.Unit(), p.Least(), p)
		}
	}
	for _, text := range []string{"", "letter", "12", "x", "10x10", "1e9x5", "99999x500", "-4x4", "5mmx5mm", "1600x900em", "85mmx120", "85mmx4in"} {
		if err := new(render.Page).Set(text); err == nil {
			t.Errorf("%q is a page", text)
		}
	}
	if p := (render.Page{}); p.String() != "screen" || p.Width() != 1280 || p.Least() != 9 {
		t.Errorf("the zero value is %s", p)
	}
}
