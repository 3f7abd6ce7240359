package gap_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"testing"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

const shared = "../../../shared/"

// python is a Python that has numpy and scipy.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import numpy, scipy.sparse").Run() == nil {
			return name
		}
	}
	t.Skip("needs a Python with numpy and scipy")
	return ""
}

// field is a shared graph with its hold-out lists.
func field(t *testing.T, name string) (*graph.Corpus, []eval.HoldOut) {
	t.Helper()
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	if _, err := os.Stat(shared); err != nil {
		t.Skip("needs the shared graphs beside the repository")
	}
	snapshot, err := library.ScanFile(shared + "graphs/" + name + ".snapshot.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	papers := corpus.Whole()
	file, err := os.Open(shared + "graphs/" + name + ".lists.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lists, err := fetch.ReadHoldOuts(name, file, &graph.Corpus{Papers: papers})
	if err != nil {
		t.Fatal(err)
	}
	return &graph.Corpus{Papers: papers}, lists
}

// half gives every other paper of a list that is in the graph.
func half(g *graph.Graph, list eval.HoldOut) []graph.Node {
	var given []graph.Node
	for i, id := range list.Papers {
		if n, found := g.Find(id); found && i%2 == 0 {
			given = append(given, n)
		}
	}
	return given
}

// The published system agrees with its numpy oracle to 1e-6 on lists of both
// shared graphs: the same pool, scores, explanations and contributions.
func TestThePublishedAgainstTheOracle(t *testing.T) {
	interpreter := python(t)
	for _, name := range []string{"aan", "hepth"} {
		corpus, lists := field(t, name)
		for _, list := range lists[:3] {
			g := graph.New(corpus.Without(list.Exclude).Until(list.AsOf))
			given := half(g, list)
			got, want := gap.Published(g, given), ask(t, interpreter, "published", g, given, list.AsOf.Year)
			if why := differ(got, want, true); why != "" {
				t.Fatalf("%s, list %s: %s", name, list.Name, why)
			}
		}
	}
}

// Ours agrees with the second oracle where no titles are known: the same pool,
// explanations, contributions and signs. Its weights are its own.
func TestOursAgainstTheOracle(t *testing.T) {
	interpreter := python(t)
	for _, name := range []string{"wos_ph", "hepth"} {
		corpus, lists := field(t, name)
		for i := range corpus.Papers {
			corpus.Papers[i].Title = ""
		}
		for i, list := range lists[:3] {
			g := graph.New(corpus.Without(list.Exclude).Until(list.AsOf))
			given := half(g, list)
			if i == 0 {
				given = given[:3]
			}
			got, want := gap.Ours(g, given), ask(t, interpreter, "ours", g, given, list.AsOf.Year)
			if why := differ(got, want, false); why != "" {
				t.Fatalf("%s, list %s: %s", name, list.Name, why)
			}
		}
	}
}

// differ says where an answer is not that of the oracle, "" where it is.
func differ(got, want map[graph.Node]gap.Solved, scores bool) string {
	if len(got) != len(want) {
		return fmt.Sprintf("a pool of %d, the oracle's has %d", len(got), len(want))
	}
	for c, w := range want {
		s, there := got[c]
		apart := math.Abs(s.Explained - w.Explained)
		if scores {
			apart += math.Abs(s.Score - w.Score)
		}
		if !there {
			return fmt.Sprintf("paper %d is not in the pool", c)
		}
		for l := range s.Contributions {
			apart = max(apart, math.Abs(s.Contributions[l]-w.Contributions[l]))
		}
		for i := range w.Signs {
			apart = max(apart, math.Abs(s.Signs[i]-w.Signs[i]))
		}
		if apart > 1e-6 {
			return fmt.Sprintf("paper %d: %+v, the oracle says %+v", c, s, w)
		}
	}
	return ""
}

// ask puts a query to the oracle. Papers go there in the order of PaperIDs, to
// which it breaks ties.
func ask(t *testing.T, interpreter, which string, g *graph.Graph, listed []graph.Node, asOf int) map[graph.Node]gap.Solved {
	t.Helper()
	nodes := make([]graph.Node, g.Len())
	for n := range nodes {
		nodes[n] = graph.Node(n)
	}
	slices.SortFunc(nodes, func(a, b graph.Node) int { return graph.ComparePapers(*g.Paper(a), *g.Paper(b)) })
	number := make([]int, len(nodes))
	for i, n := range nodes {
		number[n] = i
	}
	var query struct {
		Citing []int `json:"citing"`
		Cited  []int `json:"cited"`
		Years  []int `json:"years"`
		Listed []int `json:"listed"`
		AsOf   int   `json:"asOf"`
	}
	for _, n := range nodes {
		query.Years = append(query.Years, g.Paper(n).Date.Year)
		for _, r := range g.References(n) {
			query.Citing, query.Cited = append(query.Citing, number[n]), append(query.Cited, number[r])
		}
	}
	for _, l := range listed {
		query.Listed = append(query.Listed, number[l])
	}
	query.AsOf = asOf
	text, err := json.Marshal(query)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(interpreter, "testdata/oracle.py", shared, which)
	command.Stdin, command.Stderr = bytes.NewReader(text), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("ask the oracle: %v", err)
	}
	var answer struct {
		Pool             []int
		Score, Explained []float64
		Contributions    [][]float64
		Signs            [][]float64
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	want := map[graph.Node]gap.Solved{}
	for i, c := range answer.Pool {
		want[nodes[c]] = gap.Solved{Score: answer.Score[i], Explained: answer.Explained[i], Contributions: answer.Contributions[i], Signs: answer.Signs[i]}
	}
	return want
}

// One query on the largest cut of the shared graphs: after loading, from the
// list to the scores.
func BenchmarkQuery(b *testing.B) {
	for _, name := range []string{"aan", "hepth", "generated"} {
		b.Run(name, func(b *testing.B) {
			g := measured(b, name)
			var listed []graph.Node
			for n := graph.Node(g.Len()) - 1; len(listed) < 60; n -= 7 {
				if g.LocalCitations(n) > 2 {
					listed = append(listed, n)
				}
			}
			for b.Loop() {
				gap.NewGround(g).Ask(listed).Scores(gap.Citemap)
			}
		})
	}
}

// measured gives a graph to measure: a shared one, or a generated one of 10^6
// citations.
func measured(b *testing.B, name string) *graph.Graph {
	b.Helper()
	if name == "generated" {
		return graph.New(graphtest.Field(1, 1_000_000))
	}
	if _, err := os.Stat(shared); err != nil {
		b.Skip("needs the shared graphs beside the repository")
	}
	snapshot, err := library.ScanFile(shared + "graphs/" + name + ".snapshot.jsonl.gz")
	if err != nil {
		b.Fatal(err)
	}
	corpus := snapshot.Corpus()
	papers := corpus.Whole()
	return graph.New(&graph.Corpus{Papers: papers})
}
