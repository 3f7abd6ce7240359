// Package graphtest builds small corpora for tests, so that a table of papers
// reads as the graph it stands for.
package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"citemap/graph"
)

// Cites is a paper with a known reference list. Its id may carry a date:
// "a@2020-05" is the paper "a" of May 2020.
func Cites(citing string, cited ...string) graph.Paper {
	p := Paper(citing)
	p.References.State = graph.Known
	for _, id := range cited {
		p.References.IDs = append(p.References.IDs, graph.PaperID(id))
	}
	return p
}

// Paper is a paper of which no reference list is known.
func Paper(id string) graph.Paper {
	id, date, _ := strings.Cut(id, "@")
	p := graph.Paper{ID: graph.PaperID(id), Title: "Title of " + id}
	if date != "" {
		d, err := graph.ParseDate(date)
		if err != nil {
			panic(err)
		}
		p.Date = d
	}
	return p
}

// Corpus puts papers together; listed names those of the list, separated by
// spaces. A paper that is only cited becomes a paper of its own.
func Corpus(listed string, papers ...graph.Paper) *graph.Corpus {
	c := &graph.Corpus{Papers: slices.Clone(papers)}
	known := map[graph.PaperID]bool{}
	for _, p := range papers {
		known[p.ID] = true
	}
	for _, p := range papers {
		for _, id := range p.References.IDs {
			if !known[id] {
				known[id] = true
				c.Papers = append(c.Papers, Paper(string(id)))
			}
		}
	}
	slices.SortFunc(c.Papers, graph.ComparePapers)
	for i, id := range strings.Fields(listed) {
		c.Entries = append(c.Entries, graph.Entry{
			File: "list.md", Line: i + 1, Title: "Title of " + id, Status: graph.StatusResolved, Paper: graph.PaperID(id),
		})
	}
	return c
}

// Random gives a corpus of n papers p000, p001, ... dated a year apart in
// tens, each citing others at random: mostly older ones, some of its own time
// or newer, so that there are cycles, self-citations and repeats.
func Random(seed uint64, n int) *graph.Corpus {
	r := rand.New(rand.NewPCG(seed, 1))
	var papers []graph.Paper
	for i := range n {
		var cited []string
		for range r.IntN(6) {
			to := r.IntN(i + 1)
			if r.IntN(5) == 0 {
				to = r.IntN(n)
			}
			cited = append(cited, name(to))
		}
		papers = append(papers, Cites(fmt.Sprintf("%s@%d", name(i), 1990+i/10), cited...))
	}
	listed := []string{}
	for i := range n {
		if r.IntN(5) == 0 {
			listed = append(listed, name(i))
		}
	}
	return Corpus(strings.Join(listed, " "), papers...)
}

func name(i int) string { return fmt.Sprintf("p%03d", i) }
