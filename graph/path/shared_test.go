package path_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/graphtest"
)

const shared = "../../../shared/graphs/"

// field is a shared graph.
func field(t testing.TB, name string) *graph.Graph {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skip("needs the shared graphs beside the repository")
	}
	snapshot, err := library.ScanFile(shared + name + ".snapshot.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	papers := corpus.Whole()
	return graph.New(&graph.Corpus{Papers: papers})
}

func of(papers ...graph.Paper) *graph.Graph { return graph.New(graphtest.Corpus("", papers...)) }

// arcs builds a graph from citations written "citing cited", dated or not.
func arcs(citations ...string) *graph.Graph {
	cited := map[string][]string{}
	for _, c := range citations {
		ends := strings.Fields(c)
		cited[ends[0]] = append(cited[ends[0]], ends[1])
	}
	var papers []graph.Paper
	for id, references := range cited {
		papers = append(papers, graphtest.Cites(id, references...))
	}
	return of(papers...)
}

func node(t testing.TB, g *graph.Graph, id string) graph.Node {
	t.Helper()
	n, found := g.Find(graph.PaperID(id))
	if !found {
		t.Fatalf("paper %s is not in the graph", id)
	}
	return n
}

// spell writes papers by their ids.
func spell(g *graph.Graph, papers []graph.Node) string {
	var ids []string
	for _, n := range papers {
		ids = append(ids, string(g.Paper(n).ID))
	}
	return strings.Join(ids, " ")
}

// citationLike is a seeded corpus of n papers, fifty a year, each citing up to
// 2*references earlier ones, the much cited and the recent rather. One in a
// hundred citations has a twin that runs back, among papers of one year.
func citationLike(n, references int) *graph.Corpus {
	r := rand.New(rand.NewPCG(5, uint64(n)))
	papers := make([]graph.Paper, n)
	var cited []int
	for i := range papers {
		papers[i] = graphtest.Cites(fmt.Sprintf("p%07d@%d", i, 1000+i/50))
		for range min(i, r.IntN(2*references+1)) {
			at := max(0, i-1-r.IntN(1+i/4))
			if r.IntN(2) == 0 && len(cited) > 0 {
				at = cited[r.IntN(len(cited))]
			}
			cited = append(cited, at)
			papers[i].References.IDs = append(papers[i].References.IDs, papers[at].ID)
			if r.IntN(100) == 0 && i > 0 && papers[i].Date == papers[i-1].Date {
				papers[i].References.IDs = append(papers[i].References.IDs, papers[i-1].ID)
				papers[i-1].References.IDs = append(papers[i-1].References.IDs, papers[i].ID)
			}
		}
	}
	return &graph.Corpus{Papers: papers}
}

// chain is a corpus of n papers, each citing the one before.
func chain(n int) *graph.Graph {
	papers := make([]graph.Paper, n)
	for i := range papers {
		papers[i] = graphtest.Paper(fmt.Sprintf("c%07d", i))
		if i > 0 {
			papers[i].References = graph.References{State: graph.Known, IDs: []graph.PaperID{papers[i-1].ID}}
		}
	}
	return graph.New(&graph.Corpus{Papers: papers})
}

// diamonds is a chain of n diamonds: a paper cites two that both cite the
// next of its kind, so that 2^n paths lead from end to end.
func diamonds(n int) *graph.Graph {
	var papers []graph.Paper
	for i := range n {
		older, left, right, newer := fmt.Sprintf("k%06d", i), fmt.Sprintf("l%06d", i), fmt.Sprintf("r%06d", i), fmt.Sprintf("k%06d", i+1)
		papers = append(papers, graphtest.Cites(left, older), graphtest.Cites(right, older), graphtest.Cites(newer, left, right))
	}
	return of(papers...)
}

// clique is n papers of one date that all cite each other.
func clique(n int) *graph.Graph {
	var papers []graph.Paper
	for i := range n {
		var others []string
		for j := range n {
			others = append(others, fmt.Sprintf("q%03d", j))
		}
		papers = append(papers, graphtest.Cites(fmt.Sprintf("q%03d@2001", i), others...))
	}
	return of(papers...)
}

// nasty are the graphs that break algorithms.
func nasty() map[string]*graph.Graph {
	timeless := graphtest.Random(3, 60)
	for i := range timeless.Papers {
		timeless.Papers[i].Date = graph.Date{}
	}
	return map[string]*graph.Graph{
		"no paper":             graph.New(&graph.Corpus{}),
		"one paper":            of(graphtest.Paper("a")),
		"no citation":          of(graphtest.Paper("a"), graphtest.Paper("b")),
		"one citation":         arcs("a b"),
		"citing itself":        arcs("a a"),
		"twins":                arcs("a b", "b a"),
		"no dates":             graph.New(timeless),
		"a clique both ways":   clique(40),
		"a long chain":         chain(200_000),
		"a chain of diamonds":  diamonds(500),
		"all papers cite one":  star(300, false),
		"one paper cites all":  star(300, true),
		"a long cycle":         cycle(5000),
		"dense random, cycles": graph.New(graphtest.Random(9, 200)),
	}
}

func star(n int, out bool) *graph.Graph {
	var citations []string
	for i := range n {
		if out {
			citations = append(citations, fmt.Sprintf("hub s%03d", i))
		} else {
			citations = append(citations, fmt.Sprintf("s%03d hub", i))
		}
	}
	return arcs(citations...)
}

func cycle(n int) *graph.Graph {
	var papers []graph.Paper
	for i := range n {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("z%05d", i), fmt.Sprintf("z%05d", (i+1)%n)))
	}
	return of(papers...)
}

// renamed gives the corpus with longer PaperIDs in the same order, and with a
// paper without citations where lonely is set.
func renamed(c *graph.Corpus, lonely bool) *graph.Corpus {
	out := &graph.Corpus{}
	for _, p := range c.Papers {
		p.ID = "z" + p.ID
		p.References.IDs = slices.Clone(p.References.IDs)
		for i := range p.References.IDs {
			p.References.IDs[i] = "z" + p.References.IDs[i]
		}
		out.Papers = append(out.Papers, p)
	}
	if lonely {
		out.Papers = append(out.Papers, graphtest.Paper("zz@1970"), graphtest.Paper("zzz@2999"), graphtest.Paper("zp015a@1991"))
	}
	slices.SortFunc(out.Papers, graph.ComparePapers)
	return out
}

// unrenamed takes the first letter off the ids that renamed made longer.
func unrenamed(text string) string { return strings.ReplaceAll(text, "zp", "p") }
