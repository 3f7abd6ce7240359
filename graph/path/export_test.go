package path

import (
	"math/big"

	"citemap/graph"
)

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

// Of gives the component of a paper, below Len.
func (c *Components) Of(n graph.Node) int { return int(c.of[n]) }

// Through gives the number of search paths that a paper lies on.
func (s *SPC) Through(n graph.Node) Count {
	if len(s.form.References(n)) == 0 && len(s.form.Citing(n)) == 0 {
		return Count{}
	}
	return s.newer[n].Times(s.older[n])
}

// Shortest gives the first of the shortest chains, nil where there is none.
func Shortest(g *graph.Graph, citing, cited graph.Node) []graph.Node {
	if chains := ShortestChains(g, citing, cited, 1); len(chains.Papers) > 0 {
		return chains.Papers[0]
	}
	return nil
}
