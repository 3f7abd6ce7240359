package rank_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

// reader is personalised PageRank as its formula reads, iterated until the
// rest is below 1e-15: slow and obvious.
func reader(g *graph.Graph, teleport []float64, d float64) []float64 {
	sum := 0.0
	for _, v := range teleport {
		sum += v
	}
	x := make([]float64, g.Len())
	for round, rest := 0, 1.0; rest > 1e-15 && round < 5000; round++ {
		y, restart := make([]float64, len(x)), 1-d
		if round == 0 {
			restart = 1
		}
		for p := range x {
			references := g.References(graph.Node(p))
			for _, q := range references {
				y[q] += d * x[p] / float64(len(references))
			}
			if len(references) == 0 {
				restart += d * x[p]
			}
		}
		if round == 0 {
			restart = 1
		}
		rest = 0
		for q := range y {
			y[q] += restart * teleport[q] / sum
			rest += math.Abs(y[q] - x[q])
		}
		x = y
	}
	return x
}

func apart(a, b []float64) float64 {
	sum := 0.0
	for n := range a {
		sum += math.Abs(a[n] - b[n])
	}
	return sum
}

func TestPersonalisedAgainstThePlainWalk(t *testing.T) {
	for seed := range uint64(150) {
		g := graph.New(graphtest.Random(seed, 30))
		if seed%2 == 1 {
			g = dense(seed, 25)
		}
		r := rand.New(rand.NewPCG(seed, 3))
		teleport := make([]float64, g.Len())
		for n := range teleport {
			if r.IntN(3) == 0 || n == 0 {
				teleport[n] = 10 * r.Float64()
			}
		}
		before := slices.Clone(teleport)
		w := rank.NewWalk(g)
		for _, d := range []float64{0, 0.5, 0.85, 0.99} {
			got := w.Personalised(teleport, d)
			if off := apart(got, reader(g, teleport, d)); off > 1e-9 {
				t.Fatalf("seed %d, damping %v: off by %g", seed, d, off)
			}
			uniform := slices.Repeat([]float64{3}, g.Len())
			if off := apart(w.PageRank(d), reader(g, uniform, d)); off > 1e-9 {
				t.Fatalf("seed %d, damping %v: PageRank off by %g", seed, d, off)
			}
		}
		if !slices.Equal(before, teleport) {
			t.Fatal("the teleport vector was changed")
		}
	}
}

func TestNobodyStarts(t *testing.T) {
	g := graph.New(graphtest.Random(1, 10))
	if got := rank.NewWalk(g).Personalised(make([]float64, g.Len()), 0.85); slices.Max(got) != 0 {
		t.Errorf("scores without a start: %v", got)
	}
}

// On a cycle all papers are alike; from one start the score falls by d at each
// step, and comes round.
func TestWalkRoundACycle(t *testing.T) {
	const n, d = 1000, 0.85
	g := circle(n, false)
	w := rank.NewWalk(g)
	for _, x := range w.PageRank(d) {
		if math.Abs(x-1.0/n) > 1e-12 {
			t.Fatalf("PageRank %v on a cycle of %d", x, n)
		}
	}
	start := make([]float64, n)
	start[0] = 1
	sum := 0.0
	for i, x := range w.Personalised(start, d) {
		sum += math.Abs(x - (1-d)*math.Pow(d, float64(i))/(1-math.Pow(d, n)))
	}
	if sum > 1e-9 {
		t.Errorf("off by %g", sum)
	}
}

// Where time runs the other way, so that nearly every citation points forward,
// the answer is the same.
func TestPageRankDoesNotHangOnDates(t *testing.T) {
	for seed := range uint64(30) {
		c := graphtest.Random(seed, 40)
		g := graph.New(c)
		reversed := &graph.Corpus{Papers: slices.Clone(c.Papers)}
		for i := range reversed.Papers {
			reversed.Papers[i].Date = graph.Date{Year: 3000 - reversed.Papers[i].Date.Year}
		}
		h := graph.New(reversed)
		a, b := rank.Scores(g, rank.PageRank), rank.Scores(h, rank.PageRank)
		for n := range a {
			m, _ := h.Find(g.Paper(graph.Node(n)).ID)
			if math.Abs(a[n]-b[m]) > 1e-9 {
				t.Fatalf("seed %d: %v and %v", seed, a[n], b[m])
			}
		}
	}
}
