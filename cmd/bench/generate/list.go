package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"

	"citemap/fetch/library"
	"citemap/graph"
)

// listFrom writes a list of papers of a snapshot that lie together: the paper that
// is cited most, and those around it that are cited most.
func listFrom(snapshot, name string, entries int) error {
	s, err := library.ScanFile(snapshot)
	if err != nil {
		return err
	}
	c := s.Corpus()
	g := graph.New(&c)
	first := graph.Node(0)
	for n := range graph.Node(g.Len()) {
		if g.LocalCitations(n) > g.LocalCitations(first) {
			first = n
		}
	}
	listed := []graph.Node{first}
	met := map[graph.Node]bool{first: true}
	for i := 0; i < len(listed) && len(listed) < entries; i++ {
		for _, n := range slices.Concat(g.References(listed[i]), g.Citing(listed[i])) {
			if !met[n] && len(listed) < entries && g.LocalCitations(n) > 5 {
				met[n] = true
				listed = append(listed, n)
			}
		}
	}
	return writeEntries(name, g, listed)
}

func writeEntries(name string, g *graph.Graph, listed []graph.Node) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, n := range listed {
		p := g.Paper(n)
		title := p.Title
		if title == "" {
			title = "A paper"
		}
		fmt.Fprintf(w, "- [%s](https://www.semanticscholar.org/paper/%s)\n", title, p.ID)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
