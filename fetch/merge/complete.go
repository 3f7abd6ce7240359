package merge

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"citemap/graph"
	"citemap/graph/titles"
)

// preferred orders the members of a set, the one to keep first.
func preferred(p, q *graph.Paper) int {
	return cmp.Or(
		cmp.Compare(len(q.References.IDs), len(p.References.IDs)),
		cmp.Compare(count(q.Global), count(p.Global)),
		cmp.Compare(p.ID, q.ID),
		cmp.Compare(q.References.State, p.References.State),
		compareFacts(p, q),
	)
}

// compareFacts orders papers by all that is known of them, so that what is
// taken from which of two does not hang on who came first. Fuller facts come first.
func compareFacts(p, q *graph.Paper) int {
	known := func(n *int) int {
		if n == nil {
			return -1
		}
		return *n
	}
	return cmp.Or(
		cmp.Compare(len(q.Date.String()), len(p.Date.String())), p.Date.Compare(q.Date),
		cmp.Compare(p.Title, q.Title), cmp.Compare(p.Venue, q.Venue), slices.Compare(p.Authors, q.Authors),
		cmp.Compare(p.Abstract, q.Abstract), cmp.Compare(p.URL, q.URL),
		slices.CompareFunc(p.IDs, q.IDs, func(a, b graph.ExternalID) int {
			return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Value, b.Value))
		}),
		cmp.Compare(known(q.Global), known(p.Global)), cmp.Compare(known(q.Influential), known(p.Influential)), cmp.Compare(known(q.Referenced), known(p.Referenced)),
		cmp.Compare(q.References.State, p.References.State), cmp.Compare(p.References.From, q.References.From),
		slices.Compare(p.References.IDs, q.References.IDs), slices.Compare(p.Citing.IDs, q.Citing.IDs), slices.Compare(p.Aliases, q.Aliases),
		said(q.Citing.Asked, p.Citing.Asked), said(p.Stub, q.Stub),
		slices.Compare(p.Types, q.Types), graph.CompareContexts(p.Contexts, q.Contexts), slices.Compare(p.Embedding, q.Embedding),
		graph.CompareNotices(p.Notice, q.Notice),
	)
}

func count(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// said orders what is so behind what is not.
func said(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// completed fills what p does not know of itself from q, the same work.
func completed(p graph.Paper, q *graph.Paper) graph.Paper {
	for _, id := range q.IDs {
		p.IDs = p.IDs.With(id)
	}
	if p.Title == "" || betterPrinted(q.Title, p.Title) && titles.Key(p.Title) == titles.Key(q.Title) {
		p.Title = q.Title
	}
	p.Venue = cmp.Or(p.Venue, q.Venue)
	p.Abstract = cmp.Or(p.Abstract, q.Abstract)
	p.URL = cmp.Or(p.URL, q.URL)
	p.Date = cmp.Or(p.Date, q.Date)
	p.Global = cmp.Or(p.Global, q.Global)
	p.Influential = cmp.Or(p.Influential, q.Influential)
	p.Referenced = cmp.Or(p.Referenced, q.Referenced)
	p.Stub = p.Stub && q.Stub
	if len(p.Types) == 0 {
		p.Types = q.Types
	}
	if len(p.Embedding) == 0 {
		p.Embedding = q.Embedding
	}
	if len(q.Contexts) > 0 {
		p.Contexts = graph.SortContexts(slices.Concat(p.Contexts, q.Contexts))
	}
	p.Notice = graph.Graver(p.Notice, q.Notice)
	if fuller(q.Authors, p.Authors) {
		p.Authors = q.Authors
	}
	if p.References.State == graph.Unasked {
		p.References = q.References
		if q.References.State == graph.Cut {
			p.Referenced = q.Referenced // what the list falls short of
		}
	}
	p.Citing.Asked, p.Citing.Cut = p.Citing.Asked || q.Citing.Asked, p.Citing.Cut || q.Citing.Cut
	if len(q.Citing.IDs) > 0 {
		p.Citing.IDs = slices.Compact(slices.Sorted(slices.Values(slices.Concat(p.Citing.IDs, q.Citing.IDs))))
	}
	return p
}

// fuller reports whether a names more authors than b, or the same more fully.
func fuller(a, b []string) bool {
	letters := func(names []string) (n int) {
		for _, s := range names {
			n += len(s)
		}
		return n
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(letters(a), letters(b))) > 0
}

// betterPrinted reports whether title a keeps more of its capitals than b,
// the same title: bibliographies lose them ("Gpt-4"), old catalogues print
// nothing else.
func betterPrinted(a, b string) bool {
	capitals := func(s string) (n int) {
		if s == strings.ToUpper(s) {
			return 0
		}
		for _, r := range s {
			if unicode.IsUpper(r) {
				n++
			}
		}
		return n
	}
	return cmp.Or(cmp.Compare(capitals(a), capitals(b)), cmp.Compare(b, a)) > 0
}
