package layout

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Tiles have their shares of the area, lie within it and cover nothing twice.
func TestTiled(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := 1; n < 12; n++ {
		area := Rect{10, 20, 900 * (0.2 + r.Float64()), 600}
		shares, whole := make([]float64, n), 0.0
		for i := range shares {
			shares[i] = 0.1 + r.Float64()
			whole += shares[i]
		}
		tiles := tiled(area, shares, 1.3)
		for i, a := range tiles {
			if want := shares[i] / whole * area.Width * area.Height; math.Abs(a.Width*a.Height-want) > 1e-6*want {
				t.Errorf("tile %d of %d has area %g, want %g", i, n, a.Width*a.Height, want)
			}
			if a.X < area.X-1e-6 || a.Y < area.Y-1e-6 || a.right() > area.right()+1e-6 || a.bottom() > area.bottom()+1e-6 {
				t.Errorf("tile %d of %d leaves the area", i, n)
			}
			for j, b := range tiles[:i] {
				if math.Min(a.right(), b.right())-math.Max(a.X, b.X) > 1e-6 && math.Min(a.bottom(), b.bottom())-math.Max(a.Y, b.Y) > 1e-6 {
					t.Errorf("tiles %d and %d of %d cover each other", i, j, n)
				}
			}
		}
	}
}
