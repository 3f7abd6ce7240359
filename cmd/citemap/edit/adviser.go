package edit

import (
	"slices"

	"citemap/fetch/entries"
	"citemap/fetch/list/fix"
	"citemap/graph"
	"citemap/graph/titles"
)

// An adviser tells of entries, however often their list is read, which paper
// each is of and which repeats another. It knows what the corpus knows.
type adviser struct {
	corpus *graph.Corpus
	index  graph.Index
	found  map[string]graph.PaperID // what ids and titles of entries were found to be
}

func newAdviser(c *graph.Corpus) *adviser {
	a := &adviser{corpus: c, index: c.Index(), found: map[string]graph.PaperID{}}
	for i := range c.Entries {
		e := &c.Entries[i]
		if e.UnknownID {
			continue // a title alone is not enough to change a list by
		}
		if ids := e.Lookups(); e.Paper != "" && len(ids) > 0 {
			a.found[ids[0].String()] = e.Paper
		} else if e.Paper != "" {
			a.found[titles.Key(e.Title)] = e.Paper
		}
	}
	return a
}

// advise tells of the entries of one list. A paper whose title is not the one
// that the list gives is not taken for the entry's.
func (a *adviser) advise(list []graph.Entry) []fix.Advice {
	list = slices.Clone(list)
	papers := make([]*graph.Paper, len(list))
	for i := range list {
		list[i].Paper = ""
		if papers[i] = a.paper(&list[i]); papers[i] != nil {
			list[i].Paper = papers[i].ID
		}
	}
	out := make([]fix.Advice, len(list))
	for i, first := range entries.Repeats(list, papers) {
		out[i].Same = first
		if papers[i] != nil && !entries.Misnamed(&list[i], papers[i]) {
			out[i].Paper = papers[i]
		}
	}
	return out
}

// paper finds the paper of an entry; nil where it is not known.
func (a *adviser) paper(e *graph.Entry) *graph.Paper {
	names := []string{titles.Key(e.Title)}
	if ids := e.Lookups(); len(ids) > 0 {
		names = names[:0]
		for _, id := range ids {
			names = append(names, id.String())
		}
	}
	for _, name := range names {
		for _, id := range []graph.PaperID{a.found[name], graph.PaperID(name)} {
			if place, found := a.index.Place(id); found {
				return a.corpus.At(place)
			}
		}
	}
	return nil
}
