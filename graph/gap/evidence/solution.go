package evidence

import "gonum.org/v1/gonum/mat"

// A solution is a factorised system. P being the inverse of its matrix, listed
// paper l contributes -P(l,c)/P(c,c) to candidate c: what the list says of it
// with the candidate itself left out. Of the Cholesky factor U, in which the
// listed papers come first, only the inverse V of the candidates' corner is
// needed: P there is V V', and P(L,C) is -A V V' with A = U(L,L)^-1 U(L,C).
type solution struct {
	upper   *mat.TriDense // U(L,L)
	across  *mat.Dense    // U(L,C)
	inverse mat.TriDense  // V
	own     []float64     // P(c,c)
}

// factorize solves a Gram matrix with the ridge of a side, times how much of it
// is wanted.
func (s *scene) factorize(g *mat.SymDense, of side, times float64) (*solution, bool) {
	var cholesky mat.Cholesky
	if !cholesky.Factorize(s.penalised(g, of, times)) {
		return nil, false
	}
	var u mat.TriDense
	cholesky.UTo(&u)
	k, n := len(s.Listed), len(s.items)
	x := &solution{upper: mat.NewTriDense(k, mat.Upper, nil), across: mat.NewDense(k, n-k, nil), own: make([]float64, n-k)}
	x.upper.Copy(u.SliceTri(0, k))
	for l := range k {
		for c := k; c < n; c++ {
			x.across.Set(l, c-k, u.At(l, c))
		}
	}
	if x.inverse.InverseTri(u.SliceTri(k, n)) != nil {
		return nil, false
	}
	for c := range x.own {
		for m := c; m < n-k; m++ {
			x.own[c] += x.inverse.At(c, m) * x.inverse.At(c, m)
		}
	}
	return x, true
}

// contributions gives all of them, by listed paper and candidate, and how well
// the other listed papers predict each listed one.
func (x *solution) contributions() (contributions *mat.Dense, among []float64) {
	var a, av, w mat.Dense
	if x.upper.SolveTo(&a, false, x.across) != nil {
		k, n := x.across.Dims()
		return mat.NewDense(k, n, nil), make([]float64, k)
	}
	v := mat.DenseCopyOf(&x.inverse)
	av.Mul(&a, v)
	w.Mul(&av, v.T())
	w.Apply(func(_, c int, sum float64) float64 { return sum / x.own[c] }, &w)
	return &w, x.among(&av)
}

// among gives for each listed paper l the sum over the others m of -P(m,l)/P(l,l):
// what it would be explained by if it were a candidate. P(L,L) is the product of
// U(L,L)^-1 and A V, side by side, with itself.
func (x *solution) among(av *mat.Dense) []float64 {
	k, n := av.Dims()
	var inverse mat.TriDense
	out := make([]float64, k)
	if inverse.InverseTri(x.upper) != nil {
		return out
	}
	side := mat.NewDense(k, k+n, nil)
	side.Augment(&inverse, av)
	all := sums(side)
	for l := range out {
		own, whole := 0.0, 0.0
		for j, y := range side.RawRowView(l) {
			own += y * y
			whole += y * all[j]
		}
		out[l] = -(whole - own) / own
	}
	return out
}

// explained gives their sums by candidate, without the contributions.
func (x *solution) explained() []float64 {
	k, _ := x.across.Dims()
	ones := mat.NewDense(k, 1, nil)
	for l := range k {
		ones.Set(l, 0, 1)
	}
	var shares mat.Dense
	out := make([]float64, len(x.own))
	if x.upper.SolveTo(&shares, true, ones) != nil {
		return out
	}
	var a, va, sum mat.VecDense
	a.MulVec(x.across.T(), shares.ColView(0))
	va.MulVec(x.inverse.T(), &a)
	sum.MulVec(&x.inverse, &va)
	for c := range out {
		out[c] = sum.AtVec(c) / x.own[c]
	}
	return out
}

// sums adds up the columns of a matrix.
func sums(m *mat.Dense) []float64 {
	rows, columns := m.Dims()
	out := make([]float64, columns)
	for i := range rows {
		for j, x := range m.RawRowView(i) {
			out[j] += x
		}
	}
	return out
}
