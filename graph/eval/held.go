package eval

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"citemap/graph"
	"citemap/graph/gap"
)

// Held is a list of which parts are to be hidden, with the corpus as it was.
type Held struct {
	Graph  *graph.Graph
	ground *gap.Ground
	papers []graph.Node
	name   string
}

// NewHeld cuts a corpus for a list; nil where too little of it is there.
func NewHeld(c *graph.Corpus, list HoldOut) *Held {
	g := graph.New(c.Without(list.Exclude).Until(list.AsOf))
	h := &Held{Graph: g, papers: nodesOf(g, list.Papers), name: list.Name}
	if len(h.papers) < 2 {
		return nil
	}
	h.ground = gap.NewGround(g)
	return h
}

// A Trial is a list of which part is hidden, and the ground on which to look for it.
type Trial struct {
	Ground        *gap.Ground
	Given, Hidden []graph.Node
}

// Trial hides the i-th part of the list.
func (h *Held) Trial(i int, o Options) Trial {
	o = o.withDefaults()
	t := Trial{Ground: h.ground}
	if o.Weights != nil {
		t.Ground = h.ground.Weighing(*o.Weights)
	}
	t.Given, t.Hidden = split(h.papers, h.name, i, o)
	if o.Gathered > 0 {
		t.Ground = gathered(h.Graph, t.Ground, t.Given, o.Gathered)
	}
	return t
}

// gathered is the ground with the reference lists that gathering would bring:
// those of the given papers, of their references and of the newest papers
// citing them, and then those of the newest papers citing the best candidates.
// How often a paper is cited in all is known of the source.
func gathered(g *graph.Graph, ground *gap.Ground, given []graph.Node, citing int) *gap.Ground {
	known := make([]bool, g.Len())
	for _, l := range given {
		known[l] = true
		for _, r := range g.References(l) {
			known[r] = true
		}
		markNewest(known, g.Citing(l), citing)
	}
	first := ground.Knowing(known)
	for _, c := range first.Best(given, gap.BestCandidates) {
		markNewest(known, g.Citing(c), gap.BestCiting)
	}
	return ground.Knowing(known)
}

// markNewest marks the last of some nodes, which are in the order of time.
func markNewest(known []bool, nodes []graph.Node, newest int) {
	for _, n := range nodes[max(0, len(nodes)-newest):] {
		known[n] = true
	}
}

func nodesOf(g *graph.Graph, ids []graph.PaperID) []graph.Node {
	var nodes []graph.Node
	for _, id := range ids {
		if n, found := g.Find(id); found && !slices.Contains(nodes, n) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// split shuffles the list by its name, the trial and the seed, so that a
// list's halves do not depend on the lists around it.
func split(papers []graph.Node, name string, trial int, o Options) (given, hidden []graph.Node) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name + "/" + strconv.Itoa(trial)))
	papers = slices.Clone(papers)
	slices.Sort(papers)
	r := rand.New(rand.NewPCG(o.Seed, h.Sum64()))
	r.Shuffle(len(papers), func(i, j int) { papers[i], papers[j] = papers[j], papers[i] })
	k := len(papers) - int(math.Round(o.Hide*float64(len(papers))))
	k = min(max(k, 1), len(papers)-1)
	if o.Given > 0 {
		k = min(k, o.Given)
	}
	return papers[:k], papers[k:]
}
