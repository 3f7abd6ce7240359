package gap_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// titled is a paper with a title and what it cites.
func titled(id, title string, cited ...string) graph.Paper {
	p := graphtest.Cites(id, cited...)
	p.Title = title
	return p
}

// famous is a list of four papers, of which f is famous, a crowd that cites f and
// the papers of a test.
func famous(papers ...graph.Paper) *graph.Corpus {
	papers = append(papers,
		titled("a@2020", "Parsing by chart"), titled("b@2020", "Morphology of verbs"), titled("c@2020", "Discourse relations"), titled("f@2020", "A large corpus"))
	for i := range 40 {
		papers = append(papers, titled(fmt.Sprintf("crowd%02d@2021", i), "Something else", "f", fmt.Sprintf("other%d", i%7), fmt.Sprintf("other%d", (i+1)%7)))
	}
	return graphtest.Corpus("a b c f", papers...)
}

func newer(c *graph.Corpus) (*graph.Graph, gap.Found) {
	return find(c, gap.Options{Kinds: []gap.Kind{gap.Newer}})
}

func TestNewerGapsAreOrderedByWhatTheyCite(t *testing.T) {
	for name, test := range map[string]struct {
		first, second graph.Paper
		more          []graph.Paper
	}{
		"two listed papers before one": {titled("x@2023", "", "a", "b"), titled("y@2023", "", "a"), nil},
		"rarely cited ones before a famous one": {
			titled("x@2023", "", "a", "b"), titled("y@2023", "", "a", "f"), nil},
		"of few references before of many": {
			titled("x@2023", "", "a", "b"), titled("y@2023", "", "a", "b", "other0", "other1", "other2", "other3"), nil},
		"a title like that of a listed paper": {
			titled("x@2023", "Chart parsing anew", "a", "b"), titled("y@2023", "Of fish and fowl", "a", "b"), nil},
		"one listed paper and a title that is alike before one and a title that is not": {
			titled("x@2023", "A corpus of verbs, and their morphology", "f", "other0", "other1"), titled("y@2023", "Of fish and fowl", "a"), nil},
		"two famous before one that is rarely cited": {
			titled("x@2023", "", "f", "b", "other0", "other1", "other2"), titled("y@2023", "", "a"),
			[]graph.Paper{titled("z1@2022", "", "b", "other0"), titled("z2@2022", "", "b", "other1")}},
	} {
		g, f := newer(famous(append(test.more, test.first, test.second)...))
		ids := strings.Fields(order(g, f))
		x, y := slices.Index(ids, string(test.first.ID)), slices.Index(ids, string(test.second.ID))
		if x < 0 || y < 0 || x > y || f.Thin != "" {
			t.Errorf("%s: order %v", name, ids)
		}
	}
}

// Of two newer papers that cite the same the one that is alike in text comes first,
// where that is asked for.
func TestTextOfNewerGaps(t *testing.T) {
	places := map[graph.PaperID][]float32{"a": {1, 0}, "b": {1, 0.1}, "x": {-1, 0}, "y": {1, 0.05}}
	for text, want := range map[bool]string{false: "x y", true: "y x"} {
		c := famous(titled("x@2023", "", "a", "b"), titled("y@2023", "", "a", "b"))
		for i := range c.Papers {
			at(places)(&c.Papers[i])
		}
		g, f := find(c, gap.Options{Kinds: []gap.Kind{gap.Newer}, Text: text})
		if got := order(g, f); !strings.HasPrefix(got, want+" ") {
			t.Errorf("text %v: %s, want %s", text, got, want)
		}
	}
}

// However a corpus is drawn: of papers with the same references, the one that
// cites more of the list comes first, what only chance ties to it comes last, and
// the general answer is that without the kind.
func TestNewerGapsByProperty(t *testing.T) {
	for seed := range uint64(40) {
		c := graphtest.Random(seed, 60)
		g, f := newer(c)
		_, all := find(c, gap.Options{})
		if f.Thin != "" {
			continue
		}
		fairOf, few := map[graph.Node]float64{}, false
		for _, x := range all.Gaps {
			fairOf[x.Node] = x.Fair
		}
		for i, x := range f.Gaps {
			if fair, offered := fairOf[x.Node]; !offered || fair != x.Fair || x.Kind != gap.Newer {
				t.Fatalf("seed %d: %s is another gap than without the kind", seed, g.ID(x.Node))
			}
			alike := slices.ContainsFunc(x.Reasons, func(r string) bool { return strings.HasPrefix(r, "Its title shares") })
			if len(x.Cites) > 1 && few {
				t.Fatalf("seed %d: %s cites two listed papers and comes after one that cites one", seed, g.ID(x.Node))
			}
			few = few || len(x.Cites) == 1 && !alike
			for _, y := range f.Gaps[i+1:] {
				if len(g.References(x.Node)) == len(g.References(y.Node)) && g.Title(x.Node) == g.Title(y.Node) &&
					len(y.Cites) > len(x.Cites) && among(x.Cites, y.Cites) {
					t.Fatalf("seed %d: %s cites less of the list than %s and comes first", seed, g.ID(x.Node), g.ID(y.Node))
				}
			}
		}
	}
}

// among reports whether all of some papers are among others.
func among(some, others []graph.Node) bool {
	return !slices.ContainsFunc(some, func(n graph.Node) bool { return !slices.Contains(others, n) })
}

func TestReasonsOfNewerGaps(t *testing.T) {
	g, f := newer(famous(
		titled("x@2023", "Chart Parsing for Discourse", "a", "b", "f", "other0"),
		titled("y@2023", "Verbs, morphology and <i>more</i>", "b", "other1"),
		titled("z@2022", "Of fish and fowl", "f", "c"), titled("w@2022", "", "f", "other1", "other2")))
	var b strings.Builder
	for i, x := range f.Gaps[:4] {
		fmt.Fprintf(&b, "%d. %s: %s\n", i+1, g.ID(x.Node), g.Title(x.Node))
		for _, r := range x.Reasons {
			fmt.Fprintf(&b, "   %s\n", r)
		}
	}
	const golden = "testdata/newer.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the reasons are\n%swant\n%s", b.String(), want)
	}
}
