package path

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// A Count is a number of paths: a whole number, 0 or more, far beyond what an
// integer holds. Below 2^64 sums and products are exact; from there on each
// is rounded to 64 significant bits, a relative error below 2^-64 (5.5e-20).
// The zero Count is 0.
type Count struct {
	mantissa uint64 // top bit set, but for 0
	exponent int32  // the count is mantissa * 2^exponent
}

const topBit = 1 << 63

// NewCount gives the count of an integer.
func NewCount(n uint64) Count {
	if n == 0 {
		return Count{}
	}
	shift := bits.LeadingZeros64(n)
	return Count{n << shift, int32(-shift)}
}

// rounded gives the count nearest to (mantissa + fraction/2^64) * 2^exponent,
// ties to even. The mantissa must have its top bit set.
func rounded(mantissa, fraction uint64, exponent int32) Count {
	if fraction > topBit || fraction == topBit && mantissa&1 == 1 {
		mantissa++
		if mantissa == 0 {
			return Count{topBit, exponent + 1}
		}
	}
	return Count{mantissa, exponent}
}

// Plus is the sum of two counts.
func (c Count) Plus(d Count) Count {
	if c.mantissa == 0 || d.mantissa != 0 && d.exponent > c.exponent {
		c, d = d, c
	}
	shift := c.exponent - d.exponent
	if d.mantissa == 0 || shift > 64 {
		return c
	}
	sum, carry := bits.Add64(c.mantissa, d.mantissa>>shift, 0)
	fraction := d.mantissa << (64 - shift)
	if carry == 0 {
		return rounded(sum, fraction, c.exponent)
	}
	// The last bit stays set if anything below it was, for the rounding.
	return rounded(sum>>1|topBit, sum<<63|fraction>>1|fraction&1, c.exponent+1)
}

// Times is the product of two counts.
func (c Count) Times(d Count) Count {
	if c.mantissa == 0 || d.mantissa == 0 {
		return Count{}
	}
	high, low := bits.Mul64(c.mantissa, d.mantissa)
	exponent := c.exponent + d.exponent + 64
	if high&topBit == 0 {
		high, low, exponent = high<<1|low>>63, low<<1, exponent-1
	}
	return rounded(high, low, exponent)
}

// Compare orders counts by size. Counts that are exact compare exactly; from
// 2^64 on they are rounded to 40 bits (twelve digits) first, so that no order
// hangs on the last bits of a sum.
func (c Count) Compare(d Count) int {
	c, d = c.coarse(), d.coarse()
	if c.mantissa == 0 || d.mantissa == 0 {
		return cmp.Compare(c.mantissa, d.mantissa)
	}
	return cmp.Or(cmp.Compare(c.exponent, d.exponent), cmp.Compare(c.mantissa, d.mantissa))
}

func (c Count) coarse() Count {
	if c.exponent <= 0 {
		return c
	}
	const dropped = 1<<24 - 1
	if c.mantissa += dropped / 2; c.mantissa < topBit {
		return Count{topBit, c.exponent + 1}
	}
	c.mantissa &^= dropped
	return c
}

// IsZero reports whether the count is 0.
func (c Count) IsZero() bool { return c.mantissa == 0 }

// Uint64 gives the exact count; exact is false where it is 2^64 or more.
func (c Count) Uint64() (n uint64, exact bool) {
	if c.exponent > 0 {
		return 0, false
	}
	return c.mantissa >> -c.exponent, true
}

// Log2 is the logarithm of the count to base 2, minus infinity for 0.
func (c Count) Log2() float64 {
	return math.Log2(float64(c.mantissa)) + float64(c.exponent)
}

// Share is c divided by whole: between 0 and 1 where c is a part of it. The
// share of nothing is 0.
func (c Count) Share(whole Count) float64 {
	if whole.mantissa == 0 {
		return 0
	}
	return math.Ldexp(float64(c.mantissa)/float64(whole.mantissa), int(c.exponent-whole.exponent))
}

// String writes the count: in full below 2^64, else with twelve significant
// digits, like 1.60693804426e+60.
func (c Count) String() string {
	if n, exact := c.Uint64(); exact {
		return strconv.FormatUint(n, 10)
	}
	f := new(big.Float).SetUint64(c.mantissa)
	return f.SetMantExp(f, int(c.exponent)).Text('e', 11)
}
