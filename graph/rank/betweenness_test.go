package rank_test

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

func TestBetweennessAgainstGonum(t *testing.T) {
	for seed := range uint64(100) {
		g := dense(seed, 30)
		if seed%2 == 0 {
			g = graph.New(graphtest.Random(seed, 40))
		}
		want := network.Betweenness(g.Directed())
		for n, got := range rank.BetweennessOf(g, 0).Scores {
			if math.Abs(got-want[int64(n)]) > 1e-9 {
				t.Fatalf("seed %d, paper %d: %v, gonum %v", seed, n, got, want[int64(n)])
			}
		}
	}
}

// On a chain, every earlier paper reaches every later one through those
// between: i * (n-1-i) pairs for the i-th of n.
func TestBetweennessOfAChain(t *testing.T) {
	const n = 50
	for i, got := range rank.Scores(circle(n, true), rank.Betweenness) {
		if want := float64(i * (n - 1 - i)); got != want {
			t.Errorf("paper %d: %v, want %v", i, got, want)
		}
	}
}

// A chain of 1100 diamonds has up to 2^1100 shortest paths, more than a
// float64 can count. All pairs go through the joints, half of them through
// each side.
func TestBetweennessWithMorePathsThanCanBeCounted(t *testing.T) {
	const n = 1100
	g := diamonds(n)
	scores := rank.BetweennessOf(g, 0).Scores
	for i, p := range scores {
		id := string(g.Paper(graph.Node(i)).ID)
		at := 0
		for _, digit := range id[1:] {
			at = 10*at + int(digit-'0')
		}
		want := float64(3*at) * float64(3*(n-at))
		if id[0] != 'k' {
			want = float64(3*at+1) * float64(3*(n-at-1)+1) / 2
		}
		if math.Abs(p-want) > 1e-9*want {
			t.Fatalf("%s: %v, want %v", id, p, want)
		}
	}
}

func TestBetweennessDoesNotHangOnProcessors(t *testing.T) {
	g := graph.New(citationLike(700, 6))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	exact, sampled := rank.BetweennessOf(g, 0), rank.BetweennessOf(g, 60)
	for _, processors := range []int{2, 5} {
		runtime.GOMAXPROCS(processors)
		if got := rank.BetweennessOf(g, 0); !slices.Equal(got.Scores, exact.Scores) {
			t.Errorf("%d processors: other scores", processors)
		}
		if got := rank.BetweennessOf(g, 60); !slices.Equal(got.Scores, sampled.Scores) || !slices.Equal(got.Errors, sampled.Errors) {
			t.Errorf("%d processors: other samples", processors)
		}
	}
}

func TestSampledBetweenness(t *testing.T) {
	for _, papers := range []int{400, 601} {
		g := graph.New(citationLike(papers, 6))
		exact := rank.BetweennessOf(g, 0)
		if exact.Sources != papers || exact.Bound != 0 || exact.Errors != nil {
			t.Errorf("exact: %d sources, bound %v", exact.Sources, exact.Bound)
		}
		for _, sources := range []int{2, 31, 200, papers - 2} {
			b := rank.BetweennessOf(g, sources)
			most, squares, expected := 0.0, 0.0, 0.0
			for n := range b.Scores {
				off := math.Abs(b.Scores[n] - exact.Scores[n])
				most, squares, expected = max(most, off), squares+off*off, expected+b.Errors[n]*b.Errors[n]
			}
			if b.Sources != (sources+1)/2*2 || most > b.Bound {
				t.Errorf("%d papers, %d sources: off by %v, the bound is %v", papers, b.Sources, most, b.Bound)
			}
			// The standard errors add up to what the scores are off by, within
			// what chance allows: one draw tells little of 2 sources.
			if sources > 2 && (squares > 9*expected || expected > 9*squares) {
				t.Errorf("%d papers, %d sources: off by %v in the squares, expected %v", papers, sources, squares, expected)
			}
		}
	}
}
