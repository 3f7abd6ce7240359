package community_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gonum "gonum.org/v1/gonum/graph/community"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/graphtest"
)

// karate is who of Zachary's karate club met whom outside of it: each member
// with those of a higher number (Zachary 1977, doi:10.1086/jar.33.4.3629752, figure 1).
var karate = map[int][]int{
	1: {2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32}, 2: {3, 4, 8, 14, 18, 20, 22, 31},
	3: {4, 8, 9, 10, 14, 28, 29, 33}, 4: {8, 13, 14}, 5: {7, 11}, 6: {7, 11, 17}, 7: {17}, 9: {31, 33, 34}, 10: {34},
	14: {34}, 15: {33, 34}, 16: {33, 34}, 19: {33, 34}, 20: {34}, 21: {33, 34}, 23: {33, 34}, 24: {26, 28, 30, 33, 34},
	25: {26, 28, 32}, 26: {32}, 27: {30, 34}, 28: {34}, 29: {32, 34}, 30: {33, 34}, 31: {33, 34}, 32: {33, 34}, 33: {34},
}

func karateClub() *graph.Graph {
	var papers []graph.Paper
	for member := range 34 {
		var cited []string
		for _, other := range karate[member+1] {
			cited = append(cited, fmt.Sprintf("m%02d", other))
		}
		papers = append(papers, graphtest.Cites(fmt.Sprintf("m%02d", member+1), cited...))
	}
	return graph.New(graphtest.Corpus("", papers...))
}

// The best partition has four communities and modularity 0.4198, proven so by
// Brandes et al. 2008, doi:10.1109/TKDE.2007.190689 (table 1: 0.420).
func TestKarateClub(t *testing.T) {
	g := karateClub()
	if g.Citations() != 78 {
		t.Fatalf("%d citations, want 78", g.Citations())
	}
	best := 0.0
	for seed := range uint64(20) {
		p := community.Leiden(g, community.Options{Seed: seed})
		q := p.Modularity(g)
		if q > 0.4198 || q < 0.41 {
			t.Errorf("seed %d: modularity %.4f, want near 0.4198", seed, q)
		}
		if q > best {
			best = q
			if p.Len() != 4 && q > 0.4197 {
				t.Errorf("seed %d: %d communities, want 4", seed, p.Len())
			}
		}
	}
	if math.Abs(best-0.4198) > 5e-5 {
		t.Errorf("best modularity of 20 seeds %.4f, want 0.4198", best)
	}
}

func TestCommunitiesOfCliques(t *testing.T) {
	// Two cliques of five joined by one citation; a twin citation counts once.
	var papers []graph.Paper
	for i := range 5 {
		var a, b []string
		for j := range i {
			a, b = append(a, fmt.Sprintf("a%d", j)), append(b, fmt.Sprintf("b%d", j))
		}
		papers = append(papers, graphtest.Cites(fmt.Sprintf("a%d", i), a...), graphtest.Cites(fmt.Sprintf("b%d", i), b...))
	}
	papers[0].References.IDs = []graph.PaperID{"a1", "b0"}
	papers = append(papers, graphtest.Paper("z"))
	g := graph.New(graphtest.Corpus("", papers...))
	for _, o := range []community.Options{{}, {Quality: community.CPM, Resolution: 0.5}, {Quality: community.CPM}} {
		p := community.Leiden(g, o)
		got := describe(g, p)
		if want := "a0 a1 a2 a3 a4 | b0 b1 b2 b3 b4 | z"; got != want {
			t.Errorf("%+v: %q, want %q", o, got, want)
		}
	}
	// 21 pairs, 10 in each clique, degrees 21 and 21: 2 (10/21 - 1/4).
	if q := community.Leiden(g, community.Options{}).Modularity(g); math.Abs(q-2*(10.0/21-0.25)) > 1e-12 {
		t.Errorf("modularity %v", q)
	}
	// Each clique has 10 pairs of 10 possible ones: 2 (10 - 0.5*10).
	o := community.Options{Quality: community.CPM, Resolution: 0.5}
	if q := community.Leiden(g, o).Quality(g, o); math.Abs(q-10) > 1e-9 {
		t.Errorf("CPM %v, want 10", q)
	}
}

func describe(g *graph.Graph, p *community.Partition) string {
	var all []string
	for c := range p.Len() {
		all = append(all, strings.Join(ids(g, p.Members(c)), " "))
	}
	return strings.Join(all, " | ")
}

func ids(g *graph.Graph, nodes []graph.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, string(g.Paper(n).ID))
	}
	slices.Sort(out)
	return out
}

func TestPartitionHolds(t *testing.T) {
	options := []community.Options{{}, {Resolution: 0.3}, {Resolution: 4}, {Quality: community.CPM, Resolution: 0.1}, {Quality: community.CPM}}
	for seed := range uint64(200) {
		g := graph.New(graphtest.Random(seed, 5+int(seed)))
		o := options[seed%5]
		o.Seed = seed
		p := community.Leiden(g, o)
		papers := 0
		for c := range p.Len() {
			papers += p.Size(c)
			if !connected(g, p, c) {
				t.Fatalf("seed %d: community %d falls apart", seed, c)
			}
			if c > 0 && (p.Size(c) > p.Size(c-1) || p.Size(c) == p.Size(c-1) && ids(g, p.Members(c))[0] < ids(g, p.Members(c-1))[0]) {
				t.Fatalf("seed %d: community %d stands before a larger one", seed, c-1)
			}
			for _, n := range p.Members(c) {
				if int(p.Of[n]) != c {
					t.Fatalf("seed %d: node %d is of %d and a member of %d", seed, n, p.Of[n], c)
				}
			}
		}
		if papers != g.Len() {
			t.Fatalf("seed %d: %d papers in communities, want %d", seed, papers, g.Len())
		}
		if again := community.Leiden(g, o); !slices.Equal(again.Of, p.Of) {
			t.Fatalf("seed %d: the same seed gives other communities", seed)
		}
	}
}

func connected(g *graph.Graph, p *community.Partition, c int) bool {
	joined := g.Neighbours()
	reached := map[graph.Node]bool{p.Members(c)[0]: true}
	stack := []graph.Node{p.Members(c)[0]}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, to := range joined.Of(n) {
			if int(p.Of[to]) == c && !reached[to] {
				reached[to] = true
				stack = append(stack, to)
			}
		}
	}
	return len(reached) == p.Size(c)
}

// The mean over 20 seeds is not below that of gonum's Louvain by more than a
// standard error of the difference.
func TestNotWorseThanLouvain(t *testing.T) {
	for seed := range uint64(8) {
		g := graph.New(graphtest.Random(seed, 120))
		var ours, louvain sample
		u := undirected(g)
		for run := range uint64(20) {
			ours.add(community.Leiden(g, community.Options{Seed: run}).Modularity(g))
			louvain.add(gonum.Q(u, gonum.Modularize(u, 1, rand.NewPCG(run, 7)).Communities(), 1))
		}
		if se := math.Hypot(ours.standardError(), louvain.standardError()); ours.mean() < louvain.mean()-se {
			t.Errorf("graph %d: mean modularity %.5f, Louvain %.5f, standard error %.5f", seed, ours.mean(), louvain.mean(), se)
		}
	}
}

func TestQualityAgreesWithGonum(t *testing.T) {
	for seed := range uint64(20) {
		g := graph.New(graphtest.Random(seed, 60))
		o := community.Options{Resolution: 1 + float64(seed%3)/2}
		p := community.Leiden(g, o)
		if want := gonum.Q(undirected(g), gonumCommunities(p), o.Resolution); math.Abs(p.Quality(g, o)-want) > 1e-9 {
			t.Errorf("graph %d: modularity %v, gonum %v", seed, p.Quality(g, o), want)
		}
	}
}

type sample []float64

func (s *sample) add(x float64) { *s = append(*s, x) }

func (s sample) mean() float64 {
	sum := 0.0
	for _, x := range s {
		sum += x
	}
	return sum / float64(len(s))
}

func (s sample) standardError() float64 {
	sum := 0.0
	for _, x := range s {
		sum += (x - s.mean()) * (x - s.mean())
	}
	return math.Sqrt(sum / float64(len(s)*(len(s)-1)))
}
