package main

import (
	"slices"

	"citemap/graph"
	"citemap/graph/eval"
	"citemap/graph/gap"
)

// samples are the signs of candidates, each with whether it was on the hidden
// part of its list.
type samples struct {
	scored, thin sample
	below, hits  float64 // papers below the pool that touch the list, and those of them that were hidden
}

// given is how much of each list is given: half of it (0), or the few papers
// that a list begins with.
var given = []int{0, 3, 6}

// add puts the lists of a field to it, on the whole corpus and where no
// reference lists but their own are known.
func (s *samples) add(c *graph.Corpus, lists []eval.HoldOut) {
	for _, list := range lists {
		for _, k := range given {
			for _, t := range eval.Trials(c, list, eval.Options{Given: k}) {
				s.try(t, t.Ground)
				s.try(t, t.Ground.Knowing(only(t.Graph, t.Given)))
			}
		}
	}
}

func only(g *graph.Graph, papers []graph.Node) []bool {
	known := make([]bool, g.Len())
	for _, p := range papers {
		known[p] = true
	}
	return known
}

// try adds the candidates of one trial.
func (s *samples) try(t eval.Trial, ground *gap.Ground) {
	e := ground.Evidence(t.Given)
	of := &s.scored
	if e.Thin {
		of = &s.thin
	}
	found := 0.0
	for i, c := range e.Papers {
		belongs := slices.Contains(t.Hidden, c)
		of.signs, of.belongs = append(of.signs, e.Signs[i]), append(of.belongs, belongs)
		if belongs {
			found++
		}
	}
	if !e.Thin {
		s.below += float64(t.Graph.Len() - len(t.Given) - len(e.Papers))
		s.hits += float64(len(t.Hidden)) - found
	}
}

// weights fits them.
func (s *samples) weights() table {
	return table{gap.Weights{Scored: s.scored.fit(), Thin: s.thin.fit(), Below: s.hits / s.below}}
}
