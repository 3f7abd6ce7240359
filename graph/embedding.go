package graph

import "math"

// An Embedding is a place in a space in which papers on alike matters lie near
// each other: the numbers that SPECTER2 makes of title and abstract (Singh et al.
// 2022, doi:10.48550/arXiv.2211.13308), each as the bits of an IEEE 754 half.
type Embedding []uint16

// NewEmbedding rounds numbers to halves. It gives nil where one is not finite or
// too large for a half.
func NewEmbedding(values []float32) Embedding {
	out := make(Embedding, len(values))
	for i, v := range values {
		out[i] = half(v)
		if !finiteHalf(out[i]) {
			return nil
		}
	}
	return out
}

// Finite reports whether all numbers are finite.
func (e Embedding) Finite() bool {
	for _, h := range e {
		if !finiteHalf(h) {
			return false
		}
	}
	return true
}

func finiteHalf(h uint16) bool { return h&0x7c00 != 0x7c00 }

// Likeness is the cosine of two embeddings, between -1 and 1; ok is false where
// one is not known, is nothing but zeros or is of another length.
func Likeness(a, b Embedding) (cosine float64, ok bool) {
	if len(a) != len(b) || len(a) == 0 {
		return 0, false
	}
	var product, first, second float64
	for i := range a {
		x, y := float64(single(a[i])), float64(single(b[i]))
		product, first, second = product+x*y, first+x*x, second+y*y
	}
	if first == 0 || second == 0 {
		return 0, false
	}
	return min(1, max(-1, product/math.Sqrt(first*second))), true
}

// single gives the number of a half, exactly.
func single(h uint16) float32 {
	sign, exponent, fraction := float64(1), int(h>>10&0x1f), float64(h&0x3ff)
	if h&0x8000 != 0 {
		sign = -1
	}
	switch exponent {
	case 0:
		return float32(sign * math.Ldexp(fraction, -24))
	case 0x1f:
		if fraction != 0 {
			return float32(math.NaN())
		}
		return float32(sign * math.Inf(1))
	}
	return float32(sign * math.Ldexp(1024+fraction, exponent-25))
}

// half gives the bits of the half nearest to a number, of two the even one.
func half(v float32) uint16 {
	sign := uint16(math.Float32bits(v) >> 16 & 0x8000)
	x := math.Abs(float64(v))
	switch {
	case math.IsNaN(x):
		return 0x7e00
	case x >= 65520: // nearer to infinity than to what a half can hold
		return sign | 0x7c00
	case x < 0x1p-14: // those below the normal ones step by 2^-24
		return sign | uint16(math.RoundToEven(x*0x1p24))
	}
	_, exponent := math.Frexp(x) // x is a fraction of [0.5, 1) times 2^exponent
	steps := uint16(math.RoundToEven(math.Ldexp(x, 11-exponent)))
	// Rounding may carry into the exponent, which addition does by itself.
	return sign | uint16(exponent+13)<<10 + steps
}
