package rank_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"gonum.org/v1/gonum/graph/network"

	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/rank"
)

const shared = "../../../shared/"

// field is a shared graph.
func field(t testing.TB, name string) *graph.Graph {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skip("needs the shared graphs beside the repository")
	}
	snapshot, err := library.ScanFile(shared + "graphs/" + name + ".snapshot.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	papers := corpus.Whole()
	return graph.New(&graph.Corpus{Papers: papers})
}

// citationLike is a seeded corpus of n papers of fifty years, each citing
// about so many earlier ones: half of them recent, half those much cited. One
// citation in a hundred has a twin that runs back, within a year.
func citationLike(n, references int) *graph.Corpus {
	r := rand.New(rand.NewPCG(5, uint64(n)))
	papers := make([]graph.Paper, n)
	var cited []int
	for i := range papers {
		papers[i] = graphtest.Cites(fmt.Sprintf("p%08d@%d", i, 1970+50*i/n))
		for range min(i, references) {
			at := max(0, i-1-r.IntN(1+i/4))
			if r.IntN(2) == 0 && len(cited) > 0 {
				at = cited[r.IntN(len(cited))]
			}
			cited = append(cited, at)
			papers[i].References.IDs = append(papers[i].References.IDs, papers[at].ID)
			if before := i - 1; r.IntN(100) == 0 && i%5 > 0 && papers[before].Date == papers[i].Date {
				papers[i].References.IDs = append(papers[i].References.IDs, papers[before].ID)
				papers[before].References.IDs = append(papers[before].References.IDs, papers[i].ID)
			}
		}
	}
	return &graph.Corpus{Papers: papers}
}

// plain is PageRank by Gauss-Seidel sweeps over all papers until they change
// by no more than 1e-13 each: what a walk in topological order is to beat.
func plain(g *graph.Graph) []float64 {
	x := make([]float64, g.Len())
	for change := math.Inf(1); change > 1e-13*float64(len(x)); {
		change = 0
		for n := len(x) - 1; n >= 0; n-- {
			sum := 0.0
			for _, c := range g.Citing(graph.Node(n)) {
				sum += x[c] / float64(len(g.References(c)))
			}
			y := 1 + 0.85*sum
			change += math.Abs(y - x[n])
			x[n] = y
		}
	}
	return rank.ToOne(x)
}

func onEachGraph(b *testing.B, f func(b *testing.B, g *graph.Graph)) {
	for _, citations := range []int{100_000, 1_000_000} {
		g := graph.New(citationLike(citations/10, 10))
		b.Run(fmt.Sprint("seeded-", citations), func(b *testing.B) { f(b, g) })
	}
	for _, name := range []string{"aan", "hepth"} {
		b.Run(name, func(b *testing.B) { f(b, field(b, name)) })
	}
}

func BenchmarkNewWalk(b *testing.B) {
	onEachGraph(b, func(b *testing.B, g *graph.Graph) {
		b.ReportAllocs()
		for b.Loop() {
			rank.NewWalk(g)
		}
	})
}

func BenchmarkPageRank(b *testing.B) {
	onEachGraph(b, func(b *testing.B, g *graph.Graph) {
		w := rank.NewWalk(g)
		b.ReportAllocs()
		for b.Loop() {
			w.PageRank(0.85)
		}
	})
}

func BenchmarkPlainPageRank(b *testing.B) {
	onEachGraph(b, func(b *testing.B, g *graph.Graph) {
		for b.Loop() {
			plain(g)
		}
	})
}

func BenchmarkPersonalised(b *testing.B) {
	onEachGraph(b, func(b *testing.B, g *graph.Graph) {
		w, start := rank.NewWalk(g), make([]float64, g.Len())
		start[len(start)-1], start[len(start)/2] = 1, 1
		for b.Loop() {
			w.Personalised(start, 0.85)
		}
	})
}

// Each measure from the built graph to its scores.
func BenchmarkScores(b *testing.B) {
	for _, m := range rank.All() {
		b.Run(m.String(), func(b *testing.B) {
			onEachGraph(b, func(b *testing.B, g *graph.Graph) {
				b.ReportAllocs()
				for b.Loop() {
					rank.Scores(g, m)
				}
			})
		})
	}
}

func BenchmarkExactBetweenness(b *testing.B) {
	for _, name := range []string{"aan", "hepth"} {
		b.Run(name, func(b *testing.B) {
			g := field(b, name)
			for b.Loop() {
				rank.BetweennessOf(g, 0)
			}
		})
	}
}

func BenchmarkGonumHITS(b *testing.B) {
	for _, name := range []string{"aan", "hepth"} {
		b.Run(name, func(b *testing.B) {
			g := field(b, name)
			for b.Loop() {
				network.HITS(g.Directed(), 1e-10)
			}
		})
	}
}
