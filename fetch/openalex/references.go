package openalex

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"citemap/fetch/api"
	"citemap/graph"
)

const (
	// maxLooks is how many references of a paper are looked up.
	maxLooks = 100

	// newer works have numbers of OpenAlex's own, from 4.2e9 on; those of MAG's
	// time, the last of which are about 3.2e9, kept their MAG ids.
	newer = 4_000_000_000

	// deleted is the work into which OpenAlex merged what it deleted; millions
	// of lists name it.
	deleted = 4285719527
)

// references says what became of the list of a work, and what is known of the
// papers on it. Repeats are left out.
//
// A reference is given as the number of a work. It is looked up, for its DOI and
// its title, and not taken for the MAG id that a number below 4e9 should be:
// OpenAlex merges, deletes and re-identifies works and lists go on naming
// them, Semantic Scholar knows part of MAG only, and a paper that is named by
// such a number has no title by which a mistake would show. A reference whose
// work is gone is left out. Newer works, which have no other way, are looked up
// first. Of a list with more than a hundred references those of MAG's time
// that are left are named by their MAG id, as OpenAlex documents it ("take the
// first letter off"), and newer ones that are left are left out; Referenced
// tells the full length.
func (c *Client) references(ctx context.Context, w *wireWork, o *api.Outage) (graph.References, []graph.Paper, error) {
	told := graph.References{From: from, State: graph.Failed}
	if w.ReferencedWorks.Form != api.There {
		return told, nil, nil
	}
	numbers := w.referenced()
	if len(w.ReferencedWorks.Items) == 0 && w.ReferencedCount.Value <= 0 {
		told.State = graph.Empty
		return told, nil, nil
	}
	papers, err := c.lookUp(ctx, numbers, o)
	if err != nil {
		return graph.References{}, nil, err
	}
	var around []graph.Paper
	for _, n := range numbers {
		p, known := papers[n]
		if !known || p.ID == "" || slices.Contains(told.IDs, p.ID) {
			continue
		}
		told.IDs = append(told.IDs, p.ID)
		around = append(around, p)
	}
	if len(told.IDs) > 0 {
		told.State = graph.Known
	}
	return told, around, nil
}

// referenced gives the numbers of the references, each once, in their order.
func (w *wireWork) referenced() []int64 {
	var numbers []int64
	met := map[int64]bool{0: true, deleted: true, w.number(): true}
	for _, item := range w.ReferencedWorks.Items {
		if n := number(item.Value); !met[n] {
			met[n] = true
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// lookUp gives the papers of works that OpenAlex has, by their numbers.
func (c *Client) lookUp(ctx context.Context, numbers []int64, o *api.Outage) (map[int64]graph.Paper, error) {
	papers := map[int64]graph.Paper{}
	for i, n := range newerFirst(numbers) {
		if i >= maxLooks {
			if n < newer {
				papers[n] = ofMAG(n)
			}
			continue
		}
		name := "W" + strconv.FormatInt(n, 10)
		w, err := c.look(ctx, "reference "+name, name, itself, o)
		if gone(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if w.number() != deleted {
			papers[n] = w.paper()
		}
	}
	return papers, nil
}

func newerFirst(numbers []int64) []int64 {
	var ordered, older []int64
	for _, n := range numbers {
		if n < newer {
			older = append(older, n)
			continue
		}
		ordered = append(ordered, n)
	}
	return append(ordered, older...)
}

func ofMAG(n int64) graph.Paper {
	x := graph.ExternalID{Scheme: graph.MAG, Value: strconv.FormatInt(n, 10)}
	return graph.Paper{ID: graph.PaperID(x.String()), IDs: graph.ExternalIDs{x}}
}

// gone reports whether a refusal means that there is no such work: none of
// that name, or one that moved to where citemap does not follow.
func gone(err error) bool {
	status := refusal(err)
	return status == http.StatusNotFound || status == http.StatusGone || status >= 300 && status < 400
}
