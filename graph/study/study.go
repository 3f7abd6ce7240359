// Package study asks every question that citemap answers of one corpus, in
// one pass, so that each output is written from the same findings.
package study

import (
	"slices"
	"sync"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/gap"
	"citemap/graph/rank"
)

// Findings is everything that is known of a corpus once it has been studied.
// Slices over papers are indexed by graph.Node.
type Findings struct {
	Corpus   *graph.Corpus
	Graph    *graph.Graph
	Coverage graph.Coverage
	Gaps     gap.Found
	Topics   []gap.Topic // those that are lacking, where asked for; see Around

	asked               gap.Options
	whole, near, around func() *Part
}

// Options says how to study. The zero value asks for gaps.
type Options struct {
	Gaps   gap.Options
	Topics bool // look for topics that the list lacks
}

// topicsKept is how many missing topics a study keeps.
const topicsKept = 5

// Of studies a corpus. It does not change it.
func Of(c *graph.Corpus, o Options) *Findings {
	f := Cover(c)
	g := f.Graph
	var beside sync.WaitGroup
	if o.Topics && len(g.Listed()) > 0 {
		beside.Go(func() { f.Topics = f.LackingTopics() })
	}
	f.asked, f.Gaps = o.Gaps, gap.Find(g, o.Gaps)
	beside.Wait()
	return f
}

// OfKinds gives the same findings with gaps of some kinds, each compared with papers of
// its own time; none means all, by score.
func (f *Findings) OfKinds(kinds []gap.Kind) *Findings {
	if len(kinds) == 0 && len(f.asked.Kinds) == 0 {
		return f
	}
	other := *f
	other.asked.Kinds = kinds
	other.Gaps = gap.Find(f.Graph, other.asked)
	return &other
}

// Cover gives the findings that need no study: the corpus, its graph and what
// is known of it. Scores are computed when they are asked for.
func Cover(c *graph.Corpus) *Findings {
	g := graph.New(c)
	f := &Findings{Corpus: c, Graph: g, Coverage: graph.Cover(c, g)}
	f.whole = sync.OnceValue(func() *Part { return partOf(all(g), g, false) })
	f.near = sync.OnceValue(f.neighbourhood)
	f.around = sync.OnceValue(f.findAround)
	return f
}

// Partition gives the communities of the whole corpus, computed when they are first
// asked for. Not to be changed.
func (f *Findings) Partition() *community.Partition {
	p, _ := f.whole().communities()
	return p
}

// Labels gives a label of each community of Partition from the titles in it, ""
// where they say nothing. Not to be changed.
func (f *Findings) Labels() []string {
	_, labels := f.whole().communities()
	return labels
}

// ScoresBy gives a measure of all papers, as rank.Scoreboard does. Not to be
// changed.
func (f *Findings) ScoresBy(m rank.Measure) []float64 { return f.whole().ScoresBy(m) }

// Listed reports whether a paper is on the list.
func (f *Findings) Listed(n graph.Node) bool { return slices.Contains(f.Graph.Listed(), n) }
