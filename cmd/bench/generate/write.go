package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"citemap/cmd/bench/made"
	"citemap/fetch/library/record"
	"citemap/graph"
)

// writeSnapshot writes a field as citemap does, by paperId.
func writeSnapshot(w io.Writer, f *made.Field) {
	fmt.Fprintln(w, `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"a made-up field","licence":"CC0"}`)
	order := make([]int, f.Len())
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(f.ID(a), f.ID(b)) })
	for _, i := range order {
		p := f.Paper(i)
		line, _ := record.Encode(&p) // which fails for a paper without an id alone
		_, _ = w.Write(line)         // w keeps the first error of its writes
	}
}

// writeList writes a list as people keep them, an id or a title an entry.
func writeList(w io.Writer, f *made.Field, n int) {
	fmt.Fprint(w, "# Papers\n\n")
	for _, i := range f.Around(n) {
		p := f.Paper(int(i))
		switch {
		case p.IDs.Of(graph.ArXiv) != "":
			fmt.Fprintf(w, "- [%s](https://arxiv.org/abs/%s)\n", p.Title, p.IDs.Of(graph.ArXiv))
		case p.IDs.Of(graph.DOI) != "":
			fmt.Fprintf(w, "- %s, %s. %d. https://doi.org/%s\n", p.Title, p.Authors[0], p.Date.Year, p.IDs.Of(graph.DOI))
		default:
			fmt.Fprintf(w, "- [%s](https://www.semanticscholar.org/paper/%s)\n", p.Title, p.ID)
		}
	}
}
