package layout

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Papers of a line keep their order, their gaps and the line, and no small move of one or of
// neighbours together brings them nearer to where they want to be.
func TestFitIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		w := weave{length: 300, gap: 5}
		var line []int
		want := map[int]float64{}
		for p := range 1 + r.IntN(7) {
			w.strips = append(w.strips, strip{10 + 25*r.Float64(), 1})
			line = append(line, p)
			want[p] = 400*r.Float64() - 50
		}
		at := make([]float64, len(line))
		w.fit(line, want, at)
		if !w.holds(line, at) {
			t.Fatalf("line %v of %v stands at %v", line, w.strips, at)
		}
		for from := range line {
			for to := from + 1; to <= len(line); to++ {
				for _, by := range []float64{-0.5, 0.5} {
					moved := append([]float64{}, at...)
					for p := from; p < to; p++ {
						moved[p] += by
					}
					if w.holds(line, moved) && off(want, moved) < off(want, at)-1e-6 {
						t.Fatalf("papers %d to %d would be better off by %g", from, to-1, by)
					}
				}
			}
		}
	}
}

func off(want map[int]float64, at []float64) float64 {
	sum := 0.0
	for p := range at {
		sum += (at[p] - want[p]) * (at[p] - want[p])
	}
	return sum
}

// holds reports whether a line has room for its papers where they stand.
func (w *weave) holds(line []int, at []float64) bool {
	const rounding = 1e-9
	for i, p := range line {
		half := w.strips[p].along / 2
		if at[p]-half < -rounding || at[p]+half > w.length+rounding {
			return false
		}
		if i > 0 && at[p]-at[line[i-1]] < half+w.strips[line[i-1]].along/2+w.gap-rounding {
			return false
		}
	}
	return true
}

// A band's papers are all in lines that hold them; those that cite others come after
// them where there are lines enough.
func TestFold(t *testing.T) {
	w := weave{length: 100, gap: 5, strips: make([]strip, 12), cites: make([][]int, 12)}
	var papers []int
	for p := range w.strips {
		w.strips[p] = strip{25, 10}
		papers = append(papers, p)
	}
	w.cites[3], w.cites[7] = []int{2}, []int{3}
	for _, least := range []int{1, 6} {
		lines := w.fold(papers, least)
		lineOf, met := map[int]int{}, 0
		for i, line := range lines {
			taken := 0.0
			for _, p := range line {
				lineOf[p] = i
				taken += 30
				met++
			}
			if taken > 100+1e-9 {
				t.Errorf("line %v is %g long", line, taken)
			}
		}
		if met != len(papers) || len(lines) < least || lineOf[3] <= lineOf[2] || lineOf[7] <= lineOf[3] {
			t.Errorf("lines %v", lines)
		}
	}
}

// Years keep bands of their own while there is room, and share them where there is none.
func TestSqueeze(t *testing.T) {
	w := weave{length: 100, gap: 5, channel: 10, strips: make([]strip, 6), cites: make([][]int, 6)}
	bands := func() (all []band) {
		for p := range w.strips {
			w.strips[p] = strip{20, 10}
			all = append(all, band{first: 2000 + p, last: 2000 + p, papers: []int{p}})
		}
		return all
	}
	for _, test := range []struct {
		depth float64
		bands int
		lines float64
		fits  bool
	}{{120, 6, 6, true}, {119, 5, 5, true}, {60, 3, 3, true}, {40, 1, 2, true}, {39, 1, 2, false}} {
		got, fits := w.squeeze(bands(), test.depth)
		papers := 0
		for _, b := range got {
			papers += len(b.papers)
		}
		if len(got) != test.bands || fits != test.fits || papers != 6 || math.Abs(w.depth(got)-20*test.lines) > 1e-9 {
			t.Errorf("within %g: %d bands, fit: %v; want %d, %v", test.depth, len(got), fits, test.bands, test.fits)
		}
	}
}
