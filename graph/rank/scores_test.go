package rank

import "citemap/graph"

// Scores gives one measure of a graph's papers.
func Scores(g *graph.Graph, m Measure) []float64 { return NewScoreboard(g).Scores(m) }
