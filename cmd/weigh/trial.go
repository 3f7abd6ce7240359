package main

import (
	"runtime"
	"slices"
	"sync"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
)

// A trial is what is to be learned from one list, part of it being given: the
// signs of each candidate, the best first by the order of the day, and whether
// it was on the hidden part.
type trial struct {
	given, hidden int
	begun         int // how many of the list were to be given, 0: half of it
	thin          bool
	recalled      float64
	candidates    []candidate

	published eval.Quality // of the method published with its oracle
	unseen    int          // papers that are no candidates
}

type candidate struct {
	signs  []float64
	hidden bool
}

// parts are how much of each list is given: half of it (0), or the few papers
// that a list begins with.
var parts = []int{0, 3, 6}

// try holds out the lists of a field, on the whole corpus and where no reference
// lists but their own are known.
func try(c *graph.Corpus, lists []eval.HoldOut) []trial {
	return slices.Concat(inParallel(lists, func(l eval.HoldOut) []trial { return tryList(c, l) })...)
}

// inParallel asks something of each list on all processors, in their order.
func inParallel[T any](lists []eval.HoldOut, ask func(eval.HoldOut) T) []T {
	out := make([]T, len(lists))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				out[i] = ask(lists[i])
			}
		})
	}
	for i := range lists {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

func tryList(c *graph.Corpus, list eval.HoldOut) []trial {
	h := eval.NewHeld(c, list)
	if h == nil {
		return nil
	}
	var out []trial
	for _, given := range parts {
		t := h.Trial(0, eval.Options{Given: given})
		answer := t.Ground.Ask(t.Given)
		whole := newTrial(h.Graph, answer, t)
		whole.published = qualityOf(h.Graph, answer.Scores(gap.Ridge), t)
		own := newTrial(h.Graph, t.Ground.Knowing(only(h.Graph, t.Given)).Ask(t.Given), t)
		whole.begun, own.begun = given, given
		out = append(out, whole, own)
	}
	return out
}

// only marks some papers.
func only(g *graph.Graph, papers []graph.Node) []bool {
	known := make([]bool, g.Len())
	for _, p := range papers {
		known[p] = true
	}
	return known
}

func newTrial(g *graph.Graph, answer *gap.Answer, of eval.Trial) trial {
	j := answer.Judgement()
	t := trial{given: len(of.Given), hidden: len(of.Hidden), thin: j.Thin != "", recalled: j.Recalled}
	t.unseen = g.Len() - t.given - len(j.Papers)
	for i, c := range j.Papers {
		t.candidates = append(t.candidates, candidate{j.Signs[i], slices.Contains(of.Hidden, c)})
	}
	return t
}

// qualityOf is the quality of the first fifty by these scores.
func qualityOf(g *graph.Graph, scores []float64, t eval.Trial) eval.Quality {
	return eval.QualityOf(eval.RanksOf(scores, g.PlacesByID(), t.Given, t.Hidden))
}
