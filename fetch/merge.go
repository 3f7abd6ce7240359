package fetch

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"citemap/graph"
)

// Merge folds papers that are one work into one paper each: those that share
// a DOI, arXiv, ACL, PubMed or corpus id, and those whose distinctive title,
// first author and year (give or take one) agree, unless they bear different
// ids of one kind. Papers of the same PaperID are folded first. The paper kept
// is the one with most known references, then most global citations, then the
// smallest id; the other ids become its aliases and references follow. The
// result is sorted by PaperID and does not depend on the order of the input.
func Merge(papers []graph.Paper) ([]graph.Paper, []graph.Merge) {
	papers = slices.Clone(papers)
	slices.SortStableFunc(papers, func(a, b graph.Paper) int { return cmp.Compare(a.ID, b.ID) })
	f := newFolding(papers)
	f.bySharedID()
	f.byTitle()
	return f.folded()
}

// mergeable are the schemes whose identifiers name one work each.
var mergeable = []graph.Scheme{graph.DOI, graph.ArXiv, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID}

// exclusive are those of which a work has one at most: two different ones
// tell two works apart. Semantic Scholar gives each of its own duplicates a
// corpus id, so that one says nothing.
var exclusive = []graph.Scheme{graph.ArXiv, graph.ACL, graph.PubMed, graph.DOI}

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
		if p := &f.papers[i]; distinctive(p.Title) && len(p.Authors) > 0 {
			t := NormalTitle(p.Title)
			if told := alike[t]; len(told) == 0 || f.papers[told[len(told)-1]].ID != p.ID {
				alike[t] = append(told, i)
			}
		}
	}
	for _, title := range slices.Sorted(maps.Keys(alike)) {
		places := alike[title]
		for j := 1; j < len(places); j++ {
			f.joinAlike(places[:j], places[j])
		}
	}
}

// joinAlike joins a paper to the first of those with its title that it can be.
func (f *folding) joinAlike(earlier []int, place int) {
	p := &f.papers[place]
	for _, i := range earlier {
		q := &f.papers[i]
		years := p.Date.Year - q.Date.Year
		if sameName(p.Authors[0], q.Authors[0]) && -1 <= years && years <= 1 && !f.conflict(i, place) {
			f.join(i, place, fmt.Sprintf("the same title, first author (%s) and year (%d, %d)",
				graph.FamilyName(p.Authors[0]), q.Date.Year, p.Date.Year))
			return
		}
	}
}

// conflict reports whether the sets of two papers bear different ids of one
// kind. Two DOIs are no conflict where all authors agree: preprint and journal
// give a work one each.
func (f *folding) conflict(i, j int) bool {
	a, b := f.root(i), f.root(j)
	for _, s := range exclusive {
		for _, m := range f.members[a] {
			for _, n := range f.members[b] {
				p, q := &f.papers[m], &f.papers[n]
				differ := p.IDs.Of(s) != "" && q.IDs.Of(s) != "" && p.IDs.Of(s) != q.IDs.Of(s)
				if differ && (s != graph.DOI || !sameAuthors(p.Authors, q.Authors)) {
					return true
				}
			}
		}
	}
	return false
}

// sameAuthors reports whether two lists of two authors or more agree in order.
func sameAuthors(a, b []string) bool {
	return len(a) > 1 && slices.EqualFunc(a, b, sameName)
}
