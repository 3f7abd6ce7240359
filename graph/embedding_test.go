package graph

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Every half is the nearest half to its own number.
func TestHalvesAreExact(t *testing.T) {
	for h := range 1 << 16 {
		h := uint16(h)
		if !finiteHalf(h) {
			continue
		}
		if got := half(single(h)); got != h {
			t.Fatalf("%#04x is %v, whose half is %#04x", h, single(h), got)
		}
	}
}

// A number lies no farther from its half than from the halves beside it.
func TestHalfIsTheNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		v := float32(r.NormFloat64() * math.Pow(10, float64(r.IntN(12)-8)))
		if math.Abs(float64(v)) > 65504 {
			continue
		}
		h := half(v)
		distance := func(h uint16) float64 { return math.Abs(float64(single(h)) - float64(v)) }
		for _, beside := range []uint16{h + 1, h - 1} {
			if h&0x7fff != 0 && finiteHalf(beside) && distance(beside) < distance(h) {
				t.Fatalf("%v: %v, but %v is nearer", v, single(h), single(beside))
			}
		}
	}
	for _, c := range []struct {
		v    float32
		want uint16
	}{{1, 0x3c00}, {-2, 0xc000}, {65504, 0x7bff}, {1.0009765625, 0x3c01}, {1.00048828125, 0x3c00}, {5.960464477539063e-8, 1}, {0, 0}} {
		if got := half(c.v); got != c.want {
			t.Errorf("%v is %#04x, want %#04x", c.v, got, c.want)
		}
	}
}

func TestWhatIsNoEmbedding(t *testing.T) {
	for _, v := range []float32{float32(math.NaN()), float32(math.Inf(1)), 65520, -1e30} {
		if e := NewEmbedding([]float32{1, v}); e != nil {
			t.Errorf("%v makes %v", v, e)
		}
	}
}

// The product of the unit vectors of two embeddings is their cosine.
func TestUnit(t *testing.T) {
	a := NewEmbedding([]float32{1, 2, 3})
	for _, c := range []struct {
		name string
		b    Embedding
		want float64
	}{
		{"itself", a, 1},
		{"twice as long", NewEmbedding([]float32{2, 4, 6}), 1},
		{"the other way", NewEmbedding([]float32{-1, -2, -3}), -1},
		{"at right angles", NewEmbedding([]float32{3, 0, -1}), 0},
	} {
		if got := Dot(a.Unit(), c.b.Unit()); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if NewEmbedding([]float32{0, 0}).Unit() != nil || Embedding(nil).Unit() != nil {
		t.Error("nothing has a direction")
	}
}
