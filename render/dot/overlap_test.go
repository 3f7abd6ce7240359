package dot

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// However the boxes lie, none touches another in the end, and the same boxes end in
// the same places.
func TestPart(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 1))
		boxes := make([]box, 2+r.IntN(120))
		for i := range boxes {
			boxes[i] = box{r.Float64() * 300, r.Float64() * 200, 40 + r.Float64()*200, 15 + r.Float64()*40}
		}
		if seed == 0 {
			for i := range boxes {
				boxes[i].x, boxes[i].y = 0, 0
			}
		}
		again := slices.Clone(boxes)
		for _, all := range [][]box{boxes, again} {
			spread(all)
			part(all)
		}
		if overlapping(boxes) {
			t.Errorf("seed %d: boxes overlap", seed)
		}
		if !slices.Equal(boxes, again) {
			t.Errorf("seed %d: other places the second time", seed)
		}
	}
}

// Rows begin at the left end of what they stand above, and keep to its width.
func TestShelve(t *testing.T) {
	others := []box{{x: 0, y: 0, width: 100, height: 20}, {x: 100, y: 30, width: 100, height: 20}} // from -50 to 150, up to 40
	row := []box{{width: 90, height: 20}, {width: 90, height: 30}, {width: 90, height: 20}}
	shelve(row, others)
	want := []box{{-5, 40 + 2*apart + 10, 90, 20}, {-5 + 90 + apart, 40 + 2*apart + 15, 90, 30}, {-5, 40 + 3*apart + 30 + 10, 90, 20}}
	if !slices.Equal(row, want) {
		t.Errorf("%v, want %v", row, want)
	}
}

func TestAbove(t *testing.T) {
	b := box{width: 10, height: 4}
	b.above([]box{{x: 0, y: 10, height: 6}, {x: 8, y: 20, height: 2}})
	if want := (box{x: 4, y: 20 + 1 + apart + 2, width: 10, height: 4}); b != want {
		t.Errorf("%v, want %v", b, want)
	}
}

// A text is as long as its letters are in Helvetica's metrics.
func TestLength(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "Will": 0.944 + 0.222*3, "citemap": 0.5 + 0.222 + 0.278 + 0.556 + 0.833 + 0.556 + 0.556} {
		if got := length(text, 1); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
