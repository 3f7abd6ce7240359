package evidence

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// caseOf puts the first papers of a random graph as a list, and the others as
// candidates.
func caseOf(seed uint64) *Case {
	g := graph.New(graphtest.Random(seed, 40))
	c := &Case{Graph: g, Words: NewWords(g), Cites: make([]float64, g.Len())}
	for n := range graph.Node(g.Len()) {
		c.Cites[n] = float64(max(1, g.LocalCitations(n)))
		if n < 7 {
			c.Listed = append(c.Listed, n)
			continue
		}
		c.Candidates = append(c.Candidates, n)
		c.Near, c.Walk = append(c.Near, 1/float64(n)), append(c.Walk, 0.5)
	}
	return c
}

// Contributions are -P(l,c)/P(c,c) of the inverse P itself, and what is explained
// is their sum, with and without the contributions.
func TestSolutionAgainstTheInverse(t *testing.T) {
	for seed := range uint64(20) {
		s := newScene(caseOf(seed))
		for _, of := range []side{published, ours, long} {
			g := s.gram(of)
			solved, ok := s.factorize(g, of, 1)
			if !ok {
				t.Fatalf("seed %d: not solved", seed)
			}
			var p mat.Dense
			if err := p.Inverse(s.penalised(g, of, 1)); err != nil {
				t.Fatal(err)
			}
			w, among := solved.contributions()
			explained := solved.explained()
			for l := range s.Listed {
				sum := 0.0
				for m := range s.Listed {
					if m != l {
						sum -= p.At(m, l) / p.At(l, l)
					}
				}
				if math.Abs(among[l]-sum) > 1e-9 {
					t.Fatalf("seed %d: listed %d is explained by %v, want %v", seed, l, among[l], sum)
				}
			}
			for c := range s.Candidates {
				at, sum := len(s.Listed)+c, 0.0
				for l := range s.Listed {
					want := -p.At(l, at) / p.At(at, at)
					sum += want
					if math.Abs(w.At(l, c)-want) > 1e-9 {
						t.Fatalf("seed %d: listed %d to candidate %d contributes %v, want %v", seed, l, c, w.At(l, c), want)
					}
				}
				if math.Abs(explained[c]-sum) > 1e-9 {
					t.Fatalf("seed %d: candidate %d is explained by %v, want %v", seed, c, explained[c], sum)
				}
			}
		}
	}
}

// Each sign but those of the whole list is in standard deviations from its mean.
func TestSignsAreStandardised(t *testing.T) {
	c := caseOf(3)
	f, ok := c.Weigh()
	if !ok {
		t.Fatal("not solved")
	}
	for i, s := range ScoredSigns {
		sum, squares := 0.0, 0.0
		for _, signs := range f.Signs {
			if len(signs) != len(ScoredSigns) {
				t.Fatalf("%d signs, want %d", len(signs), len(ScoredSigns))
			}
			sum += signs[i]
			squares += signs[i] * signs[i]
		}
		n := float64(len(f.Signs))
		if !s.Alike && (math.Abs(sum) > 1e-6*n || squares > 1e-3 && math.Abs(squares-n) > 1e-3*n) {
			t.Errorf("%s: sum %v and squares %v of %v candidates", s.Name, sum, squares, n)
		}
		if s.Alike && sum != n {
			t.Errorf("%s: %v of %v", s.Name, sum, n)
		}
	}
}

// The table of weights names the signs in their order.
func TestWeightsAreOfTheSigns(t *testing.T) {
	for _, test := range []struct {
		signs   []Sign
		weights []Weight
	}{{ScoredSigns, Learned.Scored}, {ThinSigns, Learned.Thin}} {
		if len(test.signs) != len(test.weights) {
			t.Fatalf("%d signs and %d weights", len(test.signs), len(test.weights))
		}
		for i, s := range test.signs {
			if s.Name != test.weights[i].Sign {
				t.Errorf("sign %d: %s, its weight is that of %s", i, s.Name, test.weights[i].Sign)
			}
		}
	}
}

// The chances of the best add up to what is missing, and of a shorter list they
// are those of the odds.
func TestChancesAddUp(t *testing.T) {
	var odds []float64
	for i := range 200 {
		odds = append(odds, 2-float64(i)/20)
	}
	sum := 0.0
	for _, p := range Chances(odds, 20, 0.7)[:Front] {
		sum += p
	}
	if want := Missing(20, 0.7); math.Abs(sum-want) > 0.05 { // to three digits each
		t.Errorf("%v of the best, want %v", sum, want)
	}
	if got := Chances(odds, Half-1, 0.7)[0]; got != Chance(odds[0]) {
		t.Errorf("a short list: %v", got)
	}
	if all := Missing(1000, 1); all < 990 || Chances(odds, 1000, 1)[0] > 1 {
		t.Errorf("a long list: %v missing", all)
	}
	if got := recalled([]float64{3, 1, -1}, []float64{2, 0}); got != 1 {
		t.Errorf("of two candidates: %v", got)
	}
}
