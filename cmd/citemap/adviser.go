package main

import (
	"slices"

	"citemap/fetch"
	"citemap/fetch/list"
	"citemap/graph"
)

// An adviser tells of entries, however often their list is read, which paper
// each is of and which repeats another. It knows what the corpus knows.
type adviser struct {
	papers []graph.Paper
	index  graph.Index
	found  map[string]graph.PaperID // what ids and normal titles of entries were found to be
}

func newAdviser(c *graph.Corpus) *adviser {
	a := &adviser{papers: c.Papers, index: graph.NewIndex(c.Papers), found: map[string]graph.PaperID{}}
	for i := range c.Entries {
		e := &c.Entries[i]
		if ids := e.Lookups(); e.Paper != "" && len(ids) > 0 {
			a.found[ids[0].String()] = e.Paper
		} else if e.Paper != "" {
			a.found[fetch.NormalTitle(e.Title)] = e.Paper
		}
	}
	return a
}

// advise tells of the entries of one list. A paper whose title is not the one
// that the list gives is not taken for the entry's; that its id is on the list
// already still makes it a repeat.
func (a *adviser) advise(entries []graph.Entry) []list.Advice {
	out := make([]list.Advice, len(entries))
	first := map[string]int{}
	for i := range entries {
		e := entries[i]
		p := a.paper(&e)
		e.Paper = ""
		if p != nil {
			e.Paper = p.ID
			if fetch.SameTitle(e.Title, p.Title) {
				out[i].Paper = p
			}
		}
		names := fetch.EntryKeys(&e)
		out[i].Same = -1
		at := i
		if k := slices.IndexFunc(names, func(name string) bool { _, met := first[name]; return met }); k >= 0 {
			at = first[names[k]]
			out[i].Same = at
		}
		for _, name := range names {
			if _, met := first[name]; !met {
				first[name] = at
			}
		}
	}
	return out
}

// paper finds the paper of an entry; nil where it is not known.
func (a *adviser) paper(e *graph.Entry) *graph.Paper {
	names := []string{fetch.NormalTitle(e.Title)}
	if ids := e.Lookups(); len(ids) > 0 {
		names = names[:0]
		for _, id := range ids {
			names = append(names, id.String())
		}
	}
	for _, name := range names {
		for _, id := range []graph.PaperID{a.found[name], graph.PaperID(name)} {
			if place, found := a.index[id]; found {
				return &a.papers[place]
			}
		}
	}
	return nil
}
