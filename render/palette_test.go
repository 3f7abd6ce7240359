package render

import (
	"math"
	"testing"
)

// sights are what is left of red, green and blue light to readers of all cones and to
// those without the red, green or blue ones (Machado, Oliveira and Fernandes 2009,
// doi:10.1109/TVCG.2009.113, severity 1).
var sights = map[string][3][3]float64{
	"all":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func times(m [3][3]float64, v [3]float64) (out [3]float64) {
	for i := range m {
		out[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
	}
	return out
}

// lab gives a colour as it is seen, in CIE L*a*b* under D65.
func lab(color string, sight [3][3]float64) [3]float64 {
	light := times(sight, linear(color))
	for i := range light {
		light[i] = min(max(light[i], 0), 1)
	}
	xyz := times([3][3]float64{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}, light)
	for i, white := range []float64{0.95047, 1, 1.08883} {
		if t := xyz[i] / white; t > 216.0/24389 {
			xyz[i] = math.Cbrt(t)
		} else {
			xyz[i] = (24389.0/27*t + 16) / 116
		}
	}
	return [3]float64{116*xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])}
}

// The colours keep apart for every kind of sight, pale, solid and on a grey print.
func TestColoursKeepApart(t *testing.T) {
	var fills, solids []string
	for _, s := range apart {
		fills, solids = append(fills, s.fill), append(solids, s.solid)
	}
	for _, test := range []struct {
		what         string
		colours      []string
		far, lighter float64
	}{{"solid", append(solids, plain.solid), 21, 0}, {"pale", fills, 12, 2}} {
		least, lighter := math.Inf(1), math.Inf(1)
		for sight, m := range sights {
			for i, a := range test.colours {
				for _, b := range test.colours[:i] {
					p, q := lab(a, m), lab(b, m)
					d := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
					if least = min(least, d); sight == "all" {
						lighter = min(lighter, math.Abs(p[0]-q[0]))
					}
					if d < test.far {
						t.Errorf("%s: %s and %s lie %.1f apart to readers of sight %s", test.what, a, b, d, sight)
					}
				}
			}
		}
		if lighter < test.lighter {
			t.Errorf("%s: two differ by %.1f in lightness", test.what, lighter)
		}
		t.Logf("%s: %.1f apart at least, %.1f in lightness", test.what, least, lighter)
	}
}

// Borders are seen on white, and texts can be read.
func TestContrast(t *testing.T) {
	for _, s := range append(append(apart[:], plain), ramp...) {
		g := s.group("")
		if c := contrast(g.Border, white); c < 3 {
			t.Errorf("border %s on white: contrast %.2f", g.Border, c)
		}
		if c := min(contrast(g.Solid, g.OnSolid), contrast(g.Fill, g.Ink)); c < 4.5 {
			t.Errorf("text on %s or %s: contrast %.2f", g.Solid, g.Fill, c)
		}
	}
}
