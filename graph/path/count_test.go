package path_test

import (
	"cmp"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"citemap/graph/path"
)

// power is 2^n.
func power(n int) path.Count {
	c := path.NewCount(1)
	for range n {
		c = c.Plus(c)
	}
	return c
}

func TestCountsAgainstBigFloats(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	draw := func() path.Count {
		c := path.NewCount(r.Uint64() >> r.IntN(65))
		for range r.IntN(4) {
			c = c.Times(path.NewCount(r.Uint64() >> r.IntN(64)))
		}
		return c
	}
	exact := func() *big.Float { return new(big.Float).SetPrec(2000) }
	for range 200_000 {
		c, d := draw(), draw()
		for _, test := range []struct {
			name string
			got  path.Count
			want *big.Float
		}{
			{"plus", c.Plus(d), exact().Add(c.Float(), d.Float())},
			{"times", c.Times(d), exact().Mul(c.Float(), d.Float())},
		} {
			nearest := new(big.Float).SetPrec(64).SetMode(big.ToNearestEven).Set(test.want)
			if test.got.Float().Cmp(nearest) != 0 {
				t.Fatalf("%s %s %s: %v, want %v", c, test.name, d, test.got.Float(), nearest)
			}
		}
		if c.Plus(d) != d.Plus(c) || c.Times(d) != d.Times(c) || c.Compare(d) != -d.Compare(c) {
			t.Fatalf("%s and %s do not commute", c, d)
		}
		if want := c.Float().Cmp(d.Float()); c.Compare(d) != want && c.Compare(d) != 0 {
			t.Fatalf("%s compared to %s: %d, want %d", c, d, c.Compare(d), want)
		}
	}
}

func TestSmallCountsAreIntegers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		a, b := uint64(r.Uint32()), uint64(r.Uint32())>>r.IntN(33)
		sum, _ := path.NewCount(a).Plus(path.NewCount(b)).Uint64()
		product, exact := path.NewCount(a).Times(path.NewCount(b)).Uint64()
		if sum != a+b || product != a*b || !exact {
			t.Fatalf("%d and %d: sum %d, product %d", a, b, sum, product)
		}
		if got := path.NewCount(a).Compare(path.NewCount(b)); got != cmp.Compare(a, b) {
			t.Fatalf("%d compared to %d: %d", a, b, got)
		}
	}
}

func TestCountsAsText(t *testing.T) {
	for _, test := range []struct {
		c    path.Count
		want string
	}{
		{path.Count{}, "0"},
		{path.NewCount(1), "1"},
		{path.NewCount(math.MaxUint64), "18446744073709551615"},
		{power(64), "1.84467440737e+19"},
		{power(200), "1.60693804426e+60"},
		{power(100_000), "9.99002093014e+30102"},
	} {
		if got := test.c.String(); got != test.want {
			t.Errorf("count %q, want %q", got, test.want)
		}
	}
}

func TestSizesOfCounts(t *testing.T) {
	if got := power(5000).Log2(); got != 5000 {
		t.Errorf("log2 of 2^5000: %v", got)
	}
	if got := (path.Count{}).Log2(); !math.IsInf(got, -1) {
		t.Errorf("log2 of 0: %v", got)
	}
	if got := power(5000).Share(power(5002)); got != 0.25 {
		t.Errorf("share %v, want 0.25", got)
	}
	if got := power(1).Share(path.Count{}); got != 0 {
		t.Errorf("share of nothing: %v", got)
	}
	if got := power(0).Share(power(5000)); got != 0 {
		t.Errorf("share %v, want 0", got)
	}
	if _, exact := power(64).Uint64(); exact {
		t.Error("2^64 fits an integer")
	}
}

// Counts that differ only by rounding are ties; exact ones never are.
func TestCountsThatTie(t *testing.T) {
	big := power(64)
	for _, test := range []struct {
		name string
		c, d path.Count
		want int
	}{
		{"exact neighbours", path.NewCount(math.MaxUint64 - 1), path.NewCount(math.MaxUint64), -1},
		{"exact and just rounded", path.NewCount(math.MaxUint64), big, -1},
		{"the last bit", power(100), power(100).Plus(power(37)), 0},
		{"one part in ten thousand million", power(100), power(100).Plus(power(66)), -1},
		{"0 and 1", path.Count{}, path.NewCount(1), -1},
		{"0 and 0", path.Count{}, path.NewCount(0), 0},
	} {
		if got := test.c.Compare(test.d); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}
