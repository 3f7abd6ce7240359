package gap_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

func topics(c *graph.Corpus) (*graph.Graph, *community.Partition, []gap.Topic) {
	g := graph.New(c)
	p := community.Leiden(g, community.Options{})
	return g, p, gap.Topics(g, p, community.Labels(g, p))
}

var greek = strings.Fields("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu")

// papersOn is a community: n papers of one topic named prefix0, prefix1, ..., each
// citing all before it.
func papersOn(prefix, title string, n int) []graph.Paper {
	var papers []graph.Paper
	var before []string
	for i := range n {
		p := graphtest.Cites(fmt.Sprintf("%s%d", prefix, i), before...)
		p.Title = fmt.Sprintf("%s %s", title, greek[i])
		papers = append(papers, p)
		before = append(before, fmt.Sprintf("%s%d", prefix, i))
	}
	return papers
}

// twoFields is a list of four papers of the field a, whose references are to
// their own field and, as many as given, to the field b.
func twoFields(toB ...int) []graph.Paper {
	papers := append(papersOn("a", "Preference Optimization", 12), papersOn("b", "Tree Search", 9)...)
	for i, n := range toB {
		p := &papers[8+i]
		for b := range n {
			p.References.IDs = append(p.References.IDs, graph.PaperID(fmt.Sprintf("b%d", b)))
		}
	}
	return papers
}

func TestMissingTopic(t *testing.T) {
	g, _, got := topics(graphtest.Corpus("a8 a9 a10 a11", twoFields(4, 5, 6, 0)...))
	if len(got) != 1 {
		t.Fatalf("topics %+v, want one", got)
	}
	x := got[0]
	// Of the references 4 of 12, 5 of 14 and 6 of 16 lie in b: 1.0655.
	if want := 4.0/12 + 5.0/14 + 6.0/16; x.Expected < want-1e-9 || x.Expected > want+1e-9 {
		t.Errorf("expected %v, want %v", x.Expected, want)
	}
	// Two listed papers cite b4, three those before; b0 has the most citations.
	if got, want := names(g, x.Leading), "b0 b1 b2 b3 b4"; got != want {
		t.Errorf("leading %q, want %q", got, want)
	}
	if got, want := names(g, x.CitedBy), "a10 a8 a9"; got != want {
		t.Errorf("cited by %q, want %q", got, want)
	}
	if got, want := x.Sentence(), `Nothing on "tree search": 9 papers, cited 15 times by 3 of your 4.`; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func names(g *graph.Graph, nodes []graph.Node) string {
	var out []string
	for _, n := range nodes {
		out = append(out, string(g.Paper(n).ID))
	}
	return strings.Join(out, " ")
}

func TestNoTopicIsMissing(t *testing.T) {
	star := graphtest.Corpus("l1 l2 l3 l4", graphtest.Cites("l1", strings.Fields("a1 a2 a3 a4 a5 a6")...),
		graphtest.Cites("l2", strings.Fields("b1 b2 b3 b4 b5 a1")...), graphtest.Cites("l3", strings.Fields("c1 c2 c3 c4 c5 a2")...), graphtest.Paper("l4"))
	titled := twoFields(4, 5, 6, 0)
	titled[11].Title = "Tree Search for Preferences"
	for name, c := range map[string]*graph.Corpus{
		"no paper":                                {},
		"no listed paper":                         graphtest.Corpus("", twoFields(4, 5, 6, 0)...),
		"stars of single listed papers":           star,
		"references unknown":                      graphtest.Corpus("x y z", graphtest.Paper("x"), graphtest.Paper("y"), graphtest.Paper("z")),
		"only one listed paper leans on it":       graphtest.Corpus("a8 a9 a10 a11", twoFields(9, 0, 0, 0)...),
		"all lean on one paper":                   graphtest.Corpus("a8 a9 a10 a11", twoFields(1, 1, 1, 1)...),
		"the list has its share":                  graphtest.Corpus("a8 a9 a10 a11 b0", twoFields(4, 5, 6, 0)...),
		"a listed paper of it in another company": graphtest.Corpus("a8 a9 a10 a11", titled...),
		"everything is listed":                    graphtest.Corpus(strings.Join(allIDs(twoFields(4, 5, 6, 0)), " "), twoFields(4, 5, 6, 0)...),
	} {
		if _, _, got := topics(c); len(got) != 0 {
			t.Errorf("%s: %q", name, got[0].Sentence())
		}
	}
}

func allIDs(papers []graph.Paper) []string {
	var out []string
	for _, p := range papers {
		out = append(out, string(p.ID))
	}
	return out
}

func TestTopicSentences(t *testing.T) {
	five := make([]graph.Node, 5)
	for _, x := range []struct {
		topic gap.Topic
		want  string
	}{
		{gap.Topic{Label: "tree search", Papers: 38, Citations: 51, CitedBy: five, Of: 8}, `Nothing on "tree search": 38 papers, cited 51 times by 5 of your 8.`},
		{gap.Topic{Label: "tree search", Papers: 38, Citations: 51, CitedBy: five, Of: 8, Listed: 1, Expected: 3.24}, `Little on "tree search": 1 of yours where 3.2 would be expected; 38 papers, cited 51 times by 5 of your 8.`},
		{gap.Topic{Papers: 38, Citations: 51, CitedBy: five, Of: 8}, `Nothing from one community: 38 papers, cited 51 times by 5 of your 8.`},
	} {
		if got := x.topic.Sentence(); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

// leaningOn gives the papers that cite one of some papers and one of them.
func leaningOn(g *graph.Graph, papers []graph.Node) []graph.Node {
	listed := []graph.Node{papers[0]}
	for n := range graph.Node(g.Len()) {
		cites := func(p graph.Node) bool { return g.Cites(n, p) }
		if !slices.Contains(papers, n) && slices.ContainsFunc(papers, cites) {
			listed = append(listed, n)
		}
	}
	return listed
}

// Every figure of a topic, counted again paper by paper.
func TestTopicsCanBeChecked(t *testing.T) {
	found := 0
	for seed := range uint64(300) {
		g := graph.New(graphtest.Random(seed, 80))
		p := community.Leiden(g, community.Options{})
		g = g.With(leaningOn(g, p.Members(0)))
		for _, x := range gap.Topics(g, p, make([]string, p.Len())) {
			found++
			c := p.Of[x.Leading[0]]
			citing, citations, listed, expected := 0, 0, 0, 0.0
			for _, l := range g.Listed() {
				into := 0
				for _, r := range g.References(l) {
					if p.Of[r] == c {
						into++
					}
				}
				if p.Of[l] == c {
					listed++
				}
				if into > 0 {
					citing++
					expected += float64(into) / float64(len(g.References(l)))
				}
				citations += into
			}
			if citing != len(x.CitedBy) || citations != x.Citations || listed != x.Listed || p.Size(int(c)) != x.Papers || x.Of != len(g.Listed()) || x.Expected-expected > 1e-9 || expected-x.Expected > 1e-9 {
				t.Errorf("seed %d: %s: counted %d citing, %d citations, %d listed, %v expected", seed, x.Sentence(), citing, citations, listed, expected)
			}
			if slices.ContainsFunc(x.Leading, func(n graph.Node) bool { return slices.Contains(g.Listed(), n) || p.Of[n] != c }) {
				t.Errorf("seed %d: leading papers listed or of another community", seed)
			}
		}
	}
	if found == 0 {
		t.Error("no topic in 300 corpora: the test tests nothing")
	}
}

// All topics of a list hold a listed paper or are cited by one, and those that
// Topics gives are among them as they are.
func TestAllTopics(t *testing.T) {
	papers := append(twoFields(4, 5, 6, 0), papersOn("c", "Knot Theory", 6)...)
	c := graphtest.Corpus("a8 a9 a10 a11", papers...)
	for i := range c.Papers {
		c.Papers[i].Date = graph.Date{Year: 2000 + i%7}
	}
	g, p, lacking := topics(c)
	all := gap.AllTopics(g, p, community.Labels(g, p))
	if len(all) != 2 || len(lacking) != 1 || p.Len() != 3 {
		t.Fatalf("%d topics, %d lacking, of %d communities; want 2, 1, 3", len(all), len(lacking), p.Len())
	}
	if all[0].Listed != 4 || all[0].Lacking || all[1].Label != lacking[0].Label || !all[1].Lacking {
		t.Errorf("topics %+v", all)
	}
	if all[0].First != 2000 || all[0].Last != 2006 {
		t.Errorf("years %d to %d", all[0].First, all[0].Last)
	}
	if alone := gap.AllTopics(g.With(nil), p, community.Labels(g, p)); len(alone) != 3 || alone[0].Papers < alone[1].Papers || alone[0].Of != 0 {
		t.Errorf("without a list: %+v", alone)
	}
}
