package path

import "math/big"

// Float gives the count as it is, without rounding.
func (c Count) Float() *big.Float {
	f := new(big.Float).SetUint64(c.mantissa)
	return f.SetMantExp(f, int(c.exponent))
}

// RelativeError compares a count to the whole number that it stands for.
func RelativeError(got Count, want *big.Int) float64 {
	exact := new(big.Float).SetPrec(uint(want.BitLen()) + 64).SetInt(want)
	apart := new(big.Float).SetPrec(exact.Prec()).Sub(got.Float(), exact)
	if apart.Sign() == 0 {
		return 0
	}
	ratio, _ := new(big.Float).Quo(apart.Abs(apart), exact).Float64()
	return ratio
}
