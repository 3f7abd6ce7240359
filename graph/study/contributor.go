package study

import (
	"cmp"
	"slices"
	"strings"

	"citemap/graph"
)

// A Contributor is an author or a venue of the papers around the list.
type Contributor struct {
	Name   string // as the oldest of the papers writes it, not cleaned
	Papers int    // in the list's neighbourhood
	Listed int    // of them

	// Cited counts the citations of those papers by listed ones; without a list, by
	// papers of the corpus.
	Cited int

	First, Last int // years of the oldest and the newest dated paper; 0: none is dated
}

// Authors gives the authors of the list's neighbourhood, the most cited first,
// then those of most papers, then by name. Names are one person's where they are the
// same but for case: two people of one name are one here, and one
// person of two names two.
func (f *Findings) Authors() []Contributor {
	return f.contributors(func(p *graph.Paper) []string { return p.Authors })
}

// Venues gives the venues of the list's neighbourhood in the same order.
func (f *Findings) Venues() []Contributor {
	return f.contributors(func(p *graph.Paper) []string { return []string{p.Venue} })
}

// contributors gathers those whom of names in each paper.
func (f *Findings) contributors(of func(*graph.Paper) []string) []Contributor {
	listed := map[graph.Node]bool{}
	for _, l := range f.Graph.Listed() {
		listed[l] = true
	}
	place := map[string]int{}
	var met []Contributor
	for _, n := range f.Neighbourhood().Papers {
		paper, seen := f.Graph.Paper(n), map[int]bool{}
		for _, name := range of(paper) {
			name = strings.Join(strings.Fields(name), " ")
			key := strings.ToLower(name)
			at, known := place[key]
			if !known && name != "" {
				at = len(met)
				place[key], met = at, append(met, Contributor{Name: name})
			}
			if name != "" && !seen[at] {
				seen[at] = true
				met[at].add(paper, listed[n], f.citedByList(n, listed))
			}
		}
	}
	slices.SortFunc(met, func(a, b Contributor) int {
		return cmp.Or(cmp.Compare(b.Cited, a.Cited), cmp.Compare(b.Papers, a.Papers), strings.Compare(a.Name, b.Name))
	})
	return met
}

// citedByList counts the listed papers that cite a paper; without a list, all.
func (f *Findings) citedByList(n graph.Node, listed map[graph.Node]bool) (times int) {
	if len(listed) == 0 {
		return f.Graph.LocalCitations(n)
	}
	for _, citing := range f.Graph.Citing(n) {
		if listed[citing] {
			times++
		}
	}
	return times
}

func (c *Contributor) add(p *graph.Paper, listed bool, cited int) {
	c.Papers++
	c.Cited += cited
	if listed {
		c.Listed++
	}
	if year := p.Date.Year; year > 0 {
		c.Last = max(c.Last, year)
		if c.First == 0 || year < c.First {
			c.First = year
		}
	}
}
