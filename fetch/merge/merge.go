// Package merge knows which papers are one work, though sources give them
// several ids, and makes one paper of them.
package merge

import (
	"cmp"
	"maps"
	"slices"

	"citemap/graph"
	"citemap/graph/titles"
)

// Papers folds papers that are one work into one paper each: those that share
// a DOI, arXiv, ACL, PubMed or corpus id, and those of one distinctive title
// whose people and years agree (see oneWork), unless they bear different ids of
// one kind. Papers of the same PaperID are folded first. The paper kept is the
// one with most known references, then most global citations, then the smallest
// id; the other ids become its aliases and references follow. The result is
// sorted by PaperID and does not depend on the order of the input.
func Papers(papers []graph.Paper) ([]graph.Paper, []graph.Merge) {
	f := newFolding(inOrder(papers))
	f.bySharedID()
	f.byTitle()
	return f.folded()
}

// inOrder gives the papers sorted by what is known of them, their PaperID first.
func inOrder(papers []graph.Paper) []graph.Paper {
	places := make([]*graph.Paper, len(papers))
	for i := range papers {
		places[i] = &papers[i]
	}
	slices.SortFunc(places, func(a, b *graph.Paper) int {
		if c := cmp.Compare(a.ID, b.ID); c != 0 {
			return c
		}
		return compareFacts(a, b)
	})
	out := make([]graph.Paper, len(papers))
	for i, p := range places {
		out[i] = *p
	}
	return out
}

// mergeable are the schemes whose identifiers name one work each.
var mergeable = []graph.Scheme{graph.DOI, graph.ArXiv, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID}

func (f *folding) bySharedID() {
	first := map[graph.PaperID]int{}
	meet := func(id graph.PaperID, place int, reason string) {
		if earlier, met := first[id]; met {
			f.join(earlier, place, reason)
			return
		}
		first[id] = place
	}
	for i := range f.papers {
		p := &f.papers[i]
		meet(p.ID, i, "the same paperId")
		for _, alias := range p.Aliases {
			meet(alias, i, "an alias of it")
		}
		for _, s := range mergeable {
			if v := p.IDs.Of(s); v != "" {
				id := graph.ExternalID{Scheme: s, Value: v}.String()
				meet(graph.PaperID(id), i, "the same id "+id)
			}
		}
	}
}

func (f *folding) byTitle() {
	alike := map[string][]int{}
	for i := range f.papers {
		p := &f.papers[i]
		if i > 0 && p.ID == f.papers[i-1].ID && p.Title == f.papers[i-1].Title && len(f.papers[i-1].Authors) > 0 {
			continue // the same paper as it was told of before: its title has been met
		}
		if titles.Distinctive(p.Title) && len(p.Authors) > 0 {
			t := titles.Key(p.Title)
			if same := alike[t]; len(same) == 0 || f.papers[same[len(same)-1]].ID != p.ID {
				alike[t] = append(same, i)
			}
		}
	}
	for _, title := range slices.Sorted(maps.Keys(alike)) {
		places := alike[title]
		if len(places) < 2 {
			continue
		}
		recurring := f.recurring(places)
		for j := 1; j < len(places); j++ {
			f.joinAlike(places[:j], places[j], recurring)
		}
	}
}

// recurring reports whether a title is one that its people write again and
// again, or is borne by three works or more that were published under a DOI each.
func (f *folding) recurring(places []int) bool {
	published := map[string]bool{}
	for _, i := range places {
		p := &f.papers[i]
		if doi := p.IDs.Of(graph.DOI); doi != "" && !isPreprint(p) && !isData(p) {
			published[unversioned(doi)] = true
		}
	}
	return len(published) > 2 || titles.Recurring(f.papers[places[0]].Title)
}

// joinAlike joins a paper to the first of those with its title that it can be.
func (f *folding) joinAlike(earlier []int, place int, recurring bool) {
	for _, i := range earlier {
		why, one := oneWork(&f.papers[place], &f.papers[i], recurring)
		if one && !f.conflict(i, place, recurring) {
			f.join(i, place, why)
			return
		}
	}
}

// conflict reports whether the sets of two papers bear different ids of one
// kind.
func (f *folding) conflict(i, j int, recurring bool) bool {
	for _, m := range f.members[f.root(i)] {
		for _, n := range f.members[f.root(j)] {
			p, q := &f.papers[m], &f.papers[n]
			if twoDOIs(p, q, recurring) || DifferentIDs(p.IDs, q.IDs) {
				return true
			}
		}
	}
	return false
}

// folded makes one paper of each set and points references at it.
func (f *folding) folded() ([]graph.Paper, []graph.Merge) {
	kept := map[graph.PaperID]graph.PaperID{}
	var out []graph.Paper
	var merges []graph.Merge
	for _, root := range slices.Sorted(maps.Keys(f.members)) {
		p, of := f.fold(f.members[root])
		for _, alias := range p.Aliases {
			kept[alias] = p.ID
		}
		out = append(out, p)
		merges = append(merges, of...)
	}
	for i := range out {
		out[i].References.IDs = renamed(out[i].References.IDs, kept)
		out[i].Citing.IDs = renamed(out[i].Citing.IDs, kept)
		out[i].Contexts = renamedContexts(out[i].Contexts, kept)
	}
	slices.SortFunc(out, graph.ComparePapers)
	slices.SortFunc(merges, func(a, b graph.Merge) int {
		return cmp.Or(cmp.Compare(a.Kept, b.Kept), cmp.Compare(a.Alias, b.Alias), cmp.Compare(a.Reason, b.Reason))
	})
	// One pair may have been found by an id and by its title: the first is told.
	merges = slices.CompactFunc(merges, func(a, b graph.Merge) bool { return a.Kept == b.Kept && a.Alias == b.Alias })
	return out, merges
}

func renamed(ids []graph.PaperID, kept map[graph.PaperID]graph.PaperID) []graph.PaperID {
	out := slices.Clone(ids)
	for i, id := range out {
		if k, changed := kept[id]; changed {
			out[i] = k
		}
	}
	return out
}

// renamedContexts calls the papers cited as they are called now.
func renamedContexts(all []graph.Context, kept map[graph.PaperID]graph.PaperID) []graph.Context {
	if len(all) == 0 {
		return nil
	}
	out := slices.Clone(all)
	for i := range out {
		if k, changed := kept[out[i].Cited]; changed {
			out[i].Cited = k
		}
	}
	return graph.SortContexts(out)
}

// fold makes one paper of the members of a set.
func (f *folding) fold(places []int) (graph.Paper, []graph.Merge) {
	slices.SortFunc(places, func(i, j int) int { return preferred(&f.papers[i], &f.papers[j]) })
	p := f.papers[places[0]]
	aliases := map[graph.PaperID]bool{}
	var merges []graph.Merge
	for k, place := range places {
		q := &f.papers[place]
		aliases[q.ID] = true
		for _, id := range q.Aliases {
			aliases[id] = true
		}
		if k > 0 {
			p = completed(p, q)
		}
	}
	delete(aliases, p.ID)
	p.Aliases = slices.Sorted(maps.Keys(aliases))
	for _, place := range places {
		if q := &f.papers[place]; q.ID != p.ID {
			merges = append(merges, graph.Merge{Kept: p.ID, Alias: q.ID, Reason: f.reasonFor(place, places)})
		}
	}
	return p, merges
}

// reasonFor tells why a member stands in its set; the member that came first
// has no reason of its own and takes that of the next.
func (f *folding) reasonFor(place int, places []int) string {
	if f.reason[place] != "" {
		return f.reason[place]
	}
	for _, other := range slices.Sorted(slices.Values(places)) {
		if f.reason[other] != "" {
			return f.reason[other]
		}
	}
	return ""
}
