package html

import "citemap/graph"

// A yearCount is how many papers of the corpus cite a paper, by year.
type yearCount struct {
	From    int   `json:"from"`             // the first year
	Counts  []int `json:"counts"`           // of it and those after it
	Before  int   `json:"before,omitempty"` // papers before the first year
	Undated int   `json:"undated,omitempty"`
}

// yearsShown is how many years a paper's citing papers are told apart by.
const yearsShown = 40

// citingYears counts the papers that cite one by their year; nil where none that
// is dated does.
func citingYears(g *graph.Graph, n graph.Node) *yearCount {
	y := &yearCount{}
	first, last := 0, 0
	for _, citing := range g.Citing(n) {
		switch year := g.Date(citing).Year; {
		case year <= 0:
			y.Undated++
		case first == 0 || year < first:
			first, last = year, max(last, year)
		default:
			last = max(last, year)
		}
	}
	if last == 0 {
		return nil
	}
	y.From = max(first, last-yearsShown+1)
	y.Counts = make([]int, last-y.From+1)
	for _, citing := range g.Citing(n) {
		switch year := g.Date(citing).Year; {
		case year >= y.From:
			y.Counts[year-y.From]++
		case year > 0:
			y.Before++
		}
	}
	return y
}
