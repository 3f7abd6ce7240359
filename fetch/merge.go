package fetch

import (
	"cmp"
	"maps"
	"slices"

	"citemap/graph"
)

// Merge folds papers that are one work into one paper each: those that share
// a DOI, arXiv, ACL, PubMed or corpus id, and those of one distinctive title
// whose people and years agree (see oneWork), unless they bear different ids of
// one kind. Papers of the same PaperID are folded first. The paper kept is the
// one with most known references, then most global citations, then the smallest
// id; the other ids become its aliases and references follow. The result is
// sorted by PaperID and does not depend on the order of the input.
func Merge(papers []graph.Paper) ([]graph.Paper, []graph.Merge) {
	papers = slices.Clone(papers)
	slices.SortFunc(papers, func(a, b graph.Paper) int { return cmp.Or(cmp.Compare(a.ID, b.ID), compareFacts(&a, &b)) })
	f := newFolding(papers)
	f.bySharedID()
	f.byTitle()
	return f.folded()
}

// mergeable are the schemes whose identifiers name one work each.
var mergeable = []graph.Scheme{graph.DOI, graph.ArXiv, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID}

// exclusive are those of which a work has one at most: two different ones
// tell two works apart (of DOIs see twoDOIs). Semantic Scholar gives each of its
// own duplicates a corpus id, so that one says nothing.
var exclusive = []graph.Scheme{graph.ArXiv, graph.ACL, graph.PubMed}

// A folding is a union-find over the places of papers; the members of a set
// are known at its root.
type folding struct {
	papers  []graph.Paper
	parent  []int
	members map[int][]int
	reason  []string // why a place joined its set
}

func newFolding(papers []graph.Paper) *folding {
	f := &folding{papers: papers, parent: make([]int, len(papers)), members: map[int][]int{}, reason: make([]string, len(papers))}
	for i := range papers {
		f.parent[i], f.members[i] = i, []int{i}
	}
	return f
}

func (f *folding) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join puts two sets together; the reason is remembered at b, the newcomer.
func (f *folding) join(a, b int, reason string) {
	a, newcomer, b := f.root(a), b, f.root(b)
	if a == b {
		return
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	delete(f.members, b)
	f.reason[newcomer] = reason
}

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
		if p := &f.papers[i]; graph.Distinctive(p.Title) && len(p.Authors) > 0 {
			t := graph.TitleKey(p.Title)
			if told := alike[t]; len(told) == 0 || f.papers[told[len(told)-1]].ID != p.ID {
				alike[t] = append(told, i)
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
	return len(published) > 2 || graph.Recurring(f.papers[places[0]].Title)
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
			if twoDOIs(p, q, recurring) {
				return true
			}
			for _, s := range exclusive {
				if p.IDs.Of(s) != "" && q.IDs.Of(s) != "" && p.IDs.Of(s) != q.IDs.Of(s) {
					return true
				}
			}
		}
	}
	return false
}
