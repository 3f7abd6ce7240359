package openalex

import (
	"strconv"

	"citemap/fetch/api"
	"citemap/graph"
)

const (
	// newer works have numbers of OpenAlex's own, from 4.2e9 on; those of MAG's
	// time, the last of which are about 3.2e9, kept their MAG ids.
	newer = 4_000_000_000

	// deleted is the work into which OpenAlex merged what it deleted; millions
	// of lists name it.
	deleted = 4285719527

	from = "openalex" // what References.From says
)

// references says what became of the list of a work. Its papers are named by
// the numbers of the works, each once and in their order; the work itself is
// none of them. A list that names works which are none any more, or fewer than
// the work counts, is cut; one of which nothing can be used has failed.
//
// A number below 4e9 is not taken for the MAG id that it should be: OpenAlex
// merges, deletes and re-identifies works and lists go on naming them, Semantic
// Scholar knows part of MAG only, and a paper that is named by such a number
// has no title by which a mistake would show.
func (w *wireWork) references() graph.References {
	list := graph.References{From: from, State: graph.Failed}
	if w.ReferencedWorks.Form != api.There {
		return list
	}
	if len(w.ReferencedWorks.Items) == 0 && w.ReferencedCount.Value <= 0 {
		list.State = graph.Empty
		return list
	}
	numbers, lost := w.referenced()
	for _, n := range numbers {
		list.IDs = append(list.IDs, graph.PaperID(workID(n).String()))
	}
	switch {
	case len(numbers) == 0:
	case lost > 0 || w.ReferencedCount.Value > len(w.ReferencedWorks.Items):
		list.State = graph.Cut
	default:
		list.State = graph.Known
	}
	return list
}

// referenced gives the numbers of the references, each once, in their order,
// and how many items name no work.
func (w *wireWork) referenced() (numbers []int64, lost int) {
	met := map[int64]bool{w.number(): true}
	for _, item := range w.ReferencedWorks.Items {
		switch n := number(item.Value); {
		case n == 0 || n == deleted:
			lost++
		case !met[n]:
			met[n] = true
			numbers = append(numbers, n)
		}
	}
	return numbers, lost
}

func workID(n int64) graph.ExternalID {
	return graph.ExternalID{Scheme: graph.OpenAlex, Value: "W" + strconv.FormatInt(n, 10)}
}
