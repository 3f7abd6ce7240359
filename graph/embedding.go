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

// Unit gives the embedding as a vector of length 1; nil where it is not known or
// nothing but zeros.
func (e Embedding) Unit() []float32 {
	sum := 0.0
	out := make([]float32, len(e))
	for i, h := range e {
		out[i] = single(h)
		sum += float64(out[i]) * float64(out[i])
	}
	if sum == 0 {
		return nil
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range out {
		out[i] *= scale
	}
	return out
}

// Dot is the product of two vectors of one length: of unit vectors, the cosine
// of their angle.
func Dot(a, b []float32) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// single gives the number of a finite half, exactly.
func single(h uint16) float32 {
	sign, exponent, fraction := uint32(h&0x8000)<<16, uint32(h>>10&0x1f), uint32(h&0x3ff)
	if exponent == 0 { // steps of 2^-24
		return math.Float32frombits(math.Float32bits(float32(fraction)*0x1p-24) | sign)
	}
	return math.Float32frombits(sign | (exponent+127-15)<<23 | fraction<<13)
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
